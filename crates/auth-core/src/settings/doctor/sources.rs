//! Checks of the settings, their origins, and the credential that they choose.

use serde_json::{Value, json};

use super::{Check, Doctor, Status};
use crate::settings::chain::{Chain, Tried};
use crate::settings::choice::Choice;
use crate::settings::method::Method;
use crate::settings::profiles::{ChosenBy, KeyPlace, Origin, ProfileError, Sessions};

impl Doctor<'_> {
    /// The profile, the settings with their origins, the credential in use and why others are not used, and the sign-in
    /// that is kept for the profile. `sessions` opens the stores; it is called only if the method uses them.
    ///
    /// The checks come in the order in which a sign-in uses them, so the first failed one is usually the cause.
    pub fn settings(
        &self,
        sessions: impl FnOnce() -> Result<Sessions, ProfileError>,
    ) -> Vec<Check> {
        let mut checks = vec![self.profile(), self.values()];
        checks.extend(self.credential());
        checks.extend(self.kept(sessions));
        checks
    }

    /// The profile and how it was chosen.
    fn profile(&self) -> Check {
        let Some(selected) = self.sources.selected() else {
            let detail = "none; the settings are variables";
            return Check::new("profile", Status::Skipped, detail);
        };
        let name = &selected.profile.name;
        let by = match selected.by {
            ChosenBy::Option => "named by -p, so it ranks above variables",
            ChosenBy::Variable => "named by DEFENDER_PROFILE; variables rank above it",
            ChosenBy::Default => "the default of config.toml; variables rank above it",
            ChosenBy::Sole => "the only profile; variables rank above it",
        };
        Check::new("profile", Status::Ok, format!("{name}, {by}")).with_data(json!({"name": name}))
    }

    /// The settings that are set, each with its origin. Secrets are not among the keys.
    fn values(&self) -> Check {
        let mut data = Vec::new();
        let mut details = Vec::new();
        for key in self.sources.keys() {
            let Some((value, origin)) = self.sources.find(key.variable) else {
                continue;
            };
            let from = match origin {
                Origin::Option => "option".to_owned(),
                Origin::Variable => key.variable.to_owned(),
                Origin::Profile(name) => format!("profile {name}"),
            };
            details.push(format!("{} ({from})", key.name));
            data.push(json!({"name": key.name, "value": value, "from": from}));
        }
        let detail = if details.is_empty() {
            "none".to_owned()
        } else {
            details.join(", ")
        };
        Check::new("settings", Status::Ok, detail).with_data(Value::Array(data))
    }

    /// The credential in use, and why those ranked above it are not used.
    fn credential(&self) -> Vec<Check> {
        let named = match self.sources.method() {
            Ok(named) => named,
            Err(error) => {
                return vec![Check::failed("credential", error.message(), error.hint())];
            }
        };
        if let Some(method) = named {
            let missing = self.settings.missing(method);
            let check = format!("credential {method}");
            return vec![if missing.is_empty() {
                let of_profile = self.sources.get("DEFENDER_METHOD");
                let detail = if of_profile.as_deref() == Some(method.as_str()) {
                    "used: it is named"
                } else {
                    "used: variables have an application of their own, which ranks above the profile"
                };
                Check::new(check, Status::Ok, detail)
            } else {
                let detail = format!("named, but {} not set", list(&missing));
                let hint = match method {
                    Method::Workload => {
                        "enable workload identity for this program, or set the path of the token file"
                    }
                    _ => self.sign_in,
                };
                Check::new(check, Status::Failed, detail).with_hint(Some(hint))
            }];
        }
        if matches!(self.settings.choose(), Ok(Choice::Chain)) {
            let detail = "AZURE_TOKEN_CREDENTIALS selects the default chain; its results are below";
            return vec![Check::new("credential chain", Status::Ok, detail)];
        }
        let mut checks = Vec::new();
        let mut is_found = false;
        for candidate in self.settings.candidates() {
            let check = format!("credential {}", candidate.method);
            let (status, detail) = if !candidate.missing.is_empty() {
                (
                    Status::Skipped,
                    format!("{} not set", list(&candidate.missing)),
                )
            } else if is_found {
                (Status::Skipped, "the one before it is used".to_owned())
            } else {
                is_found = true;
                (Status::Ok, "used: its settings are there".to_owned())
            };
            let data = json!({"method": candidate.method.as_str(), "missing": candidate.missing});
            checks.push(Check::new(check, status, detail).with_data(data));
        }
        checks
    }

    /// The sign-in that is kept for the profile. `None` for methods without one, and without a profile.
    fn kept(&self, sessions: impl FnOnce() -> Result<Sessions, ProfileError>) -> Option<Check> {
        let method = self.sources.method().ok().flatten()?;
        if !method.is_of_user() && method != Method::Secret {
            return None;
        }
        let profile = self.sources.profile()?;
        let sessions = match sessions() {
            Ok(sessions) => sessions,
            Err(error) => {
                return Some(Check::failed("store", error.message(), error.hint()));
            }
        };
        let place = match sessions.place() {
            KeyPlace::Variable => "its key is in DEFENDER_STORE_KEY",
            KeyPlace::File => "its key is in a file beside it",
            KeyPlace::Keyring => "its key is in the keyring",
        };
        let has = sessions.has(&profile.name);
        Some(if has {
            Check::new(
                "store",
                Status::Ok,
                format!("a sign-in is stored for this profile; {place}"),
            )
        } else if method.is_of_user() {
            Check::new(
                "store",
                Status::Failed,
                "nobody has signed in to this profile",
            )
            .with_hint(Some(self.sign_in))
        } else {
            Check::new(
                "store",
                Status::Skipped,
                "no secret is stored for this profile",
            )
        })
    }
}

fn list(names: &[&str]) -> String {
    let verb = if names.len() == 1 { "is" } else { "are" };
    format!("{} {verb}", names.join(", "))
}

/// The result of each credential of a chain in its last search. Empty if no token was requested from it.
pub fn chain(chain: &Chain) -> Vec<Check> {
    let tried = chain.tried();
    let check = |one: Tried| {
        let took = u64::try_from(one.took.as_millis()).unwrap_or(u64::MAX);
        let name = format!("tried {}", one.name);
        let data = json!({"name": one.name, "took_ms": took});
        match one.failure {
            None => Check::new(name, Status::Ok, "used"),
            Some(error) => {
                Check::new(name, Status::Skipped, error.message()).with_hint(error.hint())
            }
        }
        .with_data(data)
    };
    tried.into_iter().map(check).collect()
}
