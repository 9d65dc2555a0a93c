//! `mde.machine_actions.cancel`: Cancel a machine action.

use http_core::{
    Answer, BodyKind, Client, Effect, EffectKind, Id, Operation, Param, RateLimit, Request, Result,
    Status, Target,
};

use crate::machine_actions::MachineAction;

/// `mde.machine_actions.cancel`: Cancel a machine action. Status: preview.
pub static CANCEL: Operation = Operation::post(
    "mde.machine_actions.cancel",
    "/api/machineactions/{action_id}/cancel",
)
.host("mde")
.summary("Cancel a machine action")
.help(
    "One of the listed permissions, presumably that of the action's own type. \
What cancelling a finished action answers is not said. The delegated row \
runs two names together (Machine.StopAndQuarantineMachine.LiveResponse). \
The page carries the pre-release banner.",
)
.status(Status::Preview)
.params(&[
    Param::path("action_id"),
    Param::body("Comment").help("not marked required; send one"),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
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
.long_running(
    "poll mde.machine_actions.get with the returned id until status is \
Succeeded, Failed, TimeOut or Cancelled",
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
/// One of the listed permissions, presumably that of the action's own type. What cancelling a
/// finished action answers is not said. The delegated row runs two names together
/// (Machine.StopAndQuarantineMachine.LiveResponse). The page carries the pre-release banner.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/cancel-machine-action.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.machine_actions().cancel("action-id").send().await?;
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

    /// Comment. Not marked required; send one.
    pub fn comment(mut self, comment: impl Into<String>) -> Self {
        let comment: String = comment.into();
        self.request = self.request.set("Comment", comment);
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
}
