//! `mde.machines.stop_and_quarantine_file`: Stop and quarantine a file on a device.

use http_core::{Client, Id, Request, Result};

use crate::machine_actions::MachineAction;
use crate::machines::Machine;

/// Stop and quarantine a file on a device.
///
/// Status 201 on the page; some actions answer 200 in practice, accept both. The page also
/// lists Machine.Read.All and Machine.ReadWrite.All as sufficient, which is doubtful for a
/// destructive action: ask for Machine.StopAndQuarantine. Not for files signed by Microsoft or
/// trusted publishers. Delegated callers need the role permission 'Active remediation actions'
/// and see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/stop-and-quarantine-file.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.machines().stop_and_quarantine_file("text", "text", "text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct StopAndQuarantineFile {
    client: Client,
    request: Request,
}

impl StopAndQuarantineFile {
    pub(super) fn new(
        client: &Client,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
        sha1: impl Into<String>,
    ) -> Self {
        let machine_id: Id<Machine> = machine_id.into();
        let comment: String = comment.into();
        let sha1: String = sha1.into();
        let request = Request::new(&super::STOP_AND_QUARANTINE_FILE)
            .set("machine_id", machine_id)
            .set("Comment", comment)
            .set("Sha1", sha1);
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
