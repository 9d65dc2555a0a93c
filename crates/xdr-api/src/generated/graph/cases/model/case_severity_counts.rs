//! `CaseSeverityCounts`.

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security/case_management`.
    pub struct CaseSeverityCounts {
        pub unknown: Option<i64> = "unknown",
        pub informational: Option<i64> = "informational",
        pub low: Option<i64> = "low",
        pub medium: Option<i64> = "medium",
        pub high: Option<i64> = "high",
    }
}
