//! `DiscoveryStream`.

use http_core::{Id, Timestamp, Value};

use crate::discovery::DiscoveryStreamReceiverType;

http_core::entity! {
    /// Discovery stream.
    ///
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-list-streams.md`.
    pub struct DiscoveryStream {
        /// Id. 24 hexadecimal digits; left out of every sample, but it is the streamId of the other
        /// calls (microsoft/MCAS): decode as optional.
        pub id_: Id<DiscoveryStream> = "_id",
        /// Display name. The overall report is called Global View.
        pub display_name: Option<String> = "displayName",
        /// Log type. See LogType.
        pub log_type: Option<i64> = "logType",
        /// Receiver type.
        pub receiver_type: Option<DiscoveryStreamReceiverType> = "receiverType",
        /// Protocol. Optional; TCP or UDP in the table, lower case in the sample.
        pub protocol: Option<String> = "protocol",
        /// Stream type. 1=INPUT (made by a log collector or data source); 3=VIEW (made by hand in the
        /// portal); 5=PREVIEW (one-time, from a snapshot report); earlier pages also had 0=INVALID,
        /// 2=LOGICAL, 4=ENRICHMENT.
        pub stream_type: Option<i64> = "streamType",
        /// Built in stream type. Optional; 0=PROXY; `1=WINDOWS_DEFENDER`.
        pub built_in_stream_type: Option<i64> = "builtInStreamType",
        /// Anonymize users. Optional.
        pub anonymize_users: Option<bool> = "anonymizeUsers",
        /// Anonymize machines. Optional.
        pub anonymize_machines: Option<bool> = "anonymizeMachines",
        /// Comment. Optional.
        pub comment: Option<String> = "comment",
        /// Is manual. Optional.
        pub is_manual: Option<bool> = "isManual",
        /// Snapshot data. Optional.
        pub snapshot_data: Option<bool> = "snapshotData",
        /// Global aggregated. Feeds the global report; missing from some samples.
        pub global_aggregated: Option<bool> = "globalAggregated",
        /// Created. ISO 8601 text.
        pub created: Option<Timestamp> = "created",
        /// Last modified. ISO 8601 text.
        pub last_modified: Option<Timestamp> = "lastModified",
        /// Last data received. ISO 8601 text; absent when nothing arrived.
        pub last_data_received: Option<Timestamp> = "lastDataReceived",
        /// Last alert processing time. Epoch milliseconds; sample only.
        pub last_alert_processing_time: Option<Timestamp> = "lastAlertProcessingTime",
        /// Log files history count. Optional.
        pub log_files_history_count: Option<i64> = "logFilesHistoryCount",
        /// Log files fails count. Sample only.
        pub log_files_fails_count: Option<i64> = "logFilesFailsCount",
        /// Supported entity types. 0=INVALID; `1=USER_NAME`; `2=IP_ADDRESS`; `3=MACHINE_NAME`;
        /// 4=RESOURCE.
        pub supported_entity_types: Vec<i64> = "supportedEntityTypes",
        /// Supported traffic types. 0=INVALID; `1=TOTAL_BYTES`; `2=DOWNLOADED_BYTES`;
        /// `3=UPLOADED_BYTES`.
        pub supported_traffic_types: Vec<i64> = "supportedTrafficTypes",
        /// Current services collection name. Sample only.
        pub current_services_collection_name: Option<String> = "currentServicesCollectionName",
        /// Read time frames from second. True: timeFrames2 holds the current figures, false: timeFrames
        /// (documented 2021-10 to 2022-07).
        pub read_time_frames_from_second: Option<bool> = "readTimeFramesFromSecond",
        /// Time frames. An object in the samples, "list" in the table; totals for the last 7, 30 or 60
        /// days (Graph and microsoft/MCAS: 7, 30, 90).
        pub time_frames: Option<Value> = "timeFrames",
        /// Time frames2. As timeFrames; spelled timeframes2 in the table.
        pub time_frames2: Option<Value> = "timeFrames2",
        /// Valid time frames. Sample only.
        pub valid_time_frames: Vec<Value> = "validTimeFrames",
        /// Valid time frames2. Sample only.
        pub valid_time_frames2: Vec<Value> = "validTimeFrames2",
        /// Time without logs. Sample only.
        pub time_without_logs: Option<i64> = "timeWithoutLogs",
        /// Source streams. Sample only.
        pub source_streams: Vec<Value> = "sourceStreams",
        /// User tags.
        pub user_tags: Vec<Value> = "userTags",
    }
}
