//! Profiles: named settings in `config.toml`. Secrets are never among them.

mod config;
mod key;

use std::collections::BTreeMap;

pub(crate) use config::Config;
pub(crate) use key::{Form, KEYS, Key, is_table, key_of, nearest};

use crate::failure::{Failure, Result};

/// One profile's settings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Profile {
    pub(crate) name: String,
    /// By the names of their keys.
    pub(crate) values: BTreeMap<&'static str, String>,
    /// The program that prints the client secret, and its arguments.
    pub(crate) client_secret_command: Vec<String>,
}

/// Who chose the profile. What an option names ranks above the environment, everything else below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChosenBy {
    Option,
    Variable,
    Default,
    /// There is no other.
    Sole,
}

/// The profile that a command works with.
#[derive(Clone, Debug)]
pub(crate) struct Selected {
    pub(crate) profile: Profile,
    pub(crate) by: ChosenBy,
    /// Whether it is in the file.
    pub(crate) exists: bool,
}

impl Selected {
    /// The profile that is meant: by option, by `DEFENDER_PROFILE`, the default of the file, the sole one. A name
    /// that the file does not have gives an empty profile.
    pub(crate) fn of(
        config: &Config,
        option: Option<&str>,
        variable: Option<&str>,
    ) -> Result<Option<Self>> {
        let names = config.names();
        let (name, by) = match (option, variable, config.default_profile(), &names[..]) {
            (Some(name), ..) => (name.to_owned(), ChosenBy::Option),
            (_, Some(name), ..) => (name.trim().to_owned(), ChosenBy::Variable),
            (_, _, Some(name), _) => (name, ChosenBy::Default),
            (_, _, _, [sole]) => (sole.clone(), ChosenBy::Sole),
            _ => return Ok(None),
        };
        check_name(&name)?;
        let found = config.profile(&name)?;
        let exists = found.is_some();
        let profile = found.unwrap_or_else(|| Profile {
            name,
            ..Profile::default()
        });
        Ok(Some(Self {
            profile,
            by,
            exists,
        }))
    }

    /// The failure of a command that needs the profile to be there.
    pub(crate) fn require(self, config: &Config) -> Result<Self> {
        if self.exists {
            return Ok(self);
        }
        let failure = Failure::usage(format!("there is no profile `{}`", self.profile.name));
        let names = config.names();
        Err(if names.is_empty() {
            failure.with_hint(format!(
                "`{}` makes one",
                crate::program::call("auth login")
            ))
        } else {
            failure.with_hint(format!("there are {}", names.join(", ")))
        })
    }
}

/// Names become file names, so they are plain.
pub(crate) fn check_name(name: &str) -> Result<()> {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    if !name.is_empty() && name.len() <= 64 && !name.starts_with('.') && name.chars().all(is_plain)
    {
        return Ok(());
    }
    Err(Failure::usage(format!("invalid profile name `{name}`"))
        .with_hint("letters, digits, `-`, `_` and `.` make a name"))
}
