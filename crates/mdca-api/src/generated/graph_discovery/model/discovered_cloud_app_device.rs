//! `DiscoveredCloudAppDevice`.

use http_core::Id;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-endpointdiscoveredcloudappdetail-list-devices.md`.
    pub struct DiscoveredCloudAppDevice {
        pub odata_type: Option<String> = "@odata.type",
        pub name: Id<DiscoveredCloudAppDevice> = "name",
    }
}
