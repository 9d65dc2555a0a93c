//! `DiscoveredCloudAppDevice`.

use http_core::Id;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct DiscoveredCloudAppDevice {
        pub id: Id<DiscoveredCloudAppDevice> = "id",
        pub name: Option<String> = "name",
    }
}
