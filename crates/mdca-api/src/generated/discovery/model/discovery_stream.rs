//! `DiscoveryStream`.

use http_core::{Id, Timestamp, Value};

use crate::discovery::DiscoveryStreamReceiverType;

http_core::entity! {
    /// Discovery stream.
    ///
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-list-streams.md`.
    pub struct DiscoveryStream {
        /// 24 hexadecimal digits; left out of every sample, but it is the streamId of the other calls
        /// (microsoft/MCAS): decode as optional.
        pub id_: Id<DiscoveryStream> = "_id",
        /// The overall report is called Global View.
        pub display_name: Option<String> = "displayName",
        /// See LogType.
        pub log_type: Option<i64> = "logType",
        /// Receiver type.
        pub receiver_type: Option<DiscoveryStreamReceiverType> = "receiverType",
        /// Optional; TCP or UDP in the table, lower case in the sample.
        pub protocol: Option<String> = "protocol",
        /// 1=INPUT (made by a log collector or data source); 3=VIEW (made by hand in the portal);
        /// 5=PREVIEW (one-time, from a snapshot report); earlier pages also had 0=INVALID, 2=LOGICAL,
        /// 4=ENRICHMENT.
        pub stream_type: Option<i64> = "streamType",
        /// Optional; 0=PROXY; `1=WINDOWS_DEFENDER`.
        pub built_in_stream_type: Option<i64> = "builtInStreamType",
        /// Optional.
        pub anonymize_users: Option<bool> = "anonymizeUsers",
        /// Optional.
        pub anonymize_machines: Option<bool> = "anonymizeMachines",
        /// Optional.
        pub comment: Option<String> = "comment",
        /// Optional.
        pub is_manual: Option<bool> = "isManual",
        /// Optional.
        pub snapshot_data: Option<bool> = "snapshotData",
        /// Feeds the global report; missing from some samples.
        pub global_aggregated: Option<bool> = "globalAggregated",
        /// ISO 8601 text.
        pub created: Option<Timestamp> = "created",
        /// ISO 8601 text.
        pub last_modified: Option<Timestamp> = "lastModified",
        /// ISO 8601 text; absent when nothing arrived.
        pub last_data_received: Option<Timestamp> = "lastDataReceived",
        /// Epoch milliseconds; sample only.
        pub last_alert_processing_time: Option<Timestamp> = "lastAlertProcessingTime",
        /// Optional.
        pub log_files_history_count: Option<i64> = "logFilesHistoryCount",
        /// Sample only.
        pub log_files_fails_count: Option<i64> = "logFilesFailsCount",
        /// 0=INVALID; `1=USER_NAME`; `2=IP_ADDRESS`; `3=MACHINE_NAME`; 4=RESOURCE.
        pub supported_entity_types: Vec<i64> = "supportedEntityTypes",
        /// 0=INVALID; `1=TOTAL_BYTES`; `2=DOWNLOADED_BYTES`; `3=UPLOADED_BYTES`.
        pub supported_traffic_types: Vec<i64> = "supportedTrafficTypes",
        /// Sample only.
        pub current_services_collection_name: Option<String> = "currentServicesCollectionName",
        /// True: timeFrames2 holds the current figures, false: timeFrames (documented 2021-10 to
        /// 2022-07).
        pub read_time_frames_from_second: Option<bool> = "readTimeFramesFromSecond",
        /// An object in the samples, "list" in the table; totals for the last 7, 30 or 60 days (Graph
        /// and microsoft/MCAS: 7, 30, 90).
        pub time_frames: Option<Value> = "timeFrames",
        /// As timeFrames; spelled timeframes2 in the table.
        pub time_frames2: Option<Value> = "timeFrames2",
        /// Sample only.
        pub valid_time_frames: Vec<Value> = "validTimeFrames",
        /// Sample only.
        pub valid_time_frames2: Vec<Value> = "validTimeFrames2",
        /// Sample only.
        pub time_without_logs: Option<i64> = "timeWithoutLogs",
        /// Sample only.
        pub source_streams: Vec<Value> = "sourceStreams",
        /// User tags.
        pub user_tags: Vec<Value> = "userTags",
    }
}
