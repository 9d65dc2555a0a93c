//! The trait that every credential implements, and its options.

use std::fmt::Debug;
use std::sync::Arc;

use async_trait::async_trait;

use crate::error::Result;
use crate::token::access_token::AccessToken;

/// Acquires access tokens.
///
/// Clients call [`get_token`](Self::get_token) before every attempt of a request, so an
/// implementation must cache its tokens and return quickly while one is valid. The credentials of
/// this crate do; they also renew tokens in the background before they expire. Name and shape
/// follow `azure_core`.
///
/// Most programs use a credential of this crate. Implement the trait for another source of tokens:
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
///
/// `Debug` is a supertrait because credentials are shown in logs: it must not print secrets.
#[async_trait]
pub trait TokenCredential: Debug + Send + Sync + 'static {
    /// Returns a token for the scopes, from the cache or from the identity service.
    ///
    /// All scopes must belong to one API. An application asks for `["https://<API>/.default"]` and
    /// gets every permission that it was granted; a user's credential may also ask for single
    /// permissions.
    ///
    /// Dropping the future gives up. A request that other callers wait for goes on.
    ///
    /// ```
    /// use auth_core::{Result, TokenCredential, TokenRequestOptions};
    ///
    /// async fn header(credential: &dyn TokenCredential) -> Result<String> {
    ///     use auth_core::ExposeSecret;
    ///
    ///     let scopes = ["https://graph.microsoft.com/.default"];
    ///     let token = credential.get_token(&scopes, &TokenRequestOptions::default()).await?;
    ///     Ok(format!("{} {}", token.scheme(), token.secret().expose_secret()))
    /// }
    /// ```
    ///
    /// # Errors
    /// Why no token was acquired, by [`ErrorKind`](crate::ErrorKind). The error contains no secret.
    /// Kinds that every credential may return: `Configuration`, `InvalidTenant` and `InvalidScope`
    /// for the request; `Transport`, `Service`, `Throttled` and `UnexpectedAnswer` for the way;
    /// `InvalidClient`, `ConsentRequired`, `Blocked` and `InteractionRequired` for a refusal.
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>>;

    /// The application and tenant that the services count calls by. Credentials of the same pair
    /// share their rate limits. `None` (default) if it is not known before the first token; the
    /// credential then has limits of its own.
    fn caller(&self) -> Option<Caller> {
        None
    }

    /// Whether [`get_token`](Self::get_token) may wait for a person. Default: no. If yes, a call
    /// waits for the token as long as its own deadline allows, instead of the time for one
    /// response.
    fn waits_for_user(&self) -> bool {
        false
    }
}

/// A credential, or an [`Arc`] of one: the argument of clients, connectors, chains and preflights.
///
/// A credential is moved into an `Arc`; an `Arc` is used as it is, so that its token cache is
/// shared.
pub trait IntoCredential {
    /// Converts to a shared credential.
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

/// An application in a tenant, as the services count rate limits.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Caller {
    /// The application (client) id.
    pub application: String,
    /// The directory (tenant) id, or one of its domains. Limits are shared only between equal
    /// spellings.
    pub tenant: String,
}

impl Caller {
    /// Names an application and its tenant.
    pub fn new(application: impl Into<String>, tenant: impl Into<String>) -> Self {
        Self {
            application: application.into(),
            tenant: tenant.into(),
        }
    }
}

/// What a token request asks for beyond its scopes. The default asks for nothing.
///
/// ```
/// use auth_core::TokenRequestOptions;
///
/// let options = TokenRequestOptions::default()
///     .with_tenant_id("fabrikam.com")
///     .with_force_refresh();
/// assert!(options.force_refresh && options.claims.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct TokenRequestOptions {
    /// Skips the cached token, because the API refused it. A request that failed in the last few
    /// seconds is still not repeated.
    pub force_refresh: bool,
    /// A claims challenge of the API, as JSON text. Skips the cached token, which does not satisfy
    /// it.
    pub claims: Option<String>,
    /// Requests the token from this tenant instead of the credential's own, for applications that
    /// are registered in several.
    pub tenant_id: Option<String>,
    /// Declares that the caller handles claims challenges (continuous access evaluation). APIs that
    /// support it accept tokens of up to 28 hours and revoke them at once. Default: no;
    /// [`Bearer`](crate::Bearer) sets it. Tokens with and without it are cached separately.
    pub enable_cae: bool,
    /// Sends one token request, without a retry and without waiting for a delay that the service
    /// asked for.
    pub once: bool,
}

impl TokenRequestOptions {
    /// Skips the cached token.
    #[must_use]
    pub fn with_force_refresh(mut self) -> Self {
        self.force_refresh = true;
        self
    }

    /// Requests a token that satisfies a claims challenge, given as JSON text.
    #[must_use]
    pub fn with_claims(mut self, claims: impl Into<String>) -> Self {
        self.claims = Some(claims.into());
        self
    }

    /// Declares that the caller handles claims challenges.
    #[must_use]
    pub fn with_cae(mut self) -> Self {
        self.enable_cae = true;
        self
    }

    /// Sends one token request, without a retry.
    #[must_use]
    pub fn with_one_attempt(mut self) -> Self {
        self.once = true;
        self
    }

    /// Requests the token from this tenant, by GUID or domain.
    #[must_use]
    pub fn with_tenant_id(mut self, tenant_id: impl Into<String>) -> Self {
        self.tenant_id = Some(tenant_id.into());
        self
    }
}
