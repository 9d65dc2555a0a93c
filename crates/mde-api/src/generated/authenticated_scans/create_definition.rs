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
.help(
    "The page writes the delegated permission Machine.Read.Write: taken for \
Machine.ReadWrite. To change data a delegated caller needs ManageSecurity. \
Documented on one page with create, update and delete.",
)
.status(Status::Preview)
.inputs(&[
    Param::body("scanType")
        .kind(Kind::Enum(&["Windows", "Network"]))
        .required(),
    Param::body("scanName").required(),
    Param::body("isActive").kind(Kind::Bool).required(),
    Param::body("target")
        .required()
        .help("comma-separated addresses or host names"),
    Param::body("intervalInHours")
        .kind(Kind::Integer)
        .required(),
    Param::body("targetType")
        .kind(Kind::Enum(&["Ip", "Hostname"]))
        .required()
        .help("the table says 'IP Address' or 'Hostname'; the samples send Ip"),
    Param::body("scannerAgent")
        .kind(Kind::Json)
        .required()
        .help("an object with machineId")
        .example("{\"machineId\":\"1e5bc9d7e413ddd7902c2932e418702b84d0cc07\"}"),
    Param::body("scanAuthenticationParams")
        .kind(Kind::Json)
        .required()
        .help("mandatory on create, optional on update")
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
.effect(
    Effect::new(EffectKind::Additive).undo(
        &Undo::by("mde.authenticated_scans.batch_delete_definitions")
            .created("ScanDefinitionIds", "id"),
    ),
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/add-a-new-scan-definition.md");

/// Create an authenticated scan definition.
///
/// The page writes the delegated permission Machine.Read.Write: taken for Machine.ReadWrite. To
/// change data a delegated caller needs ManageSecurity. Documented on one page with create,
/// update and delete.
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

    /// Scan type. Required.
    pub fn scan_type(mut self, scan_type: impl Into<ScanDefinitionScanType>) -> Self {
        let scan_type: ScanDefinitionScanType = scan_type.into();
        self.request = self.request.set("scanType", scan_type);
        self
    }

    /// Scan name. Required.
    pub fn scan_name(mut self, scan_name: impl Into<String>) -> Self {
        let scan_name: String = scan_name.into();
        self.request = self.request.set("scanName", scan_name);
        self
    }

    /// Is active. Required.
    pub fn is_active(mut self, is_active: bool) -> Self {
        self.request = self.request.set("isActive", is_active);
        self
    }

    /// Target. Comma-separated addresses or host names. Required.
    pub fn target(mut self, target: impl Into<String>) -> Self {
        let target: String = target.into();
        self.request = self.request.set("target", target);
        self
    }

    /// Interval in hours. Required.
    pub fn interval_in_hours(mut self, interval_in_hours: u32) -> Self {
        self.request = self.request.set("intervalInHours", interval_in_hours);
        self
    }

    /// Target type. The table says 'IP Address' or 'Hostname'; the samples send Ip. Required.
    pub fn target_type(mut self, target_type: impl Into<ScanDefinitionTargetType>) -> Self {
        let target_type: ScanDefinitionTargetType = target_type.into();
        self.request = self.request.set("targetType", target_type);
        self
    }

    /// Scanner agent. An object with machineId. Required.
    pub fn scanner_agent(mut self, scanner_agent: &ScannerAgent) -> Self {
        self.request = self.request.set_json("scannerAgent", scanner_agent);
        self
    }

    /// Scan authentication params. Mandatory on create, optional on update. Required.
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
