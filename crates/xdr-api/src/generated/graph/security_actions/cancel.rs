//! `graph.security_actions.cancel`: Cancel a security action.

use http_core::{
    Client, Effect, EffectKind, Id, Operation, Param, RateLimit, Request, Result, Status, Target,
};

use crate::graph::security_actions::SecurityAction;

/// `graph.security_actions.cancel`: Cancel a security action. Status: legacy.
pub static CANCEL: Operation = Operation::post("graph.security_actions.cancel", "/beta/security/securityActions/{security_action_id}/cancelSecurityAction").host("graph").summary("Cancel a security action").status(Status::Legacy).inputs(&[Param::path("security_action_id").example("932441ee-c22e-47b5-b77b-a2e6f7a96e46"),
]).limits(&[RateLimit::per_minute(150),]).limit_class("graph.security_actions").permissions(&["SecurityActions.ReadWrite.All"], &[]).target(&Target::new("security_action_id", "graph.security_actions.get").name(&["name"]).shows(&["status", "user"])).effect(Effect::new(EffectKind::Irreversible)).source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/securityaction-cancelsecurityaction.md");

/// Cancel a security action.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/securityaction-cancelsecurityaction.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().security_actions().cancel("932441ee-c22e-47b5-b77b-a2e6f7a96e46").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CancelSecurityAction {
    client: Client,
    request: Request,
}

impl CancelSecurityAction {
    pub(super) fn new(client: &Client, security_action_id: impl Into<Id<SecurityAction>>) -> Self {
        let security_action_id: Id<SecurityAction> = security_action_id.into();
        let request = Request::new(&CANCEL).set("security_action_id", security_action_id);
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

http_core::call_options!(CancelSecurityAction);
