//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

http_core::entity! {
    /// Email identity.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct EmailIdentity {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Id.
        pub id: Id<EmailIdentity> = "id",
        /// Email.
        pub email: Option<String> = "email",
    }
}

http_core::entity! {
    /// Simulation.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Simulation {
        /// Id.
        pub id: Id<Simulation> = "id",
        /// Attack technique.
        pub attack_technique: Option<SimulationAttackTechnique> = "attackTechnique",
        /// Attack type.
        pub attack_type: Option<SimulationAttackType> = "attackType",
        /// Automation id.
        pub automation_id: Option<String> = "automationId",
        /// Completion date time.
        pub completion_date_time: Option<Timestamp> = "completionDateTime",
        /// Created by.
        pub created_by: Option<EmailIdentity> = "createdBy",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Description.
        pub description: Option<String> = "description",
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Duration in days.
        pub duration_in_days: Option<i64> = "durationInDays",
        /// End user notification setting. EndUserNotificationSetting is not described here.
        pub end_user_notification_setting: Option<Value> = "endUserNotificationSetting",
        /// Excluded account target. AccountTargetContent is not described here.
        pub excluded_account_target: Option<Value> = "excludedAccountTarget",
        /// Included account target. AccountTargetContent is not described here.
        pub included_account_target: Option<Value> = "includedAccountTarget",
        /// Is automated.
        pub is_automated: Option<bool> = "isAutomated",
        /// Last modified by.
        pub last_modified_by: Option<EmailIdentity> = "lastModifiedBy",
        /// Last modified date time.
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        /// Launch date time.
        pub launch_date_time: Option<Timestamp> = "launchDateTime",
        /// O auth consent app detail. OAuthConsentAppDetail is not described here.
        pub o_auth_consent_app_detail: Option<Value> = "oAuthConsentAppDetail",
        /// Payload delivery platform.
        pub payload_delivery_platform: Option<SimulationPayloadDeliveryPlatform> = "payloadDeliveryPlatform",
        /// Report. SimulationReport is not described here.
        pub report: Option<Value> = "report",
        /// Status.
        pub status: Option<SimulationStatus> = "status",
        /// Training setting. TrainingSetting is not described here.
        pub training_setting: Option<Value> = "trainingSetting",
        /// Landing page. Relationship: absent unless expanded or read on its own path; LandingPage is
        /// not described here.
        pub landing_page: Option<Value> = "landingPage",
        /// Login page. Relationship: absent unless expanded or read on its own path; LoginPage is not
        /// described here.
        pub login_page: Option<Value> = "loginPage",
        /// Payload. Relationship: absent unless expanded or read on its own path; Payload is not
        /// described here.
        pub payload: Option<Value> = "payload",
    }
}

http_core::entity! {
    /// Simulation automation.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SimulationAutomation {
        /// Id.
        pub id: Id<SimulationAutomation> = "id",
        /// Created by.
        pub created_by: Option<EmailIdentity> = "createdBy",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Description.
        pub description: Option<String> = "description",
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Last modified by.
        pub last_modified_by: Option<EmailIdentity> = "lastModifiedBy",
        /// Last modified date time.
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        /// Last run date time.
        pub last_run_date_time: Option<Timestamp> = "lastRunDateTime",
        /// Next run date time.
        pub next_run_date_time: Option<Timestamp> = "nextRunDateTime",
        /// Status.
        pub status: Option<SimulationAutomationStatus> = "status",
        /// Runs. Relationship: absent unless expanded or read on its own path.
        pub runs: Vec<SimulationAutomationRun> = "runs",
    }
}

http_core::entity! {
    /// Simulation automation run.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SimulationAutomationRun {
        /// Id.
        pub id: Id<SimulationAutomationRun> = "id",
        /// End date time.
        pub end_date_time: Option<Timestamp> = "endDateTime",
        /// Simulation id.
        pub simulation_id: Option<Id<Simulation>> = "simulationId",
        /// Start date time.
        pub start_date_time: Option<Timestamp> = "startDateTime",
        /// Status.
        pub status: Option<SimulationAutomationRunStatus> = "status",
    }
}

http_core::open_enum! {
    /// Simulation attack technique. An open set of words.
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
    /// Simulation attack type. An open set of words.
    pub enum SimulationAttackType {
        Unknown = "unknown",
        Social = "social",
        Cloud = "cloud",
        Endpoint = "endpoint",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// Simulation automation run status. An open set of words.
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
    /// Simulation automation status. An open set of words.
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
    /// Simulation payload delivery platform. An open set of words.
    pub enum SimulationPayloadDeliveryPlatform {
        Unknown = "unknown",
        Sms = "sms",
        Email = "email",
        Teams = "teams",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// Simulation status. An open set of words.
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
