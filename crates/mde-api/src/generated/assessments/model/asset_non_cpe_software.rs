//! `AssetNonCpeSoftware`.

http_core::entity! {
    /// Unique by deviceId, softwareVendor, softwareName, softwareVersion.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-non-cpe-software-inventory.md`.
    pub struct AssetNonCpeSoftware {
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        /// 0 or a number; typed String in places, a number in every sample.
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// "Unassigned" when the device is in no group, "None" when there are no groups; samples show
        /// "UnassignedGroup".
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        pub os_platform: Option<String> = "osPlatform" | "OsPlatform" | "OSPlatform",
        pub software_vendor: Option<String> = "softwareVendor" | "SoftwareVendor",
        pub software_name: Option<String> = "softwareName" | "SoftwareName",
        pub software_version: Option<String> = "softwareVersion" | "SoftwareVersion",
        /// Text such as 2020-12-30 14:17:26 or with 3 or 7 fraction digits: a space, no zone, UTC
        /// assumed.
        pub software_last_seen_timestamp: Option<String> = "softwareLastSeenTimestamp" | "SoftwareLastSeenTimestamp",
    }
}
