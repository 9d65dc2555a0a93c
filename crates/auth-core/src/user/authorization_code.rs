//! Signs a user in with a browser on this machine.

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

/// Signs a user in with a browser on this machine (OAuth authorization code flow with PKCE).
///
/// Step by step: a listener is opened on the loopback address, `open` is called with the address of
/// the sign-in page, the user signs in, the browser brings the code back to the listener, and the
/// code is exchanged for tokens. Code and tokens are bound to this sign-in by `state`, `nonce` and
/// the PKCE verifier, 256 random bits each; anything else that reaches the listener is answered
/// with an error page and ignored.
///
/// ```text
/// GET  <authority>/<tenant>/oauth2/v2.0/authorize
///          ?client_id=…&response_type=code&response_mode=form_post&redirect_uri=http://localhost:<port>
///          &scope=<scopes> openid profile offline_access&state=…&nonce=…
///          &code_challenge=<SHA-256 of the verifier>&code_challenge_method=S256
/// POST http://localhost:<port>            from the browser: code, state
/// POST <authority>/<tenant>/oauth2/v2.0/token
///          grant_type=authorization_code, code, redirect_uri, code_verifier
/// ```
///
/// The first `get_token` waits for the user, five minutes by default. Later ones use the refresh
/// token, for other APIs too, as long as the session lasts (90 days without use, unless a policy
/// ends it). Concurrent calls share one sign-in. Dropping the call ends its sign-in and closes the
/// listener.
///
/// The app registration needs the redirect URI `http://localhost` of the platform "Mobile and
/// desktop applications". Conditional access works, including second factors and device compliance.
///
/// ```
/// use auth_core::AuthorizationCode;
/// # fn main() -> auth_core::Result<()> {
/// let credential = AuthorizationCode::new(
///     "organizations",
///     "11111111-2222-3333-4444-555555555555",
///     |address: &url::Url| {
///         // Or pass it to whatever opens a browser on this system.
///         eprintln!("To sign in, open {address}");
///     },
/// )?;
/// # let _ = credential;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// `get_token` returns
///
/// - `Unavailable` if no port can be opened on the loopback address;
/// - `InteractionRequired` if the user declined or did not finish in time;
/// - `ConsentRequired` if the page asked for an administrator's consent;
/// - `UnexpectedAnswer` if the tokens are of another sign-in, user or application; they are not used;
/// - the general errors of [`TokenCredential`].
///
/// Sources: RFC 6749, RFC 7636, RFC 8252; entra-docs, `v2-oauth2-auth-code-flow.md`,
/// `reply-url.md`.
#[derive(Clone)]
pub struct AuthorizationCode {
    flow: UserFlow,
    browser: Arc<BrowserOptions>,
}

impl AuthorizationCode {
    /// Creates a credential from an application and a function that opens a browser. Nothing is
    /// sent yet.
    ///
    /// `tenant_id` is a tenant's GUID or domain, or `organizations` for the tenant of the user who
    /// signs in. `open` must return at once: the listener is served only afterwards. Do not log the
    /// address; it contains the `state` of the sign-in.
    ///
    /// # Errors
    /// [`Configuration`](crate::ErrorKind::Configuration) for an invalid tenant or client id.
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

    /// Sets the registered redirect URI, if it is not `http://localhost`: with another path or
    /// port, or with `127.0.0.1`. Without a port a free one is chosen for each sign-in, which the
    /// identity service allows for loopback addresses.
    ///
    /// ```
    /// use auth_core::AuthorizationCode;
    /// # fn main() -> auth_core::Result<()> {
    /// let client_id = "11111111-2222-3333-4444-555555555555";
    /// let credential = AuthorizationCode::new("organizations", client_id, |_: &url::Url| {})?
    ///     .with_redirect_uri("http://localhost/signed-in")?
    ///     .with_prompt("select_account")
    ///     .with_deadline(std::time::Duration::from_secs(120));
    /// # let _ = credential;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Configuration`](crate::ErrorKind::Configuration) if the URI is not `http` to `localhost`
    /// or `127.0.0.1`, or has a query, a fragment or a user name.
    pub fn with_redirect_uri(self, redirect_uri: &str) -> Result<Self> {
        let redirect_uri = RedirectUri::parse(redirect_uri)?;
        Ok(self.asking(|browser| browser.redirect_uri = redirect_uri))
    }

    /// How the browser returns the code. Default: [`ResponseMode::FormPost`].
    #[must_use]
    pub fn with_response_mode(self, response_mode: ResponseMode) -> Self {
        self.asking(|browser| browser.response_mode = response_mode)
    }

    /// The user principal name that the sign-in page fills in. The user may choose another account.
    #[must_use]
    pub fn with_login_hint(self, login_hint: impl Into<String>) -> Self {
        self.asking(|browser| browser.login_hint = Some(login_hint.into()))
    }

    /// Forces a step of the sign-in page: `select_account`, `login` or `consent`. Default: only
    /// what is needed.
    #[must_use]
    pub fn with_prompt(self, prompt: impl Into<String>) -> Self {
        self.asking(|browser| browser.prompt = Some(prompt.into()))
    }

    /// How long to wait for the user. Default: 5 minutes.
    #[must_use]
    pub fn with_deadline(self, deadline: Duration) -> Self {
        self.asking(|browser| browser.deadline = deadline)
    }

    /// Adds the proof of the application, if it is a confidential client. Default: a public client.
    #[must_use]
    pub fn with_client_proof(mut self, proof: impl Into<ClientProof>) -> Self {
        self.flow = self.flow.with_client_proof(proof.into());
        self
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

    /// Changes the options of the sign-in page. Clones that exist keep theirs.
    fn asking(mut self, change: impl FnOnce(&mut BrowserOptions)) -> Self {
        change(Arc::make_mut(&mut self.browser));
        self
    }
}

#[async_trait]
impl TokenCredential for AuthorizationCode {
    /// Returns a token of the user; may wait for the user to sign in. All scopes must belong to one
    /// API.
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
