//! `mdca.data_enrichment.update`: Replace an IP address range.

use http_core::{Client, Id, Request, Result};

use crate::data_enrichment::IpRange;

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
/// client.data_enrichment().update("text", "text", 1, ["text"]).send().await?;
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
        let request = Request::new(&super::UPDATE)
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

    /// Registered ISP.
    pub fn organization(mut self, organization: impl Into<String>) -> Self {
        let organization: String = organization.into();
        self.request = self.request.set("organization", organization);
        self
    }

    /// The table speaks of objects, the examples send tag names or tag ids as strings.
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request = self.request.set(
            "tags",
            tags.into_iter().map(Into::into).collect::<Vec<String>>(),
        );
        self
    }

    /// Only in the management script, true together with organization.
    pub fn override_organization(mut self, override_organization: bool) -> Self {
        self.request = self
            .request
            .set("overrideOrganization", override_organization);
        self
    }

    /// Sent by the management script.
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
