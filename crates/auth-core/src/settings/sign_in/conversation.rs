//! A sign-in from its method to the credential that continues it.

use std::fmt;
use std::sync::Arc;

use url::Url;

use super::{keep_secret, keep_session, next_allowed};
use crate::error::{Error, Result};
use crate::settings::profiles::{KeyPlace, Sessions};
use crate::settings::{Method, SecretFrom, Settings};
use crate::store::{MemoryStore, TokenStore};
use crate::token::access_token::AccessToken;
use crate::token::credential::{TokenCredential, TokenRequestOptions};
use crate::user::authorization_code::AuthorizationCode;
use crate::user::device_code::{DeviceCode, DeviceCodePrompt};
use secrecy::SecretString;

/// Shows a sign-in to its user. The methods must return at once; [`SignIn::run`] waits for the user.
pub trait Prompt: Send + Sync + 'static {
    /// Shows the address and the code of a device code sign-in.
    fn device_code(&self, prompt: &DeviceCodePrompt);

    /// Opens the address of a browser sign-in on this machine.
    fn browser(&self, address: &Url);

    /// Reports that conditional access forbids a method and that `next` is tried. Does nothing by default.
    fn forbidden(&self, error: &Error, next: Method) {
        let _ = (error, next);
    }
}

/// A sign-in of a user or an application.
///
/// The session of a user is held in memory until the sign-in has succeeded and is kept then, so a sign-in that fails leaves
/// the session before it untouched. A client secret is kept only if the identity service accepts it.
pub struct SignIn {
    settings: Settings,
    scope: String,
    options: TokenRequestOptions,
    prompt: Arc<dyn Prompt>,
    alternatives: Vec<Method>,
    is_new_secret: bool,
    keep: Option<(Sessions, String)>,
}

/// The result of a sign-in.
#[non_exhaustive]
pub struct SignedIn {
    /// The method that succeeded; one of the alternatives if the first was forbidden.
    pub method: Method,
    /// The first token.
    pub token: Arc<AccessToken>,
    /// Continues the sign-in without a prompt.
    pub credential: Arc<dyn TokenCredential>,
    /// The name of the user. `None` for an application.
    pub username: Option<String>,
    /// Where the key of the store is. `None` if nothing was kept.
    pub place: Option<KeyPlace>,
}

impl SignIn {
    /// A sign-in by these settings for a scope. Without more calls nothing is kept and no alternative is tried.
    pub fn new(settings: Settings, scope: impl Into<String>, prompt: Arc<dyn Prompt>) -> Self {
        Self {
            settings,
            scope: scope.into(),
            options: TokenRequestOptions::default(),
            prompt,
            alternatives: Vec::new(),
            is_new_secret: false,
            keep: None,
        }
    }

    /// Options of the token request, such as the tenant.
    #[must_use]
    pub fn with_options(mut self, options: TokenRequestOptions) -> Self {
        self.options = options;
        self
    }

    /// The methods that may be tried if conditional access forbids the first one. Each is tried once, in the order of
    /// [`next_allowed`].
    #[must_use]
    pub fn with_alternatives(mut self, methods: Vec<Method>) -> Self {
        self.alternatives = methods;
        self
    }

    /// A client secret for [`Method::Secret`], in place of that of the settings. It is kept if it works.
    #[must_use]
    pub fn with_secret(mut self, secret: SecretString) -> Self {
        self.settings.secret = Some(SecretFrom::Value(secret));
        self.is_new_secret = true;
        self
    }

    /// Keeps the session or the secret in the store of a profile.
    #[must_use]
    pub fn kept_in(mut self, sessions: Sessions, profile: impl Into<String>) -> Self {
        self.keep = Some((sessions, profile.into()));
        self
    }

