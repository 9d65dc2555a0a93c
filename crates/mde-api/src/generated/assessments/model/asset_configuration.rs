//! `AssetConfiguration`.

use crate::assessments::AssetConfigurationConfigurationCategory;

http_core::entity! {
    /// Unique by deviceId, configurationId.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-secure-config.md`.
    pub struct AssetConfiguration {
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        /// 0 or a number.
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// `Unassigned` if the device is in no group, `None` if there are no groups.
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        /// FQDN.
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        pub os_platform: Option<String> = "osPlatform" | "OsPlatform" | "OSPlatform",
        pub os_version: Option<String> = "osVersion" | "OsVersion" | "OSVersion",
        /// When the device was last seen. Text such as `2020-12-30 14:17:26`, or with 3 or 7 fraction
        /// digits: no zone, taken as UTC.
        pub timestamp: Option<String> = "timestamp" | "Timestamp",
        /// scid-N.
        pub configuration_id: Option<String> = "configurationId" | "ConfigurationId",
        pub configuration_category: Option<AssetConfigurationConfigurationCategory> = "configurationCategory" | "ConfigurationCategory",
        /// May be empty.
        pub configuration_subcategory: Option<String> = "configurationSubcategory" | "ConfigurationSubcategory",
        /// 1 to 10.
        pub configuration_impact: Option<f64> = "configurationImpact" | "ConfigurationImpact",
        pub is_compliant: Option<bool> = "isCompliant" | "IsCompliant",
        pub is_applicable: Option<bool> = "isApplicable" | "IsApplicable",
        pub is_expected_user_impact: Option<bool> = "isExpectedUserImpact" | "IsExpectedUserImpact",
        pub configuration_name: Option<String> = "configurationName" | "ConfigurationName",
        /// `sca-_-scid-N`.
        pub recommendation_reference: Option<String> = "recommendationReference" | "RecommendationReference",
    }
}
