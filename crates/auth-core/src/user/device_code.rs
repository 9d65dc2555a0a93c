//! A user who signs in on another device, with a code.

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

/// Signs a user in by a code that is entered on any device with a browser (OAuth device authorization grant).
///
/// The first token waits until the user has signed in. The next ones, for other APIs too, come without the user as long
/// as the session lasts. Callers at the same time share one code; a call that is dropped and made again goes on with the
/// code that was shown.
///
/// The registration has to allow public client flows. Many tenants forbid this way of signing in by policy, because
/// codes can be phished: the error is then of kind [`Blocked`](crate::ErrorKind::Blocked).
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
/// Sources: RFC 8628; entra-docs, `v2-oauth2-device-code.md`.
#[derive(Clone)]
pub struct DeviceCode {
    flow: UserFlow,
    shared: Arc<Shared>,
}

struct Shared {
    prompt: Box<dyn Fn(&DeviceCodePrompt) + Send + Sync>,
    /// Codes that were shown and may still be entered.
    pending: Mutex<HashMap<Wanted, Pending>>,
}

/// What a code was asked for: address, tenant, scopes, claims.
type Wanted = (Url, Arc<str>, String, Option<String>);

impl DeviceCode {
    /// An application that users sign in to, and what shows them the code. Nothing is sent.
    ///
    /// `tenant_id` is a tenant's GUID or domain, or `organizations` for the user's own. The prompt should return at once.
    ///
    /// # Errors
    /// [`Configuration`](crate::ErrorKind::Configuration) for a tenant or an application that cannot be one.
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

    /// What is told of every refresh token of the session, so that a later run can go on with
    /// [`RefreshToken`](crate::RefreshToken).
    #[must_use]
    pub fn with_rotation(mut self, keep: impl Fn(&SecretString) + Send + Sync + 'static) -> Self {
        self.flow = self.flow.with_rotation(keep);
        self
    }

    /// Where the sign-in is kept beyond this process. What is there is used before the user is asked, and what comes new is
    /// written there.
    #[must_use]
    pub fn with_store(mut self, store: Arc<dyn TokenStore>) -> Self {
        self.flow = self.flow.with_store(store);
        self
    }

    /// Which user is meant, by the home account id, where the store may hold several.
    #[must_use]
    pub fn with_account(mut self, home_account_id: &str) -> Self {
        self.flow = self.flow.with_account(home_account_id);
        self
    }

    /// Signs in where tenants of this cloud do.
    #[must_use]
    pub fn with_cloud(self, cloud: Cloud) -> Self {
        self.with_authority(cloud.authority())
    }

    /// Signs in at another address; `/<tenant>/oauth2/v2.0/…` is put after it. It must be https, or http to this machine:
    /// a request to any other address fails before anything is sent.
    #[must_use]
    pub fn with_authority(mut self, authority: Url) -> Self {
        self.flow = self.flow.with_authority(authority);
        self
    }

    /// HTTP transport for all requests. Default: a [`ReqwestTransport`](http_core::ReqwestTransport) made on first use.
    #[must_use]
    pub fn with_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.flow = self.flow.with_transport(transport);
        self
    }
}

impl Shared {
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

    /// The code of a call that was dropped, while it is good.
    fn resumed(&self, wanted: &Wanted) -> Option<Pending> {
        self.pending(|all| all.get(wanted).filter(|pending| pending.is_good()).cloned())
    }

    fn pending<T>(&self, change: impl FnOnce(&mut HashMap<Wanted, Pending>) -> T) -> T {
        change(&mut self.pending.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[async_trait]
impl TokenCredential for DeviceCode {
    /// A token of the user; it may wait for the user to sign in. The scopes are those of one API.
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
