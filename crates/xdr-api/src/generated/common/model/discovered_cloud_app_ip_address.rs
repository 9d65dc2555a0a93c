//! `DiscoveredCloudAppIPAddress`.

use http_core::Id;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct DiscoveredCloudAppIPAddress {
        pub id: Id<DiscoveredCloudAppIPAddress> = "id",
        pub ip_address: Option<String> = "ipAddress",
    }
}
