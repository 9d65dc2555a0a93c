//! `graph.security_actions.cancel`: Cancel a security action.

use http_core::{Client, Id, Request, Result};

use crate::graph::security_actions::SecurityAction;

/// Cancel a security action.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/securityaction-cancelsecurityaction.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().security_actions().cancel("text").send().await?;
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
        let request = Request::new(&super::CANCEL).set("security_action_id", security_action_id);
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
