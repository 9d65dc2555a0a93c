//! `mde.machine_actions.get_package_uri`: Get an investigation package's download link.

use http_core::{Client, Id, Request, Result};

use crate::machine_actions::MachineAction;

/// Get an investigation package's download link.
///
/// The sample's value is wrapped in an extra pair of quotation marks: strip them if present.
/// Short-lived link, to be fetched without the bearer token. The example writes GetPackageUri.
/// Windows 10 1703+ devices. Delegated callers need the role permission 'Alerts Investigation'
/// and see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-package-sas-uri.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.machine_actions().get_package_uri("text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetMachineActionPackageUri {
    client: Client,
    request: Request,
}

impl GetMachineActionPackageUri {
    pub(super) fn new(client: &Client, action_id: impl Into<Id<MachineAction>>) -> Self {
        let action_id: Id<MachineAction> = action_id.into();
        let request = Request::new(&super::GET_PACKAGE_URI).set("action_id", action_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and gives the single value of the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<String> {
        self.client.send_scalar(self.request).await
    }
}
