//! `mde.authenticated_scans.create_definition`: Create an authenticated scan definition.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Kind, Operation, Param, RateLimit, Request,
    Result, Status, Undo,
};

use crate::authenticated_scans::ScanAuthenticationParams;
use crate::authenticated_scans::ScanDefinition;
use crate::authenticated_scans::ScanDefinitionScanType;
use crate::authenticated_scans::ScanDefinitionTargetType;
use crate::authenticated_scans::ScannerAgent;

/// `mde.authenticated_scans.create_definition`: Create an authenticated scan definition.
/// Status: preview.
pub static CREATE_DEFINITION: Operation = Operation::post(
    "mde.authenticated_scans.create_definition",
    "/api/DeviceAuthenticatedScanDefinitions",
)
.host("mde")
.summary("Create an authenticated scan definition")
.status(Status::Preview)
.inputs(&[
    Param::body("scanType")
        .kind(Kind::Enum(&["Windows", "Network"]))
        .required()
        .help("What is scanned: Windows devices or network devices.")
        .example("Network"),
    Param::body("scanName")
        .required()
        .help("Name of the scan.")
        .example("Switches in Oslo"),
    Param::body("isActive")
        .kind(Kind::Bool)
        .required()
        .help("Whether the scan runs."),
    Param::body("target")
        .required()
        .help("Addresses or host names to scan, separated by commas.")
        .example("10.2.0.0/24"),
    Param::body("intervalInHours")
        .kind(Kind::Integer)
        .required()
        .help("Hours between two scans.")
        .example("24"),
    Param::body("targetType")
        .kind(Kind::Enum(&["Ip", "Hostname"]))
        .required()
        .help("Whether `target` holds addresses or host names.")
        .example("Ip"),
    Param::body("scannerAgent")
        .kind(Kind::Json)
        .required()
        .help("Device that runs the scan, by `machineId`.")
        .example("{\"machineId\":\"0f4d7265a9d03fc22b960d84c410343d7e432091\"}"),
    Param::body("scanAuthenticationParams")
        .kind(Kind::Json)
        .required()
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
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.ReadWrite.All"], &["Machine.ReadWrite"])
.role("ManageSecurity")
.effect(
    Effect::new(EffectKind::Additive).undo(
        &Undo::by("mde.authenticated_scans.batch_delete_definitions")
            .created("ScanDefinitionIds", "id"),
    ),
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/add-a-new-scan-definition.md");

/// Create an authenticated scan definition.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/add-a-new-scan-definition.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.authenticated_scans().create_definition().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateDefinition {
    client: Client,
    request: Request,
}

impl CreateDefinition {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&CREATE_DEFINITION);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// What is scanned: Windows devices or network devices. Required.
    pub fn scan_type(mut self, scan_type: impl Into<ScanDefinitionScanType>) -> Self {
        let scan_type: ScanDefinitionScanType = scan_type.into();
        self.request = self.request.set("scanType", scan_type);
        self
    }

    /// Name of the scan. Required.
    pub fn scan_name(mut self, scan_name: impl Into<String>) -> Self {
        let scan_name: String = scan_name.into();
        self.request = self.request.set("scanName", scan_name);
        self
    }

    /// Whether the scan runs. Required.
    pub fn is_active(mut self, is_active: bool) -> Self {
        self.request = self.request.set("isActive", is_active);
        self
    }

    /// Addresses or host names to scan, separated by commas. Required.
    pub fn target(mut self, target: impl Into<String>) -> Self {
        let target: String = target.into();
        self.request = self.request.set("target", target);
        self
    }

    /// Hours between two scans. Required.
    pub fn interval_in_hours(mut self, interval_in_hours: u32) -> Self {
        self.request = self.request.set("intervalInHours", interval_in_hours);
        self
    }

    /// Whether `target` holds addresses or host names. Required.
    pub fn target_type(mut self, target_type: impl Into<ScanDefinitionTargetType>) -> Self {
        let target_type: ScanDefinitionTargetType = target_type.into();
        self.request = self.request.set("targetType", target_type);
        self
    }

    /// Device that runs the scan, by `machineId`. Required.
    pub fn scanner_agent(mut self, scanner_agent: &ScannerAgent) -> Self {
        self.request = self.request.set_json("scannerAgent", scanner_agent);
        self
    }

    /// How the scanner signs in to the devices. Required.
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

http_core::call_options!(CreateDefinition);
