//! `EndpointDiscoveredCloudAppDetail`.

use http_core::{Id, Timestamp};

use crate::common::DiscoveredCloudAppDetailCategory;
use crate::common::DiscoveredCloudAppDevice;
use crate::common::DiscoveredCloudAppIPAddress;
use crate::common::DiscoveredCloudAppInfo;
use crate::common::DiscoveredCloudAppUser;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct EndpointDiscoveredCloudAppDetail {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<EndpointDiscoveredCloudAppDetail> = "id",
        pub display_name: Option<String> = "displayName",
        pub description: Option<String> = "description",
        pub category: Option<DiscoveredCloudAppDetailCategory> = "category",
        pub domains: Vec<String> = "domains",
        pub tags: Vec<String> = "tags",
        pub risk_score: Option<i64> = "riskScore",
        pub upload_network_traffic_in_bytes: Option<i64> = "uploadNetworkTrafficInBytes",
        pub download_network_traffic_in_bytes: Option<i64> = "downloadNetworkTrafficInBytes",
        pub transaction_count: Option<i64> = "transactionCount",
        pub ip_address_count: Option<i64> = "ipAddressCount",
        pub user_count: Option<i64> = "userCount",
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
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
