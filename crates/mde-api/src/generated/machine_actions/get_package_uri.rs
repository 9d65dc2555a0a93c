//! `mde.machine_actions.get_package_uri`: Get an investigation package's download link.

use http_core::{AnswerKind, Client, Id, Linked, Operation, Param, RateLimit, Request, Result};

use crate::machine_actions::MachineAction;

/// `mde.machine_actions.get_package_uri`: Get an investigation package's download link.
pub static GET_PACKAGE_URI: Operation = Operation::get(
    "mde.machine_actions.get_package_uri",
    "/api/machineactions/{action_id}/getPackageUri",
)
.host("mde")
.summary("Get an investigation package's download link")
.help(
    "The link is short-lived. Signed-in users see only devices of their device \
groups.",
)
.inputs(&[Param::path("action_id").example("7a385640-51f6-4b9e-abea-1082dabb0fef")])
.answer(AnswerKind::Link)
.limits(&[RateLimit::per_minute(2), RateLimit::per_hour(120)])
.permissions(
    &["Machine.Read.All", "Machine.ReadWrite.All"],
    &["Machine.CollectForensics"],
)
.role("Alerts Investigation")
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-package-sas-uri.md");

/// Get an investigation package's download link.
///
/// The link is short-lived. Signed-in users see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-package-sas-uri.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let bytes = client.machine_actions().get_package_uri("7a385640-51f6-4b9e-abea-1082dabb0fef").file().save("file.bin").await?;
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
        let request = Request::new(&GET_PACKAGE_URI).set("action_id", action_id);
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

http_core::call_options!(GetMachineActionPackageUri);
