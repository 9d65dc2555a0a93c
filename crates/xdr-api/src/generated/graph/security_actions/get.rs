//! `graph.security_actions.get`: Get one security action.

use http_core::{
    AnswerKind, Client, Header, Id, Operation, Param, RateLimit, Request, Result, Status,
};

use crate::graph::security_actions::SecurityAction;

/// `graph.security_actions.get`: Get one security action. Status: legacy.
pub static GET: Operation = Operation::get(
    "graph.security_actions.get",
    "/beta/security/securityActions/{security_action_id}",
)
.host("graph")
.summary("Get one security action")
.status(Status::Legacy)
.inputs(&[Param::path("security_action_id").example("932441ee-c22e-47b5-b77b-a2e6f7a96e46")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.limits(&[RateLimit::per_minute(150)])
.limit_class("graph.security_actions")
.permissions(
    &["SecurityActions.Read.All", "SecurityActions.ReadWrite.All"],
    &[],
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/securityaction-get.md");

/// Get one security action.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/securityaction-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().security_actions().get("932441ee-c22e-47b5-b77b-a2e6f7a96e46").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetSecurityAction {
    client: Client,
    request: Request,
}

impl GetSecurityAction {
    pub(super) fn new(client: &Client, security_action_id: impl Into<Id<SecurityAction>>) -> Self {
        let security_action_id: Id<SecurityAction> = security_action_id.into();
        let request = Request::new(&GET).set("security_action_id", security_action_id);
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
    pub async fn send(self) -> Result<SecurityAction> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetSecurityAction);
