//! The proof of a confidential application, added to every kind of token request.

pub(crate) mod assertion;
#[cfg(feature = "certificate")]
pub(crate) mod certificate;
mod circuit;
pub(crate) mod secret;

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use http_core::BoxFuture;
use secrecy::{ExposeSecret, SecretString};

use self::assertion::{AssertionSource, WantedAssertion, check_assertion};
use self::circuit::{Circuit, Fingerprint};
use self::secret::{Given, SecretSource};
use crate::app::service_clock::ServiceClock;
use crate::error::Result;
use crate::random::sha256;
use crate::token::endpoint::{Grant, Issued, Proofs, TokenEndpoint, assertion_proofs};

/// Proves the identity of a confidential application when it acts for a user: a secret, certificate
/// or assertion.
///
/// Made from a [`SecretString`](crate::SecretString), or from a
/// [`ClientSecret`](crate::ClientSecret), [`ClientCertificate`](crate::ClientCertificate) or
/// [`ClientAssertion`](crate::ClientAssertion); only the proof of these is used. Clones share their
/// state: the offset of the service's clock, and refusals of the proof.
///
/// Public clients (programs on a user's machine) have no proof: do not set one for them.
///
/// ```
/// use auth_core::{ClientProof, RefreshToken, SecretString};
/// # fn main() -> auth_core::Result<()> {
/// let proof = ClientProof::from(SecretString::from("the-value-of-the-secret"));
/// let credential = RefreshToken::new(
///     "contoso.onmicrosoft.com",
///     "11111111-2222-3333-4444-555555555555",
///     SecretString::from("the-refresh-token-that-was-kept"),
/// )?
/// .with_client_proof(proof);
/// # let _ = credential;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct ClientProof {
    kind: Kind,
    clock: ServiceClock,
    circuit: Circuit,
}

#[derive(Clone)]
enum Kind {
    /// A public client.
    Nothing,
    Secret(Arc<dyn SecretSource>),
    #[cfg(feature = "certificate")]
    Certificate(certificate::Signer),
    Assertion(Arc<dyn AssertionSource>),
}

impl ClientProof {
    /// A proof without any state yet.
    fn of(kind: Kind) -> Self {
        Self {
            kind,
            clock: ServiceClock::default(),
            circuit: Circuit::default(),
        }
    }

    /// No proof: a public client.
    pub(crate) fn nothing() -> Self {
        Self::of(Kind::Nothing)
    }

    /// A client secret.
    pub(crate) fn of_secret(source: Arc<dyn SecretSource>) -> Self {
        Self::of(Kind::Secret(source))
    }

    /// Assertions signed with a certificate.
    #[cfg(feature = "certificate")]
    pub(crate) fn of_signer(signer: certificate::Signer) -> Self {
        Self::of(Kind::Certificate(signer))
    }

    /// Assertions of another party.
    pub(crate) fn of_source(source: Arc<dyn AssertionSource>) -> Self {
        Self::of(Kind::Assertion(source))
    }

    /// Requests a token with the proof added to the grant. Repeats the request once if an assertion
    /// was refused because the clocks differ.
    pub(crate) async fn ask(&self, endpoint: &TokenEndpoint, grant: &Grant) -> Result<Issued> {
        let refused = match self.ask_once(endpoint, grant).await {
            Err(error) if self.is_assertion() && self.clock.learn(&error) => error,
            outcome => return outcome,
        };
        tracing::warn!(
            offset_s = self.clock.offset().as_secs(),
            error = %refused,
            "the clock of this machine differs from the identity service's, whose time is used for assertions"
        );
        self.ask_once(endpoint, grant).await
    }

    /// Sends one request, unless the proof was refused less than a minute ago, and remembers a
    /// refusal.
    async fn ask_once(&self, endpoint: &TokenEndpoint, grant: &Grant) -> Result<Issued> {
        let made = self.make(endpoint, grant).await?;
        let place = (endpoint.authority(), &*grant.application.client_id);
        if let Some(fingerprint) = &made.fingerprint {
            self.circuit.check(place, fingerprint, grant)?;
        }
        let mut grant = grant.clone();
        grant.proofs.extend(made.fields);
        let outcome = endpoint.request(&grant).await;
        if let (Err(error), Some(fingerprint)) = (&outcome, made.fingerprint) {
            self.circuit.note(place, fingerprint, error);
        }
        outcome
    }

    /// Returns the fields for one request, and the fingerprint that identifies this proof.
    fn make<'a>(
        &'a self,
        endpoint: &'a TokenEndpoint,
        grant: &'a Grant,
    ) -> BoxFuture<'a, Result<Made>> {
        Box::pin(async move {
            match &self.kind {
                Kind::Nothing => Ok(Made {
                    fields: Proofs::new(),
                    fingerprint: None,
                }),
                Kind::Secret(source) => {
                    let secret = source.secret().await?;
                    secret::check(secret.expose_secret())?;
                    Ok(Made {
                        fingerprint: Some(sha256(secret.expose_secret().as_bytes())),
                        fields: vec![("client_secret", secret)],
                    })
                }
                #[cfg(feature = "certificate")]
                Kind::Certificate(signer) => {
                    let wanted = self.wanted(endpoint, grant)?;
                    let (assertion, fingerprint) = signer.assertion(&wanted).await?;
                    Ok(Made {
                        fields: assertion_proofs(assertion),
                        fingerprint: Some(fingerprint),
                    })
                }
                Kind::Assertion(source) => {
                    let assertion = source.assertion(self.wanted(endpoint, grant)?).await?;
                    check_assertion(assertion.expose_secret())?;
                    // An assertion has no fingerprint: each one differs, and its issuer may become
                    // trusted at any minute.
                    Ok(Made {
                        fields: assertion_proofs(assertion),
                        fingerprint: None,
                    })
                }
            }
        })
    }

    /// Describes the assertion to its source.
    fn wanted(&self, endpoint: &TokenEndpoint, grant: &Grant) -> Result<WantedAssertion> {
        Ok(WantedAssertion {
            tenant_id: grant.application.tenant_id.to_string(),
            client_id: grant.application.client_id.to_string(),
            token_endpoint: endpoint.address(grant)?,
            now: self.clock.now(),
        })
    }

    /// Whether the proof is an assertion, whose times depend on clocks.
    fn is_assertion(&self) -> bool {
        !matches!(self.kind, Kind::Nothing | Kind::Secret(_))
    }
}

/// The proof for one request.
struct Made {
    fields: Proofs,
    fingerprint: Option<Fingerprint>,
}

impl From<SecretString> for ClientProof {
    fn from(secret: SecretString) -> Self {
        Self::of_secret(Arc::new(Given(secret)))
    }
}

impl fmt::Debug for ClientProof {
    /// Prints the kind of proof.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match &self.kind {
            Kind::Nothing => "ClientProof(none)",
            Kind::Secret(_) => "ClientProof(secret)",
            #[cfg(feature = "certificate")]
            Kind::Certificate(_) => "ClientProof(certificate)",
            Kind::Assertion(_) => "ClientProof(assertion)",
        })
    }
}
