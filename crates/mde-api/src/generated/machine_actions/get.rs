//! `mde.machine_actions.get`: Get one machine action.

use http_core::{Client, Id, Request, Result};

use crate::machine_actions::MachineAction;

/// Get one machine action.
///
/// The poll target of all device actions: its 100 calls a minute are shared by all polling.
/// Delegated callers need the role permission 'View Data'.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-machineaction-object.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.machine_actions().get("text").send().await?;
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
        let request = Request::new(&super::GET).set("action_id", action_id);
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
