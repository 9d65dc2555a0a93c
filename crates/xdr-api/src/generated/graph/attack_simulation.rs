//! Operations and types of attack simulation.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`AutomationGet`] | `GET /v1.0/security/attackSimulation/simulationAutomations/{simulation_automation_id}` | `AttackSimulation.Read.All` |
//! | [`AutomationRunsList`] | `GET /v1.0/security/attackSimulation/simulationAutomations/{simulation_automation_id}/runs` | `AttackSimulation.Read.All` |
//! | [`AutomationsList`] | `GET /v1.0/security/attackSimulation/simulationAutomations` | `AttackSimulation.Read.All` |
//! | [`EndUserNotificationGet`] | `GET /v1.0/security/attackSimulation/endUserNotifications/{end_user_notification_id}` | `AttackSimulation.Read.All` |
//! | [`EndUserNotificationsList`] | `GET /v1.0/security/attackSimulation/endUserNotifications` | `AttackSimulation.Read.All` |
//! | [`LandingPageGet`] | `GET /v1.0/security/attackSimulation/landingPages/{landing_page_id}` | `AttackSimulation.Read.All` |
//! | [`LandingPagesList`] | `GET /v1.0/security/attackSimulation/landingPages` | `AttackSimulation.Read.All` |
//! | [`LoginPageGet`] | `GET /v1.0/security/attackSimulation/loginPages/{login_page_id}` | `AttackSimulation.Read.All` |
//! | [`LoginPagesList`] | `GET /v1.0/security/attackSimulation/loginPages` | `AttackSimulation.Read.All` |
//! | [`OperationGet`] | `GET /v1.0/security/attackSimulation/operations/{operation_id}` | `AttackSimulation.Read.All` |
//! | [`PayloadGet`] | `GET /v1.0/security/attackSimulation/payloads/{payload_id}` | `AttackSimulation.Read.All` |
//! | [`PayloadsList`] | `GET /v1.0/security/attackSimulation/payloads` | `AttackSimulation.Read.All` |
//! | [`SimulationCreate`] | `POST /v1.0/security/attackSimulation/simulations` | `AttackSimulation.ReadWrite.All` |
//! | [`SimulationDelete`] | `DELETE /v1.0/security/attackSimulation/simulations/{simulation_id}` | `AttackSimulation.ReadWrite.All` |
//! | [`SimulationGet`] | `GET /v1.0/security/attackSimulation/simulations/{simulation_id}` | `AttackSimulation.Read.All` |
//! | [`SimulationReportOverviewGet`] | `GET /v1.0/security/attackSimulation/simulations/{simulation_id}/report/overview` | `AttackSimulation.Read.All` |
//! | [`SimulationUpdate`] | `PATCH /v1.0/security/attackSimulation/simulations/{simulation_id}` | `AttackSimulation.ReadWrite.All` |
//! | [`SimulationsList`] | `GET /v1.0/security/attackSimulation/simulations` | `AttackSimulation.Read.All` |
//! | [`TrainingCampaignCreate`] | `POST /beta/security/attackSimulation/trainingCampaigns` | `AttackSimulation.ReadWrite.All` |
//! | [`TrainingCampaignDelete`] | `DELETE /beta/security/attackSimulation/trainingCampaigns/{training_campaign_id}` | `AttackSimulation.ReadWrite.All` |
//! | [`TrainingCampaignGet`] | `GET /beta/security/attackSimulation/trainingCampaigns/{training_campaign_id}` | `AttackSimulation.Read.All` |
//! | [`TrainingCampaignUpdate`] | `PATCH /beta/security/attackSimulation/trainingCampaigns/{training_campaign_id}` | `AttackSimulation.ReadWrite.All` |
//! | [`TrainingCampaignsList`] | `GET /beta/security/attackSimulation/trainingCampaigns` | `AttackSimulation.Read.All` |
//! | [`TrainingGet`] | `GET /v1.0/security/attackSimulation/trainings/{training_id}` | `AttackSimulation.Read.All` |
//! | [`TrainingLanguageDetailGet`] | `GET /v1.0/security/attackSimulation/trainings/{training_id}/languageDetails/{language_detail_id}` | `AttackSimulation.Read.All` |
//! | [`TrainingsList`] | `GET /v1.0/security/attackSimulation/trainings` | `AttackSimulation.Read.All` |

