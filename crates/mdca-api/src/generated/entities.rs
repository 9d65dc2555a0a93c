//! Operations and types of entities.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetEntity`] | `GET /api/v1/entities/{entity_pk}/` | `Investigation.read` |
//! | [`GetEntityTree`] | `GET /api/v1/entities/{entity_pk}/retrieve_tree/` | `Investigation.read` |
//! | [`ListEntities`] | `GET /api/v1/entities/` | `Investigation.read` |
//! | [`QueryEntities`] | `POST /api/v1/entities/` | `Investigation.read` |

mod get;
mod get_tree;
mod list;
mod model;
mod query;

use http_core::{Answer, BodyKind, Client, Kind, Operation, Paging, Param, RateLimit};

pub use get::GetEntity;
pub use get_tree::GetEntityTree;
pub use list::ListEntities;
pub use model::{Entity, EntityAppData, EntityFilters, EntityGroup, EntityPage, GovernanceAction};
pub use query::QueryEntities;

/// `mdca.entities.get`: Fetch one user or account.
pub static GET: Operation = Operation::get("mdca.entities.get", "/api/v1/entities/{entity_pk}/")
    .host("mdca_portal")
    .summary("Fetch one user or account")
    .help(
        "The path key is the base64 of {\"id\":…,\"saas\":…,\"inst\":…} \
(MicrosoftDocs/CloudAppSecurityDocs#304). Which base64 alphabet is not \
said; percent-encode +, / and =. Not available to tenants that have only \
Microsoft 365 (Office 365) Cloud App Security. The example line says POST, \
the request line GET.",
    )
    .params(&[Param::path("entity_pk")])
    .answer(Answer::Entity)
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .permissions(
        &["Investigation.read", "Investigation.manage"],
        &["Investigation.read", "Investigation.manage"],
    )
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities-fetch.md");

/// `mdca.entities.get_tree`: Fetch a user with its accounts, or the relatives of an account.
pub static GET_TREE: Operation = Operation::get(
    "mdca.entities.get_tree",
    "/api/v1/entities/{entity_pk}/retrieve_tree/",
)
.host("mdca_portal")
.summary("Fetch a user with its accounts, or the relatives of an account")
.help(
    "The path key is the base64 of {\"id\":…,\"saas\":…,\"inst\":…} \
(MicrosoftDocs/CloudAppSecurityDocs#304). Which base64 alphabet is not \
said; percent-encode +, / and =. Not available to tenants that have only \
Microsoft 365 (Office 365) Cloud App Security.",
)
.params(&[Param::path("entity_pk")])
.answer(Answer::Object)
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(
    &["Investigation.read", "Investigation.manage"],
    &["Investigation.read", "Investigation.manage"],
)
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities-fetch-tree.md");

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
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities-list.md");

/// `mdca.entities.query`: List users and accounts matching filters, POST form.
pub static QUERY: Operation = Operation::post("mdca.entities.query", "/api/v1/entities/")
    .host("mdca_portal")
    .summary("List users and accounts matching filters, POST form")
    .help(
        "Not available to tenants that have only Microsoft 365 (Office 365) Cloud \
App Security. The sort fields look copied from the alerts page; \
microsoft/MCAS sorts by username and lastSeen. The values of the type \
filter are not documented (MicrosoftDocs/CloudAppSecurityDocs#734).",
    )
    .params(&[
        Param::body("filters")
            .kind(Kind::Json)
            .help("see the entity for names, operators and values"),
        Param::body("sortDirection").kind(Kind::Enum(&["asc", "desc"])),
        Param::body("sortField").kind(Kind::Enum(&["date", "severity"])),
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
        &["Investigation.read", "Investigation.manage"],
        &["Investigation.read", "Investigation.manage"],
    )
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities-list.md");

/// The operations of entities; each method begins a request.
#[derive(Clone, Debug)]
pub struct Entities {
    client: Client,
}

impl Entities {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Fetch one user or account. See [`GetEntity`].
    pub fn get(&self, entity_pk: impl Into<String>) -> GetEntity {
        GetEntity::new(&self.client, entity_pk)
    }

    /// Fetch a user with its accounts, or the relatives of an account. See [`GetEntityTree`].
    pub fn get_tree(&self, entity_pk: impl Into<String>) -> GetEntityTree {
        GetEntityTree::new(&self.client, entity_pk)
    }

    /// List users and accounts, GET form. See [`ListEntities`].
    pub fn list(&self) -> ListEntities {
        ListEntities::new(&self.client)
    }

    /// List users and accounts matching filters, POST form. See [`QueryEntities`].
    pub fn query(&self) -> QueryEntities {
        QueryEntities::new(&self.client)
    }
}
