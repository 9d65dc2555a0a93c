//! `mdca.flows.delete`: Remove a callback.

use http_core::{
    AnswerKind, Client, Effect, EffectKind, Operation, Param, RateLimit, Request, Result, Status,
};

/// `mdca.flows.delete`: Remove a callback. Status: preview.
pub static DELETE: Operation = Operation::delete("mdca.flows.delete", "/cas/api/v1/ms_flow/{flow_id}/").host("mdca_portal").summary("Remove a callback").help("Documented only by the Power Platform connector.").status(Status::Preview).inputs(&[Param::path("flow_id").example("65962d89-7999-4434-b7a0-757b491adbb7"),
]).answer(AnswerKind::Scalar).limits(&[RateLimit::per_minute(30),]).limit_class("mdca").effect(Effect::new(EffectKind::Irreversible)).source("microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json");

/// Remove a callback.
///
/// Documented only by the Power Platform connector.
///
/// Source:
/// `microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.flows().delete("65962d89-7999-4434-b7a0-757b491adbb7").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DeleteFlow {
    client: Client,
    request: Request,
}

impl DeleteFlow {
    pub(super) fn new(client: &Client, flow_id: impl Into<String>) -> Self {
        let flow_id: String = flow_id.into();
        let request = Request::new(&DELETE).set("flow_id", flow_id);
        Self {
            client: client.clone(),
            request,
        }
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

http_core::call_options!(DeleteFlow);
