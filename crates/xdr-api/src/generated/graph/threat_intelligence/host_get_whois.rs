//! `graph.threat_intelligence.host_get_whois`: Get the current whois record of a host.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::Host;
use crate::graph::threat_intelligence::WhoisRecord;

/// `graph.threat_intelligence.host_get_whois`: Get the current whois record of a host.
pub static HOST_GET_WHOIS: Operation = Operation::get("graph.threat_intelligence.host_get_whois", "/v1.0/security/threatIntelligence/hosts/{host_id}/whois").host("graph").summary("Get the current whois record of a host").help("Needs a Defender Threat Intelligence licence and the global cloud.").inputs(&[Param::path("host_id").example("updates.example.net"),
Param::query("$select").help("Properties to return, separated by commas."),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).answer(AnswerKind::Entity).permissions(&["ThreatIntelligence.Read.All"], &["ThreatIntelligence.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-whoisrecord-get.md");

/// Get the current whois record of a host.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-whoisrecord-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().host_get_whois("updates.example.net").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct HostGetWhois {
    client: Client,
    request: Request,
}

impl HostGetWhois {
    pub(super) fn new(client: &Client, host_id: impl Into<Id<Host>>) -> Self {
        let host_id: Id<Host> = host_id.into();
        let request = Request::new(&HOST_GET_WHOIS).set("host_id", host_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Properties to return, separated by commas.
    pub fn select(mut self, select: impl Into<String>) -> Self {
        let select: String = select.into();
        self.request = self.request.set("$select", select);
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
    pub async fn send(self) -> Result<WhoisRecord> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(HostGetWhois);
