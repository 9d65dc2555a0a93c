//! The one trait that every way of signing in implements.

use std::fmt::Debug;
use std::sync::Arc;

use async_trait::async_trait;

use crate::error::Result;
use crate::token::access_token::AccessToken;

/// Something that has, or can get, access tokens.
///
/// Clients take an `Arc<dyn TokenCredential>` and ask before every attempt, so an implementation keeps its tokens
/// and answers from memory while they are good. Name and shape follow `azure_core`.
///
/// ```
/// use std::sync::Arc;
/// use auth_core::{async_trait, AccessToken, Result, SecretString, TokenCredential, TokenRequestOptions};
///
/// #[derive(Debug)]
/// struct FromVault;
///
/// #[async_trait]
/// impl TokenCredential for FromVault {
///     async fn get_token(
///         &self,
///         _scopes: &[&str],
///         _options: &TokenRequestOptions,
///     ) -> Result<Arc<AccessToken>> {
///         let read = SecretString::from("the token that the vault holds");
///         Ok(Arc::new(AccessToken::new(read)))
///     }
/// }
/// let credential: Arc<dyn TokenCredential> = Arc::new(FromVault);
/// # let _ = credential;
/// ```
#[async_trait]
pub trait TokenCredential: Debug + Send + Sync + 'static {
    /// A token for the scopes, all of one API; for an application `["https://…/.default"]`.
    ///
    /// # Errors
    /// Whatever kept a token from being had; nothing secret is in it.
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>>;

    /// Whose calls these are, as the services count them: credentials of the same application and tenant share their rate
    /// limits. `None` (default) where that is not known before there is a token; such a credential has limits of its own.
    fn caller(&self) -> Option<Caller> {
        None
    }

    /// Whether [`get_token`](Self::get_token) may wait for a person (default: no). It then has the whole time of a call,
    /// and not only that of an answer.
    fn waits_for_user(&self) -> bool {
        false
    }
}

/// A credential, or an [`Arc`] of one: what clients and connectors take.
pub trait IntoCredential {
    /// The shared credential.
    fn into_credential(self) -> Arc<dyn TokenCredential>;
}

impl<T: TokenCredential> IntoCredential for T {
    fn into_credential(self) -> Arc<dyn TokenCredential> {
        Arc::new(self)
    }
}

impl<T: TokenCredential> IntoCredential for Arc<T> {
    fn into_credential(self) -> Arc<dyn TokenCredential> {
        self
    }
}

impl IntoCredential for Arc<dyn TokenCredential> {
    fn into_credential(self) -> Arc<dyn TokenCredential> {
        self
    }
}

/// An application in a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Caller {
    /// The application (client) id.
    pub application: String,
    /// The directory (tenant) id, or a domain of it.
    pub tenant: String,
}

impl Caller {
    /// An application in a tenant.
    pub fn new(application: impl Into<String>, tenant: impl Into<String>) -> Self {
        Self {
            application: application.into(),
            tenant: tenant.into(),
        }
    }
}

/// What a token request may ask for beyond its scopes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct TokenRequestOptions {
    /// Asks for a new token although one is held, because the API refused that one.
    pub force_refresh: bool,
    /// What the API demands of the token: the JSON text of a claims challenge. Implies a new token.
    pub claims: Option<String>,
    /// Another tenant than the credential's own, for an application that serves several.
    pub tenant_id: Option<String>,
    /// Says that whoever uses the token can meet claims challenges (continuous access evaluation). APIs that support it
    /// may then issue tokens of a day that they revoke at once. Off unless told; [`Bearer`](crate::Bearer) sets it.
    pub enable_cae: bool,
    /// Asks the identity service once: a failure is not repeated, and no delay is waited out.
    pub once: bool,
}

impl TokenRequestOptions {
    /// Asks for a new token although one is held.
    #[must_use]
    pub fn with_force_refresh(mut self) -> Self {
        self.force_refresh = true;
        self
    }

    /// Asks for a token that satisfies a claims challenge, given as JSON text.
    #[must_use]
    pub fn with_claims(mut self, claims: impl Into<String>) -> Self {
        self.claims = Some(claims.into());
        self
    }

    /// Says that the token's user can meet claims challenges.
    #[must_use]
    pub fn with_cae(mut self) -> Self {
        self.enable_cae = true;
        self
    }

    /// Asks the identity service once.
    #[must_use]
    pub fn with_one_attempt(mut self) -> Self {
        self.once = true;
        self
    }

    /// Asks for a token of another tenant.
    #[must_use]
    pub fn with_tenant_id(mut self, tenant_id: impl Into<String>) -> Self {
        self.tenant_id = Some(tenant_id.into());
        self
    }
}
