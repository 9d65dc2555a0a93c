//! The records and words of this group.

use http_core::Id;

http_core::entity! {
    /// Account.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Account {
        /// Actions.
        pub actions: Vec<AccountAction> = "actions",
        /// Identifier.
        pub identifier: Option<String> = "identifier",
        /// Identity provider. The document samples spell it provider and in PascalCase.
        pub identity_provider: Option<IdentityProvider> = "identityProvider",
    }
}

http_core::entity! {
    /// Identity accounts.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct IdentityAccounts {
        /// Odata type. Discriminator; abstract base, always one of the listed derived types.
        pub odata_type: Option<String> = "@odata.type",
        /// Id.
        pub id: Id<IdentityAccounts> = "id",
        /// Accounts.
        pub accounts: Vec<Account> = "accounts",
        /// Cloud security identifier.
        pub cloud_security_identifier: Option<String> = "cloudSecurityIdentifier",
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Domain.
        pub domain: Option<String> = "domain",
        /// Is enabled.
        pub is_enabled: Option<bool> = "isEnabled",
        /// On premises security identifier.
        pub on_premises_security_identifier: Option<String> = "onPremisesSecurityIdentifier",
    }
}

http_core::entity! {
    /// Invoke action result.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct InvokeActionResult {
        /// Account id.
        pub account_id: Option<String> = "accountId",
        /// Action.
        pub action: Option<InvokeActionResultAction> = "action",
        /// Correlation id.
        pub correlation_id: Option<String> = "correlationId",
        /// Identity provider. The document sample spells it provider.
        pub identity_provider: Option<IdentityProvider> = "identityProvider",
    }
}

http_core::entity! {
    /// Security user.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SecurityUser {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Id.
        pub id: Id<SecurityUser> = "id",
        /// Accounts.
        pub accounts: Vec<Account> = "accounts",
        /// Cloud security identifier.
        pub cloud_security_identifier: Option<String> = "cloudSecurityIdentifier",
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Domain.
        pub domain: Option<String> = "domain",
        /// Is enabled.
        pub is_enabled: Option<bool> = "isEnabled",
        /// On premises security identifier.
        pub on_premises_security_identifier: Option<String> = "onPremisesSecurityIdentifier",
        /// Email address.
        pub email_address: Option<String> = "emailAddress",
        /// User principal name.
        pub user_principal_name: Option<String> = "userPrincipalName",
    }
}

http_core::open_enum! {
    /// Account action. An open set of words.
    pub enum AccountAction {
        Disable = "disable",
        Enable = "enable",
        ForcePasswordReset = "forcePasswordReset",
        RevokeAllSessions = "revokeAllSessions",
        RequireUserToSignInAgain = "requireUserToSignInAgain",
        MarkUserAsCompromised = "markUserAsCompromised",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// Identity provider. An open set of words.
    pub enum IdentityProvider {
        EntraId = "entraID",
        ActiveDirectory = "activeDirectory",
        Okta = "okta",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// Invoke action result action. An open set of words.
    pub enum InvokeActionResultAction {
        Disable = "disable",
        Enable = "enable",
        ForcePasswordReset = "forcePasswordReset",
        RevokeAllSessions = "revokeAllSessions",
        RequireUserToSignInAgain = "requireUserToSignInAgain",
        MarkUserAsCompromised = "markUserAsCompromised",
        UnknownFutureValue = "unknownFutureValue",
    }
}
