//! `graph.threat_intelligence.host_get`: Get a host by name or address.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::Host;

/// `graph.threat_intelligence.host_get`: Get a host by name or address.
pub static HOST_GET: Operation = Operation::get(
    "graph.threat_intelligence.host_get",
    "/v1.0/security/threatIntelligence/hosts/{host_id}",
)
.host("graph")
.summary("Get a host by name or address")
.help(
    "Takes a host name or an IP address. Needs a Defender Threat Intelligence \
licence and the global cloud.",
)
.inputs(&[Param::path("host_id").example("updates.example.net")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-host-get.md");

/// Get a host by name or address.
///
/// Takes a host name or an IP address. Needs a Defender Threat Intelligence licence and the
/// global cloud.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-host-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().host_get("updates.example.net").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct HostGet {
    client: Client,
    request: Request,
}

impl HostGet {
    pub(super) fn new(client: &Client, host_id: impl Into<Id<Host>>) -> Self {
        let host_id: Id<Host> = host_id.into();
        let request = Request::new(&HOST_GET).set("host_id", host_id);
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
    pub async fn send(self) -> Result<Host> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(HostGet);
