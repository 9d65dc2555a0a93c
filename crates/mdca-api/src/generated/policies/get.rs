//! `mdca.policies.get`: Get a policy.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Operation, Param, RateLimit, Request, Result,
    Status,
};

use crate::policies::Policy;

/// `mdca.policies.get`: Get a policy. Status: preview.
pub static GET: Operation = Operation::post("mdca.policies.get", "/cas/api/v1/policies/{policy_id}/").host("mdca_portal").summary("Get a policy").help("Documented only by the Power Platform connector.").status(Status::Preview).inputs(&[Param::path("policy_id").example("e708805e07d08437fb6931ed"),
Param::body("projectedMSFlowFields").required().constant("true").help("Whether to return only the members that flows use."),
]).body(BodyKind::Json).answer(AnswerKind::Entity).idempotent().limits(&[RateLimit::per_minute(30),]).limit_class("mdca").effect(Effect::new(EffectKind::Read)).source("microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json");

/// Get a policy.
///
/// Documented only by the Power Platform connector.
///
/// Source:
/// `microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.policies().get("e708805e07d08437fb6931ed").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetPolicy {
    client: Client,
    request: Request,
}

impl GetPolicy {
    pub(super) fn new(client: &Client, policy_id: impl Into<String>) -> Self {
        let policy_id: String = policy_id.into();
        let request = Request::new(&GET).set("policy_id", policy_id);
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
    pub async fn send(self) -> Result<Policy> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetPolicy);
