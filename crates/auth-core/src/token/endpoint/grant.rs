//! A token request, and the token that it yields.

use std::fmt;
use std::time::Duration;

use secrecy::SecretString;

use crate::token::access_token::AccessToken;
use crate::token::application::Application;
use crate::token::scope::resource;

/// The secret form fields, by name. They are masked in every message.
pub(crate) type Proofs = Vec<(&'static str, SecretString)>;

/// The fields of a signed assertion.
pub(crate) fn assertion_proofs(assertion: SecretString) -> Proofs {
    let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    vec![
        ("client_assertion_type", kind.into()),
        ("client_assertion", assertion),
    ]
}

/// A token request of a flow.
#[derive(Clone)]
pub(crate) struct Grant {
    pub(crate) application: Application,
    pub(crate) grant_type: &'static str,
    pub(crate) scope: String,
    pub(crate) claims: Option<String>,
    /// Sends the request once, without a retry.
    pub(crate) once: bool,
    pub(crate) proofs: Proofs,
}

/// An issued token. Times count from before the request was sent, so that a slow response does not
/// make the token look younger than it is.
pub(crate) struct Issued {
    pub(crate) token: AccessToken,
    pub(crate) life: Duration,
    pub(crate) refresh_in: Option<Duration>,
    /// For users only.
    pub(crate) refresh_token: Option<SecretString>,
    /// The ID token, if the scope `openid` was requested.
    pub(crate) id_token: Option<SecretString>,
    /// For users only.
    pub(crate) account: Option<Account>,
}

impl Issued {
    /// Whether `refresh_in` has passed.
    pub(crate) fn is_due(&self) -> bool {
        self.refresh_in.is_some_and(|delay| delay.is_zero())
    }
}

/// The user that a response names.
#[derive(Clone)]
pub(crate) struct Account {
    /// `<object id>.<home tenant>`: the same in every tenant and for every application.
    pub(crate) home_account_id: String,
    /// The object id in the tenant of the sign-in.
    pub(crate) local_account_id: String,
    pub(crate) username: String,
    /// The tenant of the sign-in.
    pub(crate) realm: Option<String>,
}

impl Grant {
    /// The API that the token is for; the scopes of a user's request also include OpenID Connect's.
    pub(crate) fn resource(&self) -> &str {
        let mut scopes = self.scope.split(' ');
        scopes.find_map(resource).unwrap_or(&self.scope)
    }
}

impl fmt::Debug for Grant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Grant({} for {})", self.grant_type, self.scope)
    }
}
