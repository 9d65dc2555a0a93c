//! Signs a user in with name and password.

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use http_core::Transport;
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::app::proof::ClientProof;
use crate::cloud::Cloud;
use crate::error::{Error, ErrorKind, Result};
use crate::token::access_token::AccessToken;
use crate::token::body::{object, text};
use crate::token::credential::{Caller, TokenCredential, TokenRequestOptions};
use crate::token::endpoint::{Grant, Issued};
use crate::user::flow::UserFlow;
use crate::user::session::{UserRequest, UserSession};

/// Signs a user in with name and password (OAuth resource owner password credentials).
///
/// **Discouraged.** Use [`AuthorizationCode`](crate::AuthorizationCode) or
/// [`DeviceCode`](crate::DeviceCode) for people, and an application's own credential for programs.
/// This flow cannot satisfy a second factor, which most tenants demand, and cannot sign in personal
/// accounts, guests, or users of a federated domain. It exists because the vendor's page for native
/// applications documents it.
///
/// Before the password is sent, the identity service is asked whether the domain of the user is
/// federated; if so, it is not sent. It is sent once, in `grant_type=password`: later tokens use
/// the refresh token, and a refused password is not sent again, so that no account is locked.
/// Create another credential to try another password.
///
/// ```text
/// GET  <authority>/common/UserRealm/<user>?api-version=1.0     gives account_type: Managed or Federated
/// POST <authority>/<tenant>/oauth2/v2.0/token
///          grant_type=password, client_id, username, password, scope
///          gives access_token, expires_in, refresh_token, id_token
/// ```
///
/// ```
/// use auth_core::{SecretString, UsernamePassword};
/// # fn main() -> auth_core::Result<()> {
/// let credential = UsernamePassword::new(
///     "contoso.onmicrosoft.com",
///     "11111111-2222-3333-4444-555555555555",
///     "automation@contoso.com",
///     SecretString::from("the-password"),
/// )?;
/// # let _ = credential;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// `get_token` returns
///
/// - `InteractionRequired` if name or password is wrong, a second factor is required, or the session has
///   ended (the password is not kept);
/// - `Blocked` for a federated domain, and if the identity service does not say which it is; the
///   password was not sent;
/// - the general errors of [`TokenCredential`].
///
/// Sources: entra-docs, `v2-oauth-ropc.md`; defender-docs, `exposed-apis-create-app-nativeapp.md`.
#[derive(Clone)]
pub struct UsernamePassword {
    flow: UserFlow,
    login: Arc<Login>,
}

/// The name and its password, shared by clones so that the password is sent once.
struct Login {
    username: String,
    password: Mutex<Password>,
}

/// The password, valid for one attempt.
enum Password {
    Unsent(SecretString),
    Accepted,
    Refused(Error),
}

/// Refusals of name or password: another attempt would be refused too, and lock the account.
const WRONG: [u32; 7] = [50_034, 50_053, 50_055, 50_056, 50_057, 50_126, 9_001_023];

