//! The client credentials flow, for every kind of proof.

use std::sync::Arc;

use futures_util::FutureExt;
use http_core::Transport;
use url::Url;

use crate::app::proof::ClientProof;
use crate::cloud::Cloud;
use crate::error::{Error, ErrorKind, Result};
use crate::text::guid::is_guid;
use crate::token::access_token::AccessToken;
use crate::token::application::Application;
use crate::token::cache::{Cache, Key};
use crate::token::credential::TokenRequestOptions;
use crate::token::endpoint::{Grant, Proofs, TokenEndpoint};
use crate::token::scope::resource;

/// An application, its authority, its proof and its tokens. Clones share the tokens.
#[derive(Clone)]
pub(crate) struct ClientCredentials {
    /// The application and its own tenant.
    pub(crate) application: Application,
    pub(crate) endpoint: TokenEndpoint,
    /// Added to every request.
    pub(crate) proof: ClientProof,
    cache: Cache,
}

impl ClientCredentials {
    /// An application of the commercial cloud.
    pub(crate) fn new(tenant_id: &str, client_id: &str, proof: ClientProof) -> Result<Self> {
        Ok(Self {
            application: Application::new(tenant_id, client_id)?,
            endpoint: TokenEndpoint::new(Cloud::default().authority()),
            proof,
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

    /// Returns the cached token of the application, or a new one.
    pub(crate) async fn get(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        only_default(scopes)?;
        self.get_by(("client_credentials", Proofs::new()), scopes, options)
            .await
    }

    /// Returns the cached token of a grant, or a new one. Tokens are cached per value of the extra
    /// fields.
    pub(crate) async fn get_by(
        &self,
        (grant_type, proofs): (&'static str, Proofs),
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        let application = self.application.in_tenant(options.tenant_id.as_deref())?;
        let key = Key::new(self.endpoint.authority(), &application, scopes)
            .with_options(options)
            .with_fields(&proofs);
        let fetch = |_| {
            let grant = Grant {
                application,
                grant_type,
                scope: scopes.join(" "),
                claims: options.wanted_claims(),
                once: options.once,
                proofs,
            };
            let (proof, endpoint) = (self.proof.clone(), self.endpoint.clone());
            async move { proof.ask(&endpoint, &grant).await }.boxed()
        };
        self.cache.get(key, options, fetch).await
    }
}

/// Returns the only scope, which must be an API's `/.default`: an application gets all its
/// permissions.
pub(crate) fn only_default<'a>(scopes: &[&'a str]) -> Result<&'a str> {
    match scopes {
        [scope] if resource(scope).is_some() => Ok(scope),
        _ => {
            let message = format!("`{}` is not a scope for an application", scopes.join(" "));
            let error = Error::new(ErrorKind::InvalidScope, message);
            Err(match scopes {
                [resource] if is_resource(resource) => error.with_hint(format!(
                    "this is a resource of the older token endpoint: ask for `{resource}/.default`"
                )),
                _ => error.with_hint("ask for exactly one `<API>/.default`"),
            })
        }
    }
}

/// Whether a text names an API without a permission.
fn is_resource(text: &str) -> bool {
    let is_address = |url: Url| url.has_host() && matches!(url.path(), "" | "/");
    is_guid(text) || Url::parse(text).is_ok_and(is_address)
}
