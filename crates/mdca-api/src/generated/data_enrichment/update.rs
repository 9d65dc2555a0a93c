//! `mdca.data_enrichment.update`: Replace an IP address range.

use http_core::{
    BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, RateLimit, Request, Result,
    Target, Undo,
};

use crate::data_enrichment::IpRange;

/// `mdca.data_enrichment.update`: Replace an IP address range.
pub static UPDATE: Operation = Operation::post(
    "mdca.data_enrichment.update",
    "/api/v1/subnet/{ip_range_id}/update_rule/",
)
.host("mdca_portal")
.summary("Replace an IP address range")
.help(
    "Optional members that are left out are emptied. Read the range first and \
send all of it.",
)
.inputs(&[
    Param::path("ip_range_id").example("6cdf9229dfe8613af035b11a"),
    Param::body("name")
        .required()
        .help("Name of the range. It must be unique.")
        .example("Office in Oslo"),
    Param::body("category")
        .kind(Kind::Integer)
        .required()
        .help(
            "Category: 1 corporate, 2 administrative, 3 risky, 4 VPN, 5 cloud provider, \
6 other.",
        )
        .example("1"),
    Param::body("subnets")
        .kind(Kind::List)
        .required()
        .help("Subnets in CIDR form, IPv4 or IPv6.")
        .example("10.9.0.0/16,2001:db8::/32"),
    Param::body("organization")
        .help("Registered internet provider of the range.")
        .example("Contoso"),
    Param::body("tags")
        .kind(Kind::List)
        .help("Tags of the range, by name or id."),
    Param::body("overrideOrganization")
        .kind(Kind::Bool)
        .help("Whether `organization` replaces the registered one."),
    Param::body("_id").help("Id of the IP range."),
])
.body(BodyKind::Json)
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(
    &["settings.manage", "investigation.manage"],
    &["settings.manage", "investigation.manage"],
)
.target(
    &Target::new("ip_range_id", "mdca.data_enrichment.list")
        .key("_id")
        .name(&["name"])
        .shows(&["category", "organization"]),
)
.effect(
    Effect::new(EffectKind::Reversible).undo(
        &Undo::by("mdca.data_enrichment.update")
            .carried(&["ip_range_id"])
            .restored(&[
                ("category", "category"),
                ("name", "name"),
                ("organization", "organization"),
                ("subnets", "subnets/originalString"),
                ("tags", "tags/name"),
            ])
            .whole(),
    ),
)
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-update.md");

/// Replace an IP address range.
///
/// Optional members that are left out are emptied. Read the range first and send all of it.
///
/// Source:
/// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-update.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.data_enrichment().update("6cdf9229dfe8613af035b11a", "Office in Oslo", 1, ["10.9.0.0/16", "2001:db8::/32"]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateDataEnrichment {
    client: Client,
    request: Request,
}

impl UpdateDataEnrichment {
    pub(super) fn new(
        client: &Client,
        ip_range_id: impl Into<Id<IpRange>>,
        name: impl Into<String>,
        category: u32,
        subnets: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        let ip_range_id: Id<IpRange> = ip_range_id.into();
        let name: String = name.into();
        let request = Request::new(&UPDATE)
            .set("ip_range_id", ip_range_id)
            .set("name", name)
            .set("category", category)
            .set(
                "subnets",
                subnets.into_iter().map(Into::into).collect::<Vec<String>>(),
            );
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Registered internet provider of the range.
    pub fn organization(mut self, organization: impl Into<String>) -> Self {
        let organization: String = organization.into();
        self.request = self.request.set("organization", organization);
        self
    }

    /// Tags of the range, by name or id.
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request = self.request.set(
            "tags",
            tags.into_iter().map(Into::into).collect::<Vec<String>>(),
        );
        self
    }

    /// Whether `organization` replaces the registered one.
    pub fn override_organization(mut self, override_organization: bool) -> Self {
        self.request = self
            .request
            .set("overrideOrganization", override_organization);
        self
    }

    /// Id of the IP range.
    pub fn id_(mut self, id_: impl Into<String>) -> Self {
        let id_: String = id_.into();
        self.request = self.request.set("_id", id_);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request; the answer holds nothing.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<()> {
        self.client.send_empty(self.request).await
    }
}

http_core::call_options!(UpdateDataEnrichment);
