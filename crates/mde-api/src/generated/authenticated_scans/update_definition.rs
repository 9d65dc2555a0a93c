//! `mde.authenticated_scans.update_definition`: Update an authenticated scan definition.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, RateLimit,
    Request, Result, Status, Target, Undo,
};

use crate::authenticated_scans::ScanAuthenticationParams;
use crate::authenticated_scans::ScanDefinition;
use crate::authenticated_scans::ScanDefinitionTargetType;

/// `mde.authenticated_scans.update_definition`: Update an authenticated scan definition.
/// Status: preview.
pub static UPDATE_DEFINITION: Operation = Operation::patch(
    "mde.authenticated_scans.update_definition",
    "/api/DeviceAuthenticatedScanDefinitions/{definition_id}",
)
.host("mde")
.summary("Update an authenticated scan definition")
.status(Status::Preview)
.inputs(&[
    Param::path("definition_id").example("e113caab-d6d1-4396-97eb-cb6b842e849a"),
    Param::body("scanName")
        .help("Name of the scan.")
        .example("Switches in Oslo"),
    Param::body("isActive")
        .kind(Kind::Bool)
        .help("Whether the scan runs."),
    Param::body("target").help("Addresses or host names to scan, separated by commas."),
    Param::body("intervalInHours")
        .kind(Kind::Integer)
        .help("Hours between two scans."),
    Param::body("targetType")
        .kind(Kind::Enum(&["Ip", "Hostname"]))
        .help("Whether `target` holds addresses or host names."),
    Param::body("scanAuthenticationParams")
        .kind(Kind::Json)
        .help("How the scanner signs in to the devices.")
        .words(&[
            (
                "@odata.type",
                &[
                    "#microsoft.windowsDefenderATP.api.SnmpAuthParams",
                    "#microsoft.windowsDefenderATP.api.WindowsAuthParams",
                ],
            ),
            (
                "type",
                &[
                    "CommunityString",
                    "NoAuthNoPriv",
                    "AuthNoPriv",
                    "AuthPriv",
                    "Kerberos",
                    "Negotiate",
                ],
            ),
            ("authProtocol", &["MD5", "SHA1"]),
            ("privProtocol", &["DES", "3DES", "AES"]),
        ])
        .example(concat!(
            "{\"@odata.type\":\"#microsoft.windowsDefenderATP.api.SnmpAuthPa",
            "rams\",\"communityString\":\"public\",\"type\":\"CommunityString\"}"
        )),
])
.body(BodyKind::Json)
.answer(AnswerKind::Entity)
.idempotent()
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.ReadWrite.All"], &["Machine.ReadWrite"])
.role("ManageSecurity")
.target(
    &Target::new("definition_id", "mde.authenticated_scans.list_definitions")
        .key("id")
        .name(&["scanName"])
        .shows(&["scanType", "isActive", "target"]),
)
.effect(
    Effect::new(EffectKind::Reversible).undo(
        &Undo::by("mde.authenticated_scans.update_definition")
            .carried(&["definition_id"])
            .restored(&[
                ("intervalInHours", "intervalInHours"),
                ("isActive", "isActive"),
                ("scanName", "scanName"),
                ("target", "target"),
                ("targetType", "targetType"),
            ])
            .lost("the former sign-in of the scan is not shown and is not restored"),
    ),
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/add-a-new-scan-definition.md");

/// Update an authenticated scan definition.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/add-a-new-scan-definition.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.authenticated_scans().update_definition("e113caab-d6d1-4396-97eb-cb6b842e849a").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateDefinition {
    client: Client,
    request: Request,
}

impl UpdateDefinition {
    pub(super) fn new(client: &Client, definition_id: impl Into<Id<ScanDefinition>>) -> Self {
        let definition_id: Id<ScanDefinition> = definition_id.into();
        let request = Request::new(&UPDATE_DEFINITION).set("definition_id", definition_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Name of the scan.
    pub fn scan_name(mut self, scan_name: impl Into<String>) -> Self {
        let scan_name: String = scan_name.into();
        self.request = self.request.set("scanName", scan_name);
        self
    }

    /// Whether the scan runs.
    pub fn is_active(mut self, is_active: bool) -> Self {
        self.request = self.request.set("isActive", is_active);
        self
    }

    /// Addresses or host names to scan, separated by commas.
    pub fn target(mut self, target: impl Into<String>) -> Self {
        let target: String = target.into();
        self.request = self.request.set("target", target);
        self
    }

    /// Hours between two scans.
    pub fn interval_in_hours(mut self, interval_in_hours: u32) -> Self {
        self.request = self.request.set("intervalInHours", interval_in_hours);
        self
    }

    /// Whether `target` holds addresses or host names.
    pub fn target_type(mut self, target_type: impl Into<ScanDefinitionTargetType>) -> Self {
        let target_type: ScanDefinitionTargetType = target_type.into();
        self.request = self.request.set("targetType", target_type);
        self
    }

    /// How the scanner signs in to the devices.
    pub fn scan_authentication_params(
        mut self,
        scan_authentication_params: &ScanAuthenticationParams,
    ) -> Self {
        self.request = self
            .request
            .set_json("scanAuthenticationParams", scan_authentication_params);
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
    pub async fn send(self) -> Result<ScanDefinition> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(UpdateDefinition);
