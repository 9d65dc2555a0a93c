//! `ExposureCaseAutomation`.

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security/case_management`.
    pub struct ExposureCaseAutomation {
        pub rule_id: Option<String> = "ruleId",
    }
}
