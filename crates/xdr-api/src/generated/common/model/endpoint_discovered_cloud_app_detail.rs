//! `EndpointDiscoveredCloudAppDetail`.

use http_core::{Id, Timestamp};

use crate::common::DiscoveredCloudAppDetailCategory;
use crate::common::DiscoveredCloudAppDevice;
use crate::common::DiscoveredCloudAppIPAddress;
use crate::common::DiscoveredCloudAppInfo;
use crate::common::DiscoveredCloudAppUser;

http_core::entity! {
    /// Endpoint discovered cloud app detail.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct EndpointDiscoveredCloudAppDetail {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Id.
        pub id: Id<EndpointDiscoveredCloudAppDetail> = "id",
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Description.
        pub description: Option<String> = "description",
        /// Category.
        pub category: Option<DiscoveredCloudAppDetailCategory> = "category",
        /// Domains.
        pub domains: Vec<String> = "domains",
        /// Tags.
        pub tags: Vec<String> = "tags",
        /// Risk score.
        pub risk_score: Option<i64> = "riskScore",
        /// Upload network traffic in bytes.
        pub upload_network_traffic_in_bytes: Option<i64> = "uploadNetworkTrafficInBytes",
        /// Download network traffic in bytes.
        pub download_network_traffic_in_bytes: Option<i64> = "downloadNetworkTrafficInBytes",
        /// Transaction count.
        pub transaction_count: Option<i64> = "transactionCount",
        /// Ip address count.
        pub ip_address_count: Option<i64> = "ipAddressCount",
        /// User count.
        pub user_count: Option<i64> = "userCount",
        /// First seen date time.
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Last seen date time.
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// App info. Relationship.
        pub app_info: Option<DiscoveredCloudAppInfo> = "appInfo",
        /// Ip addresses. Relationship.
        pub ip_addresses: Vec<DiscoveredCloudAppIPAddress> = "ipAddresses",
        /// Users. Relationship.
        pub users: Vec<DiscoveredCloudAppUser> = "users",
        /// Device count.
        pub device_count: Option<i64> = "deviceCount",
        /// Devices. Relationship.
        pub devices: Vec<DiscoveredCloudAppDevice> = "devices",
    }
}
