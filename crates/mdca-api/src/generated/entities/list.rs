//! `mdca.entities.list`: List users and accounts, GET form.

use http_core::{
    Cell, Client, Column, Continuation, Items, Kind, Operation, Page, Pager, Paging, Param,
    RateLimit, RawItems, Record, RecordKind, Request, Result,
};

use crate::discovery::RequestSortDirection;
use crate::entities::Entity;
use crate::entities::EntityFilters;

/// `mdca.entities.list`: List users and accounts, GET form.
pub static LIST: Operation = Operation::get("mdca.entities.list", "/api/v1/entities/")
    .host("mdca_portal")
    .summary("List users and accounts, GET form")
    .help(
        "The page lists body parameters for GET as for POST and its general example \
sends a JSON body with GET. A client that cannot send a body with GET \
should use the POST row, or the query parameters. Not available to tenants \
that have only Microsoft 365 (Office 365) Cloud App Security. The sort \
fields look copied from the alerts page; microsoft/MCAS sorts by username \
and lastSeen. The values of the type filter are not documented \
(MicrosoftDocs/CloudAppSecurityDocs#734).",
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
    .filter_fields(EntityFilters::FIELDS)
    .filterable(&[
        "type",
        "isAdmin",
        "entity",
        "userGroups",
        "app",
        "instance",
        "isExternal",
        "domain",
        "organization",
        "status",
    ])
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .permissions(
        &["Investigation.read", "Investigation.manage"],
        &["Investigation.read", "Investigation.manage"],
    )
    .record(&Record::new(RecordKind::Mutable).key(&["id"]))
    .columns(&[
        Column::new("id", Cell::Id),
        Column::new("displayName", Cell::Name),
        Column::new("username", Cell::Text),
        Column::new("domain", Cell::Text),
        Column::new("type", Cell::Text),
        Column::new("status", Cell::Text),
        Column::new("isAdmin", Cell::Text),
        Column::new("threatScore", Cell::Number),
        Column::new("lastSeen", Cell::Age),
    ])
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities-list.md");

/// List users and accounts, GET form.
///
/// The page lists body parameters for GET as for POST and its general example sends a JSON body
/// with GET. A client that cannot send a body with GET should use the POST row, or the query
/// parameters. Not available to tenants that have only Microsoft 365 (Office 365) Cloud App
/// Security. The sort fields look copied from the alerts page; microsoft/MCAS sorts by username
/// and lastSeen. The values of the type filter are not documented
/// (MicrosoftDocs/CloudAppSecurityDocs#734).
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities-list.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.entities().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListEntities {
    client: Client,
    request: Request,
}

impl ListEntities {
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
    pub async fn send(self) -> Result<Page<Entity>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Entity> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Entity> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Entity> {
        self.client.rows(self.request).into_raw_items()
    }
}
