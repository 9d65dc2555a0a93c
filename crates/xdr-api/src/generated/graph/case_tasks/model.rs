//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-task.md`.
    pub struct CaseTask {
        pub id: Id<CaseTask> = "id",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub created_by: Option<String> = "createdBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub last_modified_by: Option<String> = "lastModifiedBy",
        pub display_name: Option<String> = "displayName",
        pub description: Option<String> = "description",
        pub status: Option<CaseTaskStatus> = "status",
        pub priority: Option<CaseTaskPriority> = "priority",
        pub category: Option<CaseTaskCategory> = "category",
        pub assigned_to: Option<String> = "assignedTo",
        pub due_date_time: Option<Timestamp> = "dueDateTime",
        pub closing_notes: Option<String> = "closingNotes",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum CaseTaskCategory {
        Uncategorized = "uncategorized",
        Triage = "triage",
        Contain = "contain",
        Investigate = "investigate",
        Remediate = "remediate",
        Prevent = "prevent",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum CaseTaskPriority {
        NotSet = "notSet",
        VeryLow = "veryLow",
        Low = "low",
        Medium = "medium",
        High = "high",
        Critical = "critical",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum CaseTaskStatus {
        NotSet = "notSet",
        New = "new",
        InProgress = "inProgress",
        Failed = "failed",
        PartiallyCompleted = "partiallyCompleted",
        Skipped = "skipped",
        Completed = "completed",
        UnknownFutureValue = "unknownFutureValue",
    }
}
