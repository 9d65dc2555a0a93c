//! `DiscoveredCloudAppDevice`.

use http_core::Id;

http_core::entity! {
    /// Discovered cloud app device.
    ///
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-endpointdiscoveredcloudappdetail-list-devices.md`.
    pub struct DiscoveredCloudAppDevice {
        /// Odata type. OData type tag.
        pub odata_type: Option<String> = "@odata.type",
        /// Name.
        pub name: Id<DiscoveredCloudAppDevice> = "name",
    }
}
