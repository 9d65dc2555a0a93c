//! The settings of a command: options, then variables, then the profile.

use std::ffi::OsString;

use auth_core::settings::profiles::{Config, Selected, Sources};

use crate::argv;
use crate::console::Settings;
use crate::failure::Result;
use crate::globals::Globals;
use crate::keys::{KEYS, without_profile};

/// The variable that chooses the format.
const OUTPUT: &str = "DEFENDER_OUTPUT";

/// The variables and profiles that a command needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Needs {
    /// It calls no service.
    Nothing,
    /// The profile that is chosen has to exist.
    Profile,
    /// The profile that is chosen may be a new one.
    NewProfile,
}

/// Options, variables and profile of a command.
pub(crate) struct Setup {
    pub(crate) globals: Globals,
    pub(crate) environment: Sources,
    pub(crate) settings: Settings,
}

impl Setup {
    pub(crate) fn of(globals: Globals, needs: Needs) -> Result<Self> {
        let environment = match needs {
            Needs::Nothing => without_profile(),
            _ if globals.sandbox.used => without_profile(),
            _ => with_profile(&globals, needs)?,
        };
        let chosen = match globals.format {
            Some(format) => Some(format),
            None => environment.parse(OUTPUT, str::parse)?,
        };
        let mut settings = Settings::of_streams(chosen, globals.color);
        settings.layout.columns.clone_from(&globals.columns);
        settings.layout.header = globals.header;
        settings.layout.csv_safe = globals.csv_safe.unwrap_or(settings.layout.terminal);
        settings.quiet = globals.quiet;
        settings.verbose = globals.verbose;
        Ok(Self {
            globals,
            environment,
            settings,
        })
    }
}

/// The environment of the process with the settings of the chosen profile.
fn with_profile(globals: &Globals, needs: Needs) -> Result<Sources> {
    Sources::of_profiles(
        KEYS,
        globals.profile.as_deref(),
        |selected, config| match needs {
            Needs::Profile => existing(selected, config),
            _ => Ok(selected),
        },
    )
}

/// The profile, if it is in the file.
pub(crate) fn existing(selected: Selected, config: &Config) -> Result<Selected> {
    selected.require(config).map_err(|error| {
        let has_hint = error.hint().is_some();
        let failure = crate::failure::Failure::from(error);
        match has_hint {
            true => failure,
            false => failure.with_hint(format!(
                "`{}` makes one",
                crate::program::call("auth login")
            )),
        }
    })
}

/// The settings of a command line that is not parsed: the format is read off the raw arguments.
pub(crate) fn before_parsing(arguments: &[OsString]) -> Settings {
    let named = argv::value(arguments, "--output", 'o').map(str::to_owned);
    let named = named.or_else(|| without_profile().get(OUTPUT));
    Settings::before_parsing(named.and_then(|name| name.parse().ok()))
}
