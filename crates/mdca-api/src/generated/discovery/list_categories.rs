//! `mdca.discovery.list_categories`: List the app categories seen in a continuous report.

use http_core::rows::Rows;
use http_core::{
    BodyKind, Cell, Client, Column, Continuation, Effect, EffectKind, Items, Kind, Operation, Page,
    Pager, Paging, Param, RateLimit, RawItems, Record, RecordKind, Request, Result, Value,
};

use crate::discovery::DiscoveryCategory;
use crate::discovery::DiscoveryCategoryRequestSortField;
use crate::discovery::RequestSortDirection;

/// `mdca.discovery.list_categories`: List the app categories seen in a continuous report.
pub static LIST_CATEGORIES: Operation = Operation::post(
    "mdca.discovery.list_categories",
    "/api/v1/discovery/discovered_apps/categories/",
)
.host("mdca_portal")
.summary("List the app categories seen in a continuous report")
.inputs(&[
    Param::body("streamId")
        .required()
        .help("Id (`_id`) of the continuous report.")
        .example("44017172d5d22190c99b139c"),
    Param::body("filters")
        .kind(Kind::Json)
        .help("Filters by category id, as JSON.")
        .example("{\"name\":{\"eq\":[\"Marketing\"]}}"),
    Param::body("sortDirection")
        .kind(Kind::Enum(&["asc", "desc"]))
        .help("Sort direction."),
    Param::body("sortField")
        .kind(Kind::Enum(&["score"]))
        .help("Member to sort by."),
    Param::body("skip")
        .kind(Kind::Integer)
        .help("Number of rows to skip."),
    Param::body("limit")
        .kind(Kind::Integer)
        .help("Rows per page."),
    Param::body("timeFrame")
        .kind(Kind::Integer)
        .help("Days to look back."),
])
.body(BodyKind::Json)
.collection("data")
.paging(Paging::SkipLimit)
.page_size(100)
.idempotent()
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(
    &["discovery.read", "discovery.manage"],
    &["discovery.read", "discovery.manage"],
)
.effect(Effect::new(EffectKind::Read))
.record(&Record::new(RecordKind::Snapshot).key(&["id"]))
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("total", Cell::Number),
])
.source("MicrosoftDocs/defender-docs:defender-for-cloud-apps/api-discovery-list-categories.md");

/// List the app categories seen in a continuous report.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-for-cloud-apps/api-discovery-list-categories.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.discovery().list_categories("44017172d5d22190c99b139c").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListDiscoveryCategories {
    client: Client,
    request: Request,
}

impl ListDiscoveryCategories {
    pub(super) fn new(client: &Client, stream_id: impl Into<String>) -> Self {
        let stream_id: String = stream_id.into();
        let request = Request::new(&LIST_CATEGORIES).set("streamId", stream_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Filters by category id, as JSON.
    pub fn filters(mut self, filters: impl Into<Value>) -> Self {
        let filters: Value = filters.into();
        self.request = self.request.set("filters", filters);
        self
    }

    /// Sort direction.
    pub fn sort_direction(mut self, sort_direction: impl Into<RequestSortDirection>) -> Self {
        let sort_direction: RequestSortDirection = sort_direction.into();
        self.request = self.request.set("sortDirection", sort_direction);
        self
    }

    /// Member to sort by.
    pub fn sort_field(mut self, sort_field: impl Into<DiscoveryCategoryRequestSortField>) -> Self {
        let sort_field: DiscoveryCategoryRequestSortField = sort_field.into();
        self.request = self.request.set("sortField", sort_field);
        self
    }

    /// Number of rows to skip.
    pub fn skip(mut self, skip: u32) -> Self {
        self.request = self.request.set("skip", skip);
        self
    }

    /// Rows per page.
    pub fn limit(mut self, limit: u32) -> Self {
        self.request = self.request.set("limit", limit);
        self
    }

    /// Days to look back.
    pub fn time_frame(mut self, time_frame: u32) -> Self {
        self.request = self.request.set("timeFrame", time_frame);
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
    pub async fn send(self) -> Result<Page<DiscoveryCategory>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<DiscoveryCategory> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<DiscoveryCategory> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<DiscoveryCategory> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListDiscoveryCategories);
