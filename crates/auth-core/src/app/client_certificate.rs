//! An application that proves itself with a certificate.

#[cfg(test)]
mod tests;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use async_trait::async_trait;
use http_core::Transport;
use secrecy::SecretString;
use url::Url;

use crate::app::certificate::Certificate;
use crate::app::client_credentials::ClientCredentials;
use crate::app::proof::ClientProof;
use crate::app::proof::certificate::{CertificateFile, Form, Signer, Source};
use crate::cloud::Cloud;
use crate::error::Result;
use crate::token::access_token::AccessToken;
use crate::token::credential::{Caller, TokenCredential, TokenRequestOptions};

/// Signs an application in with a certificate (OAuth client credentials with a signed assertion).
///
/// Every token request carries an assertion of its own: signed with PS256, valid for ten minutes, meant for the very
/// address it is posted to. Where the identity service refuses it because the clocks differ, its clock is learned and
/// the request repeated once.
///
/// ```no_run
/// use auth_core::{Certificate, ClientCertificate};
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let certificate = Certificate::from_pem(&std::fs::read_to_string("automation.pem")?, None)?;
/// let credential = ClientCertificate::new(
///     "contoso.onmicrosoft.com",
///     "11111111-2222-3333-4444-555555555555",
///     certificate,
/// )?;
/// # let _ = credential;
/// # Ok(())
/// # }
/// ```
///
/// Source: entra-docs, `certificate-credentials.md`.
#[derive(Clone)]
pub struct ClientCertificate {
    flow: ClientCredentials,
    signer: Signer,
}

impl ClientCertificate {
    /// An application in a tenant of the commercial cloud, with one of its certificates. Nothing is sent.
    ///
    /// `tenant_id` is the tenant's GUID or one of its domains, `client_id` the application's GUID.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) for a tenant or an application that cannot be one.
    pub fn new(
        tenant_id: &str,
        client_id: &str,
        certificate: impl Into<Arc<Certificate>>,
    ) -> Result<Self> {
        Self::of(tenant_id, client_id, Source::Given(certificate.into()))
    }

    /// The same with a certificate that is in a file, PEM or PKCS#12. The file is read now and looked at again for every
    /// token request: a certificate that replaced the one before is used from the next token on. A file that cannot be
    /// read any more leaves the certificate that was read last in use.
    ///
    /// ```no_run
    /// use auth_core::{ClientCertificate, SecretString};
    /// # fn main() -> auth_core::Result<()> {
    /// let credential = ClientCertificate::from_file(
    ///     "contoso.onmicrosoft.com",
    ///     "11111111-2222-3333-4444-555555555555",
    ///     "/etc/defender/automation.pfx",
    ///     Some(SecretString::from("the password of the file")),
    /// )?;
    /// # let _ = credential;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) for a tenant or an application that cannot be one, a file that cannot be read, and
    /// whatever [`Certificate::from_bytes`] finds wrong with it.
    pub fn from_file(
        tenant_id: &str,
        client_id: &str,
        path: impl Into<PathBuf>,
        password: Option<SecretString>,
    ) -> Result<Self> {
        let file = Arc::new(CertificateFile::open(path.into(), password)?);
        Self::of(tenant_id, client_id, Source::File(file))
    }

    fn of(tenant_id: &str, client_id: &str, source: Source) -> Result<Self> {
        let signer = Signer {
            source,
            form: Form::default(),
        };
        let proof = ClientProof::of_signer(signer.clone());
        Ok(Self {
            flow: ClientCredentials::new(tenant_id, client_id, proof)?,
            signer,
        })
    }

    /// Signs in where tenants of this cloud do.
    #[must_use]
    pub fn with_cloud(self, cloud: Cloud) -> Self {
        self.with_authority(cloud.authority())
    }

    /// Signs in at another address; `/<tenant>/oauth2/v2.0/token` is put after it. It must be https, or http to this
    /// machine: a token request to any other address fails before anything is sent.
    #[must_use]
    pub fn with_authority(mut self, authority: Url) -> Self {
        self.flow = self.flow.with_authority(authority);
        self
    }

    /// HTTP transport for token requests. Default: a [`ReqwestTransport`](http_core::ReqwestTransport) made on first use.
    #[must_use]
    pub fn with_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.flow = self.flow.with_transport(transport);
        self
    }

    /// Sends the certificate and its issuers along (`x5c`), for an application that trusts a subject name and an
    /// issuer instead of a certificate.
    #[must_use]
    pub fn with_certificate_chain(mut self) -> Self {
        self.signer.form.sends_chain = true;
        self.signing_anew()
    }

    /// Signs with RS256 and names the certificate by its SHA-1 thumbprint, as AD FS and other older services want it.
    #[must_use]
    pub fn with_legacy_signature(mut self) -> Self {
        self.signer.form.is_legacy = true;
        self.signing_anew()
    }

    /// The certificate in use; its [`not_after`](Certificate::not_after) says when another one is needed.
    pub fn certificate(&self) -> Arc<Certificate> {
        self.signer.source.held()
    }

    fn signing_anew(mut self) -> Self {
        self.flow.proof = ClientProof::of_signer(self.signer.clone());
        self
    }
}

impl From<ClientCertificate> for ClientProof {
    fn from(credential: ClientCertificate) -> Self {
        credential.flow.proof
    }
}

#[async_trait]
impl TokenCredential for ClientCertificate {
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        self.flow.get(scopes, options).await
    }

    fn caller(&self) -> Option<Caller> {
        self.flow.application.caller()
    }
}

impl fmt::Debug for ClientCertificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCertificate")
            .field("tenant_id", &self.flow.application.tenant_id)
            .field("client_id", &self.flow.application.client_id)
            .field("endpoint", &self.flow.endpoint)
            .field("certificate", &self.certificate())
            .finish_non_exhaustive()
    }
}
