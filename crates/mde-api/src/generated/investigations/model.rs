//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::machines::Machine;

http_core::entity! {
    /// Investigation.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/investigation.md`.
    pub struct Investigation {
        /// Id. Digits, as a string; filterable; the table writes it ID.
        pub id: Id<Investigation> = "id",
        /// Start time. Filterable.
        pub start_time: Option<Timestamp> = "startTime",
        /// End time. Null while it runs.
        pub end_time: Option<Timestamp> = "endTime",
        /// Cancelled by.
        pub cancelled_by: Option<String> = "cancelledBy",
        /// State. Filterable; which are final is not documented; Queued, Running, PendingApproval and
        /// PendingResource read as open, the rest (but Unknown) as final.
        pub state: Option<InvestigationState> = "state",
        /// Status details.
        pub status_details: Option<String> = "statusDetails",
        /// Machine id. Filterable.
        pub machine_id: Option<Id<Machine>> = "machineId",
        /// Computer dns name.
        pub computer_dns_name: Option<String> = "computerDnsName",
        /// Triggering alert id. Filterable.
        pub triggering_alert_id: Option<String> = "triggeringAlertId",
    }
}

http_core::open_enum! {
    /// Investigation state. An open set of words.
    pub enum InvestigationState {
        Unknown = "Unknown",
        Terminated = "Terminated",
        SuccessfullyRemediated = "SuccessfullyRemediated",
        Benign = "Benign",
        Failed = "Failed",
        PartiallyRemediated = "PartiallyRemediated",
        Running = "Running",
        PendingApproval = "PendingApproval",
        PendingResource = "PendingResource",
        PartiallyInvestigated = "PartiallyInvestigated",
        TerminatedByUser = "TerminatedByUser",
        TerminatedBySystem = "TerminatedBySystem",
        Queued = "Queued",
        InnerFailure = "InnerFailure",
        PreexistingAlert = "PreexistingAlert",
        UnsupportedOs = "UnsupportedOs",
        UnsupportedAlertType = "UnsupportedAlertType",
        SuppressedAlert = "SuppressedAlert",
    }
}
