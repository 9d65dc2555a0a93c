//! The records and words of this group.

use http_core::Id;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Account {
        pub actions: Vec<AccountAction> = "actions",
        pub identifier: Option<String> = "identifier",
        pub identity_provider: Option<IdentityProvider> = "identityProvider",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct IdentityAccounts {
        /// Always one of the derived types.
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<IdentityAccounts> = "id",
        pub accounts: Vec<Account> = "accounts",
        pub cloud_security_identifier: Option<String> = "cloudSecurityIdentifier",
        pub display_name: Option<String> = "displayName",
        pub domain: Option<String> = "domain",
        pub is_enabled: Option<bool> = "isEnabled",
        pub on_premises_security_identifier: Option<String> = "onPremisesSecurityIdentifier",
        pub email_address: Option<String> = "emailAddress",
        pub user_principal_name: Option<String> = "userPrincipalName",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct InvokeActionResult {
        pub account_id: Option<String> = "accountId",
        pub action: Option<InvokeActionResultAction> = "action",
        pub correlation_id: Option<String> = "correlationId",
        pub identity_provider: Option<IdentityProvider> = "identityProvider",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SecurityUser {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<SecurityUser> = "id",
        pub accounts: Vec<Account> = "accounts",
        pub cloud_security_identifier: Option<String> = "cloudSecurityIdentifier",
        pub display_name: Option<String> = "displayName",
        pub domain: Option<String> = "domain",
        pub is_enabled: Option<bool> = "isEnabled",
        pub on_premises_security_identifier: Option<String> = "onPremisesSecurityIdentifier",
        pub email_address: Option<String> = "emailAddress",
        pub user_principal_name: Option<String> = "userPrincipalName",
    }
}

http_core::open_enum! {
    /// An open set of words.
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
    /// An open set of words.
    pub enum IdentityProvider {
        EntraId = "entraID",
        ActiveDirectory = "activeDirectory",
        Okta = "okta",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
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
