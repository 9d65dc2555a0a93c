//! Errors of profiles and their files.

use std::fmt;
use std::io;

/// Why a profile or its sign-ins cannot be used.
///
/// The message names the file, the profile and the setting, never the value of a secret.
///
/// ```
/// use auth_core::settings::profiles::{ProfileError, ProfileErrorKind};
///
/// let error = ProfileError::invalid("invalid profile name `a b`").with_hint("use letters and digits");
/// assert_eq!(error.kind(), ProfileErrorKind::Invalid);
/// assert_eq!(error.hint(), Some("use letters and digits"));
/// ```
#[derive(Clone, Debug)]
pub struct ProfileError {
    kind: ProfileErrorKind,
    message: String,
    hint: Option<String>,
}

/// Why a profile cannot be used, grouped by what the caller can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProfileErrorKind {
    /// A name, a setting or a value is invalid, or other users can change the file.
    Invalid,
    /// A secret was found in the settings file, or was about to be written into it.
    Secret,
    /// A file cannot be read, locked or written.
    Io,
}

impl ProfileError {
    /// An invalid name, setting or value.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self {
            kind: ProfileErrorKind::Invalid,
            message: message.into(),
            hint: None,
        }
    }

    pub(super) fn secret(message: String) -> Self {
        Self {
            kind: ProfileErrorKind::Secret,
            ..Self::invalid(message)
        }
    }

    pub(super) fn io(what: &str, error: &io::Error) -> Self {
        Self {
            kind: ProfileErrorKind::Io,
            ..Self::invalid(format!("{what}: {error}"))
        }
    }

    /// Sets the hint: what to do, as an instruction.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Puts the place of a setting before the message.
    pub(super) fn at(mut self, place: &str) -> Self {
        self.message = format!("{place}: {}", self.message);
        self
    }

    /// The kind of the failure.
    pub fn kind(&self) -> ProfileErrorKind {
        self.kind
    }

    /// What is wrong, without the hint. `Display` prints the same.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to do about it, as an instruction.
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }
}

impl fmt::Display for ProfileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ProfileError {}
