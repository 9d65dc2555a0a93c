//! `CloudAppDiscoveryReport`.

use http_core::{Id, Timestamp};

use crate::graph_discovery::CloudAppDiscoveryReportLogDataProvider;
use crate::graph_discovery::CloudAppDiscoveryReportReceiverProtocol;
use crate::graph_discovery::CloudAppDiscoveryReportSupportedEntityType;
use crate::graph_discovery::CloudAppDiscoveryReportSupportedTrafficType;

http_core::entity! {
    /// Cloud app discovery report.
    ///
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-cloudappdiscoveryreport.md`.
    pub struct CloudAppDiscoveryReport {
        /// Odata type. OData type tag.
        pub odata_type: Option<String> = "@odata.type",
        /// Id. Stream id.
        pub id: Id<CloudAppDiscoveryReport> = "id",
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Description.
        pub description: Option<String> = "description",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Last modified date time.
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        /// Last data received date time. Null in the sample.
        pub last_data_received_date_time: Option<Timestamp> = "lastDataReceivedDateTime",
        /// Receiver protocol.
        pub receiver_protocol: Option<CloudAppDiscoveryReportReceiverProtocol> = "receiverProtocol",
        /// Supported entity types.
        pub supported_entity_types: Vec<CloudAppDiscoveryReportSupportedEntityType> = "supportedEntityTypes",
        /// Supported traffic types.
        pub supported_traffic_types: Vec<CloudAppDiscoveryReportSupportedTrafficType> = "supportedTrafficTypes",
        /// Anonymize machine data.
        pub anonymize_machine_data: Option<bool> = "anonymizeMachineData",
        /// Anonymize user data.
        pub anonymize_user_data: Option<bool> = "anonymizeUserData",
        /// Log data provider.
        pub log_data_provider: Option<CloudAppDiscoveryReportLogDataProvider> = "logDataProvider",
        /// Log file count.
        pub log_file_count: Option<i64> = "logFileCount",
        /// Is snapshot report.
        pub is_snapshot_report: Option<bool> = "isSnapshotReport",
    }
}
