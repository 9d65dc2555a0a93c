//! `mdca.entities.get`: Fetch one user or account.

use http_core::{AnswerKind, Client, Operation, Param, RateLimit, Request, Result};

use crate::entities::Entity;

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
    .inputs(&[Param::path("entity_pk")])
    .answer(AnswerKind::Entity)
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .permissions(
        &["Investigation.read", "Investigation.manage"],
        &["Investigation.read", "Investigation.manage"],
    )
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities-fetch.md");

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
/// let answer = client.entities().get("entity-pk").send().await?;
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
        let request = Request::new(&GET).set("entity_pk", entity_pk);
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
