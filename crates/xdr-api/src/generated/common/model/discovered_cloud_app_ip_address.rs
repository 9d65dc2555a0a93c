//! `DiscoveredCloudAppIPAddress`.

use http_core::Id;

http_core::entity! {
    /// Discovered cloud app ip address.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct DiscoveredCloudAppIPAddress {
        /// Id.
        pub id: Id<DiscoveredCloudAppIPAddress> = "id",
        /// Ip address.
        pub ip_address: Option<String> = "ipAddress",
    }
}
