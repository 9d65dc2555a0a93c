//! `mdca.data_enrichment.delete`: Delete an IP address range.

use http_core::{
    Client, Effect, EffectKind, Id, Operation, Param, RateLimit, Request, Result, Target,
};

use crate::data_enrichment::IpRange;

/// `mdca.data_enrichment.delete`: Delete an IP address range.
pub static DELETE: Operation = Operation::delete(
    "mdca.data_enrichment.delete",
    "/api/v1/subnet/{ip_range_id}/",
)
.host("mdca_portal")
.summary("Delete an IP address range")
.inputs(&[Param::path("ip_range_id").example("6cdf9229dfe8613af035b11a")])
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
.effect(Effect::new(EffectKind::Irreversible))
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-delete.md");

/// Delete an IP address range.
///
/// Source:
/// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-delete.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.data_enrichment().delete("6cdf9229dfe8613af035b11a").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DeleteDataEnrichment {
    client: Client,
    request: Request,
}

impl DeleteDataEnrichment {
    pub(super) fn new(client: &Client, ip_range_id: impl Into<Id<IpRange>>) -> Self {
        let ip_range_id: Id<IpRange> = ip_range_id.into();
        let request = Request::new(&DELETE).set("ip_range_id", ip_range_id);
        Self {
            client: client.clone(),
            request,
        }
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

http_core::call_options!(DeleteDataEnrichment);
