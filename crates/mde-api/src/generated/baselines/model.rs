//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Baseline configuration.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-security-baselines-assessment-configurations.md`.
    pub struct BaselineConfiguration {
        /// Unique id.
        pub unique_id: Id<BaselineConfiguration> = "uniqueId",
        /// Unique only within one benchmark.
        pub id: Option<String> = "id",
        /// Benchmark name.
        pub benchmark_name: Option<String> = "benchmarkName",
        /// May name the operating system.
        pub benchmark_version: Option<String> = "benchmarkVersion",
        /// Name.
        pub name: Option<String> = "name",
        /// HTML.
        pub description: Option<String> = "description",
        /// Category.
        pub category: Option<String> = "category",
        /// String in the table.
        pub compliance_levels: Vec<String> = "complianceLevels",
        /// Int in the table.
        pub cce: Option<String> = "cce",
        /// HTML; not given for STIG.
        pub rationale: Option<String> = "rationale",
        /// HTML.
        pub remediation: Option<String> = "remediation",
        /// In the order of source.
        pub recommended_value: Vec<String> = "recommendedValue",
        /// Source.
        pub source: Vec<String> = "source",
        /// Is custom.
        pub is_custom: Option<bool> = "isCustom",
    }
}

http_core::entity! {
    /// Baseline profile.
    ///
    /// OData type PublicBaselineProfileDto.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-security-baselines-assessment-profiles.md`.
    pub struct BaselineProfile {
        /// Id.
        pub id: Id<BaselineProfile> = "id",
        /// Name.
        pub name: Option<String> = "name",
        /// Description.
        pub description: Option<String> = "description",
        /// CIS seen.
        pub benchmark: Option<String> = "benchmark",
        /// Version.
        pub version: Option<String> = "version",
        /// Operating system.
        pub operating_system: Option<String> = "operatingSystem",
        /// Operating system version.
        pub operating_system_version: Option<String> = "operatingSystemVersion",
        /// Active or not.
        pub status: Option<bool> = "status",
        /// Compliance level.
        pub compliance_level: Option<String> = "complianceLevel",
        /// Settings number.
        pub settings_number: Option<i64> = "settingsNumber",
        /// Created by.
        pub created_by: Option<String> = "createdBy",
        /// Typed DateTime in the table, described as a user.
        pub last_updated_by: Option<String> = "lastUpdatedBy",
        /// createdOnTimeOffset in the table.
        pub created_on_timestamp_utc: Option<Timestamp> = "createdOnTimestampUTC",
        /// lastUpdateTimeOffset in the table.
        pub last_update_timestamp_utc: Option<Timestamp> = "lastUpdateTimestampUTC",
        /// Passed devices.
        pub passed_devices: Option<i64> = "passedDevices",
        /// Total devices.
        pub total_devices: Option<i64> = "totalDevices",
    }
}
