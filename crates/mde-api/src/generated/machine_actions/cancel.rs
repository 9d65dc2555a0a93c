//! `mde.machine_actions.cancel`: Cancel a machine action.

use http_core::{Client, Id, Request, Result};

use crate::machine_actions::MachineAction;

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
/// let answer = client.machine_actions().cancel("text").send().await?;
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
        let request = Request::new(&super::CANCEL).set("action_id", action_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Not marked required; send one.
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
