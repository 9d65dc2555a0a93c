//! `mde.machines.run_live_response`: Run live response commands on a device.

use http_core::{Client, Id, Request, Result};

use crate::machine_actions::MachineAction;
use crate::machines::LiveResponseCommand;
use crate::machines::Machine;

/// Run live response commands on a device.
///
/// A session waits up to three days for an offline device. RunScript times out after 10
/// minutes. After a failed command the rest is skipped. The device group needs a remediation
/// level. The page writes the path with /API/ and /api/.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/run-live-response.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.machines().run_live_response("text", [Default::default()]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct RunLiveResponse {
    client: Client,
    request: Request,
}

impl RunLiveResponse {
    pub(super) fn new(
        client: &Client,
        machine_id: impl Into<Id<Machine>>,
        commands: impl IntoIterator<Item = LiveResponseCommand>,
    ) -> Self {
        let machine_id: Id<Machine> = machine_id.into();
        let request = Request::new(&super::RUN_LIVE_RESPONSE)
            .set("machine_id", machine_id)
            .set_json("Commands", &commands.into_iter().collect::<Vec<_>>());
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Not marked required here; other actions refuse without one.
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