mod automation_get;
mod automation_runs_list;
mod automations_list;
mod end_user_notification_get;
mod end_user_notifications_list;
mod filters;
mod landing_page_get;
mod landing_pages_list;
mod login_page_get;
mod login_pages_list;
mod model;
mod operation_get;
mod payload_get;
mod payloads_list;
mod simulation_create;
mod simulation_delete;
mod simulation_get;
mod simulation_report_overview_get;
mod simulation_update;
mod simulations_list;
mod training_campaign_create;
mod training_campaign_delete;
mod training_campaign_get;
mod training_campaign_update;
mod training_campaigns_list;
mod training_get;
mod training_language_detail_get;
mod trainings_list;

use http_core::{Client, Id};

pub use automation_get::{AUTOMATION_GET, AutomationGet};
pub use automation_runs_list::{AUTOMATION_RUNS_LIST, AutomationRunsList};
pub use automations_list::{AUTOMATIONS_LIST, AutomationsList};
pub use end_user_notification_get::{END_USER_NOTIFICATION_GET, EndUserNotificationGet};
pub use end_user_notifications_list::{END_USER_NOTIFICATIONS_LIST, EndUserNotificationsList};
pub use filters::TrainingCampaignFilter;
pub use landing_page_get::{LANDING_PAGE_GET, LandingPageGet};
pub use landing_pages_list::{LANDING_PAGES_LIST, LandingPagesList};
pub use login_page_get::{LOGIN_PAGE_GET, LoginPageGet};
pub use login_pages_list::{LOGIN_PAGES_LIST, LoginPagesList};
pub use model::{
    AccountTargetContent, AccountTargetContentType, AddressBookAccountTargetContent,
    AssignedTrainingInfo, AttackSimulationOperation, AttackSimulationOperationType,
    AttackSimulationUser, BaseEndUserNotification, CampaignSchedule, CampaignStatus, ClickSource,
    CoachmarkLocation, CoachmarkLocationType, CustomTrainingSetting, EmailIdentity,
    EmailPayloadDetail, EndUserNotification, EndUserNotificationDetail,
    EndUserNotificationPreference, EndUserNotificationSetting, EndUserNotificationSettingType,
    EndUserNotificationType, IncludeAllAccountTargetContent, LandingPage, LandingPageDetail,
    LoginPage, LongRunningOperationStatus, MicrosoftCustomTrainingSetting,
    MicrosoftManagedTrainingSetting, MicrosoftTrainingAssignmentMapping,
    NoTrainingNotificationSetting, NoTrainingSetting, NotificationDeliveryFrequency,
    NotificationDeliveryPreference, OAuthAppScope, OAuthConsentAppDetail, Payload, PayloadBrand,
    PayloadCoachmark, PayloadComplexity, PayloadDetail, PayloadIndustry, PayloadTheme,
    PositiveReinforcementNotification, RecommendedAction, Simulation, SimulationAttackTechnique,
    SimulationAttackType, SimulationAutomation, SimulationAutomationRun,
    SimulationAutomationRunStatus, SimulationAutomationStatus, SimulationContentSource,
    SimulationContentStatus, SimulationEvent, SimulationEventsContent, SimulationNotification,
    SimulationPayloadDeliveryPlatform, SimulationReport, SimulationReportOverview,
    SimulationStatus, TargettedUserType, Training, TrainingAssignedTo, TrainingAvailabilityStatus,
    TrainingCampaign, TrainingCampaignReport, TrainingCampaignReportOverview,
    TrainingCompletionDuration, TrainingEventsContent, TrainingLanguageDetail,
    TrainingNotificationDelivery, TrainingNotificationSetting, TrainingReminderNotification,
    TrainingSetting, TrainingSettingType, TrainingStatus, TrainingType, UserSimulationDetails,
    UserSimulationEventInfo, UserTrainingCompletionSummary, UserTrainingContentEventInfo,
    UserTrainingEventInfo,
};
pub use operation_get::{OPERATION_GET, OperationGet};
pub use payload_get::{PAYLOAD_GET, PayloadGet};
pub use payloads_list::{PAYLOADS_LIST, PayloadsList};
pub use simulation_create::{SIMULATION_CREATE, SimulationCreate};
pub use simulation_delete::{SIMULATION_DELETE, SimulationDelete};
pub use simulation_get::{SIMULATION_GET, SimulationGet};
pub use simulation_report_overview_get::{
    SIMULATION_REPORT_OVERVIEW_GET, SimulationReportOverviewGet,
};
pub use simulation_update::{SIMULATION_UPDATE, SimulationUpdate};
pub use simulations_list::{SIMULATIONS_LIST, SimulationsList};
pub use training_campaign_create::{TRAINING_CAMPAIGN_CREATE, TrainingCampaignCreate};
pub use training_campaign_delete::{TRAINING_CAMPAIGN_DELETE, TrainingCampaignDelete};
pub use training_campaign_get::{TRAINING_CAMPAIGN_GET, TrainingCampaignGet};
pub use training_campaign_update::{TRAINING_CAMPAIGN_UPDATE, TrainingCampaignUpdate};
pub use training_campaigns_list::{TRAINING_CAMPAIGNS_LIST, TrainingCampaignsList};
pub use training_get::{TRAINING_GET, TrainingGet};
pub use training_language_detail_get::{TRAINING_LANGUAGE_DETAIL_GET, TrainingLanguageDetailGet};
pub use trainings_list::{TRAININGS_LIST, TrainingsList};

