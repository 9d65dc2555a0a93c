//! Checks of everything that a sign-in depends on: settings, certificate, clock, proxy, identity service, audiences.
//!
//! Each check is data: a name, a [`Status`], a sentence, a hint and values for programs. No check shows a secret or a
//! token. [`Doctor::settings`] and [`Doctor::expiry`] read settings and files; [`identity_service`] and [`audiences`] send
//! requests.

mod audiences;
mod expiry;
mod identity_service;
mod sources;
mod status;

use serde::Serialize;
use serde_json::Value;

use super::profiles::Sources;
use super::values::Settings;

pub use audiences::{Audience, audiences};
pub use identity_service::{identity_service, proxy};
pub use sources::chain;
pub use status::ServiceStatus;

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Status {
    /// Nothing to do.
    Ok,
    /// It works, and something should be done.
    Attention,
    /// It does not work.
    Failed,
    /// It was not checked, or is not used.
    Skipped,
}

/// The result of one check.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Check {
    /// What was checked, such as `clock` or `credential secret`.
    pub check: String,
    /// How it ended.
    pub status: Status,
    /// The result in a sentence.
    pub detail: String,
    /// What to do, as an instruction.
    pub hint: Option<String>,
    /// The result for programs.
    pub data: Value,
}

impl Check {
    /// A check without a hint and without data.
    pub fn new(check: impl Into<String>, status: Status, detail: impl Into<String>) -> Self {
        Self {
            check: check.into(),
            status,
            detail: detail.into(),
            hint: None,
            data: Value::Null,
        }
    }

    /// A check that failed with this message and hint.
    pub fn failed(check: impl Into<String>, message: &str, hint: Option<&str>) -> Self {
        Self::new(check, Status::Failed, message).with_hint(hint)
    }

    /// Sets what to do.
    #[must_use]
    pub fn with_hint(mut self, hint: Option<impl Into<String>>) -> Self {
        self.hint = hint.map(Into::into);
        self
    }

    /// Sets the result for programs.
    #[must_use]
    pub fn with_data(mut self, data: Value) -> Self {
        self.data = data;
        self
    }
}

/// The settings that are checked.
#[derive(Debug)]
pub struct Doctor<'a> {
    sources: &'a Sources,
    settings: Settings,
    sign_in: &'a str,
}

impl<'a> Doctor<'a> {
    /// `settings` are [`Sources::settings`], completed by the caller. `sign_in` is the hint for a user who has to sign in,
    /// such as the command that does it.
    pub fn new(sources: &'a Sources, settings: Settings, sign_in: &'a str) -> Self {
        Self {
            sources,
            settings,
            sign_in,
        }
    }
}
