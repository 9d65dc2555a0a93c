//! `graph.threat_intelligence.host_ssl_certificate_get`: Get one host ssl certificate.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::HostSslCertificate;

/// `graph.threat_intelligence.host_ssl_certificate_get`: Get one host ssl certificate.
pub static HOST_SSL_CERTIFICATE_GET: Operation = Operation::get(
    "graph.threat_intelligence.host_ssl_certificate_get",
    "/v1.0/security/threatIntelligence/hostSslCertificates/{host_ssl_certificate_id}",
)
.host("graph")
.summary("Get one host ssl certificate")
.help("Needs a Defender Threat Intelligence licence. Global cloud only.")
.inputs(&[Param::path("host_ssl_certificate_id")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// Get one host ssl certificate.
///
/// Needs a Defender Threat Intelligence licence. Global cloud only.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().host_ssl_certificate_get("host-ssl-certificate-id").send().await?;
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
