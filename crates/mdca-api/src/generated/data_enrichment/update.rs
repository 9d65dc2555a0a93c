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
    "Not a partial update: optional members left out are emptied. Read the \
range first, turn its subnets back into originalString texts and its tags \
into ids, then send all of it.",
)
.inputs(&[
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
/// Not a partial update: optional members left out are emptied. Read the range first, turn its
/// subnets back into originalString texts and its tags into ids, then send all of it.
///
/// Source:
/// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-update.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.data_enrichment().update("ip-range-id", "name", 1, ["subnets"]).send().await?;
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

    /// Organization. Registered ISP.
    pub fn organization(mut self, organization: impl Into<String>) -> Self {
        let organization: String = organization.into();
        self.request = self.request.set("organization", organization);
        self
    }

    /// Tags. The table speaks of objects, the examples send tag names or tag ids as strings.
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request = self.request.set(
            "tags",
            tags.into_iter().map(Into::into).collect::<Vec<String>>(),
        );
        self
    }

    /// Override organization. Only in the management script, true together with organization.
    pub fn override_organization(mut self, override_organization: bool) -> Self {
        self.request = self
            .request
            .set("overrideOrganization", override_organization);
        self
    }

    /// Id. Sent by the management script.
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
