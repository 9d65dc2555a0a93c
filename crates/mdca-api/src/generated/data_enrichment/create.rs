//! `mdca.data_enrichment.create`: Add an IP address range.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Kind, Operation, Param, RateLimit, Request,
    Result, Undo,
};

/// `mdca.data_enrichment.create`: Add an IP address range.
pub static CREATE: Operation =
    Operation::post("mdca.data_enrichment.create", "/api/v1/subnet/create_rule/")
        .host("mdca_portal")
        .summary("Add an IP address range")
        .inputs(&[
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
        ])
        .body(BodyKind::Json)
        .answer(AnswerKind::Scalar)
        .limits(&[RateLimit::per_minute(30)])
        .limit_class("mdca")
        .permissions(
            &["settings.manage", "investigation.manage"],
            &["settings.manage", "investigation.manage"],
        )
        .effect(
            Effect::new(EffectKind::Additive)
                .undo(&Undo::by("mdca.data_enrichment.delete").created("ip_range_id", "")),
        )
        .source(
            "MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-create.md",
        );

/// Add an IP address range.
///
/// Source:
/// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-create.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.data_enrichment().create("Office in Oslo", 1, ["10.9.0.0/16", "2001:db8::/32"]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateDataEnrichment {
    client: Client,
    request: Request,
}

impl CreateDataEnrichment {
    pub(super) fn new(
        client: &Client,
        name: impl Into<String>,
        category: u32,
        subnets: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        let name: String = name.into();
        let request = Request::new(&CREATE)
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

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and gives the single value of the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<String> {
        self.client.send_scalar(self.request).await
    }
}

http_core::call_options!(CreateDataEnrichment);
