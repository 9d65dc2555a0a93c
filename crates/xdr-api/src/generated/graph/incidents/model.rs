//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::graph::alerts::Alert;
use crate::graph::alerts::AlertClassification;
use crate::graph::alerts::AlertComment;
use crate::graph::alerts::AlertDetermination;
use crate::graph::alerts::AlertSeverity;

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security`.
    pub struct CollectInvestigationPackageIncidentTaskResponseAction {
        pub odata_type: Option<String> = "@odata.type",
        /// Id of the device, file, user or mail that the action is for.
        pub identifier_value: Option<String> = "identifierValue",
    }
}

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security`.
    pub struct DisableUserIncidentTaskResponseAction {
        pub odata_type: Option<String> = "@odata.type",
        /// Id of the device, file, user or mail that the action is for.
        pub identifier_value: Option<String> = "identifierValue",
    }
}

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security`.
    pub struct EnableUserIncidentTaskResponseAction {
        pub odata_type: Option<String> = "@odata.type",
        /// Id of the device, file, user or mail that the action is for.
        pub identifier_value: Option<String> = "identifierValue",
    }
}

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security`.
    pub struct ForceUserPasswordResetIncidentTaskResponseAction {
        pub odata_type: Option<String> = "@odata.type",
        /// Id of the device, file, user or mail that the action is for.
        pub identifier_value: Option<String> = "identifierValue",
    }
}

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security`.
    pub struct HardDeleteEmailIncidentTaskResponseAction {
        pub odata_type: Option<String> = "@odata.type",
        /// Id of the device, file, user or mail that the action is for.
        pub identifier_value: Option<String> = "identifierValue",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Incident {
        /// Text form of the number.
        pub id: Id<Incident> = "id",
        pub assigned_to: Option<String> = "assignedTo",
        pub classification: Option<AlertClassification> = "classification",
        pub comments: Vec<AlertComment> = "comments",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Writable. PATCH replaces the list.
        pub custom_tags: Vec<String> = "customTags",
        /// Rich text.
        pub description: Option<String> = "description",
        pub determination: Option<AlertDetermination> = "determination",
        pub display_name: Option<String> = "displayName",
        pub incident_web_url: Option<String> = "incidentWebUrl",
        pub last_modified_by: Option<String> = "lastModifiedBy",
        pub last_update_date_time: Option<Timestamp> = "lastUpdateDateTime",
        /// 0 to 100.
        pub priority_score: Option<i64> = "priorityScore",
        pub redirect_incident_id: Option<String> = "redirectIncidentId",
        /// Why it was resolved. Writable.
        pub resolving_comment: Option<String> = "resolvingComment",
        pub severity: Option<AlertSeverity> = "severity",
        /// `awaitingAction` is set only by Defender Experts. `redirected` goes with
        /// `redirectIncidentId`. Values after `unknownFutureValue` are sent only with the header
        /// `Prefer: include-unknown-enum-members`.
        pub status: Option<IncidentStatus> = "status",
        /// Portal overview text.
        pub summary: Option<String> = "summary",
        pub system_tags: Vec<String> = "systemTags",
        pub tenant_id: Option<String> = "tenantId",
        /// Only with `$expand=alerts`, or on `/incidents/{id}/alerts`.
        pub alerts: Vec<Alert> = "alerts",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-incidenttask.md`.
    pub struct IncidentTask {
        pub id: Id<IncidentTask> = "id",
        pub display_name: Option<String> = "displayName",
        pub description: Option<String> = "description",
        pub status: Option<IncidentTaskStatus> = "status",
        pub source: Option<IncidentTaskSource> = "source",
        pub action_type: Option<IncidentTaskActionType> = "actionType",
        pub action_status: Option<IncidentTaskActionStatus> = "actionStatus",
        pub response_action: Option<IncidentTaskResponseAction> = "responseAction",
        pub created_by_display_name: Option<String> = "createdByDisplayName",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub last_modified_by_display_name: Option<String> = "lastModifiedByDisplayName",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        /// Its incident, with the id alone.
        pub incident: Option<Incident> = "incident",
    }
}

