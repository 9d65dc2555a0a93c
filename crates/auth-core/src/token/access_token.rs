//! An access token with its expiry and readable claims.

use std::fmt;
use std::time::Duration;

use http::HeaderValue;
use jiff::Timestamp;
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use tokio::time::Instant;

use crate::error::{Error, ErrorKind, Result};
use crate::token::claims::Claims;

/// An access token, its expiry, and its claims if it is a JWT.
///
/// It implements neither `Display` nor `Serialize`, and `Debug` leaves the token out:
/// [`secret`](AccessToken::secret) is the only way to its text. The text is wiped from memory on
/// drop. Microsoft Entra issues tokens for 60 to 90 minutes, or up to 28 hours with continuous
/// access evaluation.
///
/// ```
/// use auth_core::{AccessToken, ExposeSecret, SecretString};
/// let token = AccessToken::new(SecretString::from("opaque"));
/// assert_eq!(token.secret().expose_secret(), "opaque");
/// assert_eq!((token.scheme(), token.expires_on()), ("Bearer", None));
/// assert!(!format!("{token:?}").contains("opaque"));
/// ```
///
/// ```compile_fail,E0277
/// let token = auth_core::AccessToken::new("secret".into());
/// println!("{token}");
/// ```
pub struct AccessToken {
    secret: SecretString,
    scheme: &'static str,
    expires_on: Option<Timestamp>,
    refresh_on: Option<Timestamp>,
    claims: Option<Claims>,
    obtained: Instant,
}

impl AccessToken {
    /// Creates a bearer token. The expiry of a JWT is read from its `exp` claim; the signature is
    /// not verified. An opaque token has no expiry until [`with_expires_on`](Self::with_expires_on)
    /// sets one.
    pub fn new(secret: SecretString) -> Self {
        let claims = Claims::decode(secret.expose_secret());
        Self {
            expires_on: claims.as_ref().and_then(Claims::expires_on),
            claims,
            secret,
            scheme: "Bearer",
            refresh_on: None,
            obtained: Instant::now(),
        }
    }

    /// Sets the expiry that the issuer reported. It takes precedence over the claim of the token.
    #[must_use]
    pub fn with_expires_on(mut self, expires_on: Timestamp) -> Self {
        self.expires_on = Some(expires_on);
        self
    }

    /// Sets the time from which the issuer wants the token to be renewed (`refresh_in`).
    #[must_use]
    pub fn with_refresh_on(mut self, refresh_on: Timestamp) -> Self {
        self.refresh_on = Some(refresh_on);
        self
    }

    /// Sets the scheme of the `Authorization` header. Default: `Bearer`.
    #[must_use]
    pub fn with_scheme(mut self, scheme: &'static str) -> Self {
        self.scheme = scheme;
        self
    }

    /// The token text. Call [`expose_secret`](crate::ExposeSecret::expose_secret) to read it.
    pub fn secret(&self) -> &SecretString {
        &self.secret
    }

    /// The scheme of the `Authorization` header.
    pub fn scheme(&self) -> &'static str {
        self.scheme
    }

    /// When the token expires; `None` if neither the issuer nor the token says.
    pub fn expires_on(&self) -> Option<Timestamp> {
        self.expires_on
    }

    /// The time from which the issuer wants the token to be renewed; `None` if it did not say.
    /// Before that time a request for a new token is answered with the same one.
    pub fn refresh_on(&self) -> Option<Timestamp> {
        self.refresh_on
    }

    /// The claims of the token; `None` if it is opaque or encrypted.
    pub fn claims(&self) -> Option<&Claims> {
        self.claims.as_ref()
    }

    /// Time since this process acquired the token, by the monotonic clock.
    pub(crate) fn age(&self) -> Duration {
        self.obtained.elapsed()
    }

    /// Compares the texts of two tokens.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.secret.expose_secret() == other.secret.expose_secret()
    }

    /// The value of the `Authorization` header, marked as sensitive.
    pub(crate) fn header(&self) -> Result<HeaderValue> {
        let text = Zeroizing::new(format!("{} {}", self.scheme, self.secret.expose_secret()));
        let mut value = HeaderValue::from_str(&text).map_err(|_| {
            Error::new(
                ErrorKind::Configuration,
                "the token contains characters that a header cannot carry",
            )
            .with_hint("remove line breaks from the token")
        })?;
        value.set_sensitive(true);
        Ok(value)
    }
}

impl fmt::Debug for AccessToken {
    /// Prints everything but the token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessToken")
            .field("scheme", &self.scheme)
            .field("expires_on", &self.expires_on)
            .field("refresh_on", &self.refresh_on)
            .field("claims", &self.claims)
            .finish_non_exhaustive()
    }
}
