//! `graph.incidents.list`: List incidents.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, FilterProperty, Header, Items, Kind, Newest, Operation,
    Page, Pager, Paging, Param, RawItems, Record, RecordKind, Request, Result, Since, SinceForm,
};

use crate::graph::incidents::Incident;

/// `graph.incidents.list`: List incidents.
pub static LIST: Operation = Operation::get("graph.incidents.list", "/v1.0/security/incidents").host("graph").summary("List incidents").help("Read by default in the order of `lastUpdateDateTime`, oldest first, so \
that no page loses rows. `$expand=alerts` includes the alerts; where the \
service fails on a page, it is made smaller.").inputs(&[Param::query("$count").kind(Kind::Bool).help("Also returns the total number of rows."),
Param::query("$filter").help("OData filter. Text stands in single quotes; a quote inside is doubled.").example("status eq 'active'"),
Param::query("$orderby").help("Property to sort by, followed by `asc` or `desc`. Default: oldest change \
first."),
Param::query("$skip").kind(Kind::Integer).help("Number of rows to skip."),
Param::query("$top").kind(Kind::Integer).help("Rows per page; it does not limit the total."),
Param::query("$expand").help("Related records to include."),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::TimeBoundary { property: "lastUpdateDateTime" }).unique_by("id").page_size(50).filterable(&["assignedTo", "classification", "createdDateTime", "determination", "lastUpdateDateTime", "severity", "status"]).filter_types(&[FilterProperty::new("classification", Kind::Enum(&["unknown", "falsePositive", "truePositive", "informationalExpectedActivity", "unknownFutureValue"])),FilterProperty::new("createdDateTime", Kind::Time),FilterProperty::new("determination", Kind::Enum(&["unknown", "apt", "malware", "securityPersonnel", "securityTesting", "unwantedSoftware", "other", "multiStagedAttack", "compromisedAccount", "phishing", "maliciousUserActivity", "notMalicious", "notEnoughDataToValidate", "confirmedActivity", "lineOfBusinessApplication", "unknownFutureValue"])),FilterProperty::new("lastUpdateDateTime", Kind::Time),FilterProperty::new("severity", Kind::Enum(&["unknown", "informational", "low", "medium", "high", "unknownFutureValue"])),FilterProperty::new("status", Kind::Enum(&["active", "resolved", "inProgress", "redirected", "unknownFutureValue", "awaitingAction"])),]).permissions(&["SecurityIncident.Read.All", "SecurityIncident.ReadWrite.All"], &["SecurityIncident.Read.All", "SecurityIncident.ReadWrite.All"]).record(&Record::new(RecordKind::Mutable).key(&["id"]).version("lastUpdateDateTime").created("createdDateTime").newest(Newest::new("lastUpdateDateTime", &[("$orderby", "lastUpdateDateTime desc"),]).most(500)).since(Since::new("lastUpdateDateTime", SinceForm::Filter("lastUpdateDateTime")))).columns(&[Column::new("id", Cell::Id),Column::new("displayName", Cell::Name),Column::new("severity", Cell::Severity),Column::new("status", Cell::Text),Column::new("createdDateTime", Cell::Age),Column::new("assignedTo", Cell::Text),Column::new("lastUpdateDateTime", Cell::Age),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-list-incidents.md");

/// List incidents.
///
/// Read by default in the order of `lastUpdateDateTime`, oldest first, so that no page loses
/// rows. `$expand=alerts` includes the alerts; where the service fails on a page, it is made
/// smaller.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-list-incidents.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().incidents().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListIncidents {
    client: Client,
    request: Request,
}

impl ListIncidents {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Also returns the total number of rows.
    pub fn count(mut self, count: bool) -> Self {
        self.request = self.request.set("$count", count);
        self
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`IncidentFilter`](super::IncidentFilter) has the documented properties.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
    }

    /// Property to sort by, followed by `asc` or `desc`. Default: oldest change first.
    pub fn orderby(mut self, orderby: impl Into<String>) -> Self {
        let orderby: String = orderby.into();
        self.request = self.request.set("$orderby", orderby);
        self
    }

    /// Number of rows to skip.
    pub fn skip(mut self, skip: u32) -> Self {
        self.request = self.request.set("$skip", skip);
        self
    }

    /// Rows per page; it does not limit the total.
    pub fn top(mut self, top: u32) -> Self {
        self.request = self.request.set("$top", top);
        self
    }

    /// Related records to include.
    pub fn expand(mut self, expand: impl Into<String>) -> Self {
        let expand: String = expand.into();
        self.request = self.request.set("$expand", expand);
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
    pub async fn send(self) -> Result<Page<Incident>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Incident> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Incident> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Incident> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListIncidents);
