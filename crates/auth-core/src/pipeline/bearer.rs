//! Puts a credential's token on requests, holds it back from hosts it is not for, and renews it when refused.

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

/// How long a token counts as fresh: refused within that time, it is not what is wrong.
const FRESH: Duration = Duration::from_secs(5);

/// The token of a credential for one API, as the pipeline's proof of identity.
///
/// It says that claims challenges can be met, and meets them: an API that supports continuous access evaluation may issue
/// tokens of a day, and revokes them at once.
///
/// Before a token leaves, its `aud` is compared with the audiences of the host, and its `tid` with the tenant, as far
/// as the token can be read: one that is for somebody else is never sent.
///
/// [`Connector`](crate::Connector) makes one for each client of a product. By itself it serves a client of one's own:
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

#[derive(Debug, Default)]
struct State {
    /// The token handed out last.
    last: Option<Arc<AccessToken>>,
    /// The renewal that succeeded last, and the claims it was for.
    renewed: Option<(Instant, Option<String>)>,
}

impl Bearer {
    /// Tokens of a credential for a scope, to be sent anywhere.
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

    /// The audiences that a token may carry; any, unless told.
    #[must_use]
    pub fn accepting<'a>(mut self, audiences: impl IntoIterator<Item = &'a str>) -> Self {
        self.audiences = audiences.into_iter().map(str::to_owned).collect();
        self
    }

    /// The host that tokens go to, for messages.
    #[must_use]
    pub fn for_host(mut self, host: impl Into<String>) -> Self {
        self.host = Some(host.into());
        self
    }

    /// The tenant to ask tokens of; the credential's own, unless told.
    #[must_use]
    pub fn for_tenant(mut self, tenant_id: impl Into<String>) -> Self {
        self.tenant_id = Some(tenant_id.into());
        self
    }

    /// Asks for tokens without saying that claims challenges can be met (continuous access evaluation). One that comes
    /// all the same is met.
    #[must_use]
    pub fn without_cae(mut self) -> Self {
        self.enable_cae = false;
        self
    }

    /// Asks the identity service once for a token, without repetition, for calls that are not repeated either.
    #[must_use]
    pub fn with_one_attempt(mut self) -> Self {
        self.once = true;
        self
    }

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

    /// Whether a token is for this host and tenant, as far as it can be read.
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

    fn wrong_audience(&self, audience: &str) -> Error {
        let host = self.host.as_deref().unwrap_or("the host");
        let message = format!(
            "this token is for {audience}, {host} wants {}; nothing was sent",
            self.audiences.join(" or ")
        );
        Error::new(ErrorKind::WrongAudience, message)
            .with_hint(format!("ask for a token with the scope {}", self.scope))
    }

    /// Gets another token than the one that was refused, if that can help.
    async fn renew(&self, refusal: &HeaderMap) -> Result<AuthRetry> {
        let claims = challenge::claims(refusal);
        let refused = {
            let state = self.state();
            // Calls that ran side by side are refused one after the other: the first renews for all of them.
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

/// Whether two names mean the same API: case and one slash at the end make no difference.
fn is_same_audience(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.strip_suffix('/').unwrap_or(text).to_ascii_lowercase();
    plain(a) == plain(b)
}
