//! How to print: the options, and what the streams are.
//!
//! Precedence of the format: `-o`, `DEFENDER_OUTPUT`, profile, then `table` at a terminal and `json` otherwise. Of colour:
//! `--color`, `NO_COLOR`, `CLICOLOR_FORCE`, `CLICOLOR`, `TERM`, the stream.
//!
//! At a terminal tables have its width and show times as ages. Into a file or a pipe nothing is cut and times are exact.
//!
//! `-o json` and `-o ndjson` also turn errors and notices into objects. A format that was not chosen by the user does not: a person
//! who redirects the output still reads sentences.

use std::io::IsTerminal;
use std::time::SystemTime;

use clap::ColorChoice;
use output::{Expression, Format, Layout};

/// The width of a terminal that does not report one, in columns.
const WIDTH: usize = 80;

/// The widest table, in columns. `COLUMNS` may hold any number.
const WIDEST: usize = 10_000;

/// How to print.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Format, columns, width and colour of records.
    pub layout: Layout,
    /// Whether the user chose the format. A format chosen by the stream does not turn errors into objects.
    pub chosen: bool,
    /// `--quiet`: notes and warnings are hidden, errors and data stay.
    pub quiet: bool,
    /// The number of `-v`.
    pub verbose: u8,
    /// Whether standard error is a terminal.
    pub terminal_err: bool,
    /// Whether labels on standard error are coloured.
    pub color_err: bool,
}

impl Settings {
    /// The settings for the streams of this process.
    pub fn of_streams(chosen: Option<Format>, color: ColorChoice) -> Self {
        let terminal = std::io::stdout().is_terminal();
        let default = match terminal {
            true => Format::Table,
            false => Format::Json,
        };
        let mut layout = Layout::new(chosen.unwrap_or(default));
        layout.csv_safe = terminal;
        layout.terminal = terminal;
        layout.color = colored(color, &std::io::stdout());
        if terminal {
            layout.width = Some(terminal_width());
            layout.now = Some(SystemTime::now());
        }
        Self {
            layout,
            chosen: chosen.is_some(),
            quiet: false,
            verbose: 0,
            terminal_err: std::io::stderr().is_terminal(),
            color_err: colored(color, &std::io::stderr()),
        }
    }

    /// The settings before the command line is parsed, for its errors. Nothing but messages is printed.
    pub fn before_parsing(chosen: Option<Format>) -> Self {
        let mut settings = Self::of_streams(chosen, ColorChoice::Auto);
        let terminal = settings.layout.terminal;
        settings.layout = Layout::new(chosen.unwrap_or(Format::Table));
        settings.layout.terminal = terminal;
        settings
    }

    /// Takes the width that the terminal has now, if anything is printed in its width.
    pub(crate) fn measure(&mut self) {
        if self.layout.terminal && self.layout.width.is_some() {
            self.layout.width = Some(terminal_width());
        }
    }

    /// Whether a line of progress is drawn: a person is at standard error, and nothing else reports what happens there.
    pub(crate) fn shows_progress(&self) -> bool {
        self.terminal_err && !self.quiet && self.verbose == 0
    }

    /// Writes what an expression makes of each record in place of a format. Lists and results of queries are then
    /// evaluated record by record.
    pub fn evaluate(&mut self, expression: Expression) {
        // A default such as `csv` does not apply; `-o json` still makes errors objects.
        self.chosen = self.for_programs();
        self.layout.format = Format::Ndjson;
        self.layout.expression = Some(expression);
    }

    /// The settings of a console whose records and messages become parts of those of a command: NDJSON, every member, and
    /// messages on one line. What a user chose decides whether messages are objects.
    #[must_use]
    pub fn for_one_of_many(&self) -> Self {
        let mut layout = Layout::new(Format::Ndjson);
        layout.width = self.layout.width;
        Self {
            layout,
            chosen: self.for_programs(),
            quiet: self.quiet,
            verbose: self.verbose,
            terminal_err: false,
            color_err: self.color_err,
        }
    }

    /// Whether errors and notices are objects: with `-o json` and `-o ndjson`.
    pub fn for_programs(&self) -> bool {
        self.chosen && matches!(self.layout.format, Format::Json | Format::Ndjson)
    }
}

/// Whether to colour a stream.
fn colored(when: ColorChoice, stream: &impl anstream::stream::RawStream) -> bool {
    match when {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => anstream::AutoStream::choice(stream) != anstream::ColorChoice::Never,
    }
}

/// The width of the terminal. `COLUMNS` wins, so that a script can fix it.
pub(super) fn terminal_width() -> usize {
    let exported = std::env::var("COLUMNS")
        .ok()
        .and_then(|text| text.parse().ok());
    let asked = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    exported.or_else(asked).unwrap_or(WIDTH).clamp(20, WIDEST)
}
