//! `graph.identity_accounts.invoke_action`: Act on an account of an identity.

use http_core::{Client, Id, Request, Result};

use crate::graph::identity_accounts::IdentityAccounts;
use crate::graph::identity_accounts::IdentityProvider;
use crate::graph::identity_accounts::InvokeActionResult;
use crate::graph::identity_accounts::InvokeActionResultAction;

/// Act on an account of an identity.
///
/// Sample wraps the result in value and names provider. The permission file spells the path
/// invokeActions.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-identityaccounts-invokeaction.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().identity_accounts().invoke_action("text", "text", "word", "word").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct InvokeAction {
    client: Client,
    request: Request,
}

impl InvokeAction {
    pub(super) fn new(
        client: &Client,
        identity_accounts_id: impl Into<Id<IdentityAccounts>>,
        account_id: impl Into<String>,
        action: impl Into<InvokeActionResultAction>,
        identity_provider: impl Into<IdentityProvider>,
    ) -> Self {
        let identity_accounts_id: Id<IdentityAccounts> = identity_accounts_id.into();
        let account_id: String = account_id.into();
        let action: InvokeActionResultAction = action.into();
        let identity_provider: IdentityProvider = identity_provider.into();
        let request = Request::new(&super::INVOKE_ACTION)
            .set("identity_accounts_id", identity_accounts_id)
            .set("accountId", account_id)
            .set("action", action)
            .set("identityProvider", identity_provider);
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
    pub async fn send(self) -> Result<InvokeActionResult> {
        self.client.send(self.request).await
    }
}
