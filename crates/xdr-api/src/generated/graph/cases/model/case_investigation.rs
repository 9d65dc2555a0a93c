//! `CaseInvestigation`.

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security/case_management`.
    pub struct CaseInvestigation {
        pub count: Option<i64> = "count",
        pub ids: Vec<String> = "ids",
        pub state: Option<String> = "state",
    }
}
