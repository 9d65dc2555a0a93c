//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::machines::Machine;

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/investigation.md`.
    pub struct Investigation {
        /// Digits, as a string. Filterable.
        pub id: Id<Investigation> = "id",
        /// Filterable.
        pub start_time: Option<Timestamp> = "startTime",
        /// Null while it runs.
        pub end_time: Option<Timestamp> = "endTime",
        pub cancelled_by: Option<String> = "cancelledBy",
        /// Filterable. Queued, Running, PendingApproval and PendingResource are treated as open, all
        /// others except Unknown as final.
        pub state: Option<InvestigationState> = "state",
        pub status_details: Option<String> = "statusDetails",
        /// Filterable.
        pub machine_id: Option<Id<Machine>> = "machineId",
        pub computer_dns_name: Option<String> = "computerDnsName",
        /// Filterable.
        pub triggering_alert_id: Option<String> = "triggeringAlertId",
    }
}

http_core::open_enum! {
    /// An open set of words.
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
        Disabled = "Disabled",
    }
}
