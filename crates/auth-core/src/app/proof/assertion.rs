//! Assertions: where they come from, and what can be one.

use http_core::BoxFuture;
use jiff::Timestamp;
use secrecy::SecretString;

use crate::error::{Error, ErrorKind, Result};

/// Where assertions come from: a function, or one of the sources of this crate such as
/// [`GitHubActions`](crate::GitHubActions).
///
/// It is asked for every token request, because assertions live for minutes.
pub trait AssertionSource: Send + Sync + 'static {
    /// An assertion, a JWT that the application's registration trusts.
    ///
    /// # Errors
    /// Whatever kept one from being had; nothing secret may be in it.
    fn assertion(&self, wanted: WantedAssertion) -> BoxFuture<'_, Result<SecretString>>;
}

/// What an assertion is wanted for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WantedAssertion {
    /// The tenant that is signed in to.
    pub tenant_id: String,
    /// The application that signs in.
    pub client_id: String,
    /// The address of the token endpoint. It is the audience of an assertion that the application's own key signs;
    /// one of a federated issuer has an audience of its own, [`TOKEN_EXCHANGE_AUDIENCE`].
    pub token_endpoint: String,
    /// The present by the identity service's clock, as far as its refusals have told: what an assertion signed here
    /// and now should take its times from.
    pub now: Timestamp,
}

/// The audience that an assertion of a federated issuer carries in the commercial cloud.
///
/// Source: entra-docs, `workload-identity-federation.md`.
pub const TOKEN_EXCHANGE_AUDIENCE: &str = "api://AzureADTokenExchange";

impl<F, Signing> AssertionSource for F
where
    F: Fn(WantedAssertion) -> Signing + Send + Sync + 'static,
    Signing: Future<Output = Result<SecretString>> + Send + 'static,
{
    fn assertion(&self, wanted: WantedAssertion) -> BoxFuture<'_, Result<SecretString>> {
        Box::pin(self(wanted))
    }
}

/// Whether a text has the form of a signed JWT.
pub(crate) fn check_assertion(assertion: &str) -> Result<()> {
    let is_part = |part: &str| {
        let is_base64url = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        !part.is_empty() && part.bytes().all(is_base64url)
    };
    let parts: Vec<_> = assertion.split('.').collect();
    if parts.len() == 3 && parts.into_iter().all(is_part) {
        return Ok(());
    }
    let message = if assertion.trim().is_empty() {
        "the assertion is empty"
    } else {
        "the assertion is not a signed JWT"
    };
    Err(Error::new(ErrorKind::Configuration, message)
        .with_hint("look at where the assertion comes from"))
}
