//! `DiscoveredCloudAppDetail`.

use http_core::{Id, Timestamp};

use crate::graph_discovery::DiscoveredCloudAppDetailCategory;
use crate::graph_discovery::DiscoveredCloudAppIPAddress;
use crate::graph_discovery::DiscoveredCloudAppInfo;
use crate::graph_discovery::DiscoveredCloudAppUser;

http_core::entity! {
    /// Discovered cloud app detail.
    ///
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-discoveredcloudappdetail.md`.
    pub struct DiscoveredCloudAppDetail {
        /// Odata type. OData type tag.
        pub odata_type: Option<String> = "@odata.type",
        /// Id. App id in the catalog (SaaSDB id).
        pub id: Id<DiscoveredCloudAppDetail> = "id",
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Description. In the metadata, not in the page.
        pub description: Option<String> = "description",
        /// Category. Note webemail; last three values are in the metadata only.
        pub category: Option<DiscoveredCloudAppDetailCategory> = "category",
        /// Domains.
        pub domains: Vec<String> = "domains",
        /// Tags. Unsanctioned, Sanctioned, Monitored or a custom word.
        pub tags: Vec<String> = "tags",
        /// Risk score. Higher is safer (10 best).
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
        /// Last seen date time.
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// First seen date time. In the metadata, not in the page.
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// App info. Relationship.
        pub app_info: Option<DiscoveredCloudAppInfo> = "appInfo",
        /// Ip addresses. Relationship.
        pub ip_addresses: Vec<DiscoveredCloudAppIPAddress> = "ipAddresses",
        /// Users. Relationship.
        pub users: Vec<DiscoveredCloudAppUser> = "users",
    }
}
