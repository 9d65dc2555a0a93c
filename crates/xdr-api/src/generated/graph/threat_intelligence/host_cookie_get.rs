//! `graph.threat_intelligence.host_cookie_get`: Get one cookie of a host.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::HostCookie;

/// `graph.threat_intelligence.host_cookie_get`: Get one cookie of a host.
pub static HOST_COOKIE_GET: Operation = Operation::get(
    "graph.threat_intelligence.host_cookie_get",
    "/v1.0/security/threatIntelligence/hostCookies/{host_cookie_id}",
)
.host("graph")
.summary("Get one cookie of a host")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("host_cookie_id").example("c5322c47-e63c-4e14-8fb6-549f4c5e1ff4")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// Get one cookie of a host.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().host_cookie_get("c5322c47-e63c-4e14-8fb6-549f4c5e1ff4").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct HostCookieGet {
    client: Client,
    request: Request,
}

impl HostCookieGet {
    pub(super) fn new(client: &Client, host_cookie_id: impl Into<Id<HostCookie>>) -> Self {
        let host_cookie_id: Id<HostCookie> = host_cookie_id.into();
        let request = Request::new(&HOST_COOKIE_GET).set("host_cookie_id", host_cookie_id);
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
    pub async fn send(self) -> Result<HostCookie> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(HostCookieGet);
