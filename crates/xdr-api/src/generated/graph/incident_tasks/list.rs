//! `graph.incident_tasks.list`: List tasks of Defender Experts for incidents.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, FilterProperty, Header, Items, Kind, Operation, Page,
    Pager, Paging, Param, RawItems, Record, RecordKind, Request, Result, Status,
};

use crate::graph::incidents::IncidentTask;

/// `graph.incident_tasks.list`: List tasks of Defender Experts for incidents. Status: preview.
pub static LIST: Operation = Operation::get("graph.incident_tasks.list", "/beta/security/incidentTasks").host("graph").summary("List tasks of Defender Experts for incidents").help("Tasks come from Microsoft Defender Experts for XDR, a paid service.").status(Status::Preview).inputs(&[Param::query("$filter").help("OData filter. Text stands in single quotes; a quote inside is doubled.").example("status eq 'open'"),
Param::query("$orderby").help("`lastUpdateDateTime`, followed by `asc` or `desc`."),
Param::query("$top").kind(Kind::Integer).help("Rows per page, 500 at most; it does not limit the total."),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).page_size(500).filterable(&["incidentId", "status", "type", "lastUpdateDateTime", "createdDateTime", "actionType"]).filter_types(&[FilterProperty::new("status", Kind::Enum(&["completed", "failed", "inProgress", "notRelevant", "open", "unknownFutureValue"])),FilterProperty::new("createdDateTime", Kind::Time),FilterProperty::new("actionType", Kind::Enum(&["collectInvestigationPackage", "disableUser", "enableUser", "forceUserPasswordReset", "hardDeleteEmail", "isolateDevice", "markUserAsCompromised", "requireSignIn", "restrictAppExecution", "runAntiVirusScan", "softDeleteEmail", "stopAndQuarantineFile", "submitIocRule", "text", "unIsolateDevice", "unRestrictAppExecution", "unknownFutureValue"])),]).permissions(&["SecurityIncident.Read.All", "SecurityIncident.ReadWrite.All", "SecurityIncidentTask.ReadWrite.All"], &["SecurityIncident.Read.All", "SecurityIncident.ReadWrite.All"]).record(&Record::new(RecordKind::Mutable).key(&["id"]).version("lastModifiedDateTime").created("createdDateTime")).columns(&[Column::new("id", Cell::Id),Column::new("displayName", Cell::Name),Column::new("status", Cell::Text),Column::new("actionType", Cell::Text),Column::new("actionStatus", Cell::Text),Column::new("lastModifiedDateTime", Cell::Age),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-list-incidenttasks.md");

/// List tasks of Defender Experts for incidents.
///
/// Tasks come from Microsoft Defender Experts for XDR, a paid service.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-list-incidenttasks.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().incident_tasks().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListIncidentTasks {
    client: Client,
    request: Request,
}

impl ListIncidentTasks {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`IncidentTaskFilter`](super::IncidentTaskFilter) has the documented properties.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
    }

    /// `lastUpdateDateTime`, followed by `asc` or `desc`.
    pub fn orderby(mut self, orderby: impl Into<String>) -> Self {
        let orderby: String = orderby.into();
        self.request = self.request.set("$orderby", orderby);
        self
    }

    /// Rows per page, 500 at most; it does not limit the total.
    pub fn top(mut self, top: u32) -> Self {
        self.request = self.request.set("$top", top);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Begins where another reading of the list stopped: on the page after the continuation's.
    pub fn resume(mut self, continuation: &Continuation) -> Self {
        self.request = self.request.resume(continuation);
        self
    }

    /// Sends the request and decodes the first page.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Page<IncidentTask>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<IncidentTask> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<IncidentTask> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<IncidentTask> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListIncidentTasks);
