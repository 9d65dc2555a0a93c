//! `DiscoveredCloudAppUser`.

use http_core::Id;

http_core::entity! {
    /// Discovered cloud app user.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct DiscoveredCloudAppUser {
        /// Id.
        pub id: Id<DiscoveredCloudAppUser> = "id",
        /// User identifier.
        pub user_identifier: Option<String> = "userIdentifier",
    }
}
