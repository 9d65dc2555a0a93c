//! `ExposureCaseGitHub`.

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security/case_management`.
    pub struct ExposureCaseGitHub {
        pub environment_id: Option<String> = "environmentId",
        pub issue_number: Option<i64> = "issueNumber",
        pub issue_url: Option<String> = "issueUrl",
        pub primary_assessment_id: Option<String> = "primaryAssessmentId",
        pub repo_name: Option<String> = "repoName",
    }
}
