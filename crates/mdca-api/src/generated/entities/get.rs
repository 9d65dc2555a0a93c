//! `mdca.entities.get`: Fetch one user or account.

use http_core::{Client, Request, Result};

use crate::entities::Entity;

/// Fetch one user or account.
///
/// The path key is the base64 of `{"id":…,"saas":…,"inst":…}`
/// (MicrosoftDocs/CloudAppSecurityDocs#304). Which base64 alphabet is not said; percent-encode
/// +, / and =. Not available to tenants that have only Microsoft 365 (Office 365) Cloud App
/// Security. The example line says POST, the request line GET.
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities-fetch.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.entities().get("text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetEntity {
    client: Client,
    request: Request,
}

impl GetEntity {
    pub(super) fn new(client: &Client, entity_pk: impl Into<String>) -> Self {
        let entity_pk: String = entity_pk.into();
        let request = Request::new(&super::GET).set("entity_pk", entity_pk);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Entity> {
        self.client.send(self.request).await
    }
}