    /// Signs in. A user has as long as the identity service allows; dropping the future ends the sign-in and keeps nothing.
    ///
    /// # Errors
    /// Returns the error of the first method: it names the policy, and the errors of the alternatives follow from it.
    /// [`ErrorKind::Unavailable`](crate::ErrorKind::Unavailable) if a setting is missing, and the errors of the store.
    pub async fn run(mut self, method: Method) -> Result<SignedIn> {
        let mut method = method;
        let mut first = None;
        loop {
            let error = match self.sign_in_by(method).await {
                Ok(signed_in) => return Ok(signed_in),
                Err(error) => error,
            };
            let next = next_allowed(method, error.code().unwrap_or_default());
            match next.filter(|next| self.alternatives.contains(next)) {
                Some(next) => {
                    self.prompt.forbidden(&error, next);
                    method = next;
                    first.get_or_insert(error);
                }
                None => return Err(first.unwrap_or(error)),
            }
        }
    }

    async fn sign_in_by(&mut self, method: Method) -> Result<SignedIn> {
        if method.is_of_user() {
            return self.user(method).await;
        }
        let credential = self.settings.credential_of(method)?;
        let mut signed_in = self.signed_in(method, credential).await?;
        if let (true, Some(SecretFrom::Value(secret)), Some((sessions, profile))) =
            (self.is_new_secret, &self.settings.secret, &mut self.keep)
        {
            let (_, client) = self.settings.application(method)?;
            let store = sessions.writable(profile).await?;
            keep_secret(&*store, &client, secret.clone()).await?;
            signed_in.place = Some(sessions.place());
        }
        Ok(signed_in)
    }

    async fn user(&mut self, method: Method) -> Result<SignedIn> {
        let (tenant, client) = self.settings.application(method)?;
        // A store that cannot be written is reported before the user signs in.
        let store = match &mut self.keep {
            Some((sessions, profile)) => Some(sessions.writable(profile).await?),
            None => None,
        };
        let memory = Arc::new(MemoryStore::default());
        let shared: Arc<dyn TokenStore> = Arc::clone(&memory) as _;
        let credential = self.interactive(method, [&tenant, &client], shared)?;
        let mut signed_in = self.signed_in(method, credential).await?;
        let tokens = memory.load().await?;
        let account = tokens.accounts().into_iter().next();
        signed_in.username = account
            .map(|account| account.username)
            .filter(|name| !name.is_empty());
        let mut settings = self.settings.clone();
        settings.store = Some(memory);
        if let Some(store) = store {
            keep_session(&*store, &client, tokens).await?;
            settings.store = Some(store);
            signed_in.place = self.keep.as_ref().map(|(sessions, _)| sessions.place());
        }
        signed_in.credential = settings.credential_of(method)?;
        Ok(signed_in)
    }

    async fn signed_in(
        &self,
        method: Method,
        credential: Arc<dyn TokenCredential>,
    ) -> Result<SignedIn> {
        let token = credential.get_token(&[&self.scope], &self.options).await?;
        Ok(SignedIn {
            method,
            token,
            credential,
            username: None,
            place: None,
        })
    }

    /// A credential that asks the user.
    fn interactive(
        &self,
        method: Method,
        [tenant, client]: [&str; 2],
        store: Arc<dyn TokenStore>,
    ) -> Result<Arc<dyn TokenCredential>> {
        let prompt = Arc::clone(&self.prompt);
        let authority = self.settings.authority();
        let transport = self.settings.transport.clone();
        if method == Method::DeviceCode {
            let show = move |code: &DeviceCodePrompt| prompt.device_code(code);
            let credential = DeviceCode::new(tenant, client, show)?
                .with_store(store)
                .with_authority(authority);
            return Ok(Arc::new(match transport {
                Some(transport) => credential.with_transport(transport),
                None => credential,
            }));
        }
        let open = move |address: &Url| prompt.browser(address);
        let credential = AuthorizationCode::new(tenant, client, open)?
            .with_store(store)
            .with_authority(authority);
        Ok(Arc::new(match transport {
            Some(transport) => credential.with_transport(transport),
            None => credential,
        }))
    }
}

impl fmt::Debug for SignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignIn")
            .field("scope", &self.scope)
            .field("alternatives", &self.alternatives)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for SignedIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignedIn")
            .field("method", &self.method)
            .field("place", &self.place)
            .finish_non_exhaustive()
    }
}
