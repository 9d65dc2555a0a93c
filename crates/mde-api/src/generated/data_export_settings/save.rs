//! `mde.data_export_settings.save`: Add or replace a setting of the streaming API.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Kind, Operation, Param, RateLimit, Request,
    Result, Status, Undo,
};

use crate::data_export_settings::DataExportEventHub;
use crate::data_export_settings::DataExportLog;
use crate::data_export_settings::DataExportSettings;
use crate::data_export_settings::DataExportStorageAccount;
use crate::data_export_settings::DataExportWorkspace;

/// `mde.data_export_settings.save`: Add or replace a setting of the streaming API. Status:
/// observed.
pub static SAVE: Operation =
    Operation::post("mde.data_export_settings.save", "/api/dataExportSettings")
        .host("mde")
        .summary("Add or replace a setting of the streaming API")
        .help(
            "Events leave the tenant for the place that is named. Signed-in users need \
to be Security Administrator or Global Administrator.",
        )
        .status(Status::Observed)
        .inputs(&[
            Param::body("id")
                .required()
                .help("Name of the setting. A setting of the same name is replaced.")
                .example("to-sentinel"),
            Param::body("designatedTenantId")
                .help("Tenant that takes the events.")
                .example("11111111-2222-4333-8444-555555555555"),
            Param::body("workspaceProperties")
                .kind(Kind::Json)
                .help("Log Analytics workspace that takes the events.")
                .example(concat!(
                    "{\"workspaceResourceId\":\"/subscriptions/11111111-2222-4333-84",
                    "44-555555555555/resourceGroups/soc/providers/Microsoft.Opera",
                    "tionalInsights/workspaces/soc\"}"
                )),
            Param::body("eventHubProperties")
                .kind(Kind::Json)
                .help("Event hub that takes the events.")
                .example(concat!(
                    "{\"eventHubResourceId\":\"/subscriptions/11111111-2222-4333-844",
                    "4-555555555555/resourceGroups/soc/providers/Microsoft.EventH",
                    "ub/namespaces/soc\",\"name\":\"defender\"}"
                )),
            Param::body("storageAccountProperties")
                .kind(Kind::Json)
                .help("Storage account that takes the events.")
                .example(concat!(
                    "{\"storageAccountResourceId\":\"/subscriptions/11111111-2222-43",
                    "33-8444-555555555555/resourceGroups/soc/providers/Microsoft.",
                    "Storage/storageAccounts/soc\"}"
                )),
            Param::body("logs")
                .kind(Kind::Json)
                .array()
                .help("Tables that are sent, and whether.")
                .example("[{\"category\":\"AdvancedHunting-DeviceInfo\",\"enabled\":true}]"),
        ])
        .body(BodyKind::Json)
        .answer(AnswerKind::Entity)
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .effect(
            Effect::new(EffectKind::Reversible).undo(
                &Undo::by("mde.data_export_settings.delete")
                    .created("id", "id")
                    .lost(
                        "a setting of the same name was replaced; its former content is not \
restored",
                    ),
            ),
        )
        .source(
            "observed: README of Set-DefenderXdrDeviceTablesToSentinel-Graph.ps1; PyPI \
mde-client 0.4.0",
        );

/// Add or replace a setting of the streaming API.
///
/// Events leave the tenant for the place that is named. Signed-in users need to be Security
/// Administrator or Global Administrator.
///
/// Source: `observed: README of Set-DefenderXdrDeviceTablesToSentinel-Graph.ps1; PyPI
/// mde-client 0.4.0`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.data_export_settings().save("to-sentinel").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SaveDataExportSetting {
    client: Client,
    request: Request,
}

impl SaveDataExportSetting {
    pub(super) fn new(client: &Client, id: impl Into<String>) -> Self {
        let id: String = id.into();
        let request = Request::new(&SAVE).set("id", id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Tenant that takes the events.
    pub fn designated_tenant_id(mut self, designated_tenant_id: impl Into<String>) -> Self {
        let designated_tenant_id: String = designated_tenant_id.into();
        self.request = self.request.set("designatedTenantId", designated_tenant_id);
        self
    }

    /// Log Analytics workspace that takes the events.
    pub fn workspace_properties(mut self, workspace_properties: &DataExportWorkspace) -> Self {
        self.request = self
            .request
            .set_json("workspaceProperties", workspace_properties);
        self
    }

    /// Event hub that takes the events.
    pub fn event_hub_properties(mut self, event_hub_properties: &DataExportEventHub) -> Self {
        self.request = self
            .request
            .set_json("eventHubProperties", event_hub_properties);
        self
    }

    /// Storage account that takes the events.
    pub fn storage_account_properties(
        mut self,
        storage_account_properties: &DataExportStorageAccount,
    ) -> Self {
        self.request = self
            .request
            .set_json("storageAccountProperties", storage_account_properties);
        self
    }

    /// Tables that are sent, and whether.
    pub fn logs(mut self, logs: impl IntoIterator<Item = DataExportLog>) -> Self {
        self.request = self
            .request
            .set_json("logs", &logs.into_iter().collect::<Vec<_>>());
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
    pub async fn send(self) -> Result<DataExportSettings> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(SaveDataExportSetting);
