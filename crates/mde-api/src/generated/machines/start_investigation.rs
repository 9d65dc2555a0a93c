//! `mde.machines.start_investigation`: Start an automated investigation on a device.

use http_core::{Client, Id, Request, Result};

use crate::investigations::Investigation;
use crate::machines::Machine;

/// Start an automated investigation on a device.
///
/// Limited to supported Windows versions. Delegated callers need the role permission 'Active
/// remediation actions' and see only devices of their device groups.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/initiate-autoir-investigation.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.machines().start_investigation("text", "text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct StartInvestigation {
    client: Client,
    request: Request,
}

impl StartInvestigation {
    pub(super) fn new(
        client: &Client,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
    ) -> Self {
        let machine_id: Id<Machine> = machine_id.into();
        let comment: String = comment.into();
        let request = Request::new(&super::START_INVESTIGATION)
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
    pub async fn send(self) -> Result<Investigation> {
        self.client.send(self.request).await
    }
}
