//! `mde.machines.restrict_code_execution`: Restrict app execution on a device.

use http_core::{Client, Id, Request, Result};

use crate::machine_actions::MachineAction;
use crate::machines::Machine;

/// Restrict app execution on a device.
///
/// Status 201 on the page; some actions answer 200 in practice, accept both. Windows 10 1709+
/// with Defender Antivirus. Delegated callers need the role permission 'Active remediation
/// actions' and see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/restrict-code-execution.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.machines().restrict_code_execution("text", "text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct RestrictCodeExecution {
    client: Client,
    request: Request,
}

impl RestrictCodeExecution {
    pub(super) fn new(
        client: &Client,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
    ) -> Self {
        let machine_id: Id<Machine> = machine_id.into();
        let comment: String = comment.into();
        let request = Request::new(&super::RESTRICT_CODE_EXECUTION)
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
