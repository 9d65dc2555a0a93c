//! `graph.identity_accounts.invoke_action`: Act on an account of an identity.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, Request, Result,
    Target, Undo,
};

use crate::graph::identity_accounts::IdentityAccounts;
use crate::graph::identity_accounts::IdentityProvider;
use crate::graph::identity_accounts::InvokeActionResult;
use crate::graph::identity_accounts::InvokeActionResultAction;

/// `graph.identity_accounts.invoke_action`: Act on an account of an identity.
pub static INVOKE_ACTION: Operation = Operation::post("graph.identity_accounts.invoke_action", "/v1.0/security/identities/identityAccounts/{identity_accounts_id}/invokeAction").host("graph").summary("Act on an account of an identity").inputs(&[Param::path("identity_accounts_id").example("71c46450-8c3c-4e85-aff8-40ad9aecd185"),
Param::body("accountId").required().help("Identifier of one of the accounts of the identity.").example("Orchid"),
Param::body("action").kind(Kind::Enum(&["disable", "enable", "forcePasswordReset", "revokeAllSessions", "requireUserToSignInAgain", "markUserAsCompromised"])).required().help("Action to take. Active Directory supports disable, enable and \
forcePasswordReset; Okta supports disable, enable and revokeAllSessions."),
Param::body("identityProvider").kind(Kind::Enum(&["entraID", "activeDirectory", "okta"])).required().help("Provider that holds the account. Entra ID is not supported yet.").example("activeDirectory"),
]).body(BodyKind::Json).answer(AnswerKind::Object).permissions(&["SecurityIdentitiesActions.ReadWrite.All"], &["SecurityIdentitiesActions.ReadWrite.All"]).target(&Target::new("identity_accounts_id", "graph.identity_accounts.get").name(&["displayName"]).shows(&["domain", "isEnabled"])).effect(Effect::new(EffectKind::Reversible).felt().undo(&Undo::by("graph.identity_accounts.invoke_action").carried(&["identity_accounts_id", "accountId", "identityProvider"]).swapped("action", ["disable", "enable"]).lost("other actions than disable and enable are not undone"))).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-identityaccounts-invokeaction.md");

/// Act on an account of an identity.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-identityaccounts-invokeaction.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().identity_accounts().invoke_action("71c46450-8c3c-4e85-aff8-40ad9aecd185", "Orchid", "word", "word").send().await?;
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
        let request = Request::new(&INVOKE_ACTION)
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

http_core::call_options!(InvokeAction);
