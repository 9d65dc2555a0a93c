//! `mdca.data_enrichment.list`: List IP address ranges, GET form.

use http_core::{
    Cell, Client, Column, Continuation, Items, Kind, Operation, Page, Pager, Paging, Param,
    RateLimit, RawItems, Record, RecordKind, Request, Result,
};

use crate::data_enrichment::IpRange;
use crate::data_enrichment::IpRangeFilters;
use crate::discovery::RequestSortDirection;

/// `mdca.data_enrichment.list`: List IP address ranges, GET form.
pub static LIST: Operation = Operation::get("mdca.data_enrichment.list", "/api/v1/subnet/")
    .host("mdca_portal")
    .summary("List IP address ranges, GET form")
    .help(
        "The page lists body parameters for GET as for POST and its general example \
sends a JSON body with GET. A client that cannot send a body with GET \
should use the POST row, or the query parameters. The overview page gives \
the route as /api/subnet/ without v1. More than 100 ranges needs skip; a \
user reports skip not helping (microsoft/MCAS#103): stop when a page brings \
nothing new. The management page speaks of scan mode and nextQueryFilters \
here, yet its own script pages with skip and limit 20.",
    )
    .inputs(&[
        Param::query("filters")
            .help("JSON text of the filter object, percent-encoded; observed, not documented"),
        Param::query("sortDirection")
            .kind(Kind::Enum(&["asc", "desc"]))
            .help("observed, not documented"),
        Param::query("sortField").help("as in the body"),
        Param::query("skip")
            .kind(Kind::Integer)
            .help("the page says limit may be sent URL-encoded; skip likewise"),
        Param::query("limit")
            .kind(Kind::Integer)
            .help("documented as allowed URL-encoded"),
    ])
    .collection("data")
    .paging(Paging::SkipLimit)
    .page_size(100)
    .filter_fields(IpRangeFilters::FIELDS)
    .filterable(&["category", "tags", "builtIn"])
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .permissions(
        &[
            "Settings.read",
            "Investigation.read",
            "Settings.manage",
            "Investigation.manage",
        ],
        &[
            "Settings.read",
            "Investigation.read",
            "Settings.manage",
            "Investigation.manage",
        ],
    )
    .record(
        &Record::new(RecordKind::Mutable)
            .key(&["_id"])
            .version("lastModified"),
    )
    .columns(&[
        Column::new("_id", Cell::Id),
        Column::new("name", Cell::Name),
        Column::new("category", Cell::Text),
        Column::new("organization", Cell::Text),
    ])
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-list.md");

/// List IP address ranges, GET form.
///
/// The page lists body parameters for GET as for POST and its general example sends a JSON body
/// with GET. A client that cannot send a body with GET should use the POST row, or the query
/// parameters. The overview page gives the route as /api/subnet/ without v1. More than 100
/// ranges needs skip; a user reports skip not helping (microsoft/MCAS#103): stop when a page
/// brings nothing new. The management page speaks of scan mode and nextQueryFilters here, yet
/// its own script pages with skip and limit 20.
///
/// Source:
/// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-list.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.data_enrichment().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListDataEnrichment {
    client: Client,
    request: Request,
}

impl ListDataEnrichment {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Filters. JSON text of the filter object, percent-encoded; observed, not documented.
    pub fn filters(mut self, filters: impl Into<String>) -> Self {
        let filters: String = filters.into();
        self.request = self.request.set("filters", filters);
        self
    }

    /// Sort direction. Observed, not documented.
    pub fn sort_direction(mut self, sort_direction: impl Into<RequestSortDirection>) -> Self {
        let sort_direction: RequestSortDirection = sort_direction.into();
        self.request = self.request.set("sortDirection", sort_direction);
        self
    }

    /// Sort field. As in the body.
    pub fn sort_field(mut self, sort_field: impl Into<String>) -> Self {
        let sort_field: String = sort_field.into();
        self.request = self.request.set("sortField", sort_field);
        self
    }

    /// Skip. The page says limit may be sent URL-encoded; skip likewise.
    pub fn skip(mut self, skip: u32) -> Self {
        self.request = self.request.set("skip", skip);
        self
    }

    /// Limit. Documented as allowed URL-encoded.
    pub fn limit(mut self, limit: u32) -> Self {
        self.request = self.request.set("limit", limit);
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
    pub async fn send(self) -> Result<Page<IpRange>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<IpRange> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<IpRange> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<IpRange> {
        self.client.rows(self.request).into_raw_items()
    }
}
