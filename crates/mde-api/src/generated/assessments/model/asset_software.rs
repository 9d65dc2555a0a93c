//! `AssetSoftware`.

use crate::assessments::AssetSoftwareEndOfSupportStatus;

http_core::entity! {
    /// Unique by deviceId, softwareVendor, softwareName, softwareVersion.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-software-inventory.md; the
    /// $metadata of the service, by PyPI mde-client 0.4.0`.
    pub struct AssetSoftware {
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        /// 0 or a number.
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// `Unassigned` if the device is in no group, `None` if there are no groups.
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        pub os_platform: Option<String> = "osPlatform" | "OsPlatform" | "OSPlatform",
        pub software_vendor: Option<String> = "softwareVendor" | "SoftwareVendor",
        pub software_name: Option<String> = "softwareName" | "SoftwareName",
        pub software_version: Option<String> = "softwareVersion" | "SoftwareVersion",
        pub number_of_weaknesses: Option<i64> = "numberOfWeaknesses" | "NumberOfWeaknesses",
        pub disk_paths: Vec<String> = "diskPaths" | "DiskPaths",
        pub registry_paths: Vec<String> = "registryPaths" | "RegistryPaths",
        /// Text such as `2020-12-30 14:17:26`, or with 3 or 7 fraction digits: no zone, taken as UTC.
        pub software_first_seen_timestamp: Option<String> = "softwareFirstSeenTimestamp" | "SoftwareFirstSeenTimestamp",
        /// Such as `Upcoming EOS`.
        pub end_of_support_status: Option<AssetSoftwareEndOfSupportStatus> = "endOfSupportStatus" | "EndOfSupportStatus",
        pub end_of_support_date: Option<String> = "endOfSupportDate" | "EndOfSupportDate",
        pub software_tags: Vec<String> = "softwareTags" | "SoftwareTags",
        pub product_category: Option<String> = "productCategory" | "ProductCategory",
    }
}
