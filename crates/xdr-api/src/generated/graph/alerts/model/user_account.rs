//! `UserAccount`.

use crate::graph::alerts::ResourceAccessEvent;

http_core::entity! {
    /// User account.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct UserAccount {
        /// Account name.
        pub account_name: Option<String> = "accountName",
        /// Active directory object guid.
        pub active_directory_object_guid: Option<String> = "activeDirectoryObjectGuid",
        /// Azure ad user id.
        pub azure_ad_user_id: Option<String> = "azureAdUserId",
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Domain name.
        pub domain_name: Option<String> = "domainName",
        /// Resource access events.
        pub resource_access_events: Vec<ResourceAccessEvent> = "resourceAccessEvents",
        /// Tenant id.
        pub tenant_id: Option<String> = "tenantId",
        /// User principal name.
        pub user_principal_name: Option<String> = "userPrincipalName",
        /// User sid.
        pub user_sid: Option<String> = "userSid",
    }
}
