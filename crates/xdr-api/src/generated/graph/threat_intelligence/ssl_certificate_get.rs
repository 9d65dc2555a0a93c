//! `graph.threat_intelligence.ssl_certificate_get`: Get one SSL certificate.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::SslCertificate;

/// `graph.threat_intelligence.ssl_certificate_get`: Get one SSL certificate.
pub static SSL_CERTIFICATE_GET: Operation = Operation::get(
    "graph.threat_intelligence.ssl_certificate_get",
    "/v1.0/security/threatIntelligence/sslCertificates/{ssl_certificate_id}",
)
.host("graph")
.summary("Get one SSL certificate")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("ssl_certificate_id").example("835cf481-7a70-47f9-86a2-81d441640271")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// Get one SSL certificate.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().ssl_certificate_get("835cf481-7a70-47f9-86a2-81d441640271").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SslCertificateGet {
    client: Client,
    request: Request,
}

impl SslCertificateGet {
    pub(super) fn new(client: &Client, ssl_certificate_id: impl Into<Id<SslCertificate>>) -> Self {
        let ssl_certificate_id: Id<SslCertificate> = ssl_certificate_id.into();
        let request =
            Request::new(&SSL_CERTIFICATE_GET).set("ssl_certificate_id", ssl_certificate_id);
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
    pub async fn send(self) -> Result<SslCertificate> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(SslCertificateGet);
