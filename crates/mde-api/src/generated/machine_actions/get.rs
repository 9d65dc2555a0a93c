//! `mde.machine_actions.get`: Get one machine action.

use http_core::{AnswerKind, Client, Id, Operation, Param, RateLimit, Request, Result};

use crate::machine_actions::MachineAction;

/// `mde.machine_actions.get`: Get one machine action.
pub static GET: Operation =
    Operation::get("mde.machine_actions.get", "/api/machineactions/{action_id}")
        .host("mde")
        .summary("Get one machine action")
        .help("All polling of device actions shares its rate limit.")
        .inputs(&[Param::path("action_id").example("f6279b74-4d92-4567-84fd-18975059adc3")])
        .answer(AnswerKind::Entity)
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(
            &["Machine.Read.All", "Machine.ReadWrite.All"],
            &["Machine.Read", "Machine.ReadWrite"],
        )
        .role("View Data")
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-machineaction-object.md");

/// Get one machine action.
///
/// All polling of device actions shares its rate limit.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-machineaction-object.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.machine_actions().get("f6279b74-4d92-4567-84fd-18975059adc3").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetMachineAction {
    client: Client,
    request: Request,
}

impl GetMachineAction {
    pub(super) fn new(client: &Client, action_id: impl Into<Id<MachineAction>>) -> Self {
        let action_id: Id<MachineAction> = action_id.into();
        let request = Request::new(&GET).set("action_id", action_id);
        Self {
            client: client.clone(),
            request,
        }
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

http_core::call_options!(GetMachineAction);
