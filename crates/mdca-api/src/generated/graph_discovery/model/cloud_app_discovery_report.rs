//! `CloudAppDiscoveryReport`.

use http_core::{Id, Timestamp};

use crate::graph_discovery::CloudAppDiscoveryReportLogDataProvider;
use crate::graph_discovery::CloudAppDiscoveryReportReceiverProtocol;
use crate::graph_discovery::CloudAppDiscoveryReportSupportedEntityType;
use crate::graph_discovery::CloudAppDiscoveryReportSupportedTrafficType;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-cloudappdiscoveryreport.md`.
    pub struct CloudAppDiscoveryReport {
        pub odata_type: Option<String> = "@odata.type",
        /// Stream id.
        pub id: Id<CloudAppDiscoveryReport> = "id",
        pub display_name: Option<String> = "displayName",
        pub description: Option<String> = "description",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub last_data_received_date_time: Option<Timestamp> = "lastDataReceivedDateTime",
        pub receiver_protocol: Option<CloudAppDiscoveryReportReceiverProtocol> = "receiverProtocol",
        pub supported_entity_types: Vec<CloudAppDiscoveryReportSupportedEntityType> = "supportedEntityTypes",
        pub supported_traffic_types: Vec<CloudAppDiscoveryReportSupportedTrafficType> = "supportedTrafficTypes",
        pub anonymize_machine_data: Option<bool> = "anonymizeMachineData",
        pub anonymize_user_data: Option<bool> = "anonymizeUserData",
        pub log_data_provider: Option<CloudAppDiscoveryReportLogDataProvider> = "logDataProvider",
        pub log_file_count: Option<i64> = "logFileCount",
        pub is_snapshot_report: Option<bool> = "isSnapshotReport",
    }
}
