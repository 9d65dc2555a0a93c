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
    "Not available to tenants that have only Microsoft 365 (Office 365) Cloud \
App Security. No v1 in the route; until 2020-08 the page said \
/api/discovery/discovery_block_scripts/. The Zscaler form (120) is a list \
of host names with a leading dot.",
)
.inputs(&[
    Param::query("format").kind(Kind::Integer).required().help(
        "102=BlueCoat ProxySG; 104=Cisco ASA; 108=Fortinet FortiGate; 112=Palo \
Alto; 120=Zscaler; 129=Juniper SRX; 135=Websense",
    ),
    Param::query("type").help(
        "in both examples, absent from the parameter table; microsoft/MCAS leaves \
it out",
    ),
])
.answer(AnswerKind::File)
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(&["Discovery.manage"], &["Discovery.manage"])
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-script.md");

/// Get a block script for an appliance.
///
/// Not available to tenants that have only Microsoft 365 (Office 365) Cloud App Security. No v1
/// in the route; until 2020-08 the page said `/api/discovery/discovery_block_scripts/.` The
/// Zscaler form (120) is a list of host names with a leading dot.
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-script.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.discovery().generate_block_script(1).send().await?;
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

    /// Type. In both examples, absent from the parameter table; microsoft/MCAS leaves it out.
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
