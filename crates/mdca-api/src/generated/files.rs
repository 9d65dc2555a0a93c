//! Operations and types of files.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetFile`] | `GET /api/v1/files/{file_id}/` | not documented |
//! | [`ListFiles`] | `GET /api/v1/files/` | not documented |
//! | [`QueryFiles`] | `POST /api/v1/files/` | not documented |

mod get;
mod list;
mod model;
mod query;

use http_core::{Answer, BodyKind, Client, Id, Kind, Operation, Paging, Param, RateLimit};

pub use get::GetFile;
pub use list::ListFiles;
pub use model::{File, FileFilters, FilePage};
pub use query::QueryFiles;

/// `mdca.files.get`: Fetch one file record.
pub static GET: Operation = Operation::get("mdca.files.get", "/api/v1/files/{file_id}/")
    .host("mdca_portal")
    .summary("Fetch one file record")
    .help(
        "Not available to tenants that have only Microsoft 365 (Office 365) Cloud \
App Security. No permission scope covers files: an Entra application gets \
\"Insufficient role based permissions\" even with every permission \
(MicrosoftDocs/CloudAppSecurityDocs#605, demisto/content#21709); use a \
legacy API token (a user reports Microsoft support confirming this in \
2022-07). File monitoring must be on in the portal, and switches itself off \
without policies. The example line says POST, the request line GET.",
    )
    .params(&[Param::path("file_id")])
    .answer(Answer::Entity)
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-files-fetch.md");

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
    .params(&[
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
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-files-list.md");

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
    .params(&[
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
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-files-list.md");

/// The operations of files; each method begins a request.
#[derive(Clone, Debug)]
pub struct Files {
    client: Client,
}

impl Files {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Fetch one file record. See [`GetFile`].
    pub fn get(&self, file_id: impl Into<Id<File>>) -> GetFile {
        GetFile::new(&self.client, file_id)
    }

    /// List files and folders, GET form. See [`ListFiles`].
    pub fn list(&self) -> ListFiles {
        ListFiles::new(&self.client)
    }

    /// List files and folders matching filters, POST form. See [`QueryFiles`].
    pub fn query(&self) -> QueryFiles {
        QueryFiles::new(&self.client)
    }
}
