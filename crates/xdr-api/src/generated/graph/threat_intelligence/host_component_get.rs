//! `graph.threat_intelligence.host_component_get`: Get one component of a host.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::HostComponent;

/// `graph.threat_intelligence.host_component_get`: Get one component of a host.
pub static HOST_COMPONENT_GET: Operation = Operation::get(
    "graph.threat_intelligence.host_component_get",
    "/v1.0/security/threatIntelligence/hostComponents/{host_component_id}",
)
.host("graph")
.summary("Get one component of a host")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("host_component_id").example("91e87d17-bf51-4983-b2ca-c585981837bb")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// Get one component of a host.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().host_component_get("91e87d17-bf51-4983-b2ca-c585981837bb").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct HostComponentGet {
    client: Client,
    request: Request,
}

impl HostComponentGet {
    pub(super) fn new(client: &Client, host_component_id: impl Into<Id<HostComponent>>) -> Self {
        let host_component_id: Id<HostComponent> = host_component_id.into();
        let request = Request::new(&HOST_COMPONENT_GET).set("host_component_id", host_component_id);
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
    pub async fn send(self) -> Result<HostComponent> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(HostComponentGet);
