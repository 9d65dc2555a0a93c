//! `graph.secure_scores.list`: List daily secure scores.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Kind, Operation, Page, Pager, Paging, Param,
    RateLimit, RawItems, Record, RecordKind, Request, Result,
};

use crate::graph::secure_scores::SecureScore;

/// `graph.secure_scores.list`: List daily secure scores.
pub static LIST: Operation = Operation::get(
    "graph.secure_scores.list",
    "/v1.0/security/secureScores",
)
.host("graph")
.summary("List daily secure scores")
.help("Scores are kept for 90 days, newest first. Four requests at once at most.")
.inputs(&[
    Param::query("$count")
        .kind(Kind::Bool)
        .help("Also returns the total number of rows."),
    Param::query("$filter")
        .help("OData filter. Text stands in single quotes; a quote inside is doubled.")
        .example("createdDateTime ge 2026-01-01T00:00:00Z"),
    Param::query("$skip")
        .kind(Kind::Integer)
        .help("Number of rows to skip."),
    Param::query("$top")
        .kind(Kind::Integer)
        .help("Rows per page; it does not limit the total."),
])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.collection("value")
.paging(Paging::NextLink)
.limits(&[RateLimit::per_minute(150), RateLimit::new(10000, 600)])
.limit_class("graph.secure_scores")
.permissions(
    &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
    &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
)
.record(
    &Record::new(RecordKind::Event)
        .key(&["id"])
        .created("createdDateTime"),
)
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("createdDateTime", Cell::Age),
    Column::new("currentScore", Cell::Number),
    Column::new("maxScore", Cell::Number),
    Column::new("activeUserCount", Cell::Number),
])
.source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/security-list-securescores.md");

/// List daily secure scores.
///
/// Scores are kept for 90 days, newest first. Four requests at once at most.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/security-list-securescores.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().secure_scores().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListSecureScores {
    client: Client,
    request: Request,
}

impl ListSecureScores {
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
    pub async fn send(self) -> Result<Page<SecureScore>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<SecureScore> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<SecureScore> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<SecureScore> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListSecureScores);
