//! `graph.threat_intelligence.host_get_reputation`: Get the reputation of a host.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::Host;
use crate::graph::threat_intelligence::HostReputation;

/// `graph.threat_intelligence.host_get_reputation`: Get the reputation of a host.
pub static HOST_GET_REPUTATION: Operation = Operation::get(
    "graph.threat_intelligence.host_get_reputation",
    "/v1.0/security/threatIntelligence/hosts/{host_id}/reputation",
)
.host("graph")
.summary("Get the reputation of a host")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("host_id").example("updates.example.net")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// Get the reputation of a host.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().host_get_reputation("updates.example.net").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct HostGetReputation {
    client: Client,
    request: Request,
}

impl HostGetReputation {
    pub(super) fn new(client: &Client, host_id: impl Into<Id<Host>>) -> Self {
        let host_id: Id<Host> = host_id.into();
        let request = Request::new(&HOST_GET_REPUTATION).set("host_id", host_id);
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
    pub async fn send(self) -> Result<HostReputation> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(HostGetReputation);
