//! An access token and what is known of it.

use std::fmt;
use std::time::Duration;

use http::HeaderValue;
use jiff::Timestamp;
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use tokio::time::Instant;

use crate::error::{Error, ErrorKind, Result};
use crate::token::claims::Claims;

/// A token, when it ends, and what it says of itself.
///
/// It can neither be printed nor serialised; [`secret`](AccessToken::secret) is the way to its text.
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
    /// A bearer token. Where it is a JWT, its expiry is read from it.
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

    /// Sets when the token ends, as the issuer said.
    #[must_use]
    pub fn with_expires_on(mut self, expires_on: Timestamp) -> Self {
        self.expires_on = Some(expires_on);
        self
    }

    /// Sets from when on the issuer likes to see the token renewed.
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

    /// The token itself.
    pub fn secret(&self) -> &SecretString {
        &self.secret
    }

    /// The word that stands before the token in the header.
    pub fn scheme(&self) -> &'static str {
        self.scheme
    }

    /// When the token ends; `None` where it does not say and nobody else did.
    pub fn expires_on(&self) -> Option<Timestamp> {
        self.expires_on
    }

    /// From when on the issuer likes to see the token renewed.
    pub fn refresh_on(&self) -> Option<Timestamp> {
        self.refresh_on
    }

    /// What the token says of itself; `None` where it is no JWT or is encrypted.
    pub fn claims(&self) -> Option<&Claims> {
        self.claims.as_ref()
    }

    /// How long ago this process got the token.
    pub(crate) fn age(&self) -> Duration {
        self.obtained.elapsed()
    }

    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.secret.expose_secret() == other.secret.expose_secret()
    }

    /// The value of the `Authorization` header, marked as sensitive.
    pub(crate) fn header(&self) -> Result<HeaderValue> {
        let text = Zeroizing::new(format!("{} {}", self.scheme, self.secret.expose_secret()));
        let mut value = HeaderValue::from_str(&text).map_err(|_| {
            Error::new(
                ErrorKind::Configuration,
                "the token holds characters a header cannot carry",
            )
            .with_hint("look for a line end inside the token")
        })?;
        value.set_sensitive(true);
        Ok(value)
    }
}

impl fmt::Debug for AccessToken {
    /// Everything but the token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessToken")
            .field("scheme", &self.scheme)
            .field("expires_on", &self.expires_on)
            .field("refresh_on", &self.refresh_on)
            .field("claims", &self.claims)
            .finish_non_exhaustive()
    }
}
