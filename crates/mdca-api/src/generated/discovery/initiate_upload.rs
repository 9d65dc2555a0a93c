//! `mdca.discovery.initiate_upload`: Get an upload URL for a traffic log.

use http_core::{AnswerKind, Client, Kind, Operation, Param, RateLimit, Request, Result};

use crate::discovery::DiscoveryUpload;
use crate::discovery::UploadSourceSource;

/// `mdca.discovery.initiate_upload`: Get an upload URL for a traffic log.
pub static INITIATE_UPLOAD: Operation = Operation::get(
    "mdca.discovery.initiate_upload",
    "/api/v1/discovery/upload_url/",
)
.host("mdca_portal")
.summary("Get an upload URL for a traffic log")
.help("The first of three calls. The upload URL is a secret.")
.inputs(&[
    Param::query("filename")
        .required()
        .help("Name of the log file.")
        .example("firewall.log"),
    Param::query("source")
        .kind(Kind::Enum(&[
            "BLUECOAT",
            "BARRACUDA",
            "BARRACUDA_NEXT_GEN_FW",
            "BARRACUDA_NEXT_GEN_FW_WEBLOG",
            "BARRACUDA_SYSLOG",
            "BLUECOAT_SYSLOG",
            "CHECKPOINT",
            "CHECKPOINT_CEF_SYSLOG",
            "CHECKPOINT_SMART_VIEW_TRACKER",
            "CHECKPOINT_XML",
            "CISCO_ASA",
            "CISCO_ASA_FIREPOWER_SYSLOG",
            "CISCO_ASA_SYSLOG",
            "CISCO_FIREPOWER_V6_SYSLOG",
            "CISCO_FWSM",
            "CISCO_FWSM_SYSLOG",
            "CISCO_IRONPORT_PROXY",
            "CISCO_IRONPORT_PROXY_SYSLOG",
            "CISCO_IRONPORT_WSA_II",
            "CISCO_IRONPORT_WSA_III",
            "CISCO_SCAN_SAFE",
            "CLAVISTER_SYSLOG",
            "CONTENTKEEPER_SYSLOG",
            "CORRATA",
            "FORCEPOINT",
            "FORCEPOINT_LEEF_SYSLOG",
            "FORTIGATE",
            "FORTIGATE_SYSLOG",
            "FORTIOS_SYSLOG",
            "GENERIC_CEF",
            "GENERIC_CEF_SYSLOG",
            "GENERIC_LEEF",
            "GENERIC_LEEF_SYSLOG",
            "GENERIC_W3C",
            "GENERIC_W3C_SYSLOG",
            "I_FILTER",
            "I_FILTER_SYSLOG",
            "IBOSS",
            "JUNIPER_SRX_SD_SYSLOG",
            "JUNIPER_SRX_SYSLOG",
            "JUNIPER_SRX_WELF_SYSLOG",
            "JUNIPER_SSG_SYSLOG",
            "MACHINE_ZONE_MERAKI",
            "MACHINE_ZONE_MERAKI_SYSLOG",
            "MCAFEE_SWG",
            "MCAFEE_SWG_SYSLOG",
            "MENLO_SECURITY_CEF",
            "MICROSOFT_ISA_W3C",
            "OPEN_SYSTEMS_SECURE_WEB_GATEWAY",
            "PALO_ALTO",
            "PALO_ALTO_LEEF",
            "PALO_ALTO_LEEF_SYSLOG",
            "PALO_ALTO_SYSLOG",
            "SONICWALL_SYSLOG",
            "SOPHOS_CYBEROAM_SYSLOG",
            "SOPHOS_SG",
            "SOPHOS_SG_SYSLOG",
            "SOPHOS_XG",
            "SOPHOS_XG_SYSLOG",
            "SQUID",
            "SQUID_NATIVE",
            "SQUID_NATIVE_SYSLOG",
            "STORMSHIELD_SYSLOG",
            "WANDERA_SYSLOG",
            "WATCHGUARD_XTM_SYSLOG",
            "WEBSENSE_SIEM_CEF_SYSLOG",
            "WEBSENSE_V7_5",
            "ZSCALER",
            "ZSCALER_CEF_SYSLOG",
            "ZSCALER_QRADAR_SYSLOG",
            "ZSCALER_SYSLOG",
        ]))
        .required()
        .help("Format of the log."),
])
.answer(AnswerKind::Object)
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(&["discovery.manage"], &["discovery.manage"])
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-initiate.md");

/// Get an upload URL for a traffic log.
///
/// The first of three calls. The upload URL is a secret.
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-initiate.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.discovery().initiate_upload("firewall.log", "word").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct InitiateUpload {
    client: Client,
    request: Request,
}

impl InitiateUpload {
    pub(super) fn new(
        client: &Client,
        filename: impl Into<String>,
        source: impl Into<UploadSourceSource>,
    ) -> Self {
        let filename: String = filename.into();
        let source: UploadSourceSource = source.into();
        let request = Request::new(&INITIATE_UPLOAD)
            .set("filename", filename)
            .set("source", source);
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
    pub async fn send(self) -> Result<DiscoveryUpload> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(InitiateUpload);
