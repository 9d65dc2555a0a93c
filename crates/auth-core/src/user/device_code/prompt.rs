//! The prompt for the user.

use std::fmt;
use std::time::Duration;

/// The code and the address to show to the user. Its lifetime counts from now.
///
/// ```
/// use auth_core::DeviceCodePrompt;
///
/// fn show(prompt: &DeviceCodePrompt) {
///     let minutes = prompt.expires_in().as_secs() / 60;
///     eprintln!("{} (valid for {minutes} minutes)", prompt.message());
/// }
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct DeviceCodePrompt {
    /// For the user only, so not printed by `Debug`.
    pub(super) user_code: String,
    /// The page where the code is entered.
    pub(super) verification_uri: String,
    /// The service's own sentence, in English.
    pub(super) message: String,
    /// From when the code was issued.
    pub(super) expires_in: Duration,
}

impl DeviceCodePrompt {
    /// The code to enter. Show it to the user only: whoever enters it signs this program in.
    pub fn user_code(&self) -> &str {
        &self.user_code
    }

    /// The address of the page where the code is entered.
    pub fn verification_uri(&self) -> &str {
        &self.verification_uri
    }

    /// Code and address in one sentence, as the identity service words it.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// How long the code is valid.
    pub fn expires_in(&self) -> Duration {
        self.expires_in
    }
}

impl fmt::Debug for DeviceCodePrompt {
    /// Prints everything but the code.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeviceCodePrompt")
            .field("verification_uri", &self.verification_uri)
            .field("expires_in", &self.expires_in)
            .finish_non_exhaustive()
    }
}
