//! `DiscoveredCloudAppUser`.

use http_core::Id;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-discoveredcloudappdetail-list-users.md`.
    pub struct DiscoveredCloudAppUser {
        pub odata_type: Option<String> = "@odata.type",
        /// May be anonymised.
        pub user_identifier: Id<DiscoveredCloudAppUser> = "userIdentifier",
    }
}
