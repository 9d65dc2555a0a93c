//! `mdca.flows.create`: Register a callback for alerts.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Operation, Param, RateLimit, Request, Result,
    Status, Value,
};

/// `mdca.flows.create`: Register a callback for alerts. Status: preview.
pub static CREATE: Operation = Operation::post("mdca.flows.create", "/cas/api/v1/ms_flow/").host("mdca_portal").summary("Register a callback for alerts").help("A policy must also be pointed at the flow in the portal. Documented only \
by the Power Platform connector.").status(Status::Preview).inputs(&[Param::body("callback_url").required().help("Address that receives the alerts.").example("https://flows.contoso.example/alert"),
]).body(BodyKind::Json).answer(AnswerKind::Object).limits(&[RateLimit::per_minute(30),]).limit_class("mdca").effect(Effect::new(EffectKind::Additive)).source("microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json");

/// Register a callback for alerts.
///
/// A policy must also be pointed at the flow in the portal. Documented only by the Power
/// Platform connector.
///
/// Source:
/// `microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.flows().create("https://flows.contoso.example/alert").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateFlow {
    client: Client,
    request: Request,
}

impl CreateFlow {
    pub(super) fn new(client: &Client, callback_url: impl Into<String>) -> Self {
        let callback_url: String = callback_url.into();
        let request = Request::new(&CREATE).set("callback_url", callback_url);
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

http_core::call_options!(CreateFlow);
