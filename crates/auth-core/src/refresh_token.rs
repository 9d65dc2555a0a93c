//! A user who signed in before, by the refresh token that was kept.

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use futures_util::FutureExt;
use http_core::Transport;
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::application::Application;
use crate::cache::{Cache, Key};
use crate::cloud::Cloud;
use crate::credential::{TokenCredential, TokenRequestOptions};
use crate::error::{Error, ErrorKind, Result};
use crate::token::AccessToken;
use crate::token_endpoint::{Proofs, TokenEndpoint};
use crate::user_session::{UserRequest, UserSession};

/// Renews the sign-in of a user with a refresh token.
///
/// One refresh token buys tokens for every API, and in every tenant where the user may sign in: a partner's user who
/// signed in once reaches each customer by [`TokenRequestOptions::tenant_id`]. It is replaced at every use; whoever
/// keeps it has to keep the new one, which [`with_rotation`](RefreshToken::with_rotation) hands out.
///
/// ```
/// use auth_core::{RefreshToken, SecretString};
/// # fn main() -> auth_core::Result<()> {
/// # fn save(_: &SecretString) {}
/// let credential = RefreshToken::new(
///     "contoso.onmicrosoft.com",
///     "11111111-2222-3333-4444-555555555555",
///     SecretString::from("the-refresh-token-that-was-kept"),
/// )?
/// .with_rotation(|replacement| save(replacement));
/// # let _ = credential;
/// # Ok(())
/// # }
/// ```
///
/// Source: entra-docs, `refresh-tokens.md`, `v2-oauth2-auth-code-flow.md`.
#[derive(Clone)]
pub struct RefreshToken {
    application: Application,
    client_secret: Option<SecretString>,
    session: UserSession,
    endpoint: TokenEndpoint,
    cache: Cache,
}

impl RefreshToken {
    /// A user's refresh token and the application it was issued to. Nothing is sent.
    ///
    /// `tenant_id` is a tenant's GUID or domain, or `organizations` for the user's own.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for a tenant or an application that cannot be one, or a refresh token that is empty
    /// or holds blanks.
    pub fn new(tenant_id: &str, client_id: &str, refresh_token: SecretString) -> Result<Self> {
        let text = refresh_token.expose_secret();
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            let message = "the refresh token is empty or holds blanks";
            return Err(Error::new(ErrorKind::Configuration, message));
        }
        Ok(Self {
            application: Application::of_user(tenant_id, client_id)?,
            client_secret: None,
            session: UserSession::of(refresh_token),
            endpoint: TokenEndpoint::new(Cloud::default().authority()),
            cache: Cache::default(),
        })
    }

    /// The secret of the application, where it is a confidential one: the token was issued to a web application.
    #[must_use]
    pub fn with_client_secret(mut self, client_secret: SecretString) -> Self {
        self.client_secret = Some(client_secret);
        self
    }

    /// What is told of every refresh token that replaces the one before. It should keep it at once, and return soon.
    #[must_use]
    pub fn with_rotation(mut self, keep: impl Fn(&SecretString) + Send + Sync + 'static) -> Self {
        self.session = self.session.with_rotation(Arc::new(keep));
        self
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
        self.endpoint = self.endpoint.with_authority(authority);
        self
    }

    /// What sends the token requests; one of the pipeline's own, made at the first of them, unless told.
    #[must_use]
    pub fn with_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.endpoint = self.endpoint.with_transport(transport);
        self
    }

    fn proofs(&self) -> Proofs {
        let secret = self.client_secret.clone();
        secret
            .map(|secret| ("client_secret", secret))
            .into_iter()
            .collect()
    }
}

#[async_trait]
impl TokenCredential for RefreshToken {
    /// A token of the user. The scopes are those of one API.
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        let application = self.application.in_tenant(options.tenant_id.as_deref())?;
        let key = Key::new(self.endpoint.authority(), &application, scopes);
        let fetch = || {
            let request = UserRequest::new(application, scopes, options.claims.clone());
            let (session, endpoint) = (self.session.clone(), self.endpoint.clone());
            let proofs = self.proofs();
            async move {
                // As late as this, so that the one that replaced it is taken.
                let token = session.refresh_token().ok_or_else(gone)?;
                session.redeem(&endpoint, &request, token, proofs).await
            }
            .boxed()
        };
        self.cache.get(key, options, fetch).await
    }
}

fn gone() -> Error {
    Error::new(ErrorKind::InteractionRequired, "there is no refresh token")
        .with_hint("sign in again")
}

impl fmt::Debug for RefreshToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RefreshToken")
            .field("tenant_id", &self.application.tenant_id)
            .field("client_id", &self.application.client_id)
            .field("endpoint", &self.endpoint)
            .finish_non_exhaustive()
    }
}
