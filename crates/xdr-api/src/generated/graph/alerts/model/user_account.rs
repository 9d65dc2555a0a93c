//! `UserAccount`.

use crate::graph::alerts::ResourceAccessEvent;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct UserAccount {
        pub account_name: Option<String> = "accountName",
        pub active_directory_object_guid: Option<String> = "activeDirectoryObjectGuid",
        pub azure_ad_user_id: Option<String> = "azureAdUserId",
        pub display_name: Option<String> = "displayName",
        pub domain_name: Option<String> = "domainName",
        pub resource_access_events: Vec<ResourceAccessEvent> = "resourceAccessEvents",
        pub tenant_id: Option<String> = "tenantId",
        pub user_principal_name: Option<String> = "userPrincipalName",
        pub user_sid: Option<String> = "userSid",
    }
}
