//! Operations and types of data enrichment.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateDataEnrichment`] | `POST /api/v1/subnet/create_rule/` | `Settings.manage` |
//! | [`DeleteDataEnrichment`] | `DELETE /api/v1/subnet/{ip_range_id}/` | `Settings.manage` |
//! | [`ListDataEnrichment`] | `GET /api/v1/subnet/` | `Settings.read` |
//! | [`QueryDataEnrichment`] | `POST /api/v1/subnet/` | `Settings.read` |
//! | [`UpdateDataEnrichment`] | `POST /api/v1/subnet/{ip_range_id}/update_rule/` | `Settings.manage` |

mod create;
mod delete;
mod list;
mod model;
mod query;
mod update;

use http_core::{Answer, BodyKind, Client, Id, Kind, Operation, Paging, Param, RateLimit};

pub use create::CreateDataEnrichment;
pub use delete::DeleteDataEnrichment;
pub use list::ListDataEnrichment;
pub use model::{
    DataEnrichmentSortField, IpLocation, IpRange, IpRangeFilters, IpRangePage, IpRangeWrite,
    IpSubnet, IpTag, Template,
};
pub use query::QueryDataEnrichment;
pub use update::UpdateDataEnrichment;

/// `mdca.data_enrichment.create`: Add an IP address range.
pub static CREATE: Operation =
    Operation::post("mdca.data_enrichment.create", "/api/v1/subnet/create_rule/")
        .host("mdca_portal")
        .summary("Add an IP address range")
        .help("The success status is 200 in the management script, not 201.")
        .params(&[
            Param::body("name").required().help("unique"),
            Param::body("category")
                .kind(Kind::Integer)
                .required()
                .help("1=Corporate; 2=Administrative; 3=Risky; 4=VPN; 5=Cloud provider; 6=Other"),
            Param::body("subnets")
                .kind(Kind::List)
                .required()
                .help("CIDR texts, IPv4 or IPv6"),
            Param::body("organization").help("registered ISP"),
            Param::body("tags").kind(Kind::List).help(
                "the table speaks of objects, the examples send tag names or tag ids as \
strings",
            ),
            Param::body("overrideOrganization")
                .kind(Kind::Bool)
                .help("only in the management script, true together with organization"),
        ])
        .body(BodyKind::Json)
        .answer(Answer::Scalar)
        .limits(&[RateLimit::per_minute(30)])
        .limit_class("mdca")
        .permissions(
            &["Settings.manage", "Investigation.manage"],
            &["Settings.manage", "Investigation.manage"],
        )
        .source(
            "MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-create.md",
        );

/// `mdca.data_enrichment.delete`: Delete an IP address range.
pub static DELETE: Operation = Operation::delete(
    "mdca.data_enrichment.delete",
    "/api/v1/subnet/{ip_range_id}/",
)
.host("mdca_portal")
.summary("Delete an IP address range")
.params(&[Param::path("ip_range_id")])
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(
    &["Settings.manage", "Investigation.manage"],
    &["Settings.manage", "Investigation.manage"],
)
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-delete.md");

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
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-list.md");

/// `mdca.data_enrichment.query`: List IP address ranges matching filters, POST form.
pub static QUERY: Operation = Operation::post("mdca.data_enrichment.query", "/api/v1/subnet/")
    .host("mdca_portal")
    .summary("List IP address ranges matching filters, POST form")
    .help(
        "The overview page gives the route as /api/subnet/ without v1. More than \
100 ranges needs skip; a user reports skip not helping \
(microsoft/MCAS#103): stop when a page brings nothing new. The management \
page speaks of scan mode and nextQueryFilters here, yet its own script \
pages with skip and limit 20.",
    )
    .params(&[
        Param::body("filters")
            .kind(Kind::Json)
            .help("see the entity for names, operators and values"),
        Param::body("sortDirection").kind(Kind::Enum(&["asc", "desc"])),
        Param::body("sortField").kind(Kind::Enum(&["category", "tags", "name"])),
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
    .filterable(&["category", "tags", "builtIn"])
    .idempotent()
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
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-list.md");

/// `mdca.data_enrichment.update`: Replace an IP address range.
pub static UPDATE: Operation = Operation::post(
    "mdca.data_enrichment.update",
    "/api/v1/subnet/{ip_range_id}/update_rule/",
)
.host("mdca_portal")
.summary("Replace an IP address range")
.help(
    "Not a partial update: optional members left out are emptied. Read the \
range first, turn its subnets back into originalString texts and its tags \
into ids, then send all of it.",
)
.params(&[
    Param::path("ip_range_id"),
    Param::body("name").required().help("unique"),
    Param::body("category")
        .kind(Kind::Integer)
        .required()
        .help("1=Corporate; 2=Administrative; 3=Risky; 4=VPN; 5=Cloud provider; 6=Other"),
    Param::body("subnets")
        .kind(Kind::List)
        .required()
        .help("CIDR texts, IPv4 or IPv6"),
    Param::body("organization").help("registered ISP"),
    Param::body("tags").kind(Kind::List).help(
        "the table speaks of objects, the examples send tag names or tag ids as \
strings",
    ),
    Param::body("overrideOrganization")
        .kind(Kind::Bool)
        .help("only in the management script, true together with organization"),
    Param::body("_id").help("sent by the management script"),
])
.body(BodyKind::Json)
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(
    &["Settings.manage", "Investigation.manage"],
    &["Settings.manage", "Investigation.manage"],
)
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-update.md");

/// The operations of data enrichment; each method begins a request.
#[derive(Clone, Debug)]
pub struct DataEnrichment {
    client: Client,
}

impl DataEnrichment {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Add an IP address range. See [`CreateDataEnrichment`].
    pub fn create(
        &self,
        name: impl Into<String>,
        category: u32,
        subnets: impl IntoIterator<Item = impl Into<String>>,
    ) -> CreateDataEnrichment {
        CreateDataEnrichment::new(&self.client, name, category, subnets)
    }

    /// Delete an IP address range. See [`DeleteDataEnrichment`].
    pub fn delete(&self, ip_range_id: impl Into<Id<IpRange>>) -> DeleteDataEnrichment {
        DeleteDataEnrichment::new(&self.client, ip_range_id)
    }

    /// List IP address ranges, GET form. See [`ListDataEnrichment`].
    pub fn list(&self) -> ListDataEnrichment {
        ListDataEnrichment::new(&self.client)
    }

    /// List IP address ranges matching filters, POST form. See [`QueryDataEnrichment`].
    pub fn query(&self) -> QueryDataEnrichment {
        QueryDataEnrichment::new(&self.client)
    }

    /// Replace an IP address range. See [`UpdateDataEnrichment`].
    pub fn update(
        &self,
        ip_range_id: impl Into<Id<IpRange>>,
        name: impl Into<String>,
        category: u32,
        subnets: impl IntoIterator<Item = impl Into<String>>,
    ) -> UpdateDataEnrichment {
        UpdateDataEnrichment::new(&self.client, ip_range_id, name, category, subnets)
    }
}
