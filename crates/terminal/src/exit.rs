//! Exit codes: one table, the same for every command.
//!
//! Scripts rely on them, so a code has one meaning, whatever the command.
//!
//! A failed call has the code of its HTTP status. A batch or a fan-out that succeeded in part ends with 3, and each failure is
//! reported. A usage error ends with 2, as `clap` does; `gh` uses that code for a cancelled command.

use std::process::ExitCode;

use auth_core::http_core::{self, ErrorKind};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Success. An empty list is one too.
    Success = 0,
    /// The service, the network or this machine failed, or an action ended as failed.
    Failure = 1,
    /// Invalid command line or setting. Nothing was sent.
    Usage = 2,
    /// Partial success, missing records, or a finding of a check.
    Attention = 3,
    /// No credential, or one that the service rejects (401).
    Authentication = 4,
    /// The credential lacks a permission (403).
    Denied = 5,
    /// The record does not exist (404).
    NotFound = 6,
    /// Throttled or out of quota, after all retries.
    Throttled = 7,
    /// Still open at the deadline of `--wait`.
    Pending = 8,
    /// Not confirmed, or a file would be overwritten. Nothing was sent.
    Refused = 9,
    /// SIGHUP.
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix has the signal"))]
    HungUp = 129,
    /// SIGINT, such as Ctrl-C.
    Interrupted = 130,
    /// SIGTERM.
    Terminated = 143,
}

impl Exit {
    /// The code of a failed call.
    pub fn of(error: &http_core::Error) -> Self {
        match error.kind() {
            ErrorKind::Usage => Self::Usage,
            ErrorKind::Credential => Self::of_credential(error),
            ErrorKind::Unauthenticated => Self::Authentication,
            ErrorKind::Denied => Self::Denied,
            ErrorKind::NotFound => Self::NotFound,
            ErrorKind::Throttled => Self::Throttled,
            ErrorKind::Partial => Self::Attention,
            _ => Self::Failure,
        }
    }

    /// The code for a token error inside a call error. Code 4 only if the credential itself was rejected.
    fn of_credential(error: &http_core::Error) -> Self {
        let source = std::error::Error::source(error);
        let error = source.and_then(|source| source.downcast_ref::<auth_core::Error>());
        error.map_or(Self::Authentication, Self::of_token)
    }

    /// The code of a token error. A network failure and throttling say nothing about the credential.
    pub fn of_token(error: &auth_core::Error) -> Self {
        match error.kind() {
            auth_core::ErrorKind::Transport
            | auth_core::ErrorKind::Service
            | auth_core::ErrorKind::Store => Self::Failure,
            auth_core::ErrorKind::Throttled => Self::Throttled,
            _ => Self::Authentication,
        }
    }
}

impl Exit {
    /// Whether a signal ended the command.
    pub fn is_signal(self) -> bool {
        matches!(self, Self::HungUp | Self::Interrupted | Self::Terminated)
    }
}

/// Why the parts of some work failed, such as its tenants or its lists: for the exit code if none of them succeeded.
///
/// ```
/// use terminal::{Exit, Failures};
///
/// let mut failures = Failures::default();
/// failures.add(Exit::Authentication);
/// failures.add(Exit::Authentication);
/// assert_eq!(failures.exit(2), Exit::Authentication);
/// // A third part failed in a way that was not added.
/// assert_eq!(failures.exit(3), Exit::Failure);
/// failures.add(Exit::Denied);
/// assert_eq!(failures.exit(3), Exit::Failure);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Failures(Vec<Exit>);

impl Failures {
    /// Adds the exit code that a part would have had alone.
    pub fn add(&mut self, exit: Exit) {
        self.0.push(exit);
    }

    /// The exit code if none of `all` parts succeeded: 4 or 5 if each has that one, because trying again does not heal it, and else 1.
    pub fn exit(&self, all: usize) -> Exit {
        let same = |exit: Exit| self.0.len() == all && self.0.iter().all(|other| *other == exit);
        let unhealing = [Exit::Authentication, Exit::Denied];
        unhealing
            .into_iter()
            .find(|exit| all > 0 && same(*exit))
            .unwrap_or(Exit::Failure)
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_code() {
        let table = [
            (ErrorKind::Usage, 2),
            (ErrorKind::Credential, 4),
            (ErrorKind::Unauthenticated, 4),
            (ErrorKind::Denied, 5),
            (ErrorKind::NotFound, 6),
            (ErrorKind::Throttled, 7),
            (ErrorKind::Refused, 1),
            (ErrorKind::Partial, 3),
            (ErrorKind::Service, 1),
            (ErrorKind::Unsent, 1),
            (ErrorKind::Untrusted, 1),
            (ErrorKind::Timeout, 1),
            (ErrorKind::Interrupted, 1),
            (ErrorKind::Truncated, 1),
            (ErrorKind::Decode, 1),
            (ErrorKind::TooLarge, 1),
            (ErrorKind::Paging, 1),
        ];
        for (kind, code) in table {
            let error = http_core::Error::new(kind, "no");
            assert_eq!(Exit::of(&error) as u8, code, "{kind:?}");
        }
    }

    #[test]
    fn a_sign_in_that_was_not_reached_is_no_refused_credential() {
        let table = [
            (auth_core::ErrorKind::Transport, 1),
            (auth_core::ErrorKind::Throttled, 7),
            (auth_core::ErrorKind::InvalidClient, 4),
            (auth_core::ErrorKind::Configuration, 4),
        ];
        for (kind, code) in table {
            let error = http_core::Error::from(auth_core::Error::new(kind, "no"));
            assert_eq!(Exit::of(&error) as u8, code, "{kind:?}");
        }
    }
}
