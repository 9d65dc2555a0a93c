//! `mdca.discovery.generate_block_script`: Get a block script for an appliance.

use http_core::{AnswerKind, Client, Kind, Operation, Param, RateLimit, Request, Response, Result};

/// `mdca.discovery.generate_block_script`: Get a block script for an appliance.
pub static GENERATE_BLOCK_SCRIPT: Operation = Operation::get(
    "mdca.discovery.generate_block_script",
    "/api/discovery_block_scripts/",
)
.host("mdca_portal")
.summary("Get a block script for an appliance")
.help(
    "Works with tenants that have Cloud App Security, not with Office 365 Cloud \
App Security alone.",
)
.inputs(&[
    Param::query("format")
        .kind(Kind::Integer)
        .required()
        .help(
            "Appliance: 102 BlueCoat ProxySG, 104 Cisco ASA, 108 Fortinet FortiGate, \
112 Palo Alto, 120 Zscaler, 129 Juniper SRX, 135 Websense.",
        )
        .example("102"),
    Param::query("type").help("Type of the request."),
])
.answer(AnswerKind::File)
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(&["discovery.manage"], &["discovery.manage"])
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-script.md");

/// Get a block script for an appliance.
///
/// Works with tenants that have Cloud App Security, not with Office 365 Cloud App Security
/// alone.
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-script.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.discovery().generate_block_script(102).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GenerateBlockScript {
    client: Client,
    request: Request,
}

impl GenerateBlockScript {
    pub(super) fn new(client: &Client, format: u32) -> Self {
        let request = Request::new(&GENERATE_BLOCK_SCRIPT).set("format", format);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Type of the request.
    pub fn r#type(mut self, r#type: impl Into<String>) -> Self {
        let r#type: String = r#type.into();
        self.request = self.request.set("type", r#type);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and gives the answer with its body as it came.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Response> {
        self.client.send_response(self.request).await
    }
}

http_core::call_options!(GenerateBlockScript);
