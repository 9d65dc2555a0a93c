//! The records and words of this group.

use http_core::Timestamp;

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/score.md`.
    pub struct Score {
        /// When the call was made. Up to 7 fraction digits.
        pub time: Option<Timestamp> = "time",
        pub score: Option<f64> = "score",
        /// Only in the list by group.
        pub rbac_group_name: Option<String> = "rbacGroupName",
        /// Only in the list by group.
        pub rbac_group_id: Option<String> = "rbacGroupId",
    }
}
