//! `mde.machine_actions.cancel`: Cancel a machine action.

use http_core::{
    AnswerKind, BodyKind, Client, Completion, Effect, EffectKind, Id, Kind, Operation, Param,
    Pause, RateLimit, Request, Result, Started, Status, Target,
};

use crate::machine_actions::MachineAction;
use crate::machine_actions::MachineActionRequestSource;

/// `mde.machine_actions.cancel`: Cancel a machine action. Status: preview.
pub static CANCEL: Operation = Operation::post(
    "mde.machine_actions.cancel",
    "/api/machineactions/{action_id}/cancel",
)
.host("mde")
.summary("Cancel a machine action")
.help(
    "Needs the permission of the action's own type. Only an action that is \
pending can be cancelled.",
)
.status(Status::Preview)
.inputs(&[
    Param::path("action_id").example("f6279b74-4d92-4567-84fd-18975059adc3"),
    Param::body("Comment")
        .help("Comment stored with the action.")
        .example("Ticket 4711"),
    Param::body("ExternalId")
        .help("Id of your own, kept with the action to find it again.")
        .example("INC-4711"),
    Param::body("Title")
        .help("Title of the action.")
        .example("Phishing of 29 November"),
    Param::body("RequestSource")
        .kind(Kind::Enum(&[
            "Unspecified",
            "PublicApi",
            "Portal",
            "MCAS",
            "TVM",
            "CustomDetection",
            "BulkAction",
            "ISG",
            "NDR",
            "EndpointConfigManagement",
            "IncidentTasks",
            "MDI",
            "ActiveScan",
        ]))
        .help("Source that the action is recorded with. The service fills it in."),
])
.body(BodyKind::Json)
.answer(AnswerKind::Entity)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(
    &[
        "Machine.CollectForensics",
        "Machine.Isolate",
        "Machine.RestrictExecution",
        "Machine.Scan",
        "Machine.Offboard",
        "Machine.StopAndQuarantine",
        "Machine.LiveResponse",
    ],
    &[
        "Machine.CollectForensics",
        "Machine.Isolate",
        "Machine.RestrictExecution",
        "Machine.Scan",
        "Machine.Offboard",
        "Machine.StopAndQuarantine",
        "Machine.LiveResponse",
    ],
)
.completion(
    &Completion::new(&crate::machine_actions::GET, ("action_id", "id"), "status")
        .open(&["Pending", "InProgress"])
        .succeeded(&["Cancelled", "Canceled"])
        .failed(&["Succeeded", "Failed", "TimeOut"])
        .pause(Pause::seconds(1, 30)),
)
.target(
    &Target::new("action_id", "mde.machine_actions.get")
        .name(&["type"])
        .shows(&["computerDnsName", "status", "requestor", "requestorComment"]),
)
.effect(Effect::new(EffectKind::Irreversible))
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/cancel-machine-action.md");

/// Cancel a machine action.
///
/// Needs the permission of the action's own type. Only an action that is pending can be
/// cancelled.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/cancel-machine-action.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let started = client.machine_actions().cancel("f6279b74-4d92-4567-84fd-18975059adc3").begin().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CancelMachineAction {
    client: Client,
    request: Request,
}

impl CancelMachineAction {
    pub(super) fn new(client: &Client, action_id: impl Into<Id<MachineAction>>) -> Self {
        let action_id: Id<MachineAction> = action_id.into();
        let request = Request::new(&CANCEL).set("action_id", action_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Comment stored with the action.
    pub fn comment(mut self, comment: impl Into<String>) -> Self {
        let comment: String = comment.into();
        self.request = self.request.set("Comment", comment);
        self
    }

    /// Id of your own, kept with the action to find it again.
    pub fn external_id(mut self, external_id: impl Into<String>) -> Self {
        let external_id: String = external_id.into();
        self.request = self.request.set("ExternalId", external_id);
        self
    }

    /// Title of the action.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        let title: String = title.into();
        self.request = self.request.set("Title", title);
        self
    }

    /// Source that the action is recorded with. The service fills it in.
    pub fn request_source(mut self, request_source: impl Into<MachineActionRequestSource>) -> Self {
        let request_source: MachineActionRequestSource = request_source.into();
        self.request = self.request.set("RequestSource", request_source);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<MachineAction> {
        self.client.send(self.request).await
    }

    /// Starts the action.
    /// [`wait`](Started::wait) follows it to its end.
    ///
    /// # Errors
    /// See [`Client::begin`](http_core::Client::begin).
    pub async fn begin(self) -> Result<Started<MachineAction>> {
        self.client.begin(self.request).await
    }
}

http_core::call_options!(CancelMachineAction);