http_core::family! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security`.
    pub enum IncidentTaskResponseAction {
        CollectInvestigationPackageIncidentTaskResponse(CollectInvestigationPackageIncidentTaskResponseAction) = "#microsoft.graph.security.collectInvestigationPackageIncidentTaskResponseAction",
        DisableUserIncidentTaskResponse(DisableUserIncidentTaskResponseAction) = "#microsoft.graph.security.disableUserIncidentTaskResponseAction",
        EnableUserIncidentTaskResponse(EnableUserIncidentTaskResponseAction) = "#microsoft.graph.security.enableUserIncidentTaskResponseAction",
        ForceUserPasswordResetIncidentTaskResponse(ForceUserPasswordResetIncidentTaskResponseAction) = "#microsoft.graph.security.forceUserPasswordResetIncidentTaskResponseAction",
        HardDeleteEmailIncidentTaskResponse(HardDeleteEmailIncidentTaskResponseAction) = "#microsoft.graph.security.hardDeleteEmailIncidentTaskResponseAction",
        IsolateDeviceIncidentTaskResponse(IsolateDeviceIncidentTaskResponseAction) = "#microsoft.graph.security.isolateDeviceIncidentTaskResponseAction",
        MarkUserAsCompromisedIncidentTaskResponse(MarkUserAsCompromisedIncidentTaskResponseAction) = "#microsoft.graph.security.markUserAsCompromisedIncidentTaskResponseAction",
        RequireSignInIncidentTaskResponse(RequireSignInIncidentTaskResponseAction) = "#microsoft.graph.security.requireSignInIncidentTaskResponseAction",
        RestrictAppExecutionIncidentTaskResponse(RestrictAppExecutionIncidentTaskResponseAction) = "#microsoft.graph.security.restrictAppExecutionIncidentTaskResponseAction",
        RunAntivirusScanIncidentTaskResponse(RunAntivirusScanIncidentTaskResponseAction) = "#microsoft.graph.security.runAntivirusScanIncidentTaskResponseAction",
        SoftDeleteIncidentTaskResponse(SoftDeleteIncidentTaskResponseAction) = "#microsoft.graph.security.softDeleteIncidentTaskResponseAction",
        StopAndQuarantineFileIncidentTaskResponse(StopAndQuarantineFileIncidentTaskResponseAction) = "#microsoft.graph.security.stopAndQuarantineFileIncidentTaskResponseAction",
        UnIsolateDeviceIncidentTaskResponse(UnIsolateDeviceIncidentTaskResponseAction) = "#microsoft.graph.security.unIsolateDeviceIncidentTaskResponseAction",
        UnRestrictAppExecutionIncidentTaskResponse(UnRestrictAppExecutionIncidentTaskResponseAction) = "#microsoft.graph.security.unRestrictAppExecutionIncidentTaskResponseAction",
    }
}

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security`.
    pub struct IsolateDeviceIncidentTaskResponseAction {
        pub odata_type: Option<String> = "@odata.type",
        /// Id of the device, file, user or mail that the action is for.
        pub identifier_value: Option<String> = "identifierValue",
        pub isolation_type: Option<IncidentTaskIsolationType> = "isolationType",
    }
}

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security`.
    pub struct MarkUserAsCompromisedIncidentTaskResponseAction {
        pub odata_type: Option<String> = "@odata.type",
        /// Id of the device, file, user or mail that the action is for.
        pub identifier_value: Option<String> = "identifierValue",
    }
}

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security`.
    pub struct RequireSignInIncidentTaskResponseAction {
        pub odata_type: Option<String> = "@odata.type",
        /// Id of the device, file, user or mail that the action is for.
        pub identifier_value: Option<String> = "identifierValue",
    }
}

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security`.
    pub struct RestrictAppExecutionIncidentTaskResponseAction {
        pub odata_type: Option<String> = "@odata.type",
        /// Id of the device, file, user or mail that the action is for.
        pub identifier_value: Option<String> = "identifierValue",
    }
}

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security`.
    pub struct RunAntivirusScanIncidentTaskResponseAction {
        pub odata_type: Option<String> = "@odata.type",
        /// Id of the device, file, user or mail that the action is for.
        pub identifier_value: Option<String> = "identifierValue",
    }
}

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security`.
    pub struct SoftDeleteIncidentTaskResponseAction {
        pub odata_type: Option<String> = "@odata.type",
        /// Id of the device, file, user or mail that the action is for.
        pub identifier_value: Option<String> = "identifierValue",
    }
}

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security`.
    pub struct StopAndQuarantineFileIncidentTaskResponseAction {
        pub odata_type: Option<String> = "@odata.type",
        /// Id of the device, file, user or mail that the action is for.
        pub identifier_value: Option<String> = "identifierValue",
        pub device_id: Option<String> = "deviceId",
    }
}

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security`.
    pub struct UnIsolateDeviceIncidentTaskResponseAction {
        pub odata_type: Option<String> = "@odata.type",
        /// Id of the device, file, user or mail that the action is for.
        pub identifier_value: Option<String> = "identifierValue",
    }
}

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security`.
    pub struct UnRestrictAppExecutionIncidentTaskResponseAction {
        pub odata_type: Option<String> = "@odata.type",
        /// Id of the device, file, user or mail that the action is for.
        pub identifier_value: Option<String> = "identifierValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum IncidentStatus {
        Active = "active",
        Resolved = "resolved",
        InProgress = "inProgress",
        Redirected = "redirected",
        UnknownFutureValue = "unknownFutureValue",
        AwaitingAction = "awaitingAction",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum IncidentTaskActionStatus {
        Completed = "completed",
        Failed = "failed",
        InProgress = "inProgress",
        NotStarted = "notStarted",
        PartiallyCompleted = "partiallyCompleted",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum IncidentTaskActionType {
        CollectInvestigationPackage = "collectInvestigationPackage",
        DisableUser = "disableUser",
        EnableUser = "enableUser",
        ForceUserPasswordReset = "forceUserPasswordReset",
        HardDeleteEmail = "hardDeleteEmail",
        IsolateDevice = "isolateDevice",
        MarkUserAsCompromised = "markUserAsCompromised",
        RequireSignIn = "requireSignIn",
        RestrictAppExecution = "restrictAppExecution",
        RunAntiVirusScan = "runAntiVirusScan",
        SoftDeleteEmail = "softDeleteEmail",
        StopAndQuarantineFile = "stopAndQuarantineFile",
        SubmitIocRule = "submitIocRule",
        Text = "text",
        UnIsolateDevice = "unIsolateDevice",
        UnRestrictAppExecution = "unRestrictAppExecution",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum IncidentTaskIsolationType {
        Full = "full",
        Selective = "selective",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum IncidentTaskSource {
        DefenderExpertsGuidedResponse = "defenderExpertsGuidedResponse",
        DefenderExpertsManagedResponse = "defenderExpertsManagedResponse",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum IncidentTaskStatus {
        Completed = "completed",
        Failed = "failed",
        InProgress = "inProgress",
        NotRelevant = "notRelevant",
        Open = "open",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum MergeReasons {
        RepeatedAlertOccurrence = "repeatedAlertOccurrence",
        SameGeography = "sameGeography",
        SimilarArtifacts = "similarArtifacts",
        SameTargetedAsset = "sameTargetedAsset",
        SameNetworkSegment = "sameNetworkSegment",
        EventSequence = "eventSequence",
        TimeFrame = "timeFrame",
        SameThreatSource = "sameThreatSource",
        SimilarTtPsOrBehavior = "similarTTPsOrBehavior",
        SameActor = "sameActor",
        SameCampaign = "sameCampaign",
        SharedIndicators = "sharedIndicators",
        SameAsset = "sameAsset",
        NetworkProximity = "networkProximity",
        EventCasualSequence = "eventCasualSequence",
        TemporalProximity = "temporalProximity",
        LateralMovementPath = "lateralMovementPath",
    }
}
