//! `mde.machine_actions.get_live_response_result`: Get a live response command's result link.

use http_core::{
    AnswerKind, Client, Id, Kind, Linked, Operation, Param, RateLimit, Request, Result, Status,
};

use crate::machine_actions::MachineAction;

/// `mde.machine_actions.get_live_response_result`: Get a live response command's result link.
/// Status: preview.
pub static GET_LIVE_RESPONSE_RESULT: Operation = Operation::get(
    "mde.machine_actions.get_live_response_result",
    "/api/machineactions/{action_id}/GetLiveResponseResultDownloadLink(index={index})",
)
.host("mde")
.summary("Get a live response command's result link")
.help(
    "The index counts commands from 0; PutFile has no result. The link lasts 30 \
minutes and can be requested again.",
)
.status(Status::Preview)
.inputs(&[
    Param::path("action_id").example("f6279b74-4d92-4567-84fd-18975059adc3"),
    Param::path("index").kind(Kind::Integer).example("0"),
])
.answer(AnswerKind::Link)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(
    &["Machine.Read.All", "Machine.ReadWrite.All"],
    &["Machine.LiveResponse"],
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-live-response-result.md");

/// Get a live response command's result link.
///
/// The index counts commands from 0; PutFile has no result. The link lasts 30 minutes and can
/// be requested again.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-live-response-result.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let bytes = client.machine_actions().get_live_response_result("f6279b74-4d92-4567-84fd-18975059adc3", 0).file().save("file.bin").await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetMachineActionLiveResponseResult {
    client: Client,
    request: Request,
}

impl GetMachineActionLiveResponseResult {
    pub(super) fn new(
        client: &Client,
        action_id: impl Into<Id<MachineAction>>,
        index: u32,
    ) -> Self {
        let action_id: Id<MachineAction> = action_id.into();
        let request = Request::new(&GET_LIVE_RESPONSE_RESULT)
            .set("action_id", action_id)
            .set("index", index);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and gives the address: a secret while it lasts.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<String> {
        self.client.linked(self.request).link().await
    }

    /// The file itself, to be read as it comes or saved to disk.
    pub fn file(self) -> Linked {
        self.client.linked(self.request)
    }
}

http_core::call_options!(GetMachineActionLiveResponseResult);
