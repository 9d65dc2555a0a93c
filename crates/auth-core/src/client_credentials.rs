//! How an application signs in by itself, whatever it proves itself with (OAuth client credentials).

use std::sync::Arc;

use futures_util::FutureExt;
use http_core::Transport;
use url::Url;

use crate::application::Application;
use crate::cache::{Cache, Key};
use crate::cloud::Cloud;
use crate::credential::TokenRequestOptions;
use crate::endpoint::resource;
use crate::error::{Error, ErrorKind, Result};
use crate::token::AccessToken;
use crate::token_endpoint::{Grant, Issued, Proofs, TokenEndpoint};

/// An application, where it signs in, and the tokens it has. Clones share the tokens.
#[derive(Clone)]
pub(crate) struct ClientCredentials {
    pub(crate) application: Application,
    pub(crate) endpoint: TokenEndpoint,
    cache: Cache,
}

/// One sign-in that lacks nothing but its proof.
pub(crate) struct SignIn {
    endpoint: TokenEndpoint,
    grant: Grant,
}

impl ClientCredentials {
    /// An application in a tenant of the commercial cloud.
    pub(crate) fn new(tenant_id: &str, client_id: &str) -> Result<Self> {
        Ok(Self {
            application: Application::new(tenant_id, client_id)?,
            endpoint: TokenEndpoint::new(Cloud::default().authority()),
            cache: Cache::default(),
        })
    }

    pub(crate) fn with_authority(self, authority: Url) -> Self {
        let endpoint = self.endpoint.with_authority(authority);
        Self { endpoint, ..self }
    }

    pub(crate) fn with_transport(self, transport: Arc<dyn Transport>) -> Self {
        let endpoint = self.endpoint.with_transport(transport);
        Self { endpoint, ..self }
    }

    /// The token that is held, or the one that `ask` gets.
    pub(crate) async fn get<F, Asking>(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
        ask: F,
    ) -> Result<Arc<AccessToken>>
    where
        F: FnOnce(SignIn) -> Asking,
        Asking: Future<Output = Result<Issued>> + Send + 'static,
    {
        let scope = only_default(scopes)?;
        let application = self.application.in_tenant(options.tenant_id.as_deref())?;
        let key = Key::new(self.endpoint.authority(), &application, scopes);
        let fetch = || {
            let grant = Grant {
                application,
                grant_type: "client_credentials",
                scope: scope.to_owned(),
                claims: options.claims.clone(),
                proofs: Proofs::new(),
            };
            let endpoint = self.endpoint.clone();
            ask(SignIn { endpoint, grant }).boxed()
        };
        self.cache.get(key, options, fetch).await
    }
}

impl SignIn {
    /// The application, in the tenant it signs in to.
    pub(crate) fn application(&self) -> &Application {
        &self.grant.application
    }

    /// The address that the request will be posted to, which is whom an assertion has to be for.
    pub(crate) fn address(&self) -> Result<String> {
        self.endpoint.address(&self.grant)
    }

    /// Asks for the token with these fields as the proof.
    pub(crate) async fn with(&self, proofs: Proofs) -> Result<Issued> {
        let grant = Grant {
            proofs,
            ..self.grant.clone()
        };
        self.endpoint.request(&grant).await
    }
}

/// An application asks for everything it was granted of one API.
pub(crate) fn only_default<'a>(scopes: &[&'a str]) -> Result<&'a str> {
    match scopes {
        [scope] if resource(scope).is_some() => Ok(scope),
        _ => Err(Error::new(
            ErrorKind::InvalidScope,
            format!("`{}` is no scope for an application", scopes.join(" ")),
        )
        .with_hint("ask for exactly one `<API>/.default`")),
    }
}
