//! Adapters between this crate's credentials and those of `azure_core`.
//!
//! `azure_core::credentials::TokenCredential` (1.x) takes scopes and returns a token with its expiry. It has no way to pass
//! a claims challenge, another tenant, or the wish for a new token. Both adapters say below what becomes of these.

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use ::azure_core::credentials as theirs;
use ::azure_core::error::ErrorKind as TheirKind;
use async_trait::async_trait;
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};

use crate::error::{Error, ErrorKind, Result};
use crate::text::scrub::first_line;
use crate::token::aadsts;
use crate::token::access_token::AccessToken;
use crate::token::credential::{Caller, IntoCredential, TokenCredential, TokenRequestOptions};

/// Expiry that is reported for a token without one: `azure_core` requires a time, and asks again five minutes before it.
const UNKNOWN_LIFE: Duration = Duration::from_secs(600);

/// A credential of this crate, for clients of the Azure SDK.
///
/// Implements `azure_core::credentials::TokenCredential`. Tokens are cached and renewed by the credential inside; clients
/// of both SDKs that share it share its tokens. `refresh_on` is dropped, because `azure_core` has no place for it: its
/// clients ask again five minutes before a token expires and get the renewed one. A token without a known expiry is
/// reported to expire in ten minutes. Tokens are never requested with continuous access evaluation, because an Azure client
/// cannot pass the claims challenge back.
///
/// `azure_core` holds tokens in plain strings, which are not wiped from memory.
///
/// ```
/// use std::sync::Arc;
/// use auth_core::azure_core::credentials::TokenCredential;
/// use auth_core::{ClientSecret, IntoAzureCore};
/// # fn main() -> auth_core::Result<()> {
/// let ours = ClientSecret::new("contoso.com", "11111111-2222-3333-4444-555555555555", "the-secret".into())?;
/// // What `BlobClient::new` and the other clients of the Azure SDK take.
/// let theirs: Arc<dyn TokenCredential> = Arc::new(IntoAzureCore::new(ours));
/// # let _ = theirs;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct IntoAzureCore {
    credential: Arc<dyn TokenCredential>,
}

impl IntoAzureCore {
    /// Wraps a credential. Nothing is requested yet.
    pub fn new(credential: impl IntoCredential) -> Self {
        let credential = credential.into_credential();
        Self { credential }
    }
}

#[async_trait]
impl theirs::TokenCredential for IntoAzureCore {
    /// Returns a token of the wrapped credential. The options of the call (an Azure request context) are ignored.
    ///
    /// # Errors
    /// Kind `Credential`, with the [`Error`](crate::Error) as its source (`downcast_ref`) and its text and hint as the
    /// message; also for a token with another scheme than `Bearer`, which Azure clients cannot send.
    async fn get_token(
        &self,
        scopes: &[&str],
        _options: Option<theirs::TokenRequestOptions<'_>>,
    ) -> ::azure_core::Result<theirs::AccessToken> {
        let options = TokenRequestOptions::default();
        let token = self.credential.get_token(scopes, &options).await;
        token.and_then(|token| exported(&token)).map_err(|error| {
            let message = match error.hint() {
                Some(hint) => format!("{error}: {hint}"),
                None => error.to_string(),
            };
            ::azure_core::Error::with_error(TheirKind::Credential, error, message)
        })
    }
}

/// Converts a token for an Azure client, with its expiry.
fn exported(token: &AccessToken) -> Result<theirs::AccessToken> {
    if !token.scheme().eq_ignore_ascii_case("bearer") {
        let message = format!(
            "an Azure client cannot send a token with the scheme `{}`",
            token.scheme()
        );
        return Err(Error::new(ErrorKind::Configuration, message));
    }
    let end = match token.expires_on() {
        Some(end) => SystemTime::from(end),
        None => SystemTime::now() + UNKNOWN_LIFE,
    };
    let secret = token.secret().expose_secret().to_owned();
    Ok(theirs::AccessToken::new(secret, end.into()))
}

/// Scopes, and the last token that was returned for them.
type Remembered = (String, Arc<AccessToken>);

/// A credential of the Azure SDK, for instance of `azure_identity`, for clients of this workspace.
///
/// Tokens are cached by the credential inside, as those of `azure_identity` do; this adapter asks it before every attempt.
/// What `azure_core` cannot express:
///
/// | [`TokenRequestOptions`] | here |
/// | --- | --- |
/// | `claims` | [`InteractionRequired`](ErrorKind::InteractionRequired): the challenge cannot be passed on, and the same token would be refused again |
/// | `tenant_id` | the token is checked after the fact: [`InvalidTenant`](ErrorKind::InvalidTenant) if its `tid` is another tenant |
/// | `force_refresh`, `once`, `enable_cae` | ignored |
///
/// A revoked or refused token is therefore used until the Azure SDK renews it. Prefer a credential of this crate where one
/// exists.
///
/// ```
/// use std::sync::Arc;
/// use auth_core::azure_core::credentials::TokenCredential;
/// use auth_core::{Caller, Connector, FromAzureCore};
/// # fn connector(theirs: Arc<dyn TokenCredential>) -> Connector {
/// // `theirs` is for example `azure_identity::ManagedIdentityCredential::new(None)?`.
/// let credential = FromAzureCore::new(theirs)
///     .for_caller(Caller::new("11111111-2222-3333-4444-555555555555", "contoso.com"));
/// Connector::new(credential)
/// # }
/// ```
#[derive(Clone)]
pub struct FromAzureCore {
    credential: Arc<dyn theirs::TokenCredential>,
    caller: Option<Caller>,
    /// The last token for each set of scopes: the same text stays the same token, whose age counts.
    last: Arc<Mutex<Vec<Remembered>>>,
}

