//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

use crate::machines::LiveResponseCommand;
use crate::machines::Machine;

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/run-live-response.md`.
    pub struct LiveResponseCommandStatus {
        /// Zero-based index, the one that `get_live_response_result` takes.
        pub index: Option<i64> = "index",
        pub start_time: Option<Timestamp> = "startTime",
        pub end_time: Option<Timestamp> = "endTime",
        /// Not the same set as MachineAction.status.
        pub command_status: Option<LiveResponseCommandStatusCommandStatus> = "commandStatus",
        pub errors: Vec<String> = "errors",
        pub command: Option<LiveResponseCommand> = "command",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-live-response-result.md`.
    pub struct LiveResponseScriptResult {
        pub script_name: Option<String> = "script_name",
        pub exit_code: Option<i64> = "exit_code",
        /// May carry NUL characters.
        pub script_output: Option<String> = "script_output",
        pub script_errors: Option<String> = "script_errors",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/machineaction.md`.
    pub struct MachineAction {
        pub id: Id<MachineAction> = "id",
        /// Filterable. Open list.
        pub r#type: Option<MachineActionType> = "type",
        pub title: Option<String> = "title",
        /// Full or Selective for Isolate, Quick or Full for RunAntiVirusScan, null otherwise.
        pub scope: Option<MachineActionScope> = "scope",
        /// Filterable. UPN of a user or id of an application.
        pub requestor: Option<String> = "requestor",
        pub requestor_comment: Option<String> = "requestorComment",
        /// Where the action was started: Portal or PublicApi.
        pub request_source: Option<String> = "requestSource",
        pub external_id: Option<String> = "externalId",
        /// Filterable. Final: Succeeded, Failed, TimeOut, Cancelled.
        pub status: Option<MachineActionStatus> = "status",
        /// Filterable.
        pub machine_id: Option<Id<Machine>> = "machineId",
        pub computer_dns_name: Option<String> = "computerDnsName",
        /// Filterable.
        pub creation_date_time_utc: Option<Timestamp> = "creationDateTimeUtc",
        pub last_update_date_time_utc: Option<Timestamp> = "lastUpdateDateTimeUtc",
        /// Not sent by the service; see `lastUpdateDateTimeUtc`.
        pub last_update_time_utc: Option<Timestamp> = "lastUpdateTimeUtc",
        pub cancellation_requestor: Option<String> = "cancellationRequestor",
        pub cancellation_comment: Option<String> = "cancellationComment",
        pub cancellation_date_time_utc: Option<Timestamp> = "cancellationDateTimeUtc",
        /// 0 for success, a negative HRESULT otherwise: -2145844840 with TimeOut, -2147467260 with
        /// Cancelled.
        pub error_h_result: Option<i64> = "errorHResult",
        /// Only with StopAndQuarantineFile.
        pub related_file_info: Option<RelatedFileInfo> = "relatedFileInfo",
        /// Live response only. Empty for other actions.
        pub commands: Vec<LiveResponseCommandStatus> = "commands",
        pub troubleshoot_info: Option<Value> = "troubleshootInfo",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/machineaction.md`.
    pub struct RelatedFileInfo {
        pub file_identifier: Option<String> = "fileIdentifier",
        pub file_identifier_type: Option<RelatedFileInfoFileIdentifierType> = "fileIdentifierType",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum LiveResponseCommandStatusCommandStatus {
        Created = "Created",
        Completed = "Completed",
        Failed = "Failed",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum MachineActionRequestSource {
        Unspecified = "Unspecified",
        PublicApi = "PublicApi",
        Portal = "Portal",
        Mcas = "MCAS",
        Tvm = "TVM",
        CustomDetection = "CustomDetection",
        BulkAction = "BulkAction",
        Isg = "ISG",
        Ndr = "NDR",
        EndpointConfigManagement = "EndpointConfigManagement",
        IncidentTasks = "IncidentTasks",
        Mdi = "MDI",
        ActiveScan = "ActiveScan",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum MachineActionScope {
        Full = "Full",
        Selective = "Selective",
        Quick = "Quick",
        UnManagedDevice = "UnManagedDevice",
    }
}

http_core::open_enum! {
    /// An open set of words.
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
    /// An open set of words.
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
        Unknown = "Unknown",
        RequestSample = "RequestSample",
        Block = "Block",
        RegenerateId = "RegenerateId",
        Troubleshoot = "Troubleshoot",
        LogsCollection = "LogsCollection",
        TokenRefresh = "TokenRefresh",
        EndpointConfigManagementCheckin = "EndpointConfigManagementCheckin",
        EnableActiveDirectoryUser = "EnableActiveDirectoryUser",
        DisableActiveDirectoryUser = "DisableActiveDirectoryUser",
        ResetPasswordActiveDirectoryUser = "ResetPasswordActiveDirectoryUser",
        ImmuneActiveDirectoryCustomPlaybook = "ImmuneActiveDirectoryCustomPlaybook",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum RelatedFileInfoFileIdentifierType {
        Sha1 = "Sha1",
        Sha256 = "Sha256",
        Md5 = "Md5",
    }
}
