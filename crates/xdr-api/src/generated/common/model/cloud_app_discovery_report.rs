//! `CloudAppDiscoveryReport`.

use http_core::{Id, Timestamp};

use crate::common::CloudAppDiscoveryReportLogDataProvider;
use crate::common::CloudAppDiscoveryReportReceiverProtocol;
use crate::common::CloudAppDiscoveryReportSupportedEntityType;
use crate::common::CloudAppDiscoveryReportSupportedTrafficType;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-datadiscoveryreport-list-uploadedstreams.md`.
    pub struct CloudAppDiscoveryReport {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<CloudAppDiscoveryReport> = "id",
        pub display_name: Option<String> = "displayName",
        pub description: Option<String> = "description",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub last_data_received_date_time: Option<Timestamp> = "lastDataReceivedDateTime",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub is_snapshot_report: Option<bool> = "isSnapshotReport",
        pub anonymize_machine_data: Option<bool> = "anonymizeMachineData",
        pub anonymize_user_data: Option<bool> = "anonymizeUserData",
        pub log_data_provider: Option<CloudAppDiscoveryReportLogDataProvider> = "logDataProvider",
        pub log_file_count: Option<i64> = "logFileCount",
        pub receiver_protocol: Option<CloudAppDiscoveryReportReceiverProtocol> = "receiverProtocol",
        pub supported_entity_types: Vec<CloudAppDiscoveryReportSupportedEntityType> = "supportedEntityTypes",
        pub supported_traffic_types: Vec<CloudAppDiscoveryReportSupportedTrafficType> = "supportedTrafficTypes",
    }
}
