//! Checks of everything that a sign-in depends on: settings, certificate, clock, proxy, identity service, audiences.
//!
//! A sign-in fails for many reasons, and the message of the identity service names few of them. These functions check
//! each precondition by itself, so that a person sees the first one that does not hold. Each check is data: a name, a
//! [`Status`], a sentence, a hint and values for programs. No check shows a secret or a token.
//!
//! | check | function | sends requests |
//! | --- | --- | --- |
//! | profile, settings, credential, store | [`Doctor::settings`] | no |
//! | expiry of the certificate | [`Doctor::expiry`] | no |
//! | proxy | [`proxy`] | no |
//! | identity service, clock | [`identity_service`] | yes |
//! | audiences of an API | [`audiences`] | yes |
//! | credentials of a chain | [`chain`] | no; reports the last search |
//! | one call to a service | [`ServiceStatus`] | the caller does |

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

/// The result of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Status {
    /// The precondition holds.
    Ok,
    /// It works now, but something should be done.
    Attention,
    /// It does not work.
    Failed,
    /// It was not checked, or the sign-in does not use it.
    Skipped,
}

/// The result of one check. Serializes to one object.
///
/// ```
/// use auth_core::settings::doctor::{Check, Status};
///
/// let check = Check::new("clock", Status::Attention, "200 s behind").with_hint(Some("set the clock"));
/// let object = serde_json::to_value(&check)?;
/// assert_eq!(object["status"], "attention");
/// assert_eq!(object["hint"], "set the clock");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Check {
    /// The name of the check, such as `clock` or `credential secret`.
    pub check: String,
    /// The result.
    pub status: Status,
    /// The result in a sentence, without a secret.
    pub detail: String,
    /// What to do, as an instruction. `None` if there is nothing to do.
    pub hint: Option<String>,
    /// The result for programs; its members depend on the check. `null` if there are none.
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

    /// A check that failed with this message and hint, such as those of an error.
    ///
    /// ```
    /// use auth_core::settings::doctor::{Check, Status};
    ///
    /// let check = Check::failed("store", "the key is missing", Some("sign in again"));
    /// assert_eq!(check.status, Status::Failed);
    /// assert!(check.data.is_null());
    /// ```
    pub fn failed(check: impl Into<String>, message: &str, hint: Option<&str>) -> Self {
        Self::new(check, Status::Failed, message).with_hint(hint)
    }

    /// Sets the hint. `None` removes it.
    #[must_use]
    pub fn with_hint(mut self, hint: Option<impl Into<String>>) -> Self {
        self.hint = hint.map(Into::into);
        self
    }

    /// Sets the result for programs. It must not contain a secret.
    #[must_use]
    pub fn with_data(mut self, data: Value) -> Self {
        self.data = data;
        self
    }
}

/// Checks of settings and files. No method sends a request.
///
/// ```
/// use std::collections::HashMap;
///
/// use auth_core::settings::doctor::{Doctor, Status};
/// use auth_core::settings::profiles::{Key, Sources};
///
/// static KEYS: &[Key] = &[Key::text("tenant", "AZURE_TENANT_ID"), Key::METHOD];
///
/// let variables = HashMap::from([("DEFENDER_METHOD", "secret".to_owned())]);
/// let sources = Sources::of(KEYS, variables);
/// let doctor = Doctor::new(&sources, sources.settings(), "run `x sign-in`");
/// let checks = doctor.settings(|| unreachable!("there is no profile, so no store is opened"));
/// let credential = checks.iter().find(|check| check.check == "credential secret");
/// assert_eq!(credential.map(|check| check.status), Some(Status::Failed));
/// ```
#[derive(Debug)]
pub struct Doctor<'a> {
    sources: &'a Sources,
    settings: Settings,
    sign_in: &'a str,
}

impl<'a> Doctor<'a> {
    /// `settings` are [`Sources::settings`], completed by the caller. `sign_in` is the hint for a user who has to sign
    /// in, such as the command for it.
    pub fn new(sources: &'a Sources, settings: Settings, sign_in: &'a str) -> Self {
        Self {
            sources,
            settings,
            sign_in,
        }
    }
}
