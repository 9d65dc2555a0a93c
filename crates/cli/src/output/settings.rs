//! How to print: what was asked for, and what the streams are.

use std::io::IsTerminal;
use std::str::FromStr;

use super::{Format, terminal::Notation};

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
            _ => Err(format!(
                "invalid value `{text}`; expected one of {}",
                Self::NAMES.join(", ")
            )),
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
    /// The settings for the streams of the process: a table at a terminal, JSON elsewhere, unless a format is chosen.
    pub(crate) fn of_streams(chosen: Option<Format>, color: ColorWhen) -> Self {
        let terminal = std::io::stdout().is_terminal();
        let usual = if terminal {
            Format::Table
        } else {
            Format::Json
        };
        Self {
            format: chosen.unwrap_or(usual),
            chosen: chosen.is_some(),
            columns: Vec::new(),
            header: true,
            csv_safe: terminal,
            quiet: false,
            verbose: 0,
            terminal,
            terminal_err: std::io::stderr().is_terminal(),
            color_out: colored(color, &std::io::stdout()),
            color_err: colored(color, &std::io::stderr()),
            width: if terminal { terminal_width() } else { WIDTH },
        }
    }

    /// The settings of a command line that is not parsed, or cannot be. It prints sentences only.
    pub(crate) fn before_parsing(chosen: Option<Format>) -> Self {
        Self {
            format: chosen.unwrap_or(Format::Table),
            csv_safe: false,
            color_out: false,
            width: WIDTH,
            ..Self::of_streams(chosen, ColorWhen::Auto)
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
