//! `graph.attack_simulation.training_campaign_update`: Change or cancel a training campaign.

use http_core::{
    BodyKind, Client, Completion, Effect, EffectKind, Id, Kind, Operation, Param, Pause, Request,
    Result, Started, Status, Target,
};

use crate::graph::attack_simulation::AccountTargetContent;
use crate::graph::attack_simulation::AttackSimulationOperation;
use crate::graph::attack_simulation::CampaignSchedule;
use crate::graph::attack_simulation::EmailIdentity;
use crate::graph::attack_simulation::EndUserNotificationSetting;
use crate::graph::attack_simulation::TrainingCampaign;
use crate::graph::attack_simulation::TrainingSetting;

/// `graph.attack_simulation.training_campaign_update`: Change or cancel a training campaign.
/// Status: preview.
pub static TRAINING_CAMPAIGN_UPDATE: Operation = Operation::patch(
    "graph.attack_simulation.training_campaign_update",
    "/beta/security/attackSimulation/trainingCampaigns/{training_campaign_id}",
)
.host("graph")
.summary("Change or cancel a training campaign")
.help("All required members are sent again, also to change one of them.")
.status(Status::Preview)
.inputs(&[
    Param::path("training_campaign_id").example("289a8991-c277-4908-a2fa-4a87432fb6cf"),
    Param::body("displayName")
        .required()
        .help("Name of the campaign.")
        .example("Quarterly training"),
    Param::body("includedAccountTarget")
        .kind(Kind::Json)
        .required()
        .help("Who gets the trainings: addresses of users, or all users of the tenant.")
        .words(&[(
            "type",
            &["unknown", "includeAll", "addressBook", "unknownFutureValue"],
        )])
        .example(concat!(
            "{\"@odata.type\":\"#microsoft.graph.addressBookAccountTargetCon",
            "tent\",\"accountTargetEmails\":[\"bruno.adler@contoso.com\"],\"typ",
            "e\":\"addressBook\"}"
        )),
    Param::body("trainingSetting")
        .kind(Kind::Json)
        .required()
        .help("Which trainings are assigned.")
        .words(&[(
            "settingType",
            &[
                "microsoftCustom",
                "microsoftManaged",
                "noTraining",
                "custom",
                "unknownFutureValue",
            ],
        )])
        .example(concat!(
            "{\"@odata.type\":\"#microsoft.graph.microsoftManagedTrainingSet",
            "ting\",\"settingType\":\"microsoftManaged\",\"trainingCompletionDu",
            "ration\":\"week\"}"
        )),
    Param::body("endUserNotificationSetting")
        .kind(Kind::Json)
        .required()
        .help("Which notices the users get.")
        .words(&[
            (
                "notificationPreference",
                &["unknown", "microsoft", "custom", "unknownFutureValue"],
            ),
            (
                "positiveReinforcement/endUserNotification/notificationType",
                &[
                    "unknown",
                    "positiveReinforcement",
                    "noTraining",
                    "trainingAssignment",
                    "trainingReminder",
                    "unknownFutureValue",
                ],
            ),
            (
                "positiveReinforcement/endUserNotification/source",
                &["unknown", "global", "tenant", "unknownFutureValue"],
            ),
            (
                "positiveReinforcement/endUserNotification/status",
                &[
                    "unknown",
                    "draft",
                    "ready",
                    "archive",
                    "delete",
                    "unknownFutureValue",
                ],
            ),
            (
                "positiveReinforcement/deliveryPreference",
                &[
                    "unknown",
                    "deliverImmedietly",
                    "deliverAfterCampaignEnd",
                    "unknownFutureValue",
                ],
            ),
            (
                "settingType",
                &[
                    "unknown",
                    "noTraining",
                    "trainingSelected",
                    "noNotification",
                    "unknownFutureValue",
                ],
            ),
        ])
        .example(concat!(
            "{\"@odata.type\":\"#microsoft.graph.noTrainingNotificationSetti",
            "ng\",\"notificationPreference\":\"microsoft\",\"settingType\":\"noNo",
            "tification\"}"
        )),
    Param::body("campaignSchedule")
        .kind(Kind::Json)
        .required()
        .help("When it begins and ends, and its status: `cancelled` stops it.")
        .words(&[(
            "status",
            &[
                "unknown",
                "draft",
                "inProgress",
                "scheduled",
                "completed",
                "failed",
                "cancelled",
                "excluded",
                "deleted",
                "unknownFutureValue",
            ],
        )])
        .example(concat!(
            "{\"completionDateTime\":\"2099-02-18T08:00:00Z\",\"launchDateTime",
            "\":\"2099-02-15T08:00:00Z\",\"status\":\"scheduled\"}"
        )),
    Param::body("description").help("Description of the campaign."),
    Param::body("excludedAccountTarget")
        .kind(Kind::Json)
        .help("Who is left out.")
        .words(&[(
            "type",
            &["unknown", "includeAll", "addressBook", "unknownFutureValue"],
        )])
        .example(concat!(
            "{\"@odata.type\":\"#microsoft.graph.addressBookAccountTargetCon",
            "tent\",\"accountTargetEmails\":[\"bruno.adler@contoso.com\"],\"typ",
            "e\":\"addressBook\"}"
        )),
    Param::body("createdBy")
        .kind(Kind::Json)
        .help("User who created it, as JSON.")
        .example(concat!(
            "{\"displayName\":\"Bruno Adler\",\"email\":\"bruno.adler@contoso.co",
            "m\"}"
        )),
    Param::body("lastModifiedBy")
        .kind(Kind::Json)
        .help("User who changed it last, as JSON.")
        .example(concat!(
            "{\"displayName\":\"Bruno Adler\",\"email\":\"bruno.adler@contoso.co",
            "m\"}"
        )),
])
.body(BodyKind::Json)
.idempotent()
.permissions(
    &["AttackSimulation.ReadWrite.All"],
    &["AttackSimulation.ReadWrite.All"],
)
.completion(
    &Completion::new(
        &crate::graph::attack_simulation::OPERATION_GET,
        ("operation_id", "id"),
        "status",
    )
    .open(&["notStarted", "running"])
    .succeeded(&["succeeded"])
    .failed(&["failed"])
    .pause(Pause::seconds(5, 60))
    .note(
        "The answer is empty; its `Location` is a tracking address. The page does \
not say of what: taken for the operation that simulations have.",
    ),
)
.target(
    &Target::new(
        "training_campaign_id",
        "graph.attack_simulation.training_campaign_get",
    )
    .name(&["displayName"])
    .shows(&["campaignSchedule"]),
)
.effect(Effect::new(EffectKind::Irreversible).felt())
.source(
    "microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/trainingcampaign-update.md",
);

