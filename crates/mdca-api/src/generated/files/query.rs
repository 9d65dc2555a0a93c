//! `mdca.files.query`: List files and folders, with filters in the body.

use http_core::rows::Rows;
use http_core::{
    BodyKind, Cell, Client, Column, Continuation, Effect, EffectKind, FilterProperty, Items, Kind,
    Operation, Page, Pager, Paging, Param, RateLimit, RawItems, Record, RecordKind, Request,
    Result, Since, SinceForm,
};

use crate::discovery::RequestSortDirection;
use crate::files::File;
use crate::files::FileFilters;

/// `mdca.files.query`: List files and folders, with filters in the body.
pub static QUERY: Operation = Operation::post("mdca.files.query", "/api/v1/files/")
    .host("mdca_portal")
    .summary("List files and folders, with filters in the body")
    .help(
        "Filter narrowly: large collections can time out. Needs a legacy API token: \
no permission covers files. File monitoring must be on in the portal.",
    )
    .inputs(&[
        Param::body("filters")
            .kind(Kind::Json)
            .help("Filters of the list, as JSON.")
            .example("{\"fileType\":{\"eq\":[1]}}"),
        Param::body("sortDirection")
            .kind(Kind::Enum(&["asc", "desc"]))
            .help("Sort direction."),
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
    .filter_fields(FileFilters::FIELDS)
    .filterable(&[
        "service",
        "instance",
        "fileType",
        "allowDeleted",
        "policy",
        "filename",
        "modifiedDate",
        "createdDate",
        "collaborators.entity",
        "collaborators.domains",
        "collaborators.groups",
        "collaborators.withDomain",
        "owner.entity",
        "owner.orgUnit",
        "sharing",
        "fileId",
        "fileLabels",
        "fileScanLabels",
        "extension",
        "mimeType",
        "trashed",
        "parentFolder",
        "folder",
        "quarantined",
        "snapshotLastModifiedDate",
    ])
    .filter_types(&[
        FilterProperty::new("modifiedDate", Kind::Time),
        FilterProperty::new("createdDate", Kind::Time),
        FilterProperty::new("snapshotLastModifiedDate", Kind::Time),
    ])
    .idempotent()
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .denied(
        "no permission opens files to an application: use a legacy API token of the \
portal (DEFENDER_MDCA_API_TOKEN, or StaticToken::with_scheme(\"Token\", \
…))",
    )
    .effect(Effect::new(EffectKind::Read))
    .record(
        &Record::new(RecordKind::Mutable)
            .key(&["_id"])
            .version("modifiedDate")
            .created("createdDate")
            .since(Since::new("modifiedDate", SinceForm::Field("modifiedDate"))),
    )
    .columns(&[
        Column::new("_id", Cell::Id),
        Column::new("name", Cell::Name),
        Column::new("appName", Cell::Text),
        Column::new("ownerName", Cell::Text),
        Column::new("fileSize", Cell::Number),
        Column::new("modifiedDate", Cell::Age),
    ])
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-files-list.md");

/// List files and folders, with filters in the body.
///
/// Filter narrowly: large collections can time out. Needs a legacy API token: no permission
/// covers files. File monitoring must be on in the portal.
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-files-list.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.files().query().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct QueryFiles {
    client: Client,
    request: Request,
}

impl QueryFiles {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&QUERY);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Filters of the list, as JSON.
    pub fn filters(mut self, filters: &FileFilters) -> Self {
        self.request = self.request.set_json("filters", filters);
        self
    }

    /// Sort direction.
    pub fn sort_direction(mut self, sort_direction: impl Into<RequestSortDirection>) -> Self {
        let sort_direction: RequestSortDirection = sort_direction.into();
        self.request = self.request.set("sortDirection", sort_direction);
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
    pub async fn send(self) -> Result<Page<File>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<File> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<File> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<File> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(QueryFiles);
