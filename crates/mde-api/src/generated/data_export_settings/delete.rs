//! `mde.data_export_settings.delete`: Remove a setting of the streaming API.

use http_core::{
    Client, Effect, EffectKind, Id, Operation, Param, RateLimit, Request, Result, Status, Target,
};

use crate::data_export_settings::DataExportSettings;

/// `mde.data_export_settings.delete`: Remove a setting of the streaming API. Status: observed.
pub static DELETE: Operation = Operation::delete(
    "mde.data_export_settings.delete",
    "/api/dataExportSettings/{id}",
)
.host("mde")
.summary("Remove a setting of the streaming API")
.help("Signed-in users need to be Security Administrator or Global Administrator.")
.status(Status::Observed)
.inputs(&[Param::path("id").example("sandbox-workspace")])
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.target(
    &Target::new("id", "mde.data_export_settings.list")
        .key("id")
        .name(&["id"])
        .shows(&["workspaceProperties"]),
)
.effect(Effect::new(EffectKind::Irreversible))
.source(
    "observed: README of Set-DefenderXdrDeviceTablesToSentinel-Graph.ps1; \
support notes",
);

/// Remove a setting of the streaming API.
///
/// Signed-in users need to be Security Administrator or Global Administrator.
///
/// Source: `observed: README of Set-DefenderXdrDeviceTablesToSentinel-Graph.ps1; support
/// notes`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.data_export_settings().delete("sandbox-workspace").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DeleteDataExportSetting {
    client: Client,
    request: Request,
}

impl DeleteDataExportSetting {
    pub(super) fn new(client: &Client, id: impl Into<Id<DataExportSettings>>) -> Self {
        let id: Id<DataExportSettings> = id.into();
        let request = Request::new(&DELETE).set("id", id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request; the answer holds nothing.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<()> {
        self.client.send_empty(self.request).await
    }
}

http_core::call_options!(DeleteDataExportSetting);
