//! `mdca.entities.get_tree`: Get a user with its accounts, or the relatives of an account.

use http_core::{AnswerKind, Client, Operation, Param, RateLimit, Request, Result, Value};

/// `mdca.entities.get_tree`: Get a user with its accounts, or the relatives of an account.
pub static GET_TREE: Operation = Operation::get(
    "mdca.entities.get_tree",
    "/api/v1/entities/{entity_pk}/retrieve_tree/",
)
.host("mdca_portal")
.summary("Get a user with its accounts, or the relatives of an account")
.help(
    "The key of an account is the base64 form of its id, app and instance. \
Works with tenants that have Cloud App Security, not with Office 365 Cloud \
App Security alone.",
)
.inputs(&[Param::path("entity_pk").example(concat!(
    "eyJpZCI6IjE3OThlN2RkLTJmMjYtNDQyYi1hMDc0LTE5YzI4ZDc0NzMyNSIs",
    "Imluc3QiOjAsInNhYXMiOjExMTYxfQ=="
))])
.answer(AnswerKind::Object)
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(
    &["investigation.read", "investigation.manage"],
    &["investigation.read", "investigation.manage"],
)
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities-fetch-tree.md");

/// Get a user with its accounts, or the relatives of an account.
///
/// The key of an account is the base64 form of its id, app and instance. Works with tenants
/// that have Cloud App Security, not with Office 365 Cloud App Security alone.
///
/// Source:
/// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities-fetch-tree.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.entities().get_tree("eyJpZCI6IjE3OThlN2RkLTJmMjYtNDQyYi1hMDc0LTE5YzI4ZDc0NzMyNSIsImluc3QiOjAsInNhYXMiOjExMTYxfQ==").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetEntityTree {
    client: Client,
    request: Request,
}

impl GetEntityTree {
    pub(super) fn new(client: &Client, entity_pk: impl Into<String>) -> Self {
        let entity_pk: String = entity_pk.into();
        let request = Request::new(&GET_TREE).set("entity_pk", entity_pk);
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
    pub async fn send(self) -> Result<Value> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetEntityTree);
