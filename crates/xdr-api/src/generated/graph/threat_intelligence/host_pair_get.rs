//! `graph.threat_intelligence.host_pair_get`: Get one host pair.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::HostPair;

/// `graph.threat_intelligence.host_pair_get`: Get one host pair.
pub static HOST_PAIR_GET: Operation = Operation::get(
    "graph.threat_intelligence.host_pair_get",
    "/v1.0/security/threatIntelligence/hostPairs/{host_pair_id}",
)
.host("graph")
.summary("Get one host pair")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("host_pair_id").example("d331d3b5-7c73-4161-8a16-6d111f7df21d")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// Get one host pair.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().host_pair_get("d331d3b5-7c73-4161-8a16-6d111f7df21d").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct HostPairGet {
    client: Client,
    request: Request,
}

impl HostPairGet {
    pub(super) fn new(client: &Client, host_pair_id: impl Into<Id<HostPair>>) -> Self {
        let host_pair_id: Id<HostPair> = host_pair_id.into();
        let request = Request::new(&HOST_PAIR_GET).set("host_pair_id", host_pair_id);
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
    pub async fn send(self) -> Result<HostPair> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(HostPairGet);
