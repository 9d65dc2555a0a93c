//! `AssetBaselineAssessment`.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/export-security-baseline-assessment.md`.
    pub struct AssetBaselineAssessment {
        /// deviceId, profileId and configurationId joined by "`_`".
        pub id: Id<AssetBaselineAssessment> = "id" | "Id",
        pub configuration_id: Option<String> = "configurationId" | "ConfigurationId",
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        pub profile_id: Option<String> = "profileId" | "ProfileId",
        pub os_platform: Option<String> = "osPlatform" | "OsPlatform" | "OSPlatform",
        pub os_version: Option<String> = "osVersion" | "OsVersion" | "OSVersion",
        /// Typed Int though described with texts.
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// "Unassigned" when the device is in no group, "None" when there are no groups; samples show
        /// "UnassignedGroup".
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        pub is_applicable: Option<bool> = "isApplicable" | "IsApplicable",
        pub is_compliant: Option<bool> = "isCompliant" | "IsCompliant",
        /// Absent when nothing was collected.
        pub data_collection_time_offset: Option<Timestamp> = "dataCollectionTimeOffset" | "DataCollectionTimeOffset",
        /// Table only.
        pub compliance_calculation_time_offset: Option<Timestamp> = "complianceCalculationTimeOffset" | "ComplianceCalculationTimeOffset",
        /// String in the table.
        pub recommended_value: Vec<String> = "recommendedValue" | "RecommendedValue",
        /// String in the table.
        pub current_value: Vec<String> = "currentValue" | "CurrentValue",
        /// String in the table.
        pub source: Vec<String> = "source" | "Source",
    }
}
