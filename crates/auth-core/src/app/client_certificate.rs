//! Signs in with a certificate.

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
/// Each token request carries a new assertion: a JWT signed with PS256 and valid for ten minutes,
/// whose audience is the URL it is posted to. The private key never leaves the process. The
/// response is an access token of about an hour; it is cached, renewed before it expires, and
/// shared by clones.
///
/// ```text
/// grant_type=client_credentials
/// client_id=<application>
/// client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer
/// client_assertion=<JWT>                  header: alg, x5t#S256; payload: aud, iss, sub, jti, iat, nbf, exp
/// scope=https://api.securitycenter.microsoft.com/.default
/// ```
///
/// If the identity service refuses an assertion because the clocks differ, its clock is read from
/// the response, and the request is repeated once. A certificate that expires within 30 days is
/// logged as a warning.
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
/// # Errors
/// `get_token` returns `InvalidClient` if the certificate has expired or is not on the app
/// registration, and the general errors of [`TokenCredential`].
///
/// Source: entra-docs, `certificate-credentials.md`.
#[derive(Clone)]
pub struct ClientCertificate {
    flow: ClientCredentials,
    signer: Signer,
}

impl ClientCertificate {
    /// Creates a credential in the commercial cloud. Nothing is sent yet.
    ///
    /// `tenant_id` is the tenant's GUID or one of its domains, `client_id` the application's GUID.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) for an invalid tenant or
    /// client id.
    pub fn new(
        tenant_id: &str,
        client_id: &str,
        certificate: impl Into<Arc<Certificate>>,
    ) -> Result<Self> {
        Self::of(tenant_id, client_id, Source::Given(certificate.into()))
    }

    /// Creates a credential with a certificate file, PEM or PKCS#12.
    ///
    /// The file is read now, and checked again before every token request: a replaced certificate
    /// is used from the next token on. If the file becomes unreadable, the last certificate stays
    /// in use and a warning is logged.
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
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) for an invalid tenant or
    /// client id, for a file that cannot be read, and for the errors of
    /// [`Certificate::from_bytes`].
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

    /// Signs in at the authority of this cloud. Default: [`Cloud::Worldwide`].
    #[must_use]
    pub fn with_cloud(self, cloud: Cloud) -> Self {
        self.with_authority(cloud.authority())
    }

    /// Signs in at another authority: an emulator, AD FS, or a cloud that [`Cloud`] does not list.
    /// `/<tenant>/oauth2/v2.0/…` is appended.
    ///
    /// It must be `https`, or `http` to this machine: with any other, `get_token` fails before
    /// anything is sent. Default: the commercial cloud.
    #[must_use]
    pub fn with_authority(mut self, authority: Url) -> Self {
        self.flow = self.flow.with_authority(authority);
        self
    }

    /// HTTP transport for token requests. Default: a
    /// [`ReqwestTransport`](http_core::ReqwestTransport) created on first use, with the system's
    /// proxy and certificate authorities.
    #[must_use]
    pub fn with_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.flow = self.flow.with_transport(transport);
        self
    }

    /// Sends the certificate and its issuers with each assertion (`x5c`), for a registration that
    /// trusts a subject name and issuer instead of a single certificate. Default: no.
    #[must_use]
    pub fn with_certificate_chain(mut self) -> Self {
        self.signer.form.sends_chain = true;
        self.signing_anew()
    }

    /// Signs with RS256 and names the certificate by its SHA-1 thumbprint (`x5t`), as AD FS and
    /// other older services require. Default: PS256 and SHA-256.
    #[must_use]
    pub fn with_legacy_signature(mut self) -> Self {
        self.signer.form.is_legacy = true;
        self.signing_anew()
    }

    /// The certificate in use. Check its [`not_after`](Certificate::not_after) to plan a
    /// replacement.
    ///
    /// ```no_run
    /// # fn main() -> auth_core::Result<()> {
    /// # let (tenant, client) = ("contoso.com", "11111111-2222-3333-4444-555555555555");
    /// let credential = auth_core::ClientCertificate::from_file(tenant, client, "automation.pem", None)?;
    /// let certificate = credential.certificate();
    /// eprintln!("{} expires at {}", certificate.subject(), certificate.not_after());
    /// # Ok(())
    /// # }
    /// ```
    pub fn certificate(&self) -> Arc<Certificate> {
        self.signer.source.held()
    }

    /// Starts with an empty token cache after a change of the proof.
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
