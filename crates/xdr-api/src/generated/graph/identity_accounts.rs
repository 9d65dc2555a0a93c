//! Operations and types of identity accounts.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetIdentityAccount`] | `GET /v1.0/security/identities/identityAccounts/{identity_accounts_id}` | `SecurityIdentitiesAccount.Read.All` |
//! | [`InvokeAction`] | `POST /v1.0/security/identities/identityAccounts/{identity_accounts_id}/invokeAction` | `SecurityIdentitiesActions.ReadWrite.All` |
//! | [`ListIdentityAccounts`] | `GET /v1.0/security/identities/identityAccounts` | `SecurityIdentitiesAccount.Read.All` |

mod filters;
mod get;
mod invoke_action;
mod list;
mod model;

use http_core::{Client, Id};

pub use filters::IdentityAccountsFilter;
pub use get::{GET, GetIdentityAccount};
pub use invoke_action::{INVOKE_ACTION, InvokeAction};
pub use list::{LIST, ListIdentityAccounts};
pub use model::{
    Account, AccountAction, IdentityAccounts, IdentityProvider, InvokeActionResult,
    InvokeActionResultAction, SecurityUser,
};

/// The operations of identity accounts; each method begins a request.
#[derive(Clone, Debug)]
pub struct IdentityAccountsOperations {
    pub(crate) client: Client,
}

impl IdentityAccountsOperations {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one identity. See [`GetIdentityAccount`].
    pub fn get(&self, identity_accounts_id: impl Into<Id<IdentityAccounts>>) -> GetIdentityAccount {
        GetIdentityAccount::new(&self.client, identity_accounts_id)
    }

    /// Act on an account of an identity. See [`InvokeAction`].
    pub fn invoke_action(
        &self,
        identity_accounts_id: impl Into<Id<IdentityAccounts>>,
        account_id: impl Into<String>,
        action: impl Into<InvokeActionResultAction>,
        identity_provider: impl Into<IdentityProvider>,
    ) -> InvokeAction {
        InvokeAction::new(
            &self.client,
            identity_accounts_id,
            account_id,
            action,
            identity_provider,
        )
    }

    /// List identities seen by Defender for Identity. See [`ListIdentityAccounts`].
    pub fn list(&self) -> ListIdentityAccounts {
        ListIdentityAccounts::new(&self.client)
    }
}
