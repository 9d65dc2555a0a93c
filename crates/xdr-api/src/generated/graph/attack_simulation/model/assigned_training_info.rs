//! `AssignedTrainingInfo`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AssignedTrainingInfo {
        pub assigned_user_count: Option<i64> = "assignedUserCount",
        pub completed_user_count: Option<i64> = "completedUserCount",
        pub display_name: Option<String> = "displayName",
    }
}
