//! `DiscoveredCloudAppUser`.

use http_core::Id;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct DiscoveredCloudAppUser {
        pub id: Id<DiscoveredCloudAppUser> = "id",
        pub user_identifier: Option<String> = "userIdentifier",
    }
}
