//! `graph.threat_intelligence.host_ssl_certificate_get`: Get one SSL certificate of a host.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::HostSslCertificate;

/// `graph.threat_intelligence.host_ssl_certificate_get`: Get one SSL certificate of a host.
pub static HOST_SSL_CERTIFICATE_GET: Operation = Operation::get(
    "graph.threat_intelligence.host_ssl_certificate_get",
    "/v1.0/security/threatIntelligence/hostSslCertificates/{host_ssl_certificate_id}",
)
.host("graph")
.summary("Get one SSL certificate of a host")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("host_ssl_certificate_id").example("9bd3bfc5-d782-4a95-87c2-fede5f81fb73")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// Get one SSL certificate of a host.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().host_ssl_certificate_get("9bd3bfc5-d782-4a95-87c2-fede5f81fb73").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct HostSslCertificateGet {
    client: Client,
    request: Request,
}

impl HostSslCertificateGet {
    pub(super) fn new(
        client: &Client,
        host_ssl_certificate_id: impl Into<Id<HostSslCertificate>>,
    ) -> Self {
        let host_ssl_certificate_id: Id<HostSslCertificate> = host_ssl_certificate_id.into();
        let request = Request::new(&HOST_SSL_CERTIFICATE_GET)
            .set("host_ssl_certificate_id", host_ssl_certificate_id);
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
    pub async fn send(self) -> Result<HostSslCertificate> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(HostSslCertificateGet);
