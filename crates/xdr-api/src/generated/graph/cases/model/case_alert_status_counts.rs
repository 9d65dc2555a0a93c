//! `CaseAlertStatusCounts`.

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security/case_management`.
    pub struct CaseAlertStatusCounts {
        pub new: Option<i64> = "new",
        pub in_progress: Option<i64> = "inProgress",
        pub resolved: Option<i64> = "resolved",
    }
}
