//! Continues a user's session with a stored refresh token.

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

/// Continues the session of a user who has signed in before, by refresh token.
///
/// Sends `grant_type=refresh_token` and gets an access token and a new refresh token, which
/// replaces the old one. Whoever stores the refresh token must store the new one: use
/// [`with_rotation`](RefreshToken::with_rotation) or [`with_store`](RefreshToken::with_store).
///
/// ```text
/// POST <authority>/<tenant>/oauth2/v2.0/token
///          grant_type=refresh_token, client_id, refresh_token, scope
///          gives access_token, expires_in, refresh_token, id_token
/// ```
///
/// One refresh token yields tokens for every API, and in every tenant where the user may sign in: a
/// partner's user who signed in once reaches each customer by [`TokenRequestOptions::tenant_id`].
/// It is valid for 90 days since its last use (24 hours in single-page applications), unless the
/// password changes or a policy revokes it.
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
/// # Errors
/// `get_token` returns [`ErrorKind::InteractionRequired`] once the session has ended, and the
/// general errors of [`TokenCredential`].
///
/// Source: entra-docs, `refresh-tokens.md`, `v2-oauth2-auth-code-flow.md`.
#[derive(Clone)]
pub struct RefreshToken {
    flow: UserFlow,
}

impl RefreshToken {
    /// Creates a credential from a refresh token and the application that it was issued to. Nothing
    /// is sent yet.
    ///
    /// `tenant_id` is a tenant's GUID or domain, or `organizations` for the user's home tenant.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for an invalid tenant or client id, and for a refresh token
    /// that is empty or contains blanks.
    pub fn new(tenant_id: &str, client_id: &str, refresh_token: SecretString) -> Result<Self> {
        let text = refresh_token.expose_secret();
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            let message = "the refresh token is empty or contains blanks";
            return Err(Error::new(ErrorKind::Configuration, message));
        }
        Self::of(tenant_id, client_id, UserSession::of(refresh_token))
    }

    /// Creates a credential from a store. Nothing is read or sent yet.
    ///
    /// `get_token` returns [`ErrorKind::InteractionRequired`] if the store has no session of the
    /// application.
    ///
    /// ```no_run
    /// use std::sync::Arc;
    /// use auth_core::{EncryptedFileStore, RefreshToken};
    /// # fn main() -> auth_core::Result<()> {
    /// let store = EncryptedFileStore::with_key_file("state/sessions.bin", "state/sessions.key");
    /// let client_id = "11111111-2222-3333-4444-555555555555";
    /// let credential = RefreshToken::from_store("organizations", client_id, Arc::new(store))?;
    /// # let _ = credential;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for an invalid tenant or client id.
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

    /// Creates the credential for a session.
    fn of(tenant_id: &str, client_id: &str, session: UserSession) -> Result<Self> {
        Ok(Self {
            flow: UserFlow::new(tenant_id, client_id, session)?,
        })
    }

    /// Adds the proof of the application, if it is a confidential client. Default: a public client.
    #[must_use]
    pub fn with_client_proof(mut self, proof: impl Into<ClientProof>) -> Self {
        self.flow = self.flow.with_client_proof(proof.into());
        self
    }

    /// Calls a function with every new refresh token, which replaces the one before. Store it at
    /// once and return soon: the token request waits. A later run continues with
    /// [`RefreshToken`](crate::RefreshToken).
    #[must_use]
    pub fn with_rotation(mut self, keep: impl Fn(&SecretString) + Send + Sync + 'static) -> Self {
        self.flow = self.flow.with_rotation(keep);
        self
    }

    /// Keeps the session in a store, beyond this process. A stored session is used before the user
    /// is prompted and before a refresh token that was given; every new one is written there. A
    /// failing write is logged and does not fail the token request.
    #[must_use]
    pub fn with_store(mut self, store: Arc<dyn TokenStore>) -> Self {
        self.flow = self.flow.with_store(store);
        self
    }

    /// Chooses the user by home account id, `<object id>.<home tenant>`, if the store has several.
    /// Default: the only one.
    #[must_use]
    pub fn with_account(mut self, home_account_id: &str) -> Self {
        self.flow = self.flow.with_account(home_account_id);
        self
    }

    /// Signs in at the authority of this cloud. Default: [`Cloud::Worldwide`].
    #[must_use]
    pub fn with_cloud(self, cloud: Cloud) -> Self {
        self.with_authority(cloud.authority())
    }

    /// Signs in at another authority: an emulator, AD FS, or a cloud that [`Cloud`] does not list.
    /// `/<tenant>/oauth2/v2.0/…` is appended.
    ///
    /// It must be `https`, or `http` to this machine: with any other, `get_token` fails before
    /// anything is sent. Default: the commercial cloud.
    #[must_use]
    pub fn with_authority(mut self, authority: Url) -> Self {
        self.flow = self.flow.with_authority(authority);
        self
    }

    /// HTTP transport for token requests. Default: a
    /// [`ReqwestTransport`](http_core::ReqwestTransport) created on first use, with the system's
    /// proxy and certificate authorities.
    #[must_use]
    pub fn with_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.flow = self.flow.with_transport(transport);
        self
    }
}

#[async_trait]
impl TokenCredential for RefreshToken {
    /// Returns a token of the user. All scopes must belong to one API.
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

/// The error if there is no session and no way to sign in.
fn gone() -> Error {
    Error::new(
        ErrorKind::InteractionRequired,
        "no user is signed in to this application",
    )
    .with_hint("sign in again")
}

impl fmt::Debug for RefreshToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.flow.describe("RefreshToken", f)
    }
}
