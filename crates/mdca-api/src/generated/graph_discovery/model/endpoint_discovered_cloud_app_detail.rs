//! `EndpointDiscoveredCloudAppDetail`.

use http_core::{Id, Timestamp};

use crate::graph_discovery::DiscoveredCloudAppDetailCategory;
use crate::graph_discovery::DiscoveredCloudAppDevice;
use crate::graph_discovery::DiscoveredCloudAppIPAddress;
use crate::graph_discovery::DiscoveredCloudAppInfo;
use crate::graph_discovery::DiscoveredCloudAppUser;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-endpointdiscoveredcloudappdetail.md`.
    pub struct EndpointDiscoveredCloudAppDetail {
        pub odata_type: Option<String> = "@odata.type",
        /// App id in the catalog.
        pub id: Id<EndpointDiscoveredCloudAppDetail> = "id",
        pub display_name: Option<String> = "displayName",
        pub description: Option<String> = "description",
        pub category: Option<DiscoveredCloudAppDetailCategory> = "category",
        pub domains: Vec<String> = "domains",
        /// Unsanctioned, Sanctioned, Monitored or a word of the tenant's own.
        pub tags: Vec<String> = "tags",
        /// Higher is safer (10 best).
        pub risk_score: Option<i64> = "riskScore",
        pub upload_network_traffic_in_bytes: Option<i64> = "uploadNetworkTrafficInBytes",
        pub download_network_traffic_in_bytes: Option<i64> = "downloadNetworkTrafficInBytes",
        pub transaction_count: Option<i64> = "transactionCount",
        pub ip_address_count: Option<i64> = "ipAddressCount",
        pub user_count: Option<i64> = "userCount",
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Absent unless expanded or read on its own path.
        pub app_info: Option<DiscoveredCloudAppInfo> = "appInfo",
        /// Absent unless expanded or read on its own path.
        pub ip_addresses: Vec<DiscoveredCloudAppIPAddress> = "ipAddresses",
        /// Absent unless expanded or read on its own path.
        pub users: Vec<DiscoveredCloudAppUser> = "users",
        pub device_count: Option<i64> = "deviceCount",
        /// Absent unless expanded or read on its own path.
        pub devices: Vec<DiscoveredCloudAppDevice> = "devices",
    }
}
