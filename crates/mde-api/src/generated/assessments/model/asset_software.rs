//! `AssetSoftware`.

use crate::assessments::AssetSoftwareEndOfSupportStatus;

http_core::entity! {
    /// Unique by deviceId, softwareVendor, softwareName, softwareVersion.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-software-inventory.md`.
    pub struct AssetSoftware {
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        /// 0 or a number; typed String in places, a number in every sample; on the overview page only.
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// "Unassigned" when the device is in no group, "None" when there are no groups; samples show
        /// "UnassignedGroup".
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        pub os_platform: Option<String> = "osPlatform" | "OsPlatform" | "OSPlatform",
        pub software_vendor: Option<String> = "softwareVendor" | "SoftwareVendor",
        pub software_name: Option<String> = "softwareName" | "SoftwareName",
        pub software_version: Option<String> = "softwareVersion" | "SoftwareVersion",
        pub number_of_weaknesses: Option<i64> = "numberOfWeaknesses" | "NumberOfWeaknesses",
        pub disk_paths: Vec<String> = "diskPaths" | "DiskPaths",
        pub registry_paths: Vec<String> = "registryPaths" | "RegistryPaths",
        /// Text such as 2020-12-30 14:17:26 or with 3 or 7 fraction digits: a space, no zone, UTC
        /// assumed.
        pub software_first_seen_timestamp: Option<String> = "softwareFirstSeenTimestamp" | "SoftwareFirstSeenTimestamp",
        /// The example column also shows "Upcoming EOS".
        pub end_of_support_status: Option<AssetSoftwareEndOfSupportStatus> = "endOfSupportStatus" | "EndOfSupportStatus",
        /// 2020-12-30 in the table, 2021-05-11T00:00:00+00:00 in the sample.
        pub end_of_support_date: Option<String> = "endOfSupportDate" | "EndOfSupportDate",
    }
}
