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
        pub device_id: Option<String> = "deviceId",
        /// Rbac group id. 0 or a number; typed String in places, a number in every sample; on the
        /// overview page only.
        pub rbac_group_id: Option<i64> = "rbacGroupId",
        /// Rbac group name. "Unassigned" when the device is in no group, "None" when there are no
        /// groups; samples show "UnassignedGroup".
        pub rbac_group_name: Option<String> = "rbacGroupName",
        /// Device name. FQDN.
        pub device_name: Option<String> = "deviceName",
        /// Os platform.
        pub os_platform: Option<String> = "osPlatform",
        /// Os version. Overview page and sample only.
        pub os_version: Option<String> = "osVersion",
        /// Timestamp. Last seen; text such as 2020-12-30 14:17:26 or with 3 or 7 fraction digits: a
        /// space, no zone, UTC assumed.
        pub timestamp: Option<String> = "timestamp",
        /// Configuration id. scid-N.
        pub configuration_id: Option<String> = "configurationId",
        /// Configuration category.
        pub configuration_category: Option<AssetConfigurationConfigurationCategory> = "configurationCategory",
        /// Configuration subcategory. May be empty.
        pub configuration_subcategory: Option<String> = "configurationSubcategory",
        /// Configuration impact. 1 to 10; typed String, a number in the sample.
        pub configuration_impact: Option<f64> = "configurationImpact",
        /// Is compliant.
        pub is_compliant: Option<bool> = "isCompliant",
        /// Is applicable.
        pub is_applicable: Option<bool> = "isApplicable",
        /// Is expected user impact.
        pub is_expected_user_impact: Option<bool> = "isExpectedUserImpact",
        /// Configuration name.
        pub configuration_name: Option<String> = "configurationName",
        /// Recommendation reference. `sca-_-scid-N`.
        pub recommendation_reference: Option<String> = "recommendationReference",
    }
}
