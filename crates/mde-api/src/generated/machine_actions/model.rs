//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

use crate::machines::LiveResponseCommand;
use crate::machines::Machine;

http_core::entity! {
    /// Live response command status.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/run-live-response.md`.
    pub struct LiveResponseCommandStatus {
        /// Index. Zero-based; the index asked for in GetLiveResponseResultDownloadLink.
        pub index: Option<i64> = "index",
        /// Start time.
        pub start_time: Option<Timestamp> = "startTime",
        /// End time.
        pub end_time: Option<Timestamp> = "endTime",
        /// Command status. Not the same set as MachineAction.status.
        pub command_status: Option<LiveResponseCommandStatusCommandStatus> = "commandStatus",
        /// Errors. Empty in the sample; the item type is not documented.
        pub errors: Vec<String> = "errors",
        /// Command.
        pub command: Option<LiveResponseCommand> = "command",
    }
}

http_core::entity! {
    /// Live response script result.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-live-response-result.md`.
    pub struct LiveResponseScriptResult {
        /// Script name.
        pub script_name: Option<String> = "script_name",
        /// Exit code.
        pub exit_code: Option<i64> = "exit_code",
        /// Script output. May carry NUL characters and, unescaped, line breaks in the documented
        /// sample.
        pub script_output: Option<String> = "script_output",
        /// Script errors.
        pub script_errors: Option<String> = "script_errors",
    }
}

http_core::entity! {
    /// Machine action.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/machineaction.md`.
    pub struct MachineAction {
        /// Id. The table writes it ID.
        pub id: Id<MachineAction> = "id",
        /// Type. Filterable; treat as open.
        pub r#type: Option<MachineActionType> = "type",
        /// Title.
        pub title: Option<String> = "title",
        /// Scope. Full or Selective for Isolate, Quick or Full for RunAntiVirusScan, null otherwise;
        /// left out of live-response samples.
        pub scope: Option<MachineActionScope> = "scope",
        /// Requestor. Filterable; UPN of a user or id of an application.
        pub requestor: Option<String> = "requestor",
        /// Requestor comment.
        pub requestor_comment: Option<String> = "requestorComment",
        /// Request source. The table says name of the submitter; real values are Portal and PublicApi.
        pub request_source: Option<String> = "requestSource",
        /// External id. The table writes it externalID; real responses say externalId.
        pub external_id: Option<String> = "externalId",
        /// Status. Filterable; terminal: Succeeded, Failed, TimeOut, Cancelled; mind the capital O in
        /// TimeOut and the two l's in Cancelled.
        pub status: Option<MachineActionStatus> = "status",
        /// Machine id. Filterable.
        pub machine_id: Option<Id<Machine>> = "machineId",
        /// Computer dns name.
        pub computer_dns_name: Option<String> = "computerDnsName",
        /// Creation date time utc. Filterable.
        pub creation_date_time_utc: Option<Timestamp> = "creationDateTimeUtc",
        /// Last update date time utc. The name real responses use.
        pub last_update_date_time_utc: Option<Timestamp> = "lastUpdateDateTimeUtc",
        /// Last update time utc. The same thing as spelled in the samples of the list page;
        /// microsoft-365-docs#5896 says the service does not send it.
        pub last_update_time_utc: Option<Timestamp> = "lastUpdateTimeUtc",
        /// Cancellation requestor.
        pub cancellation_requestor: Option<String> = "cancellationRequestor",
        /// Cancellation comment.
        pub cancellation_comment: Option<String> = "cancellationComment",
        /// Cancellation date time utc.
        pub cancellation_date_time_utc: Option<Timestamp> = "cancellationDateTimeUtc",
        /// Error h result. 0 when all is well, a negative HRESULT otherwise (-2145844840 with TimeOut,
        /// -2147467260 with Cancelled seen).
        pub error_h_result: Option<i64> = "errorHResult",
        /// Related file info. Only with StopAndQuarantineFile.
        pub related_file_info: Option<RelatedFileInfo> = "relatedFileInfo",
        /// Commands. Live response only; an empty array in other real responses, missing in samples.
        pub commands: Vec<LiveResponseCommandStatus> = "commands",
        /// Troubleshoot info. Not in the property table; seen in real responses (null).
        pub troubleshoot_info: Option<Value> = "troubleshootInfo",
    }
}

http_core::entity! {
    /// Related file info.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/machineaction.md`.
    pub struct RelatedFileInfo {
        /// File identifier.
        pub file_identifier: Option<String> = "fileIdentifier",
        /// File identifier type.
        pub file_identifier_type: Option<RelatedFileInfoFileIdentifierType> = "fileIdentifierType",
    }
}

http_core::open_enum! {
    /// Live response command status command status. An open set of words.
    pub enum LiveResponseCommandStatusCommandStatus {
        Created = "Created",
        Completed = "Completed",
        Failed = "Failed",
    }
}

http_core::open_enum! {
    /// Machine action scope. An open set of words.
    pub enum MachineActionScope {
        Full = "Full",
        Selective = "Selective",
        Quick = "Quick",
    }
}

http_core::open_enum! {
    /// Machine action status. An open set of words.
    pub enum MachineActionStatus {
        Pending = "Pending",
        InProgress = "InProgress",
        Succeeded = "Succeeded",
        Failed = "Failed",
        TimeOut = "TimeOut",
        Cancelled = "Cancelled",
    }
}

http_core::open_enum! {
    /// Machine action type. An open set of words.
    pub enum MachineActionType {
        RunAntiVirusScan = "RunAntiVirusScan",
        Offboard = "Offboard",
        LiveResponse = "LiveResponse",
        CollectInvestigationPackage = "CollectInvestigationPackage",
        Isolate = "Isolate",
        Unisolate = "Unisolate",
        StopAndQuarantineFile = "StopAndQuarantineFile",
        RestrictCodeExecution = "RestrictCodeExecution",
        UnrestrictCodeExecution = "UnrestrictCodeExecution",
    }
}

http_core::open_enum! {
    /// Related file info file identifier type. An open set of words.
    pub enum RelatedFileInfoFileIdentifierType {
        Sha1 = "Sha1",
        Sha256 = "Sha256",
        Md5 = "Md5",
    }
}
