//! `graph.attack_simulation.simulation_create`: Create a phishing simulation.

use http_core::{
    BodyKind, Client, Completion, Effect, EffectKind, Kind, Operation, Param, Pause, Request,
    Result, Started, Timestamp,
};

use crate::graph::attack_simulation::AccountTargetContent;
use crate::graph::attack_simulation::AttackSimulationOperation;
use crate::graph::attack_simulation::EmailIdentity;
use crate::graph::attack_simulation::EndUserNotificationSetting;
use crate::graph::attack_simulation::OAuthConsentAppDetail;
use crate::graph::attack_simulation::SimulationAttackTechnique;
use crate::graph::attack_simulation::SimulationAttackType;
use crate::graph::attack_simulation::SimulationPayloadDeliveryPlatform;
use crate::graph::attack_simulation::SimulationStatus;
use crate::graph::attack_simulation::TrainingSetting;

/// `graph.attack_simulation.simulation_create`: Create a phishing simulation.
pub static SIMULATION_CREATE: Operation = Operation::post("graph.attack_simulation.simulation_create", "/v1.0/security/attackSimulation/simulations").host("graph").summary("Create a phishing simulation").help("A simulation that is not a draft sends mail to its targets. Scheduling \
needs a payload and targets. Wait for the operation: its `resourceLocation` \
is the address of the simulation.").inputs(&[Param::body("displayName").required().help("Name of the simulation.").example("Quarterly exercise"),
Param::body("attackTechnique").kind(Kind::Enum(&["credentialHarvesting", "attachmentMalware", "driveByUrl", "linkInAttachment", "linkToMalwareFile", "oAuthConsentGrant"])).required().help("Technique of the attack."),
Param::body("attackType").kind(Kind::Enum(&["social", "cloud", "endpoint"])).help("Type of the attack."),
Param::body("status").kind(Kind::Enum(&["draft", "scheduled", "running"])).help("`draft` sends nothing. `scheduled` starts at `launchDateTime`."),
Param::body("payloadDeliveryPlatform").kind(Kind::Enum(&["email", "sms", "teams"])).help("How the payload reaches users."),
Param::body("durationInDays").kind(Kind::Integer).help("How long the simulation runs."),
Param::body("launchDateTime").kind(Kind::Time).help("When the simulation starts."),
Param::body("createdBy").kind(Kind::Json).help("User who created it, as JSON.").example(concat!("{\"displayName\":\"Bruno Adler\",\"email\":\"bruno.adler@contoso.co", "m\"}")),
Param::body("lastModifiedBy").kind(Kind::Json).help("User who changed it last, as JSON.").example(concat!("{\"displayName\":\"Bruno Adler\",\"email\":\"bruno.adler@contoso.co", "m\"}")),
Param::body("includedAccountTarget").kind(Kind::Json).help("Who is attacked: addresses of users, or all users of the tenant.").words(&[("type", &["unknown", "includeAll", "addressBook", "unknownFutureValue"])]).example(concat!("{\"@odata.type\":\"#microsoft.graph.addressBookAccountTargetCon", "tent\",\"accountTargetEmails\":[\"bruno.adler@contoso.com\"],\"typ", "e\":\"addressBook\"}")),
Param::body("excludedAccountTarget").kind(Kind::Json).help("Who is left out.").words(&[("type", &["unknown", "includeAll", "addressBook", "unknownFutureValue"])]).example(concat!("{\"@odata.type\":\"#microsoft.graph.addressBookAccountTargetCon", "tent\",\"accountTargetEmails\":[\"bruno.adler@contoso.com\"],\"typ", "e\":\"addressBook\"}")),
Param::body("payload@odata.bind").help("Address of the payload: \
`https://graph.microsoft.com/v1.0/security/attackSimulation/payloads/ID`."),
Param::body("loginPage@odata.bind").help("Address of the login page: \
`https://graph.microsoft.com/v1.0/security/attackSimulation/loginPages/ID`."),
Param::body("landingPage@odata.bind").help("Address of the landing page: \
`https://graph.microsoft.com/v1.0/security/attackSimulation/landingPages/ID`."),
Param::body("trainingSetting").kind(Kind::Json).help("Which trainings are assigned to users who fall for it.").words(&[("settingType", &["microsoftCustom", "microsoftManaged", "noTraining", "custom", "unknownFutureValue"])]).example(concat!("{\"@odata.type\":\"#microsoft.graph.microsoftManagedTrainingSet", "ting\",\"settingType\":\"microsoftManaged\",\"trainingCompletionDu", "ration\":\"week\"}")),
Param::body("endUserNotificationSetting").kind(Kind::Json).help("Which notices the users get.").words(&[("notificationPreference", &["unknown", "microsoft", "custom", "unknownFutureValue"]), ("positiveReinforcement/endUserNotification/notificationType", &["unknown", "positiveReinforcement", "noTraining", "trainingAssignment", "trainingReminder", "unknownFutureValue"]), ("positiveReinforcement/endUserNotification/source", &["unknown", "global", "tenant", "unknownFutureValue"]), ("positiveReinforcement/endUserNotification/status", &["unknown", "draft", "ready", "archive", "delete", "unknownFutureValue"]), ("positiveReinforcement/deliveryPreference", &["unknown", "deliverImmedietly", "deliverAfterCampaignEnd", "unknownFutureValue"]), ("settingType", &["unknown", "noTraining", "trainingSelected", "noNotification", "unknownFutureValue"])]).example(concat!("{\"@odata.type\":\"#microsoft.graph.noTrainingNotificationSetti", "ng\",\"notificationPreference\":\"microsoft\",\"settingType\":\"noNo", "tification\"}")),
Param::body("oAuthConsentAppDetail").kind(Kind::Json).help("Application that the attack asks consent for, with `oAuthConsentGrant`.").words(&[("appScope", &["unknown", "readCalendar", "readContact", "readMail", "readAllChat", "readAllFile", "readAndWriteMail", "sendMail", "unknownFutureValue"])]).example("{\"appScope\":\"readMail\",\"displayName\":\"Mail helper\"}"),
]).body(BodyKind::Json).permissions(&["AttackSimulation.ReadWrite.All"], &["AttackSimulation.ReadWrite.All"]).completion(&Completion::new(&crate::graph::attack_simulation::OPERATION_GET, ("operation_id", "id"), "status").open(&["notStarted", "running"]).succeeded(&["succeeded"]).failed(&["failed"]).pause(Pause::seconds(5, 60)).note("The answer is empty; its `Location` names the operation.")).effect(Effect::new(EffectKind::Irreversible).felt()).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/attacksimulationroot-post-simulation.md");

