//! `AssetBaselineAssessment`.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Asset baseline assessment.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/export-security-baseline-assessment.md`.
    pub struct AssetBaselineAssessment {
        /// Id. deviceId, profileId and configurationId joined by "`_`".
        pub id: Id<AssetBaselineAssessment> = "id",
        /// Configuration id.
        pub configuration_id: Option<String> = "configurationId",
        /// Device id.
        pub device_id: Option<String> = "deviceId",
        /// Device name.
        pub device_name: Option<String> = "deviceName",
        /// Profile id.
        pub profile_id: Option<String> = "profileId",
        /// Os platform.
        pub os_platform: Option<String> = "osPlatform",
        /// Os version.
        pub os_version: Option<String> = "osVersion",
        /// Rbac group id. Typed Int though described with texts.
        pub rbac_group_id: Option<i64> = "rbacGroupId",
        /// Rbac group name. "Unassigned" when the device is in no group, "None" when there are no
        /// groups; samples show "UnassignedGroup".
        pub rbac_group_name: Option<String> = "rbacGroupName",
        /// Is applicable.
        pub is_applicable: Option<bool> = "isApplicable",
        /// Is compliant.
        pub is_compliant: Option<bool> = "isCompliant",
        /// Data collection time offset. Absent when nothing was collected.
        pub data_collection_time_offset: Option<Timestamp> = "dataCollectionTimeOffset",
        /// Compliance calculation time offset. Table only.
        pub compliance_calculation_time_offset: Option<Timestamp> = "complianceCalculationTimeOffset",
        /// Recommended value. String in the table.
        pub recommended_value: Vec<String> = "recommendedValue",
        /// Current value. String in the table.
        pub current_value: Vec<String> = "currentValue",
        /// Source. String in the table.
        pub source: Vec<String> = "source",
    }
}
