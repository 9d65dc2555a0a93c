//! `UserTrainingCompletionSummary`.

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/usertrainingcompletionsummary.md`.
    pub struct UserTrainingCompletionSummary {
        pub completed_users_count: Option<i64> = "completedUsersCount",
        pub in_progress_users_count: Option<i64> = "inProgressUsersCount",
        pub not_completed_users_count: Option<i64> = "notCompletedUsersCount",
        pub not_started_users_count: Option<i64> = "notStartedUsersCount",
        pub previously_assigned_users_count: Option<i64> = "previouslyAssignedUsersCount",
    }
}
