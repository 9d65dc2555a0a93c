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
    /// The application and the tenant that the request is sent to.
    pub(crate) application: Application,
    /// `grant_type`.
    pub(crate) grant_type: &'static str,
    /// `scope`: one API's, plus those of OpenID Connect for users.
    pub(crate) scope: String,
    /// `claims`: capability and challenge.
    pub(crate) claims: Option<String>,
    /// Sends the request once, without a retry.
    pub(crate) once: bool,
    /// Secret fields: the application's proof, and code, password or token of the grant.
    pub(crate) proofs: Proofs,
}

/// An issued token. Times count from before the request was sent, so that a slow response does not
/// make the token look younger than it is.
pub(crate) struct Issued {
    /// The access token with its expiry.
    pub(crate) token: AccessToken,
    /// `expires_in`.
    pub(crate) life: Duration,
    /// `refresh_in`, if the issuer wants the token to be renewed early.
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
    /// The user principal name; empty if the response does not have it.
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
