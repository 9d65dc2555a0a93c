//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

crate::filter_set::filter_set! {
    /// Conditions of a filter, one method for each field and operator.
    ///
    /// Source: `rknightion/graph2otel:internal/collectors/mdca/discoveryparse/discoveryparse.go;
    /// microsoft/MCAS:Functions/Get-MCASGovernanceAction.ps1`.
    pub struct GovernanceFilters {
        /// App id, for example 11770.
        "appId": Integer { eq => app_id_eq, neq => app_id_neq, }
        /// True: succeeded, false: failed, null: pending.
        "status": Bool { eq => status_eq, }
        /// When the action was started, epoch milliseconds.
        "timestamp": Time { gte => timestamp_gte, }
        /// What was done, such as `DiscoveryParseLogTask`.
        "type": Text { eq => type_eq, }
    }
}

http_core::entity! {
    /// Source: `rknightion/graph2otel:internal/collectors/mdca/discoveryparse/discoveryparse.go;
    /// microsoft/MCAS:Functions/Get-MCASGovernanceAction.ps1`.
    pub struct GovernanceLogEntry {
        pub id_: Id<GovernanceLogEntry> = "_id",
        /// What was done, such as `QuarantineTask` or `DiscoveryParseLogTask`.
        pub task_name: Option<String> = "taskName",
        /// How the action ended. Missing while it is pending.
        pub status: Option<GovernanceStatus> = "status",
        pub app_id: Option<i64> = "appId",
        /// Stream of cloud discovery. Only with `DiscoveryParseLogTask`.
        pub input_stream_id: Option<String> = "inputStreamId",
        /// When the action was started, epoch milliseconds.
        pub timestamp: Option<Timestamp> = "timestamp",
        /// When the entry was last changed, epoch milliseconds. An action ends after it was logged.
        pub update_timestamp: Option<Timestamp> = "updateTimestamp",
    }
}

http_core::entity! {
    /// Source: `rknightion/graph2otel:internal/collectors/mdca/discoveryparse/discoveryparse.go`.
    pub struct GovernanceMessage {
        /// Name of the text, such as `REPOOPER_COMPLETION_STATUS_BASELOGPARSER_UNEXPECTED_FORMAT`.
        pub template: Option<String> = "template",
        /// Values of the text, such as `transactionsCount` and `cloudServicesCount`.
        pub parameters: Option<Value> = "parameters",
    }
}

http_core::entity! {
    /// Source: `rknightion/graph2otel:internal/collectors/mdca/discoveryparse/discoveryparse.go;
    /// microsoft/MCAS:Functions/Get-MCASGovernanceAction.ps1`.
    pub struct GovernanceStatus {
        pub is_success: Option<bool> = "isSuccess",
        /// What happened, as the name of a text and its values.
        pub template_message: Option<GovernanceMessage> = "templateMessage",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum GovernanceSortField {
        Timestamp = "timestamp",
    }
}
