//! The records and words of this group.

use http_core::{Id, Timestamp};

crate::filter_set::filter_set! {
    /// Conditions of a filter, one method for each field and operator.
    ///
    /// Source: `microsoft/MCAS:Functions/Get-MCASGovernanceAction.ps1`.
    pub struct GovernanceFilters {
        /// App id, for example 11770.
        "appId": Integer { eq => app_id_eq, neq => app_id_neq, }
        /// True: succeeded, false: failed, null: pending.
        "status": Bool { eq => status_eq, }
        /// What was done, such as `DiscoveryParseLogTask`.
        "type": Text { eq => type_eq, }
    }
}

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
