//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-security-baselines-assessment-configurations.md;
    /// the $metadata of the service, by PyPI mde-client 0.4.0`.
    pub struct BaselineConfiguration {
        pub unique_id: Id<BaselineConfiguration> = "uniqueId",
        /// Unique only within one benchmark.
        pub id: Option<String> = "id",
        pub benchmark_name: Option<String> = "benchmarkName",
        /// May name the operating system.
        pub benchmark_version: Option<String> = "benchmarkVersion",
        pub name: Option<String> = "name",
        /// HTML.
        pub description: Option<String> = "description",
        pub category: Option<String> = "category",
        pub compliance_levels: Vec<String> = "complianceLevels",
        pub cce: Option<String> = "cce",
        /// HTML. Absent for STIG.
        pub rationale: Option<String> = "rationale",
        /// HTML.
        pub remediation: Option<String> = "remediation",
        /// In the order of source.
        pub recommended_value: Vec<String> = "recommendedValue",
        pub source: Vec<String> = "source",
        pub is_custom: Option<bool> = "isCustom",
        pub assessment_method: Option<String> = "assessmentMethod",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-security-baselines-assessment-profiles.md;
    /// the $metadata of the service, by PyPI mde-client 0.4.0`.
    pub struct BaselineProfile {
        pub id: Id<BaselineProfile> = "id",
        pub name: Option<String> = "name",
        pub description: Option<String> = "description",
        /// Such as CIS.
        pub benchmark: Option<String> = "benchmark",
        pub version: Option<String> = "version",
        pub operating_system: Option<String> = "operatingSystem",
        pub operating_system_version: Option<String> = "operatingSystemVersion",
        /// Active or not.
        pub status: Option<bool> = "status",
        pub compliance_level: Option<String> = "complianceLevel",
        pub settings_number: Option<i64> = "settingsNumber",
        pub created_by: Option<String> = "createdBy",
        pub last_updated_by: Option<String> = "lastUpdatedBy",
        pub created_on_time_offset: Option<Timestamp> = "createdOnTimeOffset" | "createdOnTimestampUTC",
        pub last_update_time_offset: Option<Timestamp> = "lastUpdateTimeOffset" | "lastUpdateTimestampUTC",
        pub passed_devices: Option<i64> = "passedDevices",
        pub total_devices: Option<i64> = "totalDevices",
        pub rbac_group_ids_profile_scope: Vec<i64> = "rbacGroupIdsProfileScope",
        pub rbac_group_names_profile_scope: Vec<String> = "rbacGroupNamesProfileScope",
        pub device_tags_profile_scope: Vec<String> = "deviceTagsProfileScope",
    }
}
