//! A user who signed in before, by the refresh token that was kept.

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use http_core::Transport;
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::app::proof::ClientProof;
use crate::cloud::Cloud;
use crate::error::{Error, ErrorKind, Result};
use crate::store::TokenStore;
use crate::token::access_token::AccessToken;
use crate::token::credential::{Caller, TokenCredential, TokenRequestOptions};
use crate::user::flow::UserFlow;
use crate::user::session::UserSession;

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
    flow: UserFlow,
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
        Self::of(tenant_id, client_id, UserSession::of(refresh_token))
    }

    /// A user whose sign-in is in a store. Nothing is read or sent yet.
    ///
    /// Where nobody has signed in, a token request fails with [`ErrorKind::InteractionRequired`].
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for a tenant or an application that cannot be one.
    pub fn from_store(
        tenant_id: &str,
        client_id: &str,
        store: Arc<dyn TokenStore>,
    ) -> Result<Self> {
        Self::of(
            tenant_id,
            client_id,
            UserSession::default().with_store(store),
        )
    }

    fn of(tenant_id: &str, client_id: &str, session: UserSession) -> Result<Self> {
        Ok(Self {
            flow: UserFlow::new(tenant_id, client_id, session)?,
        })
    }

    /// The proof of the application, where it is a confidential one: the token was issued to a web application.
    #[must_use]
    pub fn with_client_proof(mut self, proof: impl Into<ClientProof>) -> Self {
        self.flow = self.flow.with_client_proof(proof.into());
        self
    }

    /// What is told of every refresh token that replaces the one before. It should keep it at once, and return soon.
    #[must_use]
    pub fn with_rotation(mut self, keep: impl Fn(&SecretString) + Send + Sync + 'static) -> Self {
        self.flow = self.flow.with_rotation(keep);
        self
    }

    /// Where the sign-in is kept beyond this process. A refresh token that is stored goes before the one that was given.
    #[must_use]
    pub fn with_store(mut self, store: Arc<dyn TokenStore>) -> Self {
        self.flow = self.flow.with_store(store);
        self
    }

    /// Which user is meant, by the home account id, where the store may hold several.
    #[must_use]
    pub fn with_account(mut self, home_account_id: &str) -> Self {
        self.flow = self.flow.with_account(home_account_id);
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
        self.flow = self.flow.with_authority(authority);
        self
    }

    /// HTTP transport for token requests. Default: a [`ReqwestTransport`](http_core::ReqwestTransport) made on first use.
    #[must_use]
    pub fn with_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.flow = self.flow.with_transport(transport);
        self
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
        let nobody = |_, _, refused: Option<Error>| async { Err(refused.unwrap_or_else(gone)) };
        self.flow.get(scopes, options, nobody).await
    }

    fn caller(&self) -> Option<Caller> {
        self.flow.application.caller()
    }
}

fn gone() -> Error {
    Error::new(
        ErrorKind::InteractionRequired,
        "nobody has signed in to this application, or has signed out again",
    )
    .with_hint("sign in again")
}

impl fmt::Debug for RefreshToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.flow.describe("RefreshToken", f)
    }
}
