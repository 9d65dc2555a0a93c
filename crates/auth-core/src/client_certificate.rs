//! An application that proves itself with a certificate.

mod assertion;

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use http_core::Transport;
use jiff::SignedDuration;
use url::Url;

use crate::certificate::Certificate;
use crate::client_credentials::{ClientCredentials, SignIn};
use crate::cloud::Cloud;
use crate::credential::{TokenCredential, TokenRequestOptions};
use crate::error::{Error, ErrorKind, Result, RetryAdvice};
use crate::service_clock::ServiceClock;
use crate::token::AccessToken;
use crate::token_endpoint::{Issued, assertion_proofs};

/// How long before its end a certificate is worth a warning.
const WARNING: SignedDuration = SignedDuration::from_hours(30 * 24);

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
    signer: Arc<Signer>,
}

/// The certificate and how assertions are made with it.
struct Signer {
    certificate: Arc<Certificate>,
    is_legacy: bool,
    sends_chain: bool,
    clock: ServiceClock,
}

impl ClientCertificate {
    /// An application in a tenant of the commercial cloud, with one of its certificates. Nothing is sent.
    ///
    /// `tenant_id` is the tenant's GUID or one of its domains, `client_id` the application's GUID.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for a tenant or an application that cannot be one.
    pub fn new(
        tenant_id: &str,
        client_id: &str,
        certificate: impl Into<Arc<Certificate>>,
    ) -> Result<Self> {
        Ok(Self {
            flow: ClientCredentials::new(tenant_id, client_id)?,
            signer: Arc::new(Signer {
                certificate: certificate.into(),
                is_legacy: false,
                sends_chain: false,
                clock: ServiceClock::default(),
            }),
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

    /// What sends the token requests; one of the pipeline's own, made at the first of them, unless told.
    #[must_use]
    pub fn with_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.flow = self.flow.with_transport(transport);
        self
    }

    /// Sends the certificate and its issuers along (`x5c`), for an application that trusts a subject name and an
    /// issuer instead of a certificate.
    #[must_use]
    pub fn with_certificate_chain(self) -> Self {
        self.with_signer(|signer| signer.sends_chain = true)
    }

    /// Signs with RS256 and names the certificate by its SHA-1 thumbprint, as AD FS and other older services want it.
    #[must_use]
    pub fn with_legacy_signature(self) -> Self {
        self.with_signer(|signer| signer.is_legacy = true)
    }

    /// The certificate; its [`not_after`](Certificate::not_after) says when another one is needed.
    pub fn certificate(&self) -> &Certificate {
        &self.signer.certificate
    }

    fn with_signer(self, change: impl FnOnce(&mut Signer)) -> Self {
        let mut signer = Signer {
            certificate: Arc::clone(&self.signer.certificate),
            clock: self.signer.clock.clone(),
            ..*self.signer
        };
        change(&mut signer);
        Self {
            signer: Arc::new(signer),
            ..self
        }
    }
}

impl Signer {
    /// Asks for a token, and once more where the clocks turn out to differ.
    async fn ask(&self, sign_in: &SignIn) -> Result<Issued> {
        self.check_dates()?;
        let refused = match self.ask_once(sign_in).await {
            Err(error) if self.clock.learn(&error) => error,
            outcome => return outcome,
        };
        tracing::warn!(
            offset_s = self.clock.offset().as_secs(),
            error = %refused,
            "the clock of this machine differs from the identity service's; its clock is used for assertions"
        );
        self.ask_once(sign_in).await
    }

    async fn ask_once(&self, sign_in: &SignIn) -> Result<Issued> {
        let assertion = self.sign(sign_in)?;
        sign_in.with(assertion_proofs(assertion)).await
    }

    /// Tells of a certificate that ends soon, and keeps one that has ended from being refused in other words.
    fn check_dates(&self) -> Result<()> {
        let (now, end) = (self.clock.now(), self.certificate.not_after());
        let thumbprint = self.certificate.thumbprint();
        if end <= now {
            return Err(Error::new(
                ErrorKind::InvalidClient,
                format!("the certificate {thumbprint} ended at {end}"),
            )
            .with_retry_advice(RetryAdvice::AfterAdmin)
            .with_hint("add a new certificate to the app registration, and sign in with that"));
        }
        if end.duration_since(now) < WARNING {
            tracing::warn!(%thumbprint, %end, "the certificate of the application ends soon");
        }
        Ok(())
    }
}

#[async_trait]
impl TokenCredential for ClientCertificate {
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        let signer = Arc::clone(&self.signer);
        let ask = |sign_in| async move { signer.ask(&sign_in).await };
        self.flow.get(scopes, options, ask).await
    }
}

impl fmt::Debug for ClientCertificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCertificate")
            .field("tenant_id", &self.flow.application.tenant_id)
            .field("client_id", &self.flow.application.client_id)
            .field("endpoint", &self.flow.endpoint)
            .field("certificate", &self.signer.certificate)
            .finish_non_exhaustive()
    }
}
