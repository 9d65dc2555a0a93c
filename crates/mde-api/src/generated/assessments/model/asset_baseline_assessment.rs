//! `AssetBaselineAssessment`.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Asset baseline assessment.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/export-security-baseline-assessment.md`.
    pub struct AssetBaselineAssessment {
        /// Id. deviceId, profileId and configurationId joined by "`_`".
        pub id: Id<AssetBaselineAssessment> = "id" | "Id",
        /// Configuration id.
        pub configuration_id: Option<String> = "configurationId" | "ConfigurationId",
        /// Device id.
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        /// Device name.
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        /// Profile id.
        pub profile_id: Option<String> = "profileId" | "ProfileId",
        /// Os platform.
        pub os_platform: Option<String> = "osPlatform" | "OsPlatform" | "OSPlatform",
        /// Os version.
        pub os_version: Option<String> = "osVersion" | "OsVersion" | "OSVersion",
        /// Rbac group id. Typed Int though described with texts.
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// Rbac group name. "Unassigned" when the device is in no group, "None" when there are no
        /// groups; samples show "UnassignedGroup".
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        /// Is applicable.
        pub is_applicable: Option<bool> = "isApplicable" | "IsApplicable",
        /// Is compliant.
        pub is_compliant: Option<bool> = "isCompliant" | "IsCompliant",
        /// Data collection time offset. Absent when nothing was collected.
        pub data_collection_time_offset: Option<Timestamp> = "dataCollectionTimeOffset" | "DataCollectionTimeOffset",
        /// Compliance calculation time offset. Table only.
        pub compliance_calculation_time_offset: Option<Timestamp> = "complianceCalculationTimeOffset" | "ComplianceCalculationTimeOffset",
        /// Recommended value. String in the table.
        pub recommended_value: Vec<String> = "recommendedValue" | "RecommendedValue",
        /// Current value. String in the table.
        pub current_value: Vec<String> = "currentValue" | "CurrentValue",
        /// Source. String in the table.
        pub source: Vec<String> = "source" | "Source",
    }
}
