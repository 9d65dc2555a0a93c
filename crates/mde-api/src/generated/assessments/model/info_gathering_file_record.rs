//! `InfoGatheringFileRecord`.

use http_core::{Id, Value};

http_core::entity! {
    /// Info gathering file record.
    ///
    /// Source: `observed, not vendor documentation except DeviceGatheredInfo
    /// (MicrosoftDocs/defender-docs:defender-endpoint/api/device-health-api-methods-properties.md);
    /// members seen in two public clients`.
    pub struct InfoGatheringFileRecord {
        /// Device id.
        pub device_id: Id<InfoGatheringFileRecord> = "DeviceId",
        /// Device name.
        pub device_name: Option<String> = "DeviceName",
        /// Os platform.
        pub os_platform: Option<String> = "OsPlatform",
        /// Os version.
        pub os_version: Option<String> = "OsVersion",
        /// Rbac group id.
        pub rbac_group_id: Option<i64> = "RbacGroupId",
        /// Rbac group name.
        pub rbac_group_name: Option<String> = "RbacGroupName",
        /// Last seen time.
        pub last_seen_time: Option<String> = "LastSeenTime",
        /// Timestamp.
        pub timestamp: Option<String> = "Timestamp",
        /// Device gathered info. A JSON object, or the same as a JSON-encoded string; members such as
        /// AvMode, AvSignatureVersion, AvEngineVersion, AvPlatformVersion, AvIsSignatureUptoDate,
        /// AvIsEngineUptodate, AvIsPlatformUptodate (note the uneven spelling), AvSignatureUpdateTime,
        /// AvEngineUpdateTime, AvPlatformUpdateTime, AvSignaturePublishTime, CloudProtectionState,
        /// AvScanResults (again JSON in a string: Quick and Full, each ScanStatus, ErrorCode,
        /// Timestamp).
        pub device_gathered_info: Option<Value> = "DeviceGatheredInfo",
    }
}
