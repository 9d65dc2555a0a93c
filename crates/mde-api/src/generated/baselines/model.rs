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
        /// Id. Unique only within one benchmark.
        pub id: Option<String> = "id",
        /// Benchmark name.
        pub benchmark_name: Option<String> = "benchmarkName",
        /// Benchmark version. May name the operating system.
        pub benchmark_version: Option<String> = "benchmarkVersion",
        /// Name.
        pub name: Option<String> = "name",
        /// Description. HTML.
        pub description: Option<String> = "description",
        /// Category.
        pub category: Option<String> = "category",
        /// Compliance levels. String in the table.
        pub compliance_levels: Vec<String> = "complianceLevels",
        /// Cce. Int in the table.
        pub cce: Option<String> = "cce",
        /// Rationale. HTML; not given for STIG.
        pub rationale: Option<String> = "rationale",
        /// Remediation. HTML.
        pub remediation: Option<String> = "remediation",
        /// Recommended value. In the order of source.
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
        /// Benchmark. CIS seen.
        pub benchmark: Option<String> = "benchmark",
        /// Version.
        pub version: Option<String> = "version",
        /// Operating system.
        pub operating_system: Option<String> = "operatingSystem",
        /// Operating system version.
        pub operating_system_version: Option<String> = "operatingSystemVersion",
        /// Status. Active or not.
        pub status: Option<bool> = "status",
        /// Compliance level.
        pub compliance_level: Option<String> = "complianceLevel",
        /// Settings number.
        pub settings_number: Option<i64> = "settingsNumber",
        /// Created by.
        pub created_by: Option<String> = "createdBy",
        /// Last updated by. Typed DateTime in the table, described as a user.
        pub last_updated_by: Option<String> = "lastUpdatedBy",
        /// Created on timestamp utc. createdOnTimeOffset in the table.
        pub created_on_timestamp_utc: Option<Timestamp> = "createdOnTimestampUTC" | "createdOnTimeOffset",
        /// Last update timestamp utc. lastUpdateTimeOffset in the table.
        pub last_update_timestamp_utc: Option<Timestamp> = "lastUpdateTimestampUTC" | "lastUpdateTimeOffset",
        /// Passed devices.
        pub passed_devices: Option<i64> = "passedDevices",
        /// Total devices.
        pub total_devices: Option<i64> = "totalDevices",
    }
}
