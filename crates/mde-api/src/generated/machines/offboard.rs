//! `mde.machines.offboard`: Offboard a device.

use http_core::{Client, Id, Request, Result};

use crate::machine_actions::MachineAction;
use crate::machines::Machine;

/// Offboard a device.
///
/// Status 200 (the page once said 201: microsoft-365-docs#8592). Windows only: not macOS or
/// Linux. Stops the sensor but leaves the onboarding data in the registry.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/offboard-machine-api.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.machines().offboard("text", "text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct OffboardMachine {
    client: Client,
    request: Request,
}

impl OffboardMachine {
    pub(super) fn new(
        client: &Client,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
    ) -> Self {
        let machine_id: Id<Machine> = machine_id.into();
        let comment: String = comment.into();
        let request = Request::new(&super::OFFBOARD)
            .set("machine_id", machine_id)
            .set("Comment", comment);
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
