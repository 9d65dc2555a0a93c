//! `graph.detection_rules.list`: List custom detection rules.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Kind, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::graph::detection_rules::DetectionRule;

/// `graph.detection_rules.list`: List custom detection rules.
pub static LIST: Operation = Operation::get(
    "graph.detection_rules.list",
    "/v1.0/security/rules/detectionRules",
)
.host("graph")
.summary("List custom detection rules")
.help("Signed-in users need the right \"Detection tuning (manage)\".")
.inputs(&[
    Param::query("$top")
        .kind(Kind::Integer)
        .help("Rows per page; it does not limit the total."),
    Param::query("$filter")
        .help("OData filter. Text stands in single quotes; a quote inside is doubled.")
        .example("status eq 'enabled'"),
    Param::query("$orderby").help("Property to sort by, followed by `asc` or `desc`."),
])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.collection("value")
.paging(Paging::NextLink)
.permissions(
    &["CustomDetection.Read.All", "CustomDetection.ReadWrite.All"],
    &["CustomDetection.Read.All", "CustomDetection.ReadWrite.All"],
)
.record(
    &Record::new(RecordKind::Mutable)
        .key(&["id"])
        .version("lastModifiedDateTime")
        .created("createdDateTime"),
)
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("displayName", Cell::Name),
    Column::new("status", Cell::Text),
    Column::new("createdBy", Cell::Text),
    Column::new("lastModifiedDateTime", Cell::Age),
])
.source(
    "learn.microsoft.com/graph/api/security-rulesroot-list-detectionrules \
(v1.0)",
);

/// List custom detection rules.
///
/// Signed-in users need the right "Detection tuning (manage)".
///
/// Source: `learn.microsoft.com/graph/api/security-rulesroot-list-detectionrules (v1.0)`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().detection_rules().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListDetectionRules {
    client: Client,
    request: Request,
}

impl ListDetectionRules {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Rows per page; it does not limit the total.
    pub fn top(mut self, top: u32) -> Self {
        self.request = self.request.set("$top", top);
        self
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
    pub async fn send(self) -> Result<Page<DetectionRule>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<DetectionRule> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<DetectionRule> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<DetectionRule> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListDetectionRules);
