//! `mdca.data_enrichment.create`: Add an IP address range.

use http_core::{Client, Request, Result};

/// Add an IP address range.
///
/// The success status is 200 in the management script, not 201.
///
/// Source:
/// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-create.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.data_enrichment().create("text", 1, ["text"]).send().await?;
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
        let request = Request::new(&super::CREATE)
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
