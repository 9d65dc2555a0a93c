//! `graph.incidents.list`: List incidents.

use http_core::odata::Filter;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Kind, Newest, Operation, Page, Pager,
    Paging, Param, RawItems, Record, RecordKind, Request, Result, Since, SinceForm,
};

use crate::graph::incidents::Incident;

/// `graph.incidents.list`: List incidents.
pub static LIST: Operation = Operation::get("graph.incidents.list", "/v1.0/security/incidents").host("graph").summary("List incidents").help("Read in the order of lastUpdateDateTime, oldest change first, so that the \
whole list comes although the service's own paging loses rows; give an \
order of your own, such as createdDateTime desc, for the newest first. $top \
past 50 is refused (wazuh/wazuh#28075), $skip past 500 as with alerts. \
$expand=alerts inlines alerts with evidence; on large tenants the service \
answers 500 to it again and again (elastic/integrations#18144): the page is \
made smaller then, and the one incident that fails comes without its \
alerts, which /incidents/{id}/alerts gives. awaitingAction needs the Prefer \
header. A record is known by id, the state of it by lastUpdateDateTime: it \
comes again when it changes. With its alerts expanded it holds what the \
list of alerts gives as well: count alerts by that list.").inputs(&[Param::query("$count").kind(Kind::Bool).help("also send the number of rows"),
Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$orderby").help("member to sort by, with asc or desc; without it the whole list is read, \
oldest change first"),
Param::query("$skip").kind(Kind::Integer).help("how many rows the service leaves out"),
Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
Param::query("$expand").help("related members to send along"),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::TimeBoundary { property: "lastUpdateDateTime" }).unique_by("id").page_size(50).filterable(&["assignedTo", "classification", "createdDateTime", "determination", "lastUpdateDateTime", "severity", "status"]).permissions(&["SecurityIncident.Read.All", "SecurityIncident.ReadWrite.All"], &["SecurityIncident.Read.All", "SecurityIncident.ReadWrite.All"]).record(&Record::new(RecordKind::Mutable).key(&["id"]).version("lastUpdateDateTime").created("createdDateTime").newest(Newest::new("lastUpdateDateTime", &[("$orderby", "lastUpdateDateTime desc"),])).since(Since::new("lastUpdateDateTime", SinceForm::Filter("lastUpdateDateTime")))).columns(&[Column::new("id", Cell::Id),Column::new("displayName", Cell::Name),Column::new("severity", Cell::Severity),Column::new("status", Cell::Text),Column::new("assignedTo", Cell::Text),Column::new("createdDateTime", Cell::Age),Column::new("lastUpdateDateTime", Cell::Age),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-list-incidents.md");

/// List incidents.
///
/// Read in the order of lastUpdateDateTime, oldest change first, so that the whole list comes
/// although the service's own paging loses rows; give an order of your own, such as
/// createdDateTime desc, for the newest first. `$top` past 50 is refused (wazuh/wazuh#28075),
/// `$skip` past 500 as with alerts. `$expand=alerts` inlines alerts with evidence; on large
/// tenants the service answers 500 to it again and again (elastic/integrations#18144): the page
/// is made smaller then, and the one incident that fails comes without its alerts, which
/// `/incidents/{id}/alerts` gives. awaitingAction needs the Prefer header. A record is known by
/// id, the state of it by lastUpdateDateTime: it comes again when it changes. With its alerts
/// expanded it holds what the list of alerts gives as well: count alerts by that list.
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

    /// Count. Also send the number of rows.
    pub fn count(mut self, count: bool) -> Self {
        self.request = self.request.set("$count", count);
        self
    }

    /// Filter. OData filter; text values in single quotes, a quote inside is doubled.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
    }

    /// Orderby. Member to sort by, with asc or desc; without it the whole list is read, oldest
    /// change first.
    pub fn orderby(mut self, orderby: impl Into<String>) -> Self {
        let orderby: String = orderby.into();
        self.request = self.request.set("$orderby", orderby);
        self
    }

    /// Skip. How many rows the service leaves out.
    pub fn skip(mut self, skip: u32) -> Self {
        self.request = self.request.set("$skip", skip);
        self
    }

    /// Top. How many rows the service puts into one answer; not a total, use a limit on the
    /// caller's side for that.
    pub fn top(mut self, top: u32) -> Self {
        self.request = self.request.set("$top", top);
        self
    }

    /// Expand. Related members to send along.
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
}
