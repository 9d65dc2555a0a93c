//! The records and words of this group.

use http_core::{Integer, Timestamp};

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/score.md; the $metadata of the
    /// service, by PyPI mde-client 0.4.0`.
    pub struct Score {
        /// When the call was made. Up to 7 fraction digits.
        pub time: Option<Timestamp> = "time",
        pub score: Option<f64> = "score",
        /// Only in the list by group.
        pub rbac_group_name: Option<String> = "rbacGroupName",
        /// Only in the list by group.
        pub rbac_group_id: Option<Integer> = "rbacGroupId",
    }
}