/// The operations of attack simulation; each method begins a request.
#[derive(Clone, Debug)]
pub struct AttackSimulation {
    pub(crate) client: Client,
}

impl AttackSimulation {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one simulation automation. See [`AutomationGet`].
    pub fn automation_get(
        &self,
        simulation_automation_id: impl Into<Id<SimulationAutomation>>,
    ) -> AutomationGet {
        AutomationGet::new(&self.client, simulation_automation_id)
    }

    /// List runs of a simulation automation. See [`AutomationRunsList`].
    pub fn automation_runs_list(
        &self,
        simulation_automation_id: impl Into<Id<SimulationAutomation>>,
    ) -> AutomationRunsList {
        AutomationRunsList::new(&self.client, simulation_automation_id)
    }

    /// List simulation automations. See [`AutomationsList`].
    pub fn automations_list(&self) -> AutomationsList {
        AutomationsList::new(&self.client)
    }

    /// Get one end-user notification. See [`EndUserNotificationGet`].
    pub fn end_user_notification_get(
        &self,
        end_user_notification_id: impl Into<Id<EndUserNotification>>,
    ) -> EndUserNotificationGet {
        EndUserNotificationGet::new(&self.client, end_user_notification_id)
    }

    /// List end-user notifications. See [`EndUserNotificationsList`].
    pub fn end_user_notifications_list(&self) -> EndUserNotificationsList {
        EndUserNotificationsList::new(&self.client)
    }

    /// Get one landing page. See [`LandingPageGet`].
    pub fn landing_page_get(&self, landing_page_id: impl Into<Id<LandingPage>>) -> LandingPageGet {
        LandingPageGet::new(&self.client, landing_page_id)
    }

    /// List landing pages. See [`LandingPagesList`].
    pub fn landing_pages_list(&self) -> LandingPagesList {
        LandingPagesList::new(&self.client)
    }

    /// Get one login page. See [`LoginPageGet`].
    pub fn login_page_get(&self, login_page_id: impl Into<Id<LoginPage>>) -> LoginPageGet {
        LoginPageGet::new(&self.client, login_page_id)
    }

    /// List login pages. See [`LoginPagesList`].
    pub fn login_pages_list(&self) -> LoginPagesList {
        LoginPagesList::new(&self.client)
    }

    /// Get how far the creation or change of a simulation is. See [`OperationGet`].
    pub fn operation_get(
        &self,
        operation_id: impl Into<Id<AttackSimulationOperation>>,
    ) -> OperationGet {
        OperationGet::new(&self.client, operation_id)
    }

