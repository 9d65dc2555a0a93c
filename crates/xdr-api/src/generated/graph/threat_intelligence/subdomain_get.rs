//! `graph.threat_intelligence.subdomain_get`: Get one subdomain.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::Subdomain;

/// `graph.threat_intelligence.subdomain_get`: Get one subdomain.
pub static SUBDOMAIN_GET: Operation = Operation::get(
    "graph.threat_intelligence.subdomain_get",
    "/v1.0/security/threatIntelligence/subdomains/{subdomain_id}",
)
.host("graph")
.summary("Get one subdomain")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("subdomain_id").example("417d871f-148c-45b3-ad19-b0a34d1c93c8")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// Get one subdomain.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().subdomain_get("417d871f-148c-45b3-ad19-b0a34d1c93c8").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SubdomainGet {
    client: Client,
    request: Request,
}

impl SubdomainGet {
    pub(super) fn new(client: &Client, subdomain_id: impl Into<Id<Subdomain>>) -> Self {
        let subdomain_id: Id<Subdomain> = subdomain_id.into();
        let request = Request::new(&SUBDOMAIN_GET).set("subdomain_id", subdomain_id);
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
    pub async fn send(self) -> Result<Subdomain> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(SubdomainGet);
