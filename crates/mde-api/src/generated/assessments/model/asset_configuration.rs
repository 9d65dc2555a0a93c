//! `AssetConfiguration`.

use crate::assessments::AssetConfigurationConfigurationCategory;

http_core::entity! {
    /// Unique by deviceId, configurationId.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-secure-config.md`.
    pub struct AssetConfiguration {
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        /// 0 or a number; typed String in places, a number in every sample; on the overview page only.
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// "Unassigned" when the device is in no group, "None" when there are no groups; samples show
        /// "UnassignedGroup".
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        /// FQDN.
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        pub os_platform: Option<String> = "osPlatform" | "OsPlatform" | "OSPlatform",
        /// Overview page and sample only.
        pub os_version: Option<String> = "osVersion" | "OsVersion" | "OSVersion",
        /// Last seen; text such as 2020-12-30 14:17:26 or with 3 or 7 fraction digits: a space, no
        /// zone, UTC assumed.
        pub timestamp: Option<String> = "timestamp" | "Timestamp",
        /// scid-N.
        pub configuration_id: Option<String> = "configurationId" | "ConfigurationId",
        pub configuration_category: Option<AssetConfigurationConfigurationCategory> = "configurationCategory" | "ConfigurationCategory",
        /// May be empty.
        pub configuration_subcategory: Option<String> = "configurationSubcategory" | "ConfigurationSubcategory",
        /// 1 to 10; typed String, a number in the sample.
        pub configuration_impact: Option<f64> = "configurationImpact" | "ConfigurationImpact",
        pub is_compliant: Option<bool> = "isCompliant" | "IsCompliant",
        pub is_applicable: Option<bool> = "isApplicable" | "IsApplicable",
        pub is_expected_user_impact: Option<bool> = "isExpectedUserImpact" | "IsExpectedUserImpact",
        pub configuration_name: Option<String> = "configurationName" | "ConfigurationName",
        /// `sca-_-scid-N`.
        pub recommendation_reference: Option<String> = "recommendationReference" | "RecommendationReference",
    }
}
