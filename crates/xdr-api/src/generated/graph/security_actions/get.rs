//! `graph.security_actions.get`: Get one security action.

use http_core::{Client, Id, Request, Result};

use crate::graph::security_actions::SecurityAction;

/// Get one security action.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/securityaction-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().security_actions().get("text").send().await?;
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
        let request = Request::new(&super::GET).set("security_action_id", security_action_id);
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
