//! `graph.threat_intelligence.host_ssl_certificate_get`: Get one host ssl certificate.

use http_core::{Client, Id, Request, Result};

use crate::graph::threat_intelligence::HostSslCertificate;

/// Get one host ssl certificate.
///
/// Needs a Defender Threat Intelligence licence. Global cloud only.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().host_ssl_certificate_get("text").send().await?;
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
        let request = Request::new(&super::HOST_SSL_CERTIFICATE_GET)
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
