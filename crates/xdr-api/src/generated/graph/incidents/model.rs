//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

use crate::graph::alerts::Alert;
use crate::graph::alerts::AlertClassification;
use crate::graph::alerts::AlertComment;
use crate::graph::alerts::AlertDetermination;
use crate::graph::alerts::AlertSeverity;

http_core::entity! {
    /// Incident.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Incident {
        /// Id. Text form of the number.
        pub id: Id<Incident> = "id",
        /// Assigned to.
        pub assigned_to: Option<String> = "assignedTo",
        /// Classification.
        pub classification: Option<AlertClassification> = "classification",
        /// Comments.
        pub comments: Vec<AlertComment> = "comments",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Custom tags. Writable; PATCH replaces the list.
        pub custom_tags: Vec<String> = "customTags",
        /// Description. Rich text.
        pub description: Option<String> = "description",
        /// Determination.
        pub determination: Option<AlertDetermination> = "determination",
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Incident web url.
        pub incident_web_url: Option<String> = "incidentWebUrl",
        /// Last modified by.
        pub last_modified_by: Option<String> = "lastModifiedBy",
        /// Last update date time.
        pub last_update_date_time: Option<Timestamp> = "lastUpdateDateTime",
        /// Priority score. 0 to 100; newer.
        pub priority_score: Option<i64> = "priorityScore",
        /// Redirect incident id.
        pub redirect_incident_id: Option<String> = "redirectIncidentId",
        /// Resolving comment. Why it was resolved; writable.
        pub resolving_comment: Option<String> = "resolvingComment",
        /// Severity.
        pub severity: Option<AlertSeverity> = "severity",
        /// Status. awaitingAction is set only by Defender Experts; redirected goes with
        /// redirectIncidentId; evolvable: members after unknownFutureValue are sent only with Prefer:
        /// include-unknown-enum-members.
        pub status: Option<IncidentStatus> = "status",
        /// Summary. Portal overview text.
        pub summary: Option<String> = "summary",
        /// System tags.
        pub system_tags: Vec<String> = "systemTags",
        /// Tenant id.
        pub tenant_id: Option<String> = "tenantId",
        /// Alerts. Only with `$expand=alerts` or on `/incidents/{id}/alerts`; relationship: absent
        /// unless expanded or read on its own path.
        pub alerts: Vec<Alert> = "alerts",
    }
}

http_core::entity! {
    /// Incident task.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct IncidentTask {
        /// Id.
        pub id: Id<IncidentTask> = "id",
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Description.
        pub description: Option<String> = "description",
        /// Status.
        pub status: Option<IncidentTaskStatus> = "status",
        /// Source.
        pub source: Option<IncidentTaskSource> = "source",
        /// Action type.
        pub action_type: Option<IncidentTaskActionType> = "actionType",
        /// Action status.
        pub action_status: Option<IncidentTaskActionStatus> = "actionStatus",
        /// Response action. Polymorphic, `*IncidentTaskResponseAction` with identifierValue.
        pub response_action: Option<Value> = "responseAction",
        /// Created by display name.
        pub created_by_display_name: Option<String> = "createdByDisplayName",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Last modified by display name.
        pub last_modified_by_display_name: Option<String> = "lastModifiedByDisplayName",
        /// Last modified date time.
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        /// Incident. Relationship.
        pub incident: Option<Incident> = "incident",
    }
}

http_core::open_enum! {
    /// Incident status. An open set of words.
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
    /// Incident task action status. An open set of words.
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
    /// Incident task action type. An open set of words.
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
    /// Incident task source. An open set of words.
    pub enum IncidentTaskSource {
        DefenderExpertsGuidedResponse = "defenderExpertsGuidedResponse",
        DefenderExpertsManagedResponse = "defenderExpertsManagedResponse",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// Incident task status. An open set of words.
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
    /// Merge reasons. An open set of words.
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
