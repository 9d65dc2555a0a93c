//! `DiscoveredCloudAppUser`.

use http_core::Id;

http_core::entity! {
    /// Discovered cloud app user.
    ///
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-discoveredcloudappdetail-list-users.md`.
    pub struct DiscoveredCloudAppUser {
        /// Odata type. OData type tag.
        pub odata_type: Option<String> = "@odata.type",
        /// User identifier. May be anonymised.
        pub user_identifier: Id<DiscoveredCloudAppUser> = "userIdentifier",
    }
}
