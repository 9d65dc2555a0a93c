//! An application that proves itself with a secret.

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
use crate::endpoint::resource;
use crate::error::{Error, ErrorKind, Result};
use crate::token::AccessToken;
use crate::token_endpoint::{Grant, TokenEndpoint};

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
    application: Application,
    secret: SecretString,
    endpoint: TokenEndpoint,
    cache: Cache,
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
            application: Application::new(tenant_id, client_id)?,
            secret,
            endpoint: TokenEndpoint::new(Cloud::default().authority()),
            cache: Cache::default(),
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
        self.endpoint = self.endpoint.with_authority(authority);
        self
    }

    /// What sends the token requests; one of the pipeline's own, made at the first of them, unless told.
    #[must_use]
    pub fn with_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.endpoint = self.endpoint.with_transport(transport);
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
        let scope = only_default(scopes)?;
        let application = self.application.in_tenant(options.tenant_id.as_deref())?;
        let key = Key::new(self.endpoint.authority(), &application, scopes);
        let fetch = || {
            let endpoint = self.endpoint.clone();
            let grant = Grant {
                application,
                grant_type: "client_credentials",
                scope: scope.to_owned(),
                claims: options.claims.clone(),
                proofs: vec![("client_secret", self.secret.clone())],
            };
            async move { endpoint.request(&grant).await }.boxed()
        };
        self.cache.get(key, options, fetch).await
    }
}

/// An application asks for everything it was granted of one API.
fn only_default<'a>(scopes: &[&'a str]) -> Result<&'a str> {
    match scopes {
        [scope] if resource(scope).is_some() => Ok(scope),
        _ => Err(Error::new(
            ErrorKind::InvalidScope,
            format!("`{}` is no scope for an application", scopes.join(" ")),
        )
        .with_hint("ask for exactly one `<API>/.default`")),
    }
}

impl fmt::Debug for ClientSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientSecret")
            .field("tenant_id", &self.application.tenant_id)
            .field("client_id", &self.application.client_id)
            .field("endpoint", &self.endpoint)
            .finish_non_exhaustive()
    }
}