impl FromAzureCore {
    /// Wraps a credential. Nothing is requested yet.
    pub fn new(credential: Arc<dyn theirs::TokenCredential>) -> Self {
        Self {
            credential,
            caller: None,
            last: Arc::default(),
        }
    }

    /// Names the application and tenant behind the credential, so that it shares their rate limits with other credentials
    /// of the same pair. Default: unknown, with limits of its own.
    #[must_use]
    pub fn for_caller(mut self, caller: Caller) -> Self {
        self.caller = Some(caller);
        self
    }

    /// Returns the last token of these scopes if its text is the same, so that its age is kept.
    fn remembered(&self, scopes: String, token: AccessToken) -> Arc<AccessToken> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let known = last.iter_mut().find(|(known, _)| *known == scopes);
        match known {
            Some((_, last)) if last.is_same(&token) => Arc::clone(last),
            Some((_, last)) => {
                *last = Arc::new(token);
                Arc::clone(last)
            }
            None => {
                let token = Arc::new(token);
                last.push((scopes, Arc::clone(&token)));
                token
            }
        }
    }
}

impl fmt::Debug for FromAzureCore {
    /// Without the credential inside: what it prints is not known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FromAzureCore")
            .field("caller", &self.caller)
            .finish_non_exhaustive()
    }
}

#[async_trait]
impl TokenCredential for FromAzureCore {
    /// Returns a token of the wrapped credential.
    ///
    /// # Errors
    /// The [`Error`] of an [`IntoAzureCore`] inside comes back as it was. Other errors are classified by the `AADSTS`
    /// numbers that they name, else by their kind, and are kept as the source. The source's text is not redacted.
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        if options.claims.is_some() {
            let message =
                "the API demands claims, which a credential of the Azure SDK cannot be asked for";
            return Err(Error::new(ErrorKind::InteractionRequired, message)
                .with_hint("sign in with a credential of auth-core"));
        }
        let token = self.credential.get_token(scopes, None).await;
        let token = imported(&token.map_err(classified)?)?;
        if let (Some(wanted), Some(claims)) = (&options.tenant_id, token.claims()) {
            claims.check_tenant(wanted)?;
        }
        Ok(self.remembered(scopes.join(" "), token))
    }

    fn caller(&self) -> Option<Caller> {
        self.caller.clone()
    }
}

/// Converts a token of an Azure credential. The expiry is rounded down to seconds.
fn imported(token: &theirs::AccessToken) -> Result<AccessToken> {
    let secret = SecretString::from(token.token.secret());
    let end = Timestamp::from_second(token.expires_on.unix_timestamp()).map_err(|error| {
        let message = "the credential of the Azure SDK reports an impossible expiry";
        Error::new(ErrorKind::UnexpectedAnswer, message).with_source(error)
    })?;
    Ok(AccessToken::new(secret).with_expires_on(end))
}

/// Converts an error. A number in the text (`AADSTS700016`) or in the service's list decides before
/// the kind.
fn classified(error: ::azure_core::Error) -> Error {
    if let Some(own) = error.downcast_ref::<Error>() {
        return own.clone();
    }
    let text = error.to_string();
    let mut codes = aadsts::codes_in(&text);
    let (kind, listed) = match error.kind() {
        TheirKind::HttpResponse {
            status, error_code, ..
        } => (
            by_status(u16::from(*status)),
            error_code.as_deref().unwrap_or_default(),
        ),
        TheirKind::Connection | TheirKind::Io => (ErrorKind::Transport, ""),
        TheirKind::DataConversion => (ErrorKind::UnexpectedAnswer, ""),
        TheirKind::Credential | TheirKind::Other => (ErrorKind::Refused, ""),
    };
    codes.extend(
        listed
            .split(',')
            .filter_map(|code| code.parse::<u32>().ok()),
    );
    let known = aadsts::lookup(&codes);
    let message = format!(
        "the credential of the Azure SDK failed: {}",
        first_line(&text, &[])
    );
    let made = Error::new(known.map_or(kind, |known| known.kind), message);
    let made = match known {
        Some(known) => made
            .with_hint(known.hint)
            .with_retry_advice(known.again.advice(None)),
        None => made,
    };
    made.with_source(error)
}

/// The kind of a refusal without a known number.
fn by_status(status: u16) -> ErrorKind {
    match status {
        429 => ErrorKind::Throttled,
        500.. => ErrorKind::Service,
        _ => ErrorKind::Refused,
    }
}
