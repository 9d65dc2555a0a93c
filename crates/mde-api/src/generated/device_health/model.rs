//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/device-health-api-methods-properties.md;
    /// the $metadata of the service, by PyPI mde-client 0.4.0`.
    pub struct DeviceAvInfo {
        /// Not the id of the machine: see `machineId`.
        pub id: Option<String> = "id",
        pub machine_id: Id<DeviceAvInfo> = "machineId",
        pub computer_dns_name: Option<String> = "computerDnsName",
        pub os_kind: Option<DeviceAvInfoOsKind> = "osKind",
        pub os_platform: Option<String> = "osPlatform",
        pub os_version: Option<String> = "osVersion",
        /// Number as text: empty = Other, 0 Active, 1 Passive, 2 Disabled, 3 Other, 4 EDRBlocked, 5
        /// PassiveAudit.
        pub av_mode: Option<DeviceAvInfoAvMode> = "avMode",
        pub av_signature_version: Option<String> = "avSignatureVersion",
        pub av_engine_version: Option<String> = "avEngineVersion",
        pub av_platform_version: Option<String> = "avPlatformVersion",
        pub last_seen_time: Option<Timestamp> = "lastSeenTime",
        /// Empty text without a scan. `-` occurs on other systems than Windows.
        pub quick_scan_result: Option<DeviceAvInfoQuickScanResult> = "quickScanResult",
        /// Empty or 0x code.
        pub quick_scan_error: Option<String> = "quickScanError",
        pub quick_scan_time: Option<Timestamp> = "quickScanTime",
        /// As quickScanResult.
        pub full_scan_result: Option<DeviceAvInfoFullScanResult> = "fullScanResult",
        pub full_scan_error: Option<String> = "fullScanError",
        pub full_scan_time: Option<Timestamp> = "fullScanTime",
        pub data_refresh_timestamp: Option<Timestamp> = "dataRefreshTimestamp",
        pub av_engine_update_time: Option<Timestamp> = "avEngineUpdateTime",
        pub av_signature_update_time: Option<Timestamp> = "avSignatureUpdateTime",
        pub av_platform_update_time: Option<Timestamp> = "avPlatformUpdateTime",
        /// Text, not a JSON boolean.
        pub av_is_signature_up_to_date: Option<DeviceAvInfoUpToDate> = "avIsSignatureUpToDate",
        /// Text, not a JSON boolean.
        pub av_is_engine_up_to_date: Option<DeviceAvInfoUpToDate> = "avIsEngineUpToDate",
        /// Text, not a JSON boolean.
        pub av_is_platform_up_to_date: Option<DeviceAvInfoUpToDate> = "avIsPlatformUpToDate",
        pub av_signature_publish_time: Option<Timestamp> = "avSignaturePublishTime",
        pub rbac_group_name: Option<String> = "rbacGroupName",
        pub rbac_group_id: Option<i64> = "rbacGroupId",
        pub cloud_protection_state: Option<String> = "cloudProtectionState",
        pub av_signature_data_refresh_time: Option<Timestamp> = "avSignatureDataRefreshTime",
        pub av_mode_data_refresh_time: Option<Timestamp> = "avModeDataRefreshTime",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum DeviceAvInfoAvMode {
        Empty = "",
        Value0 = "0" | "Active",
        Value1 = "1" | "Passive",
        Value2 = "2" | "Disabled",
        Value3 = "3" | "Other",
        Value4 = "4" | "EDRBlocked",
        Value5 = "5" | "PassiveAudit",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum DeviceAvInfoFullScanResult {
        Completed = "Completed",
        Canceled = "Canceled",
        Failed = "Failed",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum DeviceAvInfoOsKind {
        Windows = "windows",
        Mac = "mac",
        Linux = "linux",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum DeviceAvInfoQuickScanResult {
        Completed = "Completed",
        Canceled = "Canceled",
        Failed = "Failed",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum DeviceAvInfoUpToDate {
        True = "True",
        False = "False",
        Unknown = "Unknown",
    }
}