impl UsernamePassword {
    /// Creates a credential from an application, a user principal name and its password. Nothing is
    /// sent yet.
    ///
    /// `tenant_id` is the user's tenant by GUID or domain, or `organizations`.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for an invalid tenant or client id, a name that is not a user
    /// principal name, and a password that is empty or has blanks around it.
    pub fn new(
        tenant_id: &str,
        client_id: &str,
        username: impl Into<String>,
        password: SecretString,
    ) -> Result<Self> {
        let username = username.into();
        let wrong = |message: &str| Err(Error::new(ErrorKind::Configuration, message));
        if ["common", "consumers"].contains(&tenant_id.to_ascii_lowercase().as_str()) {
            return wrong("name and password need a single tenant or `organizations`");
        }
        if !is_principal_name(&username) {
            return wrong(
                "invalid user name: it must be a user principal name such as name@contoso.com",
            );
        }
        let text = password.expose_secret();
        if text.is_empty() || text.trim() != text {
            return wrong("the password is empty, or begins or ends with a blank");
        }
        Ok(Self {
            flow: UserFlow::new(tenant_id, client_id, UserSession::default())?,
            login: Arc::new(Login {
                username,
                password: Mutex::new(Password::Unsent(password)),
            }),
        })
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

/// Whether a name has the form `name@domain`.
fn is_principal_name(name: &str) -> bool {
    let is_plain = |text: &str| {
        let is_odd = |c: char| c.is_whitespace() || c.is_control() || c == '/';
        !text.is_empty() && !text.contains(is_odd)
    };
    name.split_once('@')
        .is_some_and(|(user, domain)| is_plain(user) && is_plain(domain) && !domain.contains('@'))
}

impl Login {
    /// Sends the password, if it was not sent before and the identity service verifies it.
    async fn sign_in(
        &self,
        flow: &UserFlow,
        request: &UserRequest,
        refused: Option<Error>,
    ) -> Result<Issued> {
        let password = match &*self.lock() {
            Password::Unsent(password) => password.clone(),
            Password::Accepted => return Err(refused.unwrap_or_else(forgotten)),
            Password::Refused(error) => return Err(error.clone()),
        };
        let fields = vec![
            ("username", self.username.as_str().into()),
            ("password", password),
        ];
        let grant = request.grant("password", fields);
        self.check_realm(flow, &grant).await?;
        let outcome = flow.proof.ask(&flow.endpoint, &grant).await;
        match &outcome {
            Ok(issued) if issued.refresh_token.is_some() => *self.lock() = Password::Accepted,
            Err(error) if error.codes().iter().any(|code| WRONG.contains(code)) => {
                *self.lock() = Password::Refused(error.clone());
            }
            _ => {}
        }
        outcome
    }

    /// Checks that the identity service itself verifies the password of this user.
    async fn check_realm(&self, flow: &UserFlow, grant: &Grant) -> Result<()> {
        let asked = flow.endpoint.user_realm(grant, &self.username).await;
        let body = asked.map_err(|error| match error.kind() {
            // AD FS answers like this, and so do proxies.
            ErrorKind::UnexpectedAnswer | ErrorKind::Refused => unknown_realm(&error),
            _ => error,
        })?;
        let Some(realm) = object(&body) else {
            let message = "the response is not the identity service's";
            return Err(unknown_realm(&Error::new(
                ErrorKind::UnexpectedAnswer,
                message,
            )));
        };
        let kind = text(&realm, "account_type");
        if !kind.is_some_and(|kind| kind.eq_ignore_ascii_case("federated")) {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::Blocked,
            "the user's domain is federated: its users sign in at a service of their own, which accepts no password from here",
        )
        .with_tenant(&*grant.application.tenant_id)
        .with_hint("sign the user in with a browser or a device code"))
    }

    fn lock(&self) -> MutexGuard<'_, Password> {
        self.password.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The error if the identity service does not say who verifies the password.
fn unknown_realm(error: &Error) -> Error {
    let message = format!(
        "the sign-in service of this domain is unknown, so the password was not sent: {}",
        error.message()
    );
    Error::new(ErrorKind::Blocked, message)
        .with_hint("sign in with a browser or a device code, as users of AD FS have to")
        .with_source(error.clone())
}

/// The error after the session has ended: the password was dropped after its only use.
fn forgotten() -> Error {
    let message = "the session has ended, and the password was not kept";
    Error::new(ErrorKind::InteractionRequired, message).with_hint("sign in again")
}

#[async_trait]
impl TokenCredential for UsernamePassword {
    /// Returns a token of the user. All scopes must belong to one API.
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        let login = Arc::clone(&self.login);
        let sign_in = |flow: UserFlow, request, refused| async move {
            login.sign_in(&flow, &request, refused).await
        };
        self.flow.get(scopes, options, sign_in).await
    }

    fn caller(&self) -> Option<Caller> {
        self.flow.application.caller()
    }
}

impl fmt::Debug for UsernamePassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.flow.describe("UsernamePassword", f)
    }
}
