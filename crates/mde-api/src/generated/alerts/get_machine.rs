//! `mde.alerts.get_machine`: Get an alert's device.

use http_core::{Client, Id, Request, Result};

use crate::alerts::Alert;
use crate::machines::Machine;

/// Get an alert's device.
///
/// Delegated callers need the role permission 'View Data' and see only devices of their device
/// groups.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-machine-info.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.alerts().get_machine("text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetAlertMachine {
    client: Client,
    request: Request,
}

impl GetAlertMachine {
    pub(super) fn new(client: &Client, alert_id: impl Into<Id<Alert>>) -> Self {
        let alert_id: Id<Alert> = alert_id.into();
        let request = Request::new(&super::GET_MACHINE).set("alert_id", alert_id);
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
    pub async fn send(self) -> Result<Machine> {
        self.client.send(self.request).await
    }
}
