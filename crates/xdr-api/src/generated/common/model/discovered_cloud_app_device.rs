//! `DiscoveredCloudAppDevice`.

use http_core::Id;

http_core::entity! {
    /// Discovered cloud app device.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct DiscoveredCloudAppDevice {
        /// Id.
        pub id: Id<DiscoveredCloudAppDevice> = "id",
        /// Name.
        pub name: Option<String> = "name",
    }
}
