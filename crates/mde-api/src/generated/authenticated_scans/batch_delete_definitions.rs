//! `mde.authenticated_scans.batch_delete_definitions`: Delete authenticated scan definitions.

use http_core::{
    BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, RateLimit, Request, Result,
    Status, Target,
};

use crate::authenticated_scans::ScanDefinition;

/// `mde.authenticated_scans.batch_delete_definitions`: Delete authenticated scan definitions.
/// Status: preview.
pub static BATCH_DELETE_DEFINITIONS: Operation = Operation::post(
    "mde.authenticated_scans.batch_delete_definitions",
    "/api/DeviceAuthenticatedScanDefinitions/BatchDelete",
)
.host("mde")
.summary("Delete authenticated scan definitions")
.status(Status::Preview)
.inputs(&[Param::body("ScanDefinitionIds")
    .kind(Kind::List)
    .required()
    .help("Ids of the scan definitions to delete.")
    .example("e113caab-d6d1-4396-97eb-cb6b842e849a")])
.body(BodyKind::Json)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.ReadWrite.All"], &["Machine.ReadWrite"])
.role("ManageSecurity")
.target(
    &Target::new(
        "ScanDefinitionIds",
        "mde.authenticated_scans.list_definitions",
    )
    .key("id")
    .name(&["scanName"])
    .shows(&["scanType", "isActive", "target"]),
)
.effect(Effect::new(EffectKind::Irreversible))
.batch("ScanDefinitionIds", 0)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/add-a-new-scan-definition.md");

/// Delete authenticated scan definitions.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/add-a-new-scan-definition.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.authenticated_scans().batch_delete_definitions(["e113caab-d6d1-4396-97eb-cb6b842e849a"]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct BatchDeleteDefinitionsAuthenticatedScans {
    client: Client,
    request: Request,
}

impl BatchDeleteDefinitionsAuthenticatedScans {
    pub(super) fn new(
        client: &Client,
        scan_definition_ids: impl IntoIterator<Item = impl Into<Id<ScanDefinition>>>,
    ) -> Self {
        let request = Request::new(&BATCH_DELETE_DEFINITIONS).set(
            "ScanDefinitionIds",
            scan_definition_ids
                .into_iter()
                .map(Into::into)
                .collect::<Vec<Id<ScanDefinition>>>(),
        );
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

http_core::call_options!(BatchDeleteDefinitionsAuthenticatedScans);
