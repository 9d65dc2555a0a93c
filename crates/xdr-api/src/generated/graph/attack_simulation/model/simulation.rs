//! `Simulation`.

use http_core::{Id, Timestamp};

use crate::graph::attack_simulation::AccountTargetContent;
use crate::graph::attack_simulation::EmailIdentity;
use crate::graph::attack_simulation::EndUserNotificationSetting;
use crate::graph::attack_simulation::LandingPage;
use crate::graph::attack_simulation::LoginPage;
use crate::graph::attack_simulation::OAuthConsentAppDetail;
use crate::graph::attack_simulation::Payload;
use crate::graph::attack_simulation::SimulationAttackTechnique;
use crate::graph::attack_simulation::SimulationAttackType;
use crate::graph::attack_simulation::SimulationPayloadDeliveryPlatform;
use crate::graph::attack_simulation::SimulationReport;
use crate::graph::attack_simulation::SimulationStatus;
use crate::graph::attack_simulation::TrainingSetting;

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
        pub end_user_notification_setting: Option<EndUserNotificationSetting> = "endUserNotificationSetting",
        pub excluded_account_target: Option<AccountTargetContent> = "excludedAccountTarget",
        pub included_account_target: Option<AccountTargetContent> = "includedAccountTarget",
        pub is_automated: Option<bool> = "isAutomated",
        pub last_modified_by: Option<EmailIdentity> = "lastModifiedBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub launch_date_time: Option<Timestamp> = "launchDateTime",
        pub o_auth_consent_app_detail: Option<OAuthConsentAppDetail> = "oAuthConsentAppDetail",
        pub payload_delivery_platform: Option<SimulationPayloadDeliveryPlatform> = "payloadDeliveryPlatform",
        /// Null in the records; `report/overview` has its own operation.
        pub report: Option<SimulationReport> = "report",
        pub status: Option<SimulationStatus> = "status",
        pub training_setting: Option<TrainingSetting> = "trainingSetting",
        /// Absent unless expanded.
        pub landing_page: Option<LandingPage> = "landingPage",
        /// Absent unless expanded.
        pub login_page: Option<LoginPage> = "loginPage",
        /// Absent unless expanded.
        pub payload: Option<Payload> = "payload",
    }
}
