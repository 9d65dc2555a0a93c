//! Operations and types of identity accounts.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetIdentityAccount`] | `GET /v1.0/security/identities/identityAccounts/{identity_accounts_id}` | `SecurityIdentitiesAccount.Read.All` |
//! | [`InvokeAction`] | `POST /v1.0/security/identities/identityAccounts/{identity_accounts_id}/invokeAction` | `SecurityIdentitiesActions.ReadWrite.All` |
//! | [`ListIdentityAccounts`] | `GET /v1.0/security/identities/identityAccounts` | `SecurityIdentitiesAccount.Read.All` |

mod get;
mod invoke_action;
mod list;
mod model;

use http_core::{Answer, BodyKind, Client, Header, Id, Kind, Operation, Paging, Param};

pub use get::GetIdentityAccount;
pub use invoke_action::InvokeAction;
pub use list::ListIdentityAccounts;
pub use model::{
    Account, AccountAction, IdentityAccounts, IdentityProvider, InvokeActionResult,
    InvokeActionResultAction, SecurityUser,
};

/// `graph.identity_accounts.get`: Get one identity.
pub static GET: Operation = Operation::get(
    "graph.identity_accounts.get",
    "/v1.0/security/identities/identityAccounts/{identity_accounts_id}",
)
.host("graph")
.summary("Get one identity")
.params(&[Param::path("identity_accounts_id")])
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.answer(Answer::Entity)
.permissions(
    &["SecurityIdentitiesAccount.Read.All"],
    &["SecurityIdentitiesAccount.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// `graph.identity_accounts.invoke_action`: Act on an account of an identity.
pub static INVOKE_ACTION: Operation = Operation::post("graph.identity_accounts.invoke_action", "/v1.0/security/identities/identityAccounts/{identity_accounts_id}/invokeAction").host("graph").summary("Act on an account of an identity").help("Sample wraps the result in value and names provider. The permission file \
spells the path invokeActions.").params(&[Param::path("identity_accounts_id"),
Param::body("accountId").required().help("identifier of one of accounts"),
Param::body("action").kind(Kind::Enum(&["disable", "enable", "forcePasswordReset", "revokeAllSessions", "requireUserToSignInAgain", "markUserAsCompromised"])).required().help("disable and enable: activeDirectory, okta; forcePasswordReset: \
activeDirectory; revokeAllSessions: okta; the others have no supported \
provider yet"),
Param::body("identityProvider").kind(Kind::Enum(&["entraID", "activeDirectory", "okta"])).required().help("entraID is not covered yet"),
]).body(BodyKind::Json).answer(Answer::Object).permissions(&["SecurityIdentitiesActions.ReadWrite.All"], &["SecurityIdentitiesActions.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-identityaccounts-invokeaction.md");

/// `graph.identity_accounts.list`: List identities seen by Defender for Identity.
pub static LIST: Operation = Operation::get("graph.identity_accounts.list", "/v1.0/security/identities/identityAccounts").host("graph").summary("List identities seen by Defender for Identity").help("Samples name the provider field provider with values ActiveDirectory, \
EntraID, Okta; the model says identityProvider and camelCase.").params(&[Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$select").help("members to send, separated by commas"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).filterable(&["onPremisesSecurityIdentifier"]).permissions(&["SecurityIdentitiesAccount.Read.All"], &["SecurityIdentitiesAccount.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-identitycontainer-list-identityaccounts.md");

/// The operations of identity accounts; each method begins a request.
#[derive(Clone, Debug)]
pub struct IdentityAccountsOperations {
    client: Client,
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
