//! What the user is shown.

use std::fmt;
use std::time::Duration;

/// What the user has to be told.
#[derive(Clone)]
#[non_exhaustive]
pub struct DeviceCodePrompt {
    pub(super) user_code: String,
    pub(super) verification_uri: String,
    pub(super) message: String,
    pub(super) expires_in: Duration,
}

impl DeviceCodePrompt {
    /// The code to enter. It is for the user's eyes only.
    pub fn user_code(&self) -> &str {
        &self.user_code
    }

    /// The address where it is entered.
    pub fn verification_uri(&self) -> &str {
        &self.verification_uri
    }

    /// Both in one sentence, as the identity service words it.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// How long the code is good for.
    pub fn expires_in(&self) -> Duration {
        self.expires_in
    }
}

impl fmt::Debug for DeviceCodePrompt {
    /// Everything but the code.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeviceCodePrompt")
            .field("verification_uri", &self.verification_uri)
            .field("expires_in", &self.expires_in)
            .finish_non_exhaustive()
    }
}
