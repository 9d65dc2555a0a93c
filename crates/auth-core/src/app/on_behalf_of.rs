//! A web API that calls another API for its user.

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

/// Grant type of the exchange. Source: entra-docs, `v2-oauth2-on-behalf-of-flow.md`.
const GRANT: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/// Exchanges the access token that a user's client sent to this web API for a token of another API
/// (OAuth on-behalf-of).
///
/// Sends `grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer` with the user's token as
/// `assertion`, `requested_token_use=on_behalf_of`, `scope` and the application's proof. The
/// response is an access token of the user, with the permissions that both the user and the
/// application have.
///
/// The tenant must be the user's own, not `organizations`. The web API cannot prompt the user: if
/// consent or a second factor is missing, the error is `ConsentRequired` or `InteractionRequired`,
/// and its [`to_challenge`](crate::Error::to_challenge) is the header to answer the client with.
///
/// Tokens are cached per user token. Create one credential and derive those of other users with
/// [`for_user`](OnBehalfOf::for_user): they share connections and the state of the proof.
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
    /// Creates a credential from the web API's own application and proof, and the user's token: the
    /// `Authorization` header without `Bearer`, issued for this application. Nothing is sent yet.
    ///
    /// # Errors
    /// [`Configuration`](crate::ErrorKind::Configuration) for an invalid tenant or client id, or if
    /// the user's token is not a token.
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

    /// Derives the credential of another user, or of the same user's next token.
    ///
    /// ```
    /// use auth_core::{OnBehalfOf, SecretString};
    ///
    /// /// The credential for one request, from its `Authorization` header.
    /// fn for_request(service: &OnBehalfOf, authorization: &str) -> auth_core::Result<OnBehalfOf> {
    ///     let token = authorization.strip_prefix("Bearer ").unwrap_or_default();
    ///     service.for_user(SecretString::from(token))
    /// }
    /// ```
    ///
    /// # Errors
    /// [`Configuration`](crate::ErrorKind::Configuration) if the user's token is not a token.
    pub fn for_user(&self, user_token: SecretString) -> Result<Self> {
        check_assertion(user_token.expose_secret())?;
        Ok(Self {
            user_token,
            ..self.clone()
        })
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
impl TokenCredential for OnBehalfOf {
    /// Returns a token of the user. All scopes must belong to one API.
    ///
    /// # Errors
    /// `InteractionRequired` also if the user's token has expired: the client has to send a fresh
    /// one.
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
