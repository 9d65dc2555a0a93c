//! Assertions that an application signs with its own certificate.

mod file;
mod signature;

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use secrecy::SecretString;

pub(crate) use self::file::CertificateFile;
pub(crate) use self::signature::Form;
use crate::app::certificate::Certificate;
use crate::app::proof::assertion::WantedAssertion;
use crate::error::{Error, ErrorKind, Result, RetryAdvice};

/// A certificate that expires within this time is logged as a warning.
const WARNING: SignedDuration = SignedDuration::from_hours(30 * 24);

/// A certificate and the form of its assertions.
#[derive(Clone)]
pub(crate) struct Signer {
    /// A fixed certificate, or a file.
    pub(crate) source: Source,
    /// How it is named and what signs.
    pub(crate) form: Form,
}

/// Where the certificate comes from.
#[derive(Clone)]
pub(crate) enum Source {
    Given(Arc<Certificate>),
    File(Arc<CertificateFile>),
}

impl Source {
    /// The certificate that was read last.
    pub(crate) fn held(&self) -> Arc<Certificate> {
        match self {
            Self::Given(certificate) => Arc::clone(certificate),
            Self::File(file) => file.held(),
        }
    }
}

impl Signer {
    /// Creates an assertion; also returns the SHA-256 of the certificate that signed it.
    pub(crate) async fn assertion(
        &self,
        wanted: &WantedAssertion,
    ) -> Result<(SecretString, [u8; 32])> {
        let certificate = match &self.source {
            Source::Given(certificate) => Arc::clone(certificate),
            Source::File(file) => file.read().await,
        };
        check_dates(&certificate, wanted.now)?;
        let assertion = self.form.sign(&certificate, wanted)?;
        Ok((assertion, certificate.sha256()))
    }
}

/// Warns about a certificate that expires soon.
///
/// # Errors
/// `InvalidClient` for an expired one: the identity service's own message names neither cause nor
/// date.
fn check_dates(certificate: &Certificate, now: Timestamp) -> Result<()> {
    let (end, thumbprint) = (certificate.not_after(), certificate.thumbprint());
    if end <= now {
        return Err(Error::new(
            ErrorKind::InvalidClient,
            format!("the certificate {thumbprint} expired at {end}"),
        )
        .with_retry_advice(RetryAdvice::AfterAdmin)
        .with_hint("add a new certificate to the app registration, and sign in with that"));
    }
    if end.duration_since(now) < WARNING {
        tracing::warn!(%thumbprint, %end, "the certificate of the application expires soon");
    }
    Ok(())
}