/// Create a phishing simulation.
///
/// A simulation that is not a draft sends mail to its targets. Scheduling needs a payload and
/// targets. Wait for the operation: its `resourceLocation` is the address of the simulation.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/attacksimulationroot-post-simulation.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let started = client.graph().attack_simulation().simulation_create("Quarterly exercise", "word").begin().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SimulationCreate {
    client: Client,
    request: Request,
}

impl SimulationCreate {
    pub(super) fn new(
        client: &Client,
        display_name: impl Into<String>,
        attack_technique: impl Into<SimulationAttackTechnique>,
    ) -> Self {
        let display_name: String = display_name.into();
        let attack_technique: SimulationAttackTechnique = attack_technique.into();
        let request = Request::new(&SIMULATION_CREATE)
            .set("displayName", display_name)
            .set("attackTechnique", attack_technique);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Type of the attack.
    pub fn attack_type(mut self, attack_type: impl Into<SimulationAttackType>) -> Self {
        let attack_type: SimulationAttackType = attack_type.into();
        self.request = self.request.set("attackType", attack_type);
        self
    }

    /// `draft` sends nothing. `scheduled` starts at `launchDateTime`.
    pub fn status(mut self, status: impl Into<SimulationStatus>) -> Self {
        let status: SimulationStatus = status.into();
        self.request = self.request.set("status", status);
        self
    }

    /// How the payload reaches users.
    pub fn payload_delivery_platform(
        mut self,
        payload_delivery_platform: impl Into<SimulationPayloadDeliveryPlatform>,
    ) -> Self {
        let payload_delivery_platform: SimulationPayloadDeliveryPlatform =
            payload_delivery_platform.into();
        self.request = self
            .request
            .set("payloadDeliveryPlatform", payload_delivery_platform);
        self
    }

    /// How long the simulation runs.
    pub fn duration_in_days(mut self, duration_in_days: u32) -> Self {
        self.request = self.request.set("durationInDays", duration_in_days);
        self
    }

    /// When the simulation starts.
    pub fn launch_date_time(mut self, launch_date_time: impl Into<Timestamp>) -> Self {
        let launch_date_time: Timestamp = launch_date_time.into();
        self.request = self.request.set("launchDateTime", launch_date_time);
        self
    }

    /// User who created it, as JSON.
    pub fn created_by(mut self, created_by: &EmailIdentity) -> Self {
        self.request = self.request.set_json("createdBy", created_by);
        self
    }

    /// User who changed it last, as JSON.
    pub fn last_modified_by(mut self, last_modified_by: &EmailIdentity) -> Self {
        self.request = self.request.set_json("lastModifiedBy", last_modified_by);
        self
    }

    /// Who is attacked: addresses of users, or all users of the tenant.
    pub fn included_account_target(
        mut self,
        included_account_target: &AccountTargetContent,
    ) -> Self {
        self.request = self
            .request
            .set_json("includedAccountTarget", included_account_target);
        self
    }

    /// Who is left out.
    pub fn excluded_account_target(
        mut self,
        excluded_account_target: &AccountTargetContent,
    ) -> Self {
        self.request = self
            .request
            .set_json("excludedAccountTarget", excluded_account_target);
        self
    }

    /// Address of the payload:
    /// `https://graph.microsoft.com/v1.0/security/attackSimulation/payloads/ID`.
    pub fn payload_odata_bind(mut self, payload_odata_bind: impl Into<String>) -> Self {
        let payload_odata_bind: String = payload_odata_bind.into();
        self.request = self.request.set("payload@odata.bind", payload_odata_bind);
        self
    }

    /// Address of the login page:
    /// `https://graph.microsoft.com/v1.0/security/attackSimulation/loginPages/ID`.
    pub fn login_page_odata_bind(mut self, login_page_odata_bind: impl Into<String>) -> Self {
        let login_page_odata_bind: String = login_page_odata_bind.into();
        self.request = self
            .request
            .set("loginPage@odata.bind", login_page_odata_bind);
        self
    }

    /// Address of the landing page:
    /// `https://graph.microsoft.com/v1.0/security/attackSimulation/landingPages/ID`.
    pub fn landing_page_odata_bind(mut self, landing_page_odata_bind: impl Into<String>) -> Self {
        let landing_page_odata_bind: String = landing_page_odata_bind.into();
        self.request = self
            .request
            .set("landingPage@odata.bind", landing_page_odata_bind);
        self
    }

    /// Which trainings are assigned to users who fall for it.
    pub fn training_setting(mut self, training_setting: &TrainingSetting) -> Self {
        self.request = self.request.set_json("trainingSetting", training_setting);
        self
    }

    /// Which notices the users get.
    pub fn end_user_notification_setting(
        mut self,
        end_user_notification_setting: &EndUserNotificationSetting,
    ) -> Self {
        self.request = self
            .request
            .set_json("endUserNotificationSetting", end_user_notification_setting);
        self
    }

    /// Application that the attack asks consent for, with `oAuthConsentGrant`.
    pub fn o_auth_consent_app_detail(
        mut self,
        o_auth_consent_app_detail: &OAuthConsentAppDetail,
    ) -> Self {
        self.request = self
            .request
            .set_json("oAuthConsentAppDetail", o_auth_consent_app_detail);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request; the answer holds nothing.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<()> {
        self.client.send_empty(self.request).await
    }

    /// Starts the action.
    /// [`wait`](Started::wait) follows it to its end.
    ///
    /// # Errors
    /// See [`Client::begin`](http_core::Client::begin).
    pub async fn begin(self) -> Result<Started<AttackSimulationOperation>> {
        self.client.begin(self.request).await
    }
}

http_core::call_options!(SimulationCreate);
