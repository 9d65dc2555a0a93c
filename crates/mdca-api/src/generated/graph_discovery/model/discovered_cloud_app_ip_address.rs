//! `DiscoveredCloudAppIPAddress`.

use http_core::Id;

http_core::entity! {
    /// Discovered cloud app ip address.
    ///
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-discoveredcloudappdetail-list-ipaddresses.md`.
    pub struct DiscoveredCloudAppIPAddress {
        /// Odata type. OData type tag.
        pub odata_type: Option<String> = "@odata.type",
        /// Ip address.
        pub ip_address: Id<DiscoveredCloudAppIPAddress> = "ipAddress",
    }
}
