//! `InfoGatheringFileRecord`.

use http_core::{Id, Value};

http_core::entity! {
    /// Source: `observed, not vendor documentation except DeviceGatheredInfo
    /// (MicrosoftDocs/defender-docs:defender-endpoint/api/device-health-api-methods-properties.md);
    /// members seen in two public clients`.
    pub struct InfoGatheringFileRecord {
        pub device_id: Id<InfoGatheringFileRecord> = "DeviceId",
        pub device_name: Option<String> = "DeviceName",
        pub os_platform: Option<String> = "OsPlatform",
        pub os_version: Option<String> = "OsVersion",
        pub rbac_group_id: Option<i64> = "RbacGroupId",
        pub rbac_group_name: Option<String> = "RbacGroupName",
        pub last_seen_time: Option<String> = "LastSeenTime",
        pub timestamp: Option<String> = "Timestamp",
        /// A JSON object, or the same as text. Its members are spelled unevenly: AvMode,
        /// AvSignatureVersion, AvEngineVersion, AvPlatformVersion, AvIsSignatureUptoDate,
        /// AvIsEngineUptodate, AvIsPlatformUptodate, AvSignatureUpdateTime, AvEngineUpdateTime,
        /// AvPlatformUpdateTime, AvSignaturePublishTime, CloudProtectionState, AvScanResults (JSON as
        /// text: Quick and Full, each with ScanStatus, ErrorCode and Timestamp).
        pub device_gathered_info: Option<Value> = "DeviceGatheredInfo",
    }
}
