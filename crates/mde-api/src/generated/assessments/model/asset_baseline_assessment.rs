//! `AssetBaselineAssessment`.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/export-security-baseline-assessment.md;
    /// the $metadata of the service, by PyPI mde-client 0.4.0`.
    pub struct AssetBaselineAssessment {
        /// deviceId, profileId and configurationId joined by "`_`".
        pub id: Id<AssetBaselineAssessment> = "id" | "Id",
        pub configuration_id: Option<String> = "configurationId" | "ConfigurationId",
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        pub profile_id: Option<String> = "profileId" | "ProfileId",
        pub os_platform: Option<String> = "osPlatform" | "OsPlatform" | "OSPlatform",
        pub os_version: Option<String> = "osVersion" | "OsVersion" | "OSVersion",
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// `Unassigned` if the device is in no group, `None` if there are no groups.
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        pub is_applicable: Option<bool> = "isApplicable" | "IsApplicable",
        pub is_compliant: Option<bool> = "isCompliant" | "IsCompliant",
        /// Absent when nothing was collected.
        pub data_collection_time_offset: Option<Timestamp> = "dataCollectionTimeOffset" | "DataCollectionTimeOffset",
        pub compliance_calculation_time_offset: Option<Timestamp> = "complianceCalculationTimeOffset" | "ComplianceCalculationTimeOffset",
        pub recommended_value: Vec<String> = "recommendedValue" | "RecommendedValue",
        pub current_value: Vec<String> = "currentValue" | "CurrentValue",
        pub raw_value: Vec<String> = "rawValue" | "RawValue",
        pub source: Vec<String> = "source" | "Source",
        pub is_exempt: Option<bool> = "isExempt" | "IsExempt",
        pub compliance_evaluation_details: Option<String> = "complianceEvaluationDetails" | "ComplianceEvaluationDetails",
    }
}
