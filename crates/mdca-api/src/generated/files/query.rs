//! `mdca.files.query`: List files and folders matching filters, POST form.

use http_core::{
    BodyKind, Cell, Client, Column, Continuation, Effect, EffectKind, Items, Kind, Operation, Page,
    Pager, Paging, Param, RateLimit, RawItems, Record, RecordKind, Request, Result, Since,
    SinceForm,
};

use crate::discovery::RequestSortDirection;
use crate::files::File;
use crate::files::FileFilters;

/// `mdca.files.query`: List files and folders matching filters, POST form.
pub static QUERY: Operation = Operation::post("mdca.files.query", "/api/v1/files/")
    .host("mdca_portal")
    .summary("List files and folders matching filters, POST form")
    .help(
        "May time out on large collections: filter narrowly and keep pages small. \
No sort field is documented; microsoft/MCAS sends modifiedDate. Not \
available to tenants that have only Microsoft 365 (Office 365) Cloud App \
Security. No permission scope covers files: an Entra application gets \
\"Insufficient role based permissions\" even with every permission \
(MicrosoftDocs/CloudAppSecurityDocs#605, demisto/content#21709); use a \
legacy API token (a user reports Microsoft support confirming this in \
2022-07). File monitoring must be on in the portal, and switches itself off \
without policies.",
    )
    .inputs(&[
        Param::body("filters")
            .kind(Kind::Json)
            .help("see the entity for names, operators and values"),
        Param::body("sortDirection").kind(Kind::Enum(&["asc", "desc"])),
        Param::body("skip")
            .kind(Kind::Integer)
            .help("records to skip"),
        Param::body("limit").kind(Kind::Integer).help(
            "at most 100; a higher value was cut to 100 without an error on IP ranges \
(microsoft/MCAS#103)",
        ),
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

/// List files and folders matching filters, POST form.
///
/// May time out on large collections: filter narrowly and keep pages small. No sort field is
/// documented; microsoft/MCAS sends modifiedDate. Not available to tenants that have only
/// Microsoft 365 (Office 365) Cloud App Security. No permission scope covers files: an Entra
/// application gets "Insufficient role based permissions" even with every permission
/// (MicrosoftDocs/CloudAppSecurityDocs#605, demisto/content#21709); use a legacy API token (a
/// user reports Microsoft support confirming this in 2022-07). File monitoring must be on in
/// the portal, and switches itself off without policies.
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

    /// Filters. See the entity for names, operators and values.
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

    /// Skip. Records to skip.
    pub fn skip(mut self, skip: u32) -> Self {
        self.request = self.request.set("skip", skip);
        self
    }

    /// Limit. At most 100; a higher value was cut to 100 without an error on IP ranges
    /// (microsoft/MCAS#103).
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
