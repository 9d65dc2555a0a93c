//! What the token endpoint is asked for, and what it issues.

use std::fmt;
use std::time::Duration;

use secrecy::SecretString;

use crate::token::access_token::AccessToken;
use crate::token::application::Application;
use crate::token::scope::resource;

/// The fields that prove something, by name. They appear in no message, whatever the answer repeats.
pub(crate) type Proofs = Vec<(&'static str, SecretString)>;

/// A signed assertion as the proof.
pub(crate) fn assertion_proofs(assertion: SecretString) -> Proofs {
    let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    vec![
        ("client_assertion_type", kind.into()),
        ("client_assertion", assertion),
    ]
}

/// What a flow asks the token endpoint for.
#[derive(Clone)]
pub(crate) struct Grant {
    pub(crate) application: Application,
    pub(crate) grant_type: &'static str,
    pub(crate) scope: String,
    pub(crate) claims: Option<String>,
    /// Whether a failure is not repeated.
    pub(crate) once: bool,
    pub(crate) proofs: Proofs,
}

/// A token as it was issued. Times count from before the request was sent, so that a slow answer cannot make a token
/// look younger than it is.
pub(crate) struct Issued {
    pub(crate) token: AccessToken,
    pub(crate) life: Duration,
    pub(crate) refresh_in: Option<Duration>,
    /// For users only.
    pub(crate) refresh_token: Option<SecretString>,
    /// Who signed in, where that was asked for.
    pub(crate) id_token: Option<SecretString>,
    /// For users only.
    pub(crate) account: Option<Account>,
}

impl Issued {
    /// Whether the issuer wants it renewed by now.
    pub(crate) fn is_due(&self) -> bool {
        self.refresh_in.is_some_and(|delay| delay.is_zero())
    }
}

/// A user, as the answer to a sign-in tells.
#[derive(Clone)]
pub(crate) struct Account {
    /// The same in every tenant and for every application, `<object>.<tenant>`.
    pub(crate) home_account_id: String,
    /// The object id in the tenant that was signed in to.
    pub(crate) local_account_id: String,
    pub(crate) username: String,
    /// The tenant that was signed in to.
    pub(crate) realm: Option<String>,
}

impl Grant {
    /// The API that the token is for: for users there are scopes beside that which names it.
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
