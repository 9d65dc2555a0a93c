//! `DiscoveredCloudAppIPAddress`.

use http_core::Id;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-discoveredcloudappdetail-list-ipaddresses.md`.
    pub struct DiscoveredCloudAppIPAddress {
        pub odata_type: Option<String> = "@odata.type",
        pub ip_address: Id<DiscoveredCloudAppIPAddress> = "ipAddress",
    }
}
