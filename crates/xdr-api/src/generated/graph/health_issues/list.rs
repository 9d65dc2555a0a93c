//! `graph.health_issues.list`: List Defender for Identity health issues.

use http_core::odata::Filter;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Kind, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::graph::health_issues::HealthIssue;

/// `graph.health_issues.list`: List Defender for Identity health issues.
pub static LIST: Operation = Operation::get("graph.health_issues.list", "/v1.0/security/identities/healthIssues").host("graph").summary("List Defender for Identity health issues").help("Page filters on Status with a capital; any(s:endswith(s,'…')) works on \
domainNames and sensorDNSNames. Needs a Defender for Identity or Microsoft \
365 E5 plan.").inputs(&[Param::query("$count").kind(Kind::Bool).help("also send the number of rows"),
Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$skip").kind(Kind::Integer).help("how many rows the service leaves out"),
Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
Param::query("$select").help("members to send, separated by commas"),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).filterable(&["status", "healthIssueType", "severity", "domainNames", "sensorDNSNames"]).permissions(&["SecurityIdentitiesHealth.Read.All", "SecurityIdentitiesHealth.ReadWrite.All"], &["SecurityIdentitiesHealth.Read.All", "SecurityIdentitiesHealth.ReadWrite.All"]).record(&Record::new(RecordKind::Mutable).key(&["id"]).version("lastModifiedDateTime").created("createdDateTime")).columns(&[Column::new("id", Cell::Id),Column::new("displayName", Cell::Name),Column::new("severity", Cell::Severity),Column::new("status", Cell::Text),Column::new("healthIssueType", Cell::Text),Column::new("createdDateTime", Cell::Age),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-identitycontainer-list-healthissues.md");

/// List Defender for Identity health issues.
///
/// Page filters on Status with a capital; any(s:endswith(s,'…')) works on domainNames and
/// sensorDNSNames. Needs a Defender for Identity or Microsoft 365 E5 plan.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-identitycontainer-list-healthissues.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().health_issues().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListHealthIssues {
    client: Client,
    request: Request,
}

impl ListHealthIssues {
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

    /// Select. Members to send, separated by commas.
    pub fn select(mut self, select: impl Into<String>) -> Self {
        let select: String = select.into();
        self.request = self.request.set("$select", select);
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
    pub async fn send(self) -> Result<Page<HealthIssue>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<HealthIssue> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<HealthIssue> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<HealthIssue> {
        self.client.rows(self.request).into_raw_items()
    }
}
