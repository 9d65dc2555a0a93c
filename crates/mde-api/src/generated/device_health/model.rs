//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Device av info.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/device-health-api-methods-properties.md`.
    pub struct DeviceAvInfo {
        /// Id. Documented as the machine id, shown as another GUID.
        pub id: Option<String> = "id",
        /// Machine id.
        pub machine_id: Id<DeviceAvInfo> = "machineId",
        /// Computer dns name.
        pub computer_dns_name: Option<String> = "computerDnsName",
        /// Os kind.
        pub os_kind: Option<DeviceAvInfoOsKind> = "osKind",
        /// Os platform.
        pub os_platform: Option<String> = "osPlatform",
        /// Os version.
        pub os_version: Option<String> = "osVersion",
        /// Av mode. Number as text: empty = Other, 0 Active, 1 Passive, 2 Disabled, 3 Other, 4
        /// EDRBlocked, 5 PassiveAudit.
        pub av_mode: Option<DeviceAvInfoAvMode> = "avMode",
        /// Av signature version.
        pub av_signature_version: Option<String> = "avSignatureVersion",
        /// Av engine version.
        pub av_engine_version: Option<String> = "avEngineVersion",
        /// Av platform version.
        pub av_platform_version: Option<String> = "avPlatformVersion",
        /// Last seen time.
        pub last_seen_time: Option<Timestamp> = "lastSeenTime",
        /// Quick scan result. Empty text when there was none; "-" seen off Windows.
        pub quick_scan_result: Option<DeviceAvInfoQuickScanResult> = "quickScanResult",
        /// Quick scan error. Empty or 0x code.
        pub quick_scan_error: Option<String> = "quickScanError",
        /// Quick scan time.
        pub quick_scan_time: Option<Timestamp> = "quickScanTime",
        /// Full scan result. As quickScanResult.
        pub full_scan_result: Option<DeviceAvInfoFullScanResult> = "fullScanResult",
        /// Full scan error.
        pub full_scan_error: Option<String> = "fullScanError",
        /// Full scan time.
        pub full_scan_time: Option<Timestamp> = "fullScanTime",
        /// Data refresh timestamp.
        pub data_refresh_timestamp: Option<Timestamp> = "dataRefreshTimestamp",
        /// Av engine update time.
        pub av_engine_update_time: Option<Timestamp> = "avEngineUpdateTime",
        /// Av signature update time.
        pub av_signature_update_time: Option<Timestamp> = "avSignatureUpdateTime",
        /// Av platform update time.
        pub av_platform_update_time: Option<Timestamp> = "avPlatformUpdateTime",
        /// Av is signature up to date. Text, not a JSON boolean.
        pub av_is_signature_up_to_date: Option<DeviceAvInfoUpToDate> = "avIsSignatureUpToDate",
        /// Av is engine up to date. Text, not a JSON boolean.
        pub av_is_engine_up_to_date: Option<DeviceAvInfoUpToDate> = "avIsEngineUpToDate",
        /// Av is platform up to date. Text, not a JSON boolean.
        pub av_is_platform_up_to_date: Option<DeviceAvInfoUpToDate> = "avIsPlatformUpToDate",
        /// Av signature publish time.
        pub av_signature_publish_time: Option<Timestamp> = "avSignaturePublishTime",
        /// Rbac group name.
        pub rbac_group_name: Option<String> = "rbacGroupName",
        /// Rbac group id.
        pub rbac_group_id: Option<i64> = "rbacGroupId",
    }
}

http_core::open_enum! {
    /// Device av info av mode. An open set of words.
    pub enum DeviceAvInfoAvMode {
        Empty = "",
        Value0 = "0",
        Value1 = "1",
        Value2 = "2",
        Value3 = "3",
        Value4 = "4",
        Value5 = "5",
    }
}

http_core::open_enum! {
    /// Device av info full scan result. An open set of words.
    pub enum DeviceAvInfoFullScanResult {
        Completed = "Completed",
        Canceled = "Canceled",
        Failed = "Failed",
    }
}

http_core::open_enum! {
    /// Device av info os kind. An open set of words.
    pub enum DeviceAvInfoOsKind {
        Windows = "windows",
        Mac = "mac",
        Linux = "linux",
    }
}

http_core::open_enum! {
    /// Device av info quick scan result. An open set of words.
    pub enum DeviceAvInfoQuickScanResult {
        Completed = "Completed",
        Canceled = "Canceled",
        Failed = "Failed",
    }
}

http_core::open_enum! {
    /// Device av info up to date. An open set of words.
    pub enum DeviceAvInfoUpToDate {
        True = "True",
        False = "False",
        Unknown = "Unknown",
    }
}
