//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct EmailIdentity {
        pub odata_type: Option<String> = "@odata.type",
        pub display_name: Option<String> = "displayName",
        pub id: Id<EmailIdentity> = "id",
        pub email: Option<String> = "email",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Simulation {
        pub id: Id<Simulation> = "id",
        pub attack_technique: Option<SimulationAttackTechnique> = "attackTechnique",
        pub attack_type: Option<SimulationAttackType> = "attackType",
        pub automation_id: Option<String> = "automationId",
        pub completion_date_time: Option<Timestamp> = "completionDateTime",
        pub created_by: Option<EmailIdentity> = "createdBy",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub description: Option<String> = "description",
        pub display_name: Option<String> = "displayName",
        pub duration_in_days: Option<i64> = "durationInDays",
        pub end_user_notification_setting: Option<Value> = "endUserNotificationSetting",
        pub excluded_account_target: Option<Value> = "excludedAccountTarget",
        pub included_account_target: Option<Value> = "includedAccountTarget",
        pub is_automated: Option<bool> = "isAutomated",
        pub last_modified_by: Option<EmailIdentity> = "lastModifiedBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub launch_date_time: Option<Timestamp> = "launchDateTime",
        pub o_auth_consent_app_detail: Option<Value> = "oAuthConsentAppDetail",
        pub payload_delivery_platform: Option<SimulationPayloadDeliveryPlatform> = "payloadDeliveryPlatform",
        pub report: Option<Value> = "report",
        pub status: Option<SimulationStatus> = "status",
        pub training_setting: Option<Value> = "trainingSetting",
        /// Absent unless expanded or read on its own path.
        pub landing_page: Option<Value> = "landingPage",
        /// Absent unless expanded or read on its own path.
        pub login_page: Option<Value> = "loginPage",
        /// Absent unless expanded or read on its own path.
        pub payload: Option<Value> = "payload",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SimulationAutomation {
        pub id: Id<SimulationAutomation> = "id",
        pub created_by: Option<EmailIdentity> = "createdBy",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub description: Option<String> = "description",
        pub display_name: Option<String> = "displayName",
        pub last_modified_by: Option<EmailIdentity> = "lastModifiedBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub last_run_date_time: Option<Timestamp> = "lastRunDateTime",
        pub next_run_date_time: Option<Timestamp> = "nextRunDateTime",
        pub status: Option<SimulationAutomationStatus> = "status",
        /// Absent unless expanded or read on its own path.
        pub runs: Vec<SimulationAutomationRun> = "runs",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SimulationAutomationRun {
        pub id: Id<SimulationAutomationRun> = "id",
        pub end_date_time: Option<Timestamp> = "endDateTime",
        pub simulation_id: Option<Id<Simulation>> = "simulationId",
        pub start_date_time: Option<Timestamp> = "startDateTime",
        pub status: Option<SimulationAutomationRunStatus> = "status",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum SimulationAttackTechnique {
        Unknown = "unknown",
        CredentialHarvesting = "credentialHarvesting",
        AttachmentMalware = "attachmentMalware",
        DriveByUrl = "driveByUrl",
        LinkInAttachment = "linkInAttachment",
        LinkToMalwareFile = "linkToMalwareFile",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum SimulationAttackType {
        Unknown = "unknown",
        Social = "social",
        Cloud = "cloud",
        Endpoint = "endpoint",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum SimulationAutomationRunStatus {
        Unknown = "unknown",
        Running = "running",
        Succeeded = "succeeded",
        Failed = "failed",
        Skipped = "skipped",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum SimulationAutomationStatus {
        Unknown = "unknown",
        Draft = "draft",
        NotRunning = "notRunning",
        Running = "running",
        Completed = "completed",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum SimulationPayloadDeliveryPlatform {
        Unknown = "unknown",
        Sms = "sms",
        Email = "email",
        Teams = "teams",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum SimulationStatus {
        Unknown = "unknown",
        Draft = "draft",
        Running = "running",
        Scheduled = "scheduled",
        Succeeded = "succeeded",
        Failed = "failed",
        Cancelled = "cancelled",
        Excluded = "excluded",
        UnknownFutureValue = "unknownFutureValue",
    }
}
