//! `mdca.files.list`: List files and folders, GET form.

use http_core::{
    Cell, Client, Column, Continuation, Items, Kind, Operation, Page, Pager, Paging, Param,
    RateLimit, RawItems, Record, RecordKind, Request, Result, Since, SinceForm,
};

use crate::discovery::RequestSortDirection;
use crate::files::File;
use crate::files::FileFilters;

/// `mdca.files.list`: List files and folders, GET form.
pub static LIST: Operation = Operation::get("mdca.files.list", "/api/v1/files/")
    .host("mdca_portal")
    .summary("List files and folders, GET form")
    .help(
        "The page lists body parameters for GET as for POST and its general example \
sends a JSON body with GET. A client that cannot send a body with GET \
should use the POST row, or the query parameters. May time out on large \
collections: filter narrowly and keep pages small. No sort field is \
documented; microsoft/MCAS sends modifiedDate. Not available to tenants \
that have only Microsoft 365 (Office 365) Cloud App Security. No permission \
scope covers files: an Entra application gets \"Insufficient role based \
permissions\" even with every permission \
(MicrosoftDocs/CloudAppSecurityDocs#605, demisto/content#21709); use a \
legacy API token (a user reports Microsoft support confirming this in \
2022-07). File monitoring must be on in the portal, and switches itself off \
without policies.",
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
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .denied(
        "no permission opens files to an application: use a legacy API token of the \
portal (DEFENDER_MDCA_API_TOKEN, or StaticToken::with_scheme(\"Token\", \
…))",
    )
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

/// List files and folders, GET form.
///
/// The page lists body parameters for GET as for POST and its general example sends a JSON body
/// with GET. A client that cannot send a body with GET should use the POST row, or the query
/// parameters. May time out on large collections: filter narrowly and keep pages small. No sort
/// field is documented; microsoft/MCAS sends modifiedDate. Not available to tenants that have
/// only Microsoft 365 (Office 365) Cloud App Security. No permission scope covers files: an
/// Entra application gets "Insufficient role based permissions" even with every permission
/// (MicrosoftDocs/CloudAppSecurityDocs#605, demisto/content#21709); use a legacy API token (a
/// user reports Microsoft support confirming this in 2022-07). File monitoring must be on in
/// the portal, and switches itself off without policies.
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-files-list.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.files().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListFiles {
    client: Client,
    request: Request,
}

impl ListFiles {
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
}
