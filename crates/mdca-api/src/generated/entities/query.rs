//! `mdca.entities.query`: List users and accounts, with filters in the body.

use http_core::rows::Rows;
use http_core::{
    BodyKind, Cell, Client, Column, Continuation, Effect, EffectKind, Items, Kind, Operation, Page,
    Pager, Paging, Param, RateLimit, RawItems, Record, RecordKind, Request, Result,
};

use crate::alerts::AlertSortField;
use crate::discovery::RequestSortDirection;
use crate::entities::Entity;
use crate::entities::EntityFilters;

/// `mdca.entities.query`: List users and accounts, with filters in the body.
pub static QUERY: Operation = Operation::post("mdca.entities.query", "/api/v1/entities/")
    .host("mdca_portal")
    .summary("List users and accounts, with filters in the body")
    .help(
        "Works with tenants that have Cloud App Security, not with Office 365 Cloud \
App Security alone.",
    )
    .inputs(&[
        Param::body("filters")
            .kind(Kind::Json)
            .help("Filters of the list, as JSON.")
            .example("{\"isExternal\":{\"eq\":true}}"),
        Param::body("sortDirection")
            .kind(Kind::Enum(&["asc", "desc"]))
            .help("Sort direction."),
        Param::body("sortField")
            .kind(Kind::Enum(&["date", "severity"]))
            .help("Member to sort by."),
        Param::body("skip")
            .kind(Kind::Integer)
            .help("Number of rows to skip."),
        Param::body("limit")
            .kind(Kind::Integer)
            .help("Rows per page; 100 at most."),
    ])
    .body(BodyKind::Json)
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
    .idempotent()
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .permissions(
        &["investigation.read", "investigation.manage"],
        &["investigation.read", "investigation.manage"],
    )
    .effect(Effect::new(EffectKind::Read))
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

/// List users and accounts, with filters in the body.
///
/// Works with tenants that have Cloud App Security, not with Office 365 Cloud App Security
/// alone.
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities-list.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.entities().query().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct QueryEntities {
    client: Client,
    request: Request,
}

impl QueryEntities {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&QUERY);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Filters of the list, as JSON.
    pub fn filters(mut self, filters: &EntityFilters) -> Self {
        self.request = self.request.set_json("filters", filters);
        self
    }

    /// Sort direction.
    pub fn sort_direction(mut self, sort_direction: impl Into<RequestSortDirection>) -> Self {
        let sort_direction: RequestSortDirection = sort_direction.into();
        self.request = self.request.set("sortDirection", sort_direction);
        self
    }

    /// Member to sort by.
    pub fn sort_field(mut self, sort_field: impl Into<AlertSortField>) -> Self {
        let sort_field: AlertSortField = sort_field.into();
        self.request = self.request.set("sortField", sort_field);
        self
    }

    /// Number of rows to skip.
    pub fn skip(mut self, skip: u32) -> Self {
        self.request = self.request.set("skip", skip);
        self
    }

    /// Rows per page; 100 at most.
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

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(QueryEntities);
