//! `graph.threat_intelligence.host_port_get`: Get one port of a host.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::HostPort;

/// `graph.threat_intelligence.host_port_get`: Get one port of a host.
pub static HOST_PORT_GET: Operation = Operation::get(
    "graph.threat_intelligence.host_port_get",
    "/v1.0/security/threatIntelligence/hostPorts/{host_port_id}",
)
.host("graph")
.summary("Get one port of a host")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("host_port_id").example("162e5525-eb4e-4ce6-864c-d51f0291629f")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// Get one port of a host.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().host_port_get("162e5525-eb4e-4ce6-864c-d51f0291629f").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct HostPortGet {
    client: Client,
    request: Request,
}

impl HostPortGet {
    pub(super) fn new(client: &Client, host_port_id: impl Into<Id<HostPort>>) -> Self {
        let host_port_id: Id<HostPort> = host_port_id.into();
        let request = Request::new(&HOST_PORT_GET).set("host_port_id", host_port_id);
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
    pub async fn send(self) -> Result<HostPort> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(HostPortGet);
