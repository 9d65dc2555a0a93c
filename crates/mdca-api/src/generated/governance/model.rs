//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source: `microsoft/MCAS:Functions/Get-MCASGovernanceAction.ps1`.
    pub struct GovernanceLogEntry {
        pub id_: Id<GovernanceLogEntry> = "_id",
        /// What was done, such as `QuarantineTask` or `DiscoveryParseLogTask`.
        pub task_name: Option<String> = "taskName",
        pub status: Option<GovernanceStatus> = "status",
        pub app_id: Option<i64> = "appId",
        /// Epoch milliseconds.
        pub timestamp: Option<Timestamp> = "timestamp",
    }
}

http_core::entity! {
    /// Source: `microsoft/MCAS:Functions/Get-MCASGovernanceAction.ps1`.
    pub struct GovernanceStatus {
        /// Null while the action is pending.
        pub is_success: Option<bool> = "isSuccess",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum GovernanceSortField {
        Timestamp = "timestamp",
    }
}
