//! How to print: what was asked for, and what the streams are.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::str::FromStr;

use super::{Format, terminal::Notation};
use crate::argv;
use crate::environment::Environment;
use crate::failure::Result;
use crate::globals::Globals;

/// The width of a table that goes anywhere but to a terminal.
const WIDTH: usize = 120;

/// The widest table, whatever `COLUMNS` holds.
const WIDEST: usize = 10_000;

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ColorWhen {
    #[default]
    Auto,
    Always,
    Never,
}

impl ColorWhen {
    pub(crate) const NAMES: [&str; 3] = ["auto", "always", "never"];
}

impl FromStr for ColorWhen {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "auto" => Ok(Self::Auto),
            "always" => Ok(Self::Always),
            "never" => Ok(Self::Never),
            _ => Err(format!("`{text}` is none of {}", Self::NAMES.join(", "))),
        }
    }
}

/// How to print.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) format: Format,
    /// Whether the format was chosen rather than guessed from the stream.
    pub(crate) chosen: bool,
    pub(crate) columns: Vec<String>,
    pub(crate) header: bool,
    pub(crate) csv_safe: bool,
    pub(crate) quiet: bool,
    pub(crate) verbose: u8,
    /// Whether a terminal reads standard output.
    pub(crate) terminal: bool,
    /// The same of standard error.
    pub(crate) terminal_err: bool,
    pub(crate) color_out: bool,
    pub(crate) color_err: bool,
    pub(crate) width: usize,
}

impl Settings {
    /// What options, variables and streams say, in this order.
    pub(crate) fn of(globals: &Globals, environment: &Environment) -> Result<Self> {
        let chosen = match globals.format {
            Some(format) => Some(format),
            None => environment.parse("DEFENDER_OUTPUT", str::parse)?,
        };
        let terminal = std::io::stdout().is_terminal();
        let guessed = if terminal {
            Format::Table
        } else {
            Format::Json
        };
        Ok(Self {
            format: chosen.unwrap_or(guessed),
            chosen: chosen.is_some(),
            columns: globals.columns.clone(),
            header: globals.header,
            csv_safe: globals.csv_safe.unwrap_or(terminal),
            quiet: globals.quiet,
            verbose: globals.verbose,
            terminal,
            terminal_err: std::io::stderr().is_terminal(),
            color_out: colored(globals.color, &std::io::stdout()),
            color_err: colored(globals.color, &std::io::stderr()),
            width: if terminal { terminal_width() } else { WIDTH },
        })
    }

    /// What can be known before the command line is parsed, or where it cannot be.
    pub(crate) fn before_parsing(arguments: &[OsString], environment: &Environment) -> Self {
        let named = argv::value(arguments, "--output", 'o');
        let named = named.map(str::to_owned);
        let named = named.or_else(|| environment.get("DEFENDER_OUTPUT"));
        let format = named.and_then(|name| name.parse().ok());
        Self {
            format: format.unwrap_or(Format::Table),
            chosen: format.is_some(),
            columns: Vec::new(),
            header: true,
            csv_safe: false,
            quiet: false,
            verbose: 0,
            terminal: std::io::stdout().is_terminal(),
            terminal_err: std::io::stderr().is_terminal(),
            color_out: false,
            color_err: colored(ColorWhen::Auto, &std::io::stderr()),
            width: WIDTH,
        }
    }

    /// How characters are written that a terminal would act on.
    pub(super) fn notation(&self) -> Notation {
        match self.format {
            Format::Json | Format::Ndjson => Notation::Json,
            _ => Notation::Text,
        }
    }

    /// Whether errors and notices are objects rather than sentences.
    pub(crate) fn for_programs(&self) -> bool {
        self.chosen && matches!(self.format, Format::Json | Format::Ndjson)
    }
}

fn colored(when: ColorWhen, stream: &impl anstream::stream::RawStream) -> bool {
    match when {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        // NO_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM and the stream, in this order.
        ColorWhen::Auto => anstream::AutoStream::choice(stream) != anstream::ColorChoice::Never,
    }
}

/// `COLUMNS` where the shell exports it, else what the terminal says.
fn terminal_width() -> usize {
    let exported = std::env::var("COLUMNS")
        .ok()
        .and_then(|text| text.parse().ok());
    let asked = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    exported.or_else(asked).unwrap_or(WIDTH).clamp(20, WIDEST)
}
