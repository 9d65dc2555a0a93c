//! A user who signs in with a browser on this machine.

mod browser;
mod connection;
mod listener;
mod redirect_uri;
mod sign_in;

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use http_core::Transport;
use secrecy::SecretString;
use url::Url;

use self::browser::BrowserOptions;
pub use self::browser::ResponseMode;
use self::redirect_uri::RedirectUri;
use crate::app::proof::ClientProof;
use crate::cloud::Cloud;
use crate::error::Result;
use crate::store::TokenStore;
use crate::token::access_token::AccessToken;
use crate::token::credential::{Caller, TokenCredential, TokenRequestOptions};
use crate::user::flow::UserFlow;
use crate::user::session::UserSession;

/// Signs a user in with a browser on this machine (OAuth authorization code with PKCE).
///
/// The first token waits until the user has signed in. The next ones, for other APIs too, come without the user as long
/// as the session lasts. Where several are wanted at once, the user is asked once.
///
/// The browser's answer is received by a listener on the loopback address, at a port that is free, for as long as the
/// sign-in takes; it is taken only with the `state` that belongs to it. A call that is dropped ends its sign-in.
///
/// The registration needs the redirect address `http://localhost`, of the platform "Mobile and desktop applications".
///
/// ```
/// use auth_core::AuthorizationCode;
/// # fn main() -> auth_core::Result<()> {
/// let credential = AuthorizationCode::new(
///     "organizations",
///     "11111111-2222-3333-4444-555555555555",
///     |address: &url::Url| {
///         // Or hand it to whatever opens a browser on this system.
///         eprintln!("To sign in, open {address}");
///     },
/// )?;
/// # let _ = credential;
/// # Ok(())
/// # }
/// ```
///
/// Sources: RFC 6749, RFC 7636, RFC 8252; entra-docs, `v2-oauth2-auth-code-flow.md`, `reply-url.md`.
#[derive(Clone)]
pub struct AuthorizationCode {
    flow: UserFlow,
    browser: Arc<BrowserOptions>,
}

impl AuthorizationCode {
    /// An application that users sign in to, and what opens a browser at an address. Nothing is sent.
    ///
    /// `tenant_id` is a tenant's GUID or domain, or `organizations` for the user's own. `open` should return at once. The
    /// address is for the user alone: it holds what ties the answer to this sign-in.
    ///
    /// # Errors
    /// [`Configuration`](crate::ErrorKind::Configuration) for a tenant or an application that cannot be one.
    pub fn new(
        tenant_id: &str,
        client_id: &str,
        open: impl Fn(&Url) + Send + Sync + 'static,
    ) -> Result<Self> {
        Ok(Self {
            flow: UserFlow::new(tenant_id, client_id, UserSession::default())?,
            browser: Arc::new(BrowserOptions {
                open: Arc::new(open),
                redirect_uri: RedirectUri::default(),
                response_mode: ResponseMode::default(),
                login_hint: None,
                prompt: None,
                deadline: BrowserOptions::DEADLINE,
            }),
        })
    }

    /// The redirect address of the registration, where it is not `http://localhost`: another path or port, or
    /// `127.0.0.1`. Without a port, one that is free is taken.
    ///
    /// # Errors
    /// [`Configuration`](crate::ErrorKind::Configuration) for an address that is not `http` to `localhost` or `127.0.0.1`,
    /// or has more than a path.
    pub fn with_redirect_uri(self, redirect_uri: &str) -> Result<Self> {
        let redirect_uri = RedirectUri::parse(redirect_uri)?;
        Ok(self.asking(|browser| browser.redirect_uri = redirect_uri))
    }

    /// How the browser hands the answer on; by a form unless told.
    #[must_use]
    pub fn with_response_mode(self, response_mode: ResponseMode) -> Self {
        self.asking(|browser| browser.response_mode = response_mode)
    }

    /// Whom the sign-in page suggests, by user principal name.
    #[must_use]
    pub fn with_login_hint(self, login_hint: impl Into<String>) -> Self {
        self.asking(|browser| browser.login_hint = Some(login_hint.into()))
    }

    /// What the sign-in page asks even where it need not: `select_account`, `login` or `consent`.
    #[must_use]
    pub fn with_prompt(self, prompt: impl Into<String>) -> Self {
        self.asking(|browser| browser.prompt = Some(prompt.into()))
    }

    /// How long the user has; five minutes unless told.
    #[must_use]
    pub fn with_deadline(self, deadline: Duration) -> Self {
        self.asking(|browser| browser.deadline = deadline)
    }

    /// The proof of the application, where it is a confidential one.
    #[must_use]
    pub fn with_client_proof(mut self, proof: impl Into<ClientProof>) -> Self {
        self.flow = self.flow.with_client_proof(proof.into());
        self
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
    /// with any other the sign-in fails before a browser is opened.
    #[must_use]
    pub fn with_authority(mut self, authority: Url) -> Self {
        self.flow = self.flow.with_authority(authority);
        self
    }

    /// HTTP transport for token requests. Default: a [`ReqwestTransport`](http_core::ReqwestTransport) made on first use.
    #[must_use]
    pub fn with_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.flow = self.flow.with_transport(transport);
        self
    }

    fn asking(mut self, change: impl FnOnce(&mut BrowserOptions)) -> Self {
        change(Arc::make_mut(&mut self.browser));
        self
    }
}

#[async_trait]
impl TokenCredential for AuthorizationCode {
    /// A token of the user; it may wait for the user to sign in. The scopes are those of one API.
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        let browser = Arc::clone(&self.browser);
        let sign_in = |flow: UserFlow, request, _| async move {
            sign_in::sign_in(&browser, &flow, request).await
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

impl fmt::Debug for AuthorizationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.flow.describe("AuthorizationCode", f)
    }
}
