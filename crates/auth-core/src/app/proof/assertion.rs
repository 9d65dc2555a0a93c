//! Sources of assertions.

use http_core::BoxFuture;
use jiff::Timestamp;
use secrecy::SecretString;

use crate::error::{Error, ErrorKind, Result};

/// A source of assertions: an async function, or a type of this crate such as
/// [`GitHubActions`](crate::GitHubActions).
///
/// It is asked before every token request, because assertions are valid for minutes. It should
/// return within seconds: the token request waits for it.
///
/// ```
/// use auth_core::http_core::BoxFuture;
/// use auth_core::{AssertionSource, Result, SecretString, WantedAssertion};
///
/// /// Signs with a key that never leaves a vault.
/// struct Vault;
///
/// impl AssertionSource for Vault {
///     fn assertion(&self, wanted: WantedAssertion) -> BoxFuture<'_, Result<SecretString>> {
///         Box::pin(async move {
///             let audience = wanted.token_endpoint;
///             Ok(SecretString::from(format!("what the vault signs for {audience}")))
///         })
///     }
/// }
/// ```
pub trait AssertionSource: Send + Sync + 'static {
    /// Returns an assertion: a signed JWT that the app registration trusts.
    ///
    /// # Errors
    /// Any error; it is returned from `get_token` unchanged and must not contain a secret.
    fn assertion(&self, wanted: WantedAssertion) -> BoxFuture<'_, Result<SecretString>>;
}

/// The request that an assertion is for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WantedAssertion {
    /// The tenant of the sign-in, a GUID or a domain.
    pub tenant_id: String,
    /// The application that signs in.
    pub client_id: String,
    /// The URL of the token endpoint. It is the audience of an assertion that the application's own
    /// key signs. An assertion of a federated issuer has the audience [`TOKEN_EXCHANGE_AUDIENCE`]
    /// instead.
    pub token_endpoint: String,
    /// The current time by the identity service's clock, as far as known. Take `iat`, `nbf` and
    /// `exp` of an assertion from it.
    pub now: Timestamp,
}

/// The audience of a federated issuer's assertion in the commercial cloud.
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

/// Checks that a text has the form of a signed JWT.
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
        .with_hint("check the source of the assertion"))
}
