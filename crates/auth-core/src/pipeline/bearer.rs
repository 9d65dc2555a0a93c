//! Puts a credential's token on requests, checks that it is for the host, and renews it when it is
//! refused.

#[cfg(test)]
mod tests;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::HeaderMap;
use http::header::AUTHORIZATION;
use http_core::{AuthRetry, Authorize, BoxFuture};
use tokio::time::Instant;

use crate::error::{Error, ErrorKind, Result};
use crate::pipeline::challenge;
use crate::token::access_token::AccessToken;
use crate::token::claims::Claims;
use crate::token::credential::{IntoCredential, TokenCredential, TokenRequestOptions};

/// A token younger than this that is refused is not retried: another one would be refused too.
const FRESH: Duration = Duration::from_secs(5);

/// Authorizes requests to one API with the tokens of a credential.
///
/// The pipeline asks it before every attempt. It sets `Authorization: <scheme> <token>`, marked as
/// sensitive.
///
/// - **The token is for this host.** Before it is sent, its `aud` claim is compared with the
///   accepted audiences, and its `tid` with the tenant. A token for another API or tenant is never
///   sent. Opaque tokens cannot be checked.
/// - **Renewal.** After a 401 a new token is acquired once, unless the refused one is younger than
///   five seconds. Concurrent calls share the renewal.
/// - **Continuous access evaluation.** Tokens are requested with the capability to handle claims
///   challenges (`cp1`), so APIs that support it may issue tokens of up to 28 hours and revoke them
///   at once. A claims challenge in `WWW-Authenticate` is passed to the credential.
///
/// [`Connector`](crate::Connector) creates one for each client of a product. Use it directly for a
/// client of your own:
///
/// ```
/// use std::sync::Arc;
/// use auth_core::http_core::{Client, Url};
/// use auth_core::{Bearer, ManagedIdentity};
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let bearer = Bearer::new(Arc::new(ManagedIdentity::new()), "https://api.contoso.example/.default")
///     .accepting(["https://api.contoso.example"])
///     .for_host("api.contoso.example");
/// let client = Client::builder(Url::parse("https://api.contoso.example")?)
///     .authorize(Arc::new(bearer))
///     .build()?;
/// # let _ = client;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// A call fails with kind `Credential` and the credential's [`Error`](crate::Error) as its source;
/// of kind `WrongAudience` or `InvalidTenant` if the token was withheld.
#[derive(Debug)]
pub struct Bearer {
    credential: Arc<dyn TokenCredential>,
    scope: String,
    audiences: Vec<String>,
    host: Option<String>,
    tenant_id: Option<String>,
    enable_cae: bool,
    once: bool,
    state: Mutex<State>,
}

/// What the last requests have shown; shared by concurrent calls.
#[derive(Debug, Default)]
struct State {
    /// The token that was used last.
    last: Option<Arc<AccessToken>>,
    /// The time of the last renewal, and the claims it was for.
    renewed: Option<(Instant, Option<String>)>,
}

impl Bearer {
    /// Authorizes with tokens of a credential for a scope, `<API>/.default` for an application.
    pub fn new(credential: impl IntoCredential, scope: impl Into<String>) -> Self {
        Self {
            credential: credential.into_credential(),
            scope: scope.into(),
            audiences: Vec::new(),
            host: None,
            tenant_id: None,
            enable_cae: true,
            once: false,
            state: Mutex::default(),
        }
    }

