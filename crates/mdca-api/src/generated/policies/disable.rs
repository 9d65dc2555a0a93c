//! `mdca.policies.disable`: Disable a policy.

use http_core::{
    Client, Effect, EffectKind, Operation, Param, RateLimit, Request, Result, Status, Target, Undo,
};

/// `mdca.policies.disable`: Disable a policy. Status: preview.
pub static DISABLE: Operation = Operation::post("mdca.policies.disable", "/cas/api/v1/policies/{policy_id}/disable/").host("mdca_portal").summary("Disable a policy").help("Documented only by the Power Platform connector.").status(Status::Preview).inputs(&[Param::path("policy_id").example("e708805e07d08437fb6931ed"),
]).limits(&[RateLimit::per_minute(30),]).limit_class("mdca").target(&Target::new("policy_id", "mdca.policies.get").name(&["name"]).shows(&["enabled", "severity"])).effect(Effect::new(EffectKind::Reversible).undo(&Undo::by("mdca.policies.enable").carried(&["policy_id"]))).source("microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json");

/// Disable a policy.
///
/// Documented only by the Power Platform connector.
///
/// Source:
/// `microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.policies().disable("e708805e07d08437fb6931ed").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DisablePolicy {
    client: Client,
    request: Request,
}

impl DisablePolicy {
    pub(super) fn new(client: &Client, policy_id: impl Into<String>) -> Self {
        let policy_id: String = policy_id.into();
        let request = Request::new(&DISABLE).set("policy_id", policy_id);
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

http_core::call_options!(DisablePolicy);
