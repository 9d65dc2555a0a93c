//! The settings of a command: options, then variables, then the profile.
//!
//! Input: the parsed options. Output: the environment of the calls and the settings of the console. A profile that does not exist
//! and an invalid setting end with exit code 2. A file is read only if the command needs a profile.
//!
//! `--jq` and `--template` are compiled here, so a wrong expression ends with exit code 2 before anything is sent. A command
//! without them parses nothing of either language.
//!
//! `-p`, `DEFENDER_PROFILE`, the default of the file and a sole profile choose the profile, in this order.

use std::ffi::OsString;
use std::path::Path;

use auth_core::settings::profiles::{Config, Selected, Sources};

use crate::argv;
use crate::globals::Globals;
use crate::inputs::{self, Source};
use crate::keys::{KEYS, without_profile};
use output::{Expression, Format};
use terminal::{Failure, Result, Settings};

/// The variable of `-o`.
const OUTPUT: &str = "DEFENDER_OUTPUT";

/// What a command needs of the profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// The command calls no service, or only the emulator.
    Nothing,
    /// The chosen profile has to exist.
    Profile,
    /// The chosen profile may be created by the command.
    NewProfile,
}

/// The result of reading options, variables and profile.
#[derive(Debug)]
pub struct Setup {
    /// The options, unchanged.
    pub globals: Globals,
    /// The settings of the calls: variables and profile. The context adds the options.
    pub environment: Sources,
    /// The settings of the console.
    pub settings: Settings,
}

impl Setup {
    /// Reads the settings. With `--sandbox` no profile is read, so a demonstration works on a machine with a broken
    /// one.
    pub fn of(globals: Globals, needs: Needs) -> Result<Self> {
        if let Some(name) = &globals.profile {
            terminal::program::use_profile(name);
        }
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
        if let Some(expression) = expression(&globals)? {
            settings.evaluate(expression);
        }
        Ok(Self {
            globals,
            environment,
            settings,
        })
    }
}

/// The compiled expression of `--jq` or `--template`. `@FILE` is read as UTF-8.
///
/// Fails with exit code 2 if it cannot be read or compiled, or if another option says how records are printed. A format of
/// `DEFENDER_OUTPUT` or the profile is a default and does not count.
fn expression(globals: &Globals) -> Result<Option<Expression>> {
    let (option, text) = match (&globals.jq, &globals.template) {
        (Some(_), Some(_)) => return Err(Failure::usage("--jq and --template exclude each other")),
        (Some(text), None) => ("--jq", text),
        (None, Some(text)) => ("--template", text),
        (None, None) => return Ok(None),
    };
    let other = match globals.format {
        None | Some(Format::Json | Format::Ndjson) if globals.columns.is_empty() => None,
        None | Some(Format::Json | Format::Ndjson) => Some("--columns"),
        Some(_) => Some("-o with a format other than json and ndjson"),
    };
    if let Some(other) = other {
        let message = format!("{option} and {other} exclude each other");
        return Err(Failure::usage(message));
    }
    let compiled = match (&globals.jq, text.strip_prefix('@')) {
        (Some(_), _) => Expression::jq(text),
        (None, Some(path)) => {
            let source = Source::of_process();
            Expression::template(&inputs::read_text(option, Path::new(path), &source)?)
        }
        (None, None) => Expression::template(text),
    };
    let compiled = compiled.map_err(|error| Failure::usage(format!("{option}: {error}")))?;
    Ok(Some(compiled))
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

/// The profile. Fails if the file does not have it, with similar names or the command that creates one.
pub fn existing(selected: Selected, config: &Config) -> Result<Selected> {
    selected.require(config).map_err(|error| {
        let has_hint = error.hint().is_some();
        let failure = Failure::from(error);
        match has_hint {
            true => failure,
            false => failure.with_hint(format!("`{}` creates one", terminal::program::sign_in(""))),
        }
    })
}

/// The settings for errors before the command line is parsed. An invalid format is ignored here; the parser reports it.
pub fn before_parsing(arguments: &[OsString]) -> Settings {
    let named = argv::value(arguments, "--output", 'o').map(str::to_owned);
    let named = named.or_else(|| without_profile().get(OUTPUT));
    Settings::before_parsing(named.and_then(|name| name.parse().ok()))
}