    /// Audiences that a token may have. Empty (default) accepts any.
    #[must_use]
    pub fn accepting<'a>(mut self, audiences: impl IntoIterator<Item = &'a str>) -> Self {
        self.audiences = audiences.into_iter().map(str::to_owned).collect();
        self
    }

    /// The host of the requests, for error messages. It does not restrict where tokens are sent;
    /// the client's base URL does.
    #[must_use]
    pub fn for_host(mut self, host: impl Into<String>) -> Self {
        self.host = Some(host.into());
        self
    }

    /// Requests tokens of this tenant. Default: the credential's own.
    #[must_use]
    pub fn for_tenant(mut self, tenant_id: impl Into<String>) -> Self {
        self.tenant_id = Some(tenant_id.into());
        self
    }

    /// Requests tokens without continuous access evaluation: they live for about an hour. A claims
    /// challenge that is sent nevertheless is still answered.
    #[must_use]
    pub fn without_cae(mut self) -> Self {
        self.enable_cae = false;
        self
    }

    /// Sends each token request once, for calls that are not retried either. Default: with retries.
    #[must_use]
    pub fn with_one_attempt(mut self) -> Self {
        self.once = true;
        self
    }

    /// Acquires a token with this authorizer's options, and checks it.
    async fn token(&self, options: TokenRequestOptions) -> Result<Arc<AccessToken>> {
        let options = TokenRequestOptions {
            tenant_id: self.tenant_id.clone(),
            enable_cae: self.enable_cae,
            once: self.once,
            ..options
        };
        let token = self.credential.get_token(&[&self.scope], &options).await?;
        self.check(&token)?;
        self.state().last = Some(Arc::clone(&token));
        Ok(token)
    }

    /// Checks that a token is for this host and tenant, as far as it can be decoded.
    fn check(&self, token: &AccessToken) -> Result<()> {
        let Some(claims) = token.claims() else {
            return Ok(());
        };
        if let Some(audience) = &claims.audience {
            let accepted = |wanted: &String| is_same_audience(wanted, audience);
            if !self.audiences.is_empty() && !self.audiences.iter().any(accepted) {
                return Err(self.wrong_audience(audience));
            }
        }
        match &self.tenant_id {
            Some(wanted) => claims.check_tenant(wanted),
            None => Ok(()),
        }
    }

    /// The error for a withheld token.
    fn wrong_audience(&self, audience: &str) -> Error {
        let host = self.host.as_deref().unwrap_or("the host");
        let message = format!(
            "this token is for {audience}, {host} wants {}; nothing was sent",
            self.audiences.join(" or ")
        );
        Error::new(ErrorKind::WrongAudience, message)
            .with_hint(format!("ask for a token with the scope {}", self.scope))
    }

    /// Acquires a new token in place of the refused one, if that can help.
    async fn renew(&self, refusal: &HeaderMap) -> Result<AuthRetry> {
        let claims = challenge::claims(refusal);
        let refused = {
            let state = self.state();
            // Concurrent calls are refused one after the other; the first one renews for all.
            let renewed = state.renewed.as_ref();
            if renewed.is_some_and(|(at, by)| at.elapsed() < FRESH && *by == claims) {
                return Ok(AuthRetry::Yes);
            }
            state.last.clone()
        };
        let is_fresh = refused.as_ref().is_some_and(|token| token.age() < FRESH);
        if claims.is_none() && is_fresh {
            return Ok(AuthRetry::No);
        }
        let options = match &claims {
            Some(claims) => TokenRequestOptions::default().with_claims(claims),
            None => TokenRequestOptions::default(),
        };
        let token = self.token(options.with_force_refresh()).await?;
        if refused.is_some_and(|refused| refused.is_same(&token)) {
            return Ok(AuthRetry::No);
        }
        self.state().renewed = Some((Instant::now(), claims));
        Ok(AuthRetry::Yes)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Authorize for Bearer {
    fn authorize<'a>(&'a self, headers: &'a mut HeaderMap) -> BoxFuture<'a, http_core::Result<()>> {
        Box::pin(async move {
            let token = self.token(TokenRequestOptions::default()).await?;
            headers.insert(AUTHORIZATION, token.header()?);
            Ok(())
        })
    }

    fn rejected<'a>(
        &'a self,
        response: &'a HeaderMap,
    ) -> BoxFuture<'a, http_core::Result<AuthRetry>> {
        Box::pin(async move { Ok(self.renew(response).await?) })
    }

    fn waits_for_user(&self) -> bool {
        self.credential.waits_for_user()
    }

    fn describe(&self) -> Option<String> {
        let state = self.state();
        let claims = state.last.as_ref()?.claims()?;
        Some(format!("the token is {}", Claims::describe(claims)))
    }
}

/// Whether two audiences are the same: case and a final slash make no difference.
fn is_same_audience(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.strip_suffix('/').unwrap_or(text).to_ascii_lowercase();
    plain(a) == plain(b)
}
