//! `graph.threat_assessment.list`: List threat assessment requests.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::graph::threat_assessment::ThreatAssessmentRequest;

/// `graph.threat_assessment.list`: List threat assessment requests.
pub static LIST: Operation = Operation::get("graph.threat_assessment.list", "/v1.0/informationProtection/threatAssessmentRequests").host("graph").summary("List threat assessment requests").help("Newest first. This is the older way to submit, and the only one in v1.0; \
`threat_submission` is its successor in beta.").inputs(&[Param::query("$filter").help("OData filter. Text stands in single quotes; a quote inside is doubled.").example("status eq 'completed'"),
Param::query("$orderby").help("Property to sort by, followed by `asc` or `desc`."),
Param::query("$select").help("Properties to return, separated by commas."),
Param::query("$skipToken").help("Continuation token from a next link."),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).permissions(&["ThreatAssessment.Read.All"], &["ThreatAssessment.ReadWrite.All"]).record(&Record::new(RecordKind::Mutable).key(&["id"]).created("createdDateTime")).columns(&[Column::new("id", Cell::Id),Column::new("contentType", Cell::Text),Column::new("category", Cell::Text),Column::new("expectedAssessment", Cell::Text),Column::new("status", Cell::Text),Column::new("createdDateTime", Cell::Age),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/informationprotection-list-threatassessmentrequests.md");

/// List threat assessment requests.
///
/// Newest first. This is the older way to submit, and the only one in v1.0; `threat_submission`
/// is its successor in beta.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/informationprotection-list-threatassessmentrequests.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().threat_assessment().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListThreatAssessment {
    client: Client,
    request: Request,
}

impl ListThreatAssessment {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
    }

    /// Property to sort by, followed by `asc` or `desc`.
    pub fn orderby(mut self, orderby: impl Into<String>) -> Self {
        let orderby: String = orderby.into();
        self.request = self.request.set("$orderby", orderby);
        self
    }

    /// Properties to return, separated by commas.
    pub fn select(mut self, select: impl Into<String>) -> Self {
        let select: String = select.into();
        self.request = self.request.set("$select", select);
        self
    }

    /// Continuation token from a next link.
    pub fn skip_token(mut self, skip_token: impl Into<String>) -> Self {
        let skip_token: String = skip_token.into();
        self.request = self.request.set("$skipToken", skip_token);
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
    pub async fn send(self) -> Result<Page<ThreatAssessmentRequest>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<ThreatAssessmentRequest> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<ThreatAssessmentRequest> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<ThreatAssessmentRequest> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListThreatAssessment);
