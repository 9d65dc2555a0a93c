//! Signs a user in on another device, with a code.

mod flow;
mod prompt;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use http_core::Transport;
use secrecy::SecretString;
use url::Url;

use self::flow::Pending;
pub use self::prompt::DeviceCodePrompt;
use crate::cloud::Cloud;
use crate::error::Result;
use crate::store::TokenStore;
use crate::token::access_token::AccessToken;
use crate::token::credential::{Caller, TokenCredential, TokenRequestOptions};
use crate::token::endpoint::{Issued, TokenEndpoint};
use crate::user::flow::UserFlow;
use crate::user::session::{UserRequest, UserSession};

/// Signs a user in with a code that is entered on any device with a browser (OAuth device
/// authorization grant), for programs on a machine without one.
///
/// Step by step: the identity service issues a code, `prompt` shows it to the user, and the token
/// endpoint is polled until the user has signed in: every 5 seconds, or as the service says. A code
/// is valid for 15 minutes.
///
/// ```text
/// POST <authority>/<tenant>/oauth2/v2.0/devicecode     client_id, scope
///          gives device_code, user_code, verification_uri, expires_in, interval
/// POST <authority>/<tenant>/oauth2/v2.0/token          grant_type, client_id, device_code
///          gives authorization_pending or slow_down until the user has signed in, then the tokens
/// ```
///
/// The first `get_token` waits for the user. Later ones use the refresh token, for other APIs too,
/// as long as the session lasts. Concurrent calls share one code. A call that was dropped and is
/// made again resumes with the code that was shown.
///
/// The app registration must allow public client flows. Many tenants forbid this flow by policy,
/// because codes can be phished: the error is then of kind [`Blocked`](crate::ErrorKind::Blocked).
/// Prefer [`AuthorizationCode`](crate::AuthorizationCode) where a browser is at hand.
///
/// ```
/// use auth_core::{DeviceCode, DeviceCodePrompt};
/// # fn main() -> auth_core::Result<()> {
/// let credential = DeviceCode::new(
///     "organizations",
///     "11111111-2222-3333-4444-555555555555",
///     |prompt: &DeviceCodePrompt| eprintln!("{}", prompt.message()),
/// )?;
/// # let _ = credential;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// `get_token` returns `InteractionRequired` if the user declined or the code expired, and the
/// general errors of [`TokenCredential`].
///
/// Sources: RFC 8628; entra-docs, `v2-oauth2-device-code.md`.
#[derive(Clone)]
pub struct DeviceCode {
    flow: UserFlow,
    shared: Arc<Shared>,
}

/// State that clones share.
struct Shared {
    prompt: Box<dyn Fn(&DeviceCodePrompt) + Send + Sync>,
    /// Codes that were shown and are still valid.
    pending: Mutex<HashMap<Wanted, Pending>>,
}

/// Key of a code: authority, tenant, scopes, claims.
type Wanted = (Url, Arc<str>, String, Option<String>);

impl DeviceCode {
    /// Creates a credential from an application and a function that shows the code. Nothing is sent
    /// yet.
    ///
    /// `tenant_id` is a tenant's GUID or domain, or `organizations` for the tenant of the user who
    /// signs in. The function must return at once: polling starts afterwards.
    ///
    /// # Errors
    /// [`Configuration`](crate::ErrorKind::Configuration) for an invalid tenant or client id.
    pub fn new(
        tenant_id: &str,
        client_id: &str,
        prompt: impl Fn(&DeviceCodePrompt) + Send + Sync + 'static,
    ) -> Result<Self> {
        Ok(Self {
            flow: UserFlow::new(tenant_id, client_id, UserSession::default())?,
            shared: Arc::new(Shared {
                prompt: Box::new(prompt),
                pending: Mutex::default(),
            }),
        })
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

impl Shared {
    /// Resumes or requests a code, shows it, and polls until it is used.
    async fn sign_in(&self, endpoint: &TokenEndpoint, request: &UserRequest) -> Result<Issued> {
        let wanted = (
            endpoint.authority().clone(),
            Arc::clone(&request.application.tenant_id),
            request.scope.clone(),
            request.claims.clone(),
        );
        let mut pending = match self.resumed(&wanted) {
            Some(pending) => pending,
            None => {
                let (prompt, pending) = flow::begin(endpoint, request).await?;
                self.pending(|all| all.insert(wanted.clone(), pending.clone()));
                (self.prompt)(&prompt);
                pending
            }
        };
        let outcome = pending.poll(endpoint, request).await;
        self.pending(|all| all.remove(&wanted));
        outcome
    }

    /// The valid code of a call that was dropped.
    fn resumed(&self, wanted: &Wanted) -> Option<Pending> {
        self.pending(|all| all.get(wanted).filter(|pending| pending.is_good()).cloned())
    }

    fn pending<T>(&self, change: impl FnOnce(&mut HashMap<Wanted, Pending>) -> T) -> T {
        change(&mut self.pending.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[async_trait]
impl TokenCredential for DeviceCode {
    /// Returns a token of the user; may wait for the user to sign in. All scopes must belong to one
    /// API.
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        let shared = Arc::clone(&self.shared);
        let sign_in = |flow: UserFlow, request, _| async move {
            shared.sign_in(&flow.endpoint, &request).await
        };
        self.flow.get(scopes, options, sign_in).await
    }

    fn caller(&self) -> Option<Caller> {
        self.flow.application.caller()
    }

    fn waits_for_user(&self) -> bool {
        true
    }
}

impl fmt::Debug for DeviceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.flow.describe("DeviceCode", f)
    }
}
