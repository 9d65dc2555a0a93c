//! `graph.health_issues.list`: List Defender for Identity health issues.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, FilterProperty, Header, Items, Kind, Operation, Page,
    Pager, Paging, Param, RawItems, Record, RecordKind, Request, Result,
};

use crate::graph::health_issues::HealthIssue;

/// `graph.health_issues.list`: List Defender for Identity health issues.
pub static LIST: Operation = Operation::get("graph.health_issues.list", "/v1.0/security/identities/healthIssues").host("graph").summary("List Defender for Identity health issues").help("Needs a Defender for Identity or Microsoft 365 E5 plan.").inputs(&[Param::query("$count").kind(Kind::Bool).help("Also returns the total number of rows."),
Param::query("$filter").help("OData filter. Text stands in single quotes; a quote inside is doubled.").example("status eq 'open'"),
Param::query("$skip").kind(Kind::Integer).help("Number of rows to skip."),
Param::query("$top").kind(Kind::Integer).help("Rows per page; it does not limit the total."),
Param::query("$select").help("Properties to return, separated by commas."),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).filterable(&["status", "healthIssueType", "severity", "domainNames", "sensorDNSNames"]).filter_types(&[FilterProperty::new("status", Kind::Enum(&["open", "closed", "suppressed", "unknownFutureValue"])),FilterProperty::new("healthIssueType", Kind::Enum(&["sensor", "global", "unknownFutureValue"])),FilterProperty::new("severity", Kind::Enum(&["low", "medium", "high", "unknownFutureValue"])),]).permissions(&["SecurityIdentitiesHealth.Read.All", "SecurityIdentitiesHealth.ReadWrite.All"], &["SecurityIdentitiesHealth.Read.All", "SecurityIdentitiesHealth.ReadWrite.All"]).record(&Record::new(RecordKind::Mutable).key(&["id"]).version("lastModifiedDateTime").created("createdDateTime")).columns(&[Column::new("id", Cell::Id),Column::new("displayName", Cell::Name),Column::new("severity", Cell::Severity),Column::new("status", Cell::Text),Column::new("healthIssueType", Cell::Text),Column::new("createdDateTime", Cell::Age),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-identitycontainer-list-healthissues.md");

/// List Defender for Identity health issues.
///
/// Needs a Defender for Identity or Microsoft 365 E5 plan.
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

    /// Also returns the total number of rows.
    pub fn count(mut self, count: bool) -> Self {
        self.request = self.request.set("$count", count);
        self
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`HealthIssueFilter`](super::HealthIssueFilter) has the documented properties.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
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

    /// Properties to return, separated by commas.
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

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListHealthIssues);