/// Change or cancel a training campaign.
///
/// All required members are sent again, also to change one of them.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/trainingcampaign-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let started = client.graph().attack_simulation().training_campaign_update("289a8991-c277-4908-a2fa-4a87432fb6cf").begin().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct TrainingCampaignUpdate {
    client: Client,
    request: Request,
}

impl TrainingCampaignUpdate {
    pub(super) fn new(
        client: &Client,
        training_campaign_id: impl Into<Id<TrainingCampaign>>,
    ) -> Self {
        let training_campaign_id: Id<TrainingCampaign> = training_campaign_id.into();
        let request = Request::new(&TRAINING_CAMPAIGN_UPDATE)
            .set("training_campaign_id", training_campaign_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Name of the campaign. Required.
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        let display_name: String = display_name.into();
        self.request = self.request.set("displayName", display_name);
        self
    }

    /// Who gets the trainings: addresses of users, or all users of the tenant. Required.
    pub fn included_account_target(
        mut self,
        included_account_target: &AccountTargetContent,
    ) -> Self {
        self.request = self
            .request
            .set_json("includedAccountTarget", included_account_target);
        self
    }

    /// Which trainings are assigned. Required.
    pub fn training_setting(mut self, training_setting: &TrainingSetting) -> Self {
        self.request = self.request.set_json("trainingSetting", training_setting);
        self
    }

    /// Which notices the users get. Required.
    pub fn end_user_notification_setting(
        mut self,
        end_user_notification_setting: &EndUserNotificationSetting,
    ) -> Self {
        self.request = self
            .request
            .set_json("endUserNotificationSetting", end_user_notification_setting);
        self
    }

    /// When it begins and ends, and its status: `cancelled` stops it. Required.
    pub fn campaign_schedule(mut self, campaign_schedule: &CampaignSchedule) -> Self {
        self.request = self.request.set_json("campaignSchedule", campaign_schedule);
        self
    }

    /// Description of the campaign.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        let description: String = description.into();
        self.request = self.request.set("description", description);
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

http_core::call_options!(TrainingCampaignUpdate);
