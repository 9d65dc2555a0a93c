//! Which settings there are, where they come from, and which credential they make.

use auth_core::settings::{Choice, Method};
use serde_json::{Value, json};

use super::{Check, Status};
use crate::context::Context;
use crate::environment::Origin;
use crate::profile::{ChosenBy, KEYS};
use crate::sessions::KeyPlace;

pub(super) fn checks(context: &Context) -> Vec<Check> {
    let mut checks = vec![profile(context), settings(context)];
    checks.extend(credential(context));
    checks.extend(kept(context));
    checks
}

fn profile(context: &Context) -> Check {
    let Some(selected) = context.environment().selected() else {
        let detail = "none; the settings are variables";
        return Check::new("profile", Status::Skipped, detail);
    };
    let name = &selected.profile.name;
    let by = match selected.by {
        ChosenBy::Option => "named by -p, so it ranks above variables",
        ChosenBy::Variable => "named by DEFENDER_PROFILE; variables rank above it",
        ChosenBy::Default => "the default of config.toml; variables rank above it",
        ChosenBy::Sole => "the only one; variables rank above it",
    };
    Check::new("profile", Status::Ok, format!("{name}, {by}")).with_data(json!({"name": name}))
}

fn settings(context: &Context) -> Check {
    let mut data = Vec::new();
    let mut details = Vec::new();
    for key in KEYS {
        let Some((value, origin)) = context.environment().find(key.variable) else {
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

/// The credential in use, and why the ones ahead of it are not used.
fn credential(context: &Context) -> Vec<Check> {
    let named = match context.named_method() {
        Ok(named) => named,
        Err(failure) => return vec![Check::failed("credential", &failure)],
    };
    if let Some(method) = named {
        let missing = context.missing(method);
        let check = format!("credential {method}");
        return vec![if missing.is_empty() {
            let of_profile = context.environment().get("DEFENDER_METHOD");
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
                    "turn workload identity on where this runs, or name the token's file".to_owned()
                }
                _ => sign_in(),
            };
            Check::new(check, Status::Failed, detail).with_hint(Some(&hint))
        }];
    }
    if matches!(context.choice(""), Ok(Choice::Chain)) {
        let detail =
            "AZURE_TOKEN_CREDENTIALS asks for the vendor's own order; what came of it is below";
        return vec![Check::new("credential chain", Status::Ok, detail)];
    }
    let mut checks = Vec::new();
    let mut is_found = false;
    for candidate in context.candidates() {
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

fn list(names: &[&str]) -> String {
    let verb = if names.len() == 1 { "is" } else { "are" };
    format!("{} {verb}", names.join(", "))
}

/// The sign-in that `auth login` stored for the profile.
fn kept(context: &Context) -> Option<Check> {
    let method = context.named_method().ok().flatten()?;
    if !method.is_of_user() && method != Method::Secret {
        return None;
    }
    let profile = context.environment().profile()?;
    let sessions = match context.sessions() {
        Ok(sessions) => sessions,
        Err(failure) => return Some(Check::failed("store", &failure)),
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
            format!("something is kept for this profile; {place}"),
        )
    } else if method.is_of_user() {
        Check::new(
            "store",
            Status::Failed,
            "nobody has signed in to this profile",
        )
        .with_hint(Some(&sign_in()))
    } else {
        Check::new("store", Status::Skipped, "nothing is kept for this profile")
    })
}

/// The result of the vendor's chain, if it was used.
pub(super) fn chain(context: &Context) -> Vec<Check> {
    let tried = context
        .chain()
        .map(auth_core::Chain::tried)
        .unwrap_or_default();
    let check = |one: auth_core::Tried| {
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

/// What to do where nobody has signed in.
fn sign_in() -> String {
    format!("run `{}`", crate::program::call("auth login"))
}