    /// Get one payload. See [`PayloadGet`].
    pub fn payload_get(&self, payload_id: impl Into<Id<Payload>>) -> PayloadGet {
        PayloadGet::new(&self.client, payload_id)
    }

    /// List simulation payloads. See [`PayloadsList`].
    pub fn payloads_list(&self) -> PayloadsList {
        PayloadsList::new(&self.client)
    }

    /// Create a phishing simulation. See [`SimulationCreate`].
    pub fn simulation_create(
        &self,
        display_name: impl Into<String>,
        attack_technique: impl Into<SimulationAttackTechnique>,
    ) -> SimulationCreate {
        SimulationCreate::new(&self.client, display_name, attack_technique)
    }

    /// Delete a simulation. See [`SimulationDelete`].
    pub fn simulation_delete(&self, simulation_id: impl Into<Id<Simulation>>) -> SimulationDelete {
        SimulationDelete::new(&self.client, simulation_id)
    }

    /// Get one simulation. See [`SimulationGet`].
    pub fn simulation_get(&self, simulation_id: impl Into<Id<Simulation>>) -> SimulationGet {
        SimulationGet::new(&self.client, simulation_id)
    }

    /// Get the overview of a simulation report. See [`SimulationReportOverviewGet`].
    pub fn simulation_report_overview_get(
        &self,
        simulation_id: impl Into<Id<Simulation>>,
    ) -> SimulationReportOverviewGet {
        SimulationReportOverviewGet::new(&self.client, simulation_id)
    }

    /// Change, schedule, cancel or exclude a simulation. See [`SimulationUpdate`].
    pub fn simulation_update(&self, simulation_id: impl Into<Id<Simulation>>) -> SimulationUpdate {
        SimulationUpdate::new(&self.client, simulation_id)
    }

    /// List attack simulations. See [`SimulationsList`].
    pub fn simulations_list(&self) -> SimulationsList {
        SimulationsList::new(&self.client)
    }

    /// Create a training campaign. See [`TrainingCampaignCreate`].
    pub fn training_campaign_create(&self) -> TrainingCampaignCreate {
        TrainingCampaignCreate::new(&self.client)
    }

    /// Delete a training campaign. See [`TrainingCampaignDelete`].
    pub fn training_campaign_delete(
        &self,
        training_campaign_id: impl Into<Id<TrainingCampaign>>,
    ) -> TrainingCampaignDelete {
        TrainingCampaignDelete::new(&self.client, training_campaign_id)
    }

    /// Get one training campaign. See [`TrainingCampaignGet`].
    pub fn training_campaign_get(
        &self,
        training_campaign_id: impl Into<Id<TrainingCampaign>>,
    ) -> TrainingCampaignGet {
        TrainingCampaignGet::new(&self.client, training_campaign_id)
    }

    /// Change or cancel a training campaign. See [`TrainingCampaignUpdate`].
    pub fn training_campaign_update(
        &self,
        training_campaign_id: impl Into<Id<TrainingCampaign>>,
    ) -> TrainingCampaignUpdate {
        TrainingCampaignUpdate::new(&self.client, training_campaign_id)
    }

    /// List training campaigns. See [`TrainingCampaignsList`].
    pub fn training_campaigns_list(&self) -> TrainingCampaignsList {
        TrainingCampaignsList::new(&self.client)
    }

    /// Get one training. See [`TrainingGet`].
    pub fn training_get(&self, training_id: impl Into<Id<Training>>) -> TrainingGet {
        TrainingGet::new(&self.client, training_id)
    }

    /// Get a training in one language. See [`TrainingLanguageDetailGet`].
    pub fn training_language_detail_get(
        &self,
        training_id: impl Into<Id<Training>>,
        language_detail_id: impl Into<Id<TrainingLanguageDetail>>,
    ) -> TrainingLanguageDetailGet {
        TrainingLanguageDetailGet::new(&self.client, training_id, language_detail_id)
    }

    /// List trainings. See [`TrainingsList`].
    pub fn trainings_list(&self) -> TrainingsList {
        TrainingsList::new(&self.client)
    }
}
