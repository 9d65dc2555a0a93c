//! An application that proves itself with a secret.

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use http_core::Transport;
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::client_credentials::{ClientCredentials, SignIn};
use crate::cloud::Cloud;
use crate::credential::{TokenCredential, TokenRequestOptions};
use crate::error::{Error, ErrorKind, Result};
use crate::token::AccessToken;

/// Signs an application in with a client secret (OAuth client credentials).
///
/// Tokens are held until they end and renewed before; clones share them. A token is issued even where no permission
/// was granted: it then opens nothing, and the API answers 401 or 403.
///
/// ```
/// use auth_core::{ClientSecret, SecretString};
/// # fn main() -> auth_core::Result<()> {
/// let credential = ClientSecret::new(
///     "contoso.onmicrosoft.com",
///     "11111111-2222-3333-4444-555555555555",
///     SecretString::from("the-value-of-the-secret"),
/// )?;
/// # let _ = credential;
/// # Ok(())
/// # }
/// ```
///
/// Source: entra-docs, `v2-oauth2-client-creds-grant-flow.md`.
#[derive(Clone)]
pub struct ClientSecret {
    flow: ClientCredentials,
    secret: SecretString,
}

impl ClientSecret {
    /// An application in a tenant of the commercial cloud, with the *value* of one of its secrets. Nothing is sent.
    ///
    /// `tenant_id` is the tenant's GUID or one of its domains, `client_id` the application's GUID.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for a tenant or an application that cannot be one, or a secret that is empty or
    /// begins or ends with a blank.
    pub fn new(tenant_id: &str, client_id: &str, secret: SecretString) -> Result<Self> {
        check(secret.expose_secret())?;
        Ok(Self {
            flow: ClientCredentials::new(tenant_id, client_id)?,
            secret,
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

    /// What sends the token requests; one of the pipeline's own, made at the first of them, unless told.
    #[must_use]
    pub fn with_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.flow = self.flow.with_transport(transport);
        self
    }
}

fn check(secret: &str) -> Result<()> {
    let wrong = |message: &str| Error::new(ErrorKind::Configuration, message);
    if secret.is_empty() {
        return Err(wrong("the client secret is empty"));
    }
    if secret.trim() != secret {
        return Err(wrong("the client secret begins or ends with a blank")
            .with_hint("remove the line end or blank that came with it"));
    }
    Ok(())
}

#[async_trait]
impl TokenCredential for ClientSecret {
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        let proofs = vec![("client_secret", self.secret.clone())];
        let ask = |sign_in: SignIn| async move { sign_in.with(proofs).await };
        self.flow.get(scopes, options, ask).await
    }
}

impl fmt::Debug for ClientSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientSecret")
            .field("tenant_id", &self.flow.application.tenant_id)
            .field("client_id", &self.flow.application.client_id)
            .field("endpoint", &self.flow.endpoint)
            .finish_non_exhaustive()
    }
}
