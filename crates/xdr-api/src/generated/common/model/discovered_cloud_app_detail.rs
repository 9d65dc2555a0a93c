//! `DiscoveredCloudAppDetail`.

use crate::common::DiscoveredCloudAppDetailBase;
use crate::common::EndpointDiscoveredCloudAppDetail;

http_core::family! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-cloudappdiscoveryreport-aggregatedappsdetails.md`.
    pub enum DiscoveredCloudAppDetail {
        @base Base(DiscoveredCloudAppDetailBase) = "#microsoft.graph.security.discoveredCloudAppDetail",
        EndpointDiscoveredCloudApp(EndpointDiscoveredCloudAppDetail) = "#microsoft.graph.security.endpointDiscoveredCloudAppDetail",
    }
}
