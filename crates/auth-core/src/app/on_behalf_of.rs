//! A service that calls an API for the user who called it.

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use http_core::Transport;
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::app::client_credentials::ClientCredentials;
use crate::app::proof::ClientProof;
use crate::app::proof::assertion::check_assertion;
use crate::cloud::Cloud;
use crate::error::Result;
use crate::token::access_token::AccessToken;
use crate::token::credential::{Caller, TokenCredential, TokenRequestOptions};

/// Source: entra-docs, `v2-oauth2-on-behalf-of-flow.md`.
const GRANT: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/// Exchanges the token that a user's client brought for one of another API (OAuth on-behalf-of).
///
/// The tenant is the user's own, never `organizations`. There is no user to ask: where consent or a second factor is
/// lacking the error says so, and [`Error::to_challenge`](crate::Error::to_challenge) is what to answer the client with.
///
/// Each user's tokens are kept apart, by the token that was brought. Make one credential, and the others from it with
/// [`for_user`](OnBehalfOf::for_user): they share connections and what is known of the application's proof.
///
/// ```
/// use auth_core::{OnBehalfOf, SecretString};
/// # fn main() -> auth_core::Result<()> {
/// # let brought = SecretString::from("header.payload.signature");
/// let credential = OnBehalfOf::new(
///     "contoso.onmicrosoft.com",
///     "11111111-2222-3333-4444-555555555555",
///     SecretString::from("the-value-of-the-secret"),
///     brought,
/// )?;
/// # let _ = credential;
/// # Ok(())
/// # }
/// ```
///
/// Source: entra-docs, `v2-oauth2-on-behalf-of-flow.md`.
#[derive(Clone)]
pub struct OnBehalfOf {
    flow: ClientCredentials,
    user_token: SecretString,
}

impl OnBehalfOf {
    /// The service's own application, its proof, and the user's token that was brought: without `Bearer`, issued for this
    /// application. Nothing is sent.
    ///
    /// # Errors
    /// [`Configuration`](crate::ErrorKind::Configuration) for a tenant or an application that cannot be one, or what is no
    /// token.
    pub fn new(
        tenant_id: &str,
        client_id: &str,
        proof: impl Into<ClientProof>,
        user_token: SecretString,
    ) -> Result<Self> {
        check_assertion(user_token.expose_secret())?;
        Ok(Self {
            flow: ClientCredentials::new(tenant_id, client_id, proof.into())?,
            user_token,
        })
    }

    /// The same for another user, or for the next token of this one.
    ///
    /// # Errors
    /// [`Configuration`](crate::ErrorKind::Configuration) for what is no token.
    pub fn for_user(&self, user_token: SecretString) -> Result<Self> {
        check_assertion(user_token.expose_secret())?;
        Ok(Self {
            user_token,
            ..self.clone()
        })
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
impl TokenCredential for OnBehalfOf {
    /// A token of the user. The scopes are those of one API.
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        let fields = vec![
            ("assertion", self.user_token.clone()),
            ("requested_token_use", "on_behalf_of".into()),
        ];
        self.flow.get_by((GRANT, fields), scopes, options).await
    }

    fn caller(&self) -> Option<Caller> {
        self.flow.application.caller()
    }
}

impl fmt::Debug for OnBehalfOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OnBehalfOf")
            .field("tenant_id", &self.flow.application.tenant_id)
            .field("client_id", &self.flow.application.client_id)
            .field("endpoint", &self.flow.endpoint)
            .finish_non_exhaustive()
    }
}
