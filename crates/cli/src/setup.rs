//! The settings of a command: options, then variables, then the profile.

use std::ffi::OsString;

use crate::argv;
use crate::console::Settings;
use crate::environment::Environment;
use crate::failure::Result;
use crate::folders::Folders;
use crate::globals::Globals;
use crate::profile::{Config, Selected};

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
    pub(crate) environment: Environment,
    pub(crate) settings: Settings,
}

impl Setup {
    pub(crate) fn of(globals: Globals, needs: Needs) -> Result<Self> {
        let environment = match needs {
            Needs::Nothing => Environment::default(),
            _ if globals.sandbox.used => Environment::default(),
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
fn with_profile(globals: &Globals, needs: Needs) -> Result<Environment> {
    let variable = Environment::default().get("DEFENDER_PROFILE");
    let folders = match Folders::of_process() {
        Err(_) if globals.profile.is_none() && variable.is_none() => {
            return Ok(Environment::default());
        }
        folders => folders?,
    };
    let config = Config::read(&folders)?;
    let option = globals.profile.as_deref();
    let selected = match Selected::of(&config, option, variable.as_deref())? {
        Some(selected) if needs == Needs::Profile => Some(selected.require(&config)?),
        selected => selected,
    };
    let environment = Environment::of_process(selected);
    environment.check()?;
    Ok(environment)
}

/// The settings of a command line that is not parsed: the format is read off the raw arguments.
pub(crate) fn before_parsing(arguments: &[OsString]) -> Settings {
    let named = argv::value(arguments, "--output", 'o').map(str::to_owned);
    let named = named.or_else(|| Environment::default().get(OUTPUT));
    Settings::before_parsing(named.and_then(|name| name.parse().ok()))
}
