//! `AssetConfiguration`.

use crate::assessments::AssetConfigurationConfigurationCategory;

http_core::entity! {
    /// Asset configuration.
    ///
    /// Unique by deviceId, configurationId.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-secure-config.md`.
    pub struct AssetConfiguration {
        /// Device id.
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        /// Rbac group id. 0 or a number; typed String in places, a number in every sample; on the
        /// overview page only.
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// Rbac group name. "Unassigned" when the device is in no group, "None" when there are no
        /// groups; samples show "UnassignedGroup".
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        /// Device name. FQDN.
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        /// Os platform.
        pub os_platform: Option<String> = "osPlatform" | "OsPlatform" | "OSPlatform",
        /// Os version. Overview page and sample only.
        pub os_version: Option<String> = "osVersion" | "OsVersion" | "OSVersion",
        /// Timestamp. Last seen; text such as 2020-12-30 14:17:26 or with 3 or 7 fraction digits: a
        /// space, no zone, UTC assumed.
        pub timestamp: Option<String> = "timestamp" | "Timestamp",
        /// Configuration id. scid-N.
        pub configuration_id: Option<String> = "configurationId" | "ConfigurationId",
        /// Configuration category.
        pub configuration_category: Option<AssetConfigurationConfigurationCategory> = "configurationCategory" | "ConfigurationCategory",
        /// Configuration subcategory. May be empty.
        pub configuration_subcategory: Option<String> = "configurationSubcategory" | "ConfigurationSubcategory",
        /// Configuration impact. 1 to 10; typed String, a number in the sample.
        pub configuration_impact: Option<f64> = "configurationImpact" | "ConfigurationImpact",
        /// Is compliant.
        pub is_compliant: Option<bool> = "isCompliant" | "IsCompliant",
        /// Is applicable.
        pub is_applicable: Option<bool> = "isApplicable" | "IsApplicable",
        /// Is expected user impact.
        pub is_expected_user_impact: Option<bool> = "isExpectedUserImpact" | "IsExpectedUserImpact",
        /// Configuration name.
        pub configuration_name: Option<String> = "configurationName" | "ConfigurationName",
        /// Recommendation reference. `sca-_-scid-N`.
        pub recommendation_reference: Option<String> = "recommendationReference" | "RecommendationReference",
    }
}
