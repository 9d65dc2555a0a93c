//! The only module that prints. Data goes to standard output, everything else to standard error.

mod log;
mod settings;

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use anstyle::{AnsiColor, Style};
use auth_core::http_core::{DefaultFilter, Gap};
use serde_json::{Value, json};

pub(crate) use log::start as start_log;
pub(crate) use settings::{ColorWhen, Settings};

use crate::exit::Exit;
use crate::failure::{Failure, Result};
use operations::mapping::Mapping;
use output::{Format, Out, Rows, escape_lines};

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// The word before a message, and its style.
type Label = Option<(&'static str, Style)>;

const WARNS: Label = Some(("warning", WARNING));
const HINT: Style = AnsiColor::Cyan.on_default().bold();

/// Both streams and how to write to them.
pub(crate) struct Console {
    out: Out<'static>,
    err: Box<dyn Write + Send>,
    settings: Settings,
    mapping: Option<Mapping>,
}

impl std::fmt::Debug for Console {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Console")
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

impl Console {
    /// The streams of the process.
    pub(crate) fn of_process(settings: Settings) -> Self {
        let layout = &settings.layout;
        Self {
            out: match layout.terminal {
                true => Out::for_terminal(standard_output(), layout.notation()),
                false => Out::new(standard_output()),
            },
            err: Box::new(io::stderr()),
            settings,
            mapping: None,
        }
    }

    /// Writes records in the fields of a schema from now on.
    pub(crate) fn write_as(&mut self, mapping: Option<Mapping>) {
        // A table has room for a few of many nested fields.
        if let Some(mapping) = &mapping
            && self.settings.layout.format == Format::Table
            && self.settings.layout.columns.is_empty()
        {
            self.settings.layout.columns = mapping.columns().to_vec();
        }
        self.mapping = mapping;
    }

    /// The record as it is written. Identifiers are those of the record itself.
    fn written_as<'a>(&self, record: &'a [u8]) -> Cow<'a, [u8]> {
        match &self.mapping {
            Some(mapping) if self.settings.layout.format != Format::Id => {
                mapping.apply(record).into()
            }
            _ => record.into(),
        }
    }

    /// Whether records are written in the fields of a schema.
    pub(crate) fn is_mapped(&self) -> bool {
        self.mapping.is_some()
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Whether a person can be asked something.
    pub(crate) fn can_ask(&self) -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Asks for a yes; anything else is a no.
    pub(crate) fn ask(&mut self, question: &str) -> Result<bool> {
        // Names from the service are part of the question.
        let question = escape_lines(question);
        let mut answer = String::new();
        let read = crate::signals::blocking(|| {
            write!(self.err, "{question} [y/N] ")?;
            self.err.flush()?;
            io::stdin().read_line(&mut answer)
        });
        read.map_err(|error| Failure::machine("the answer cannot be read", &error))?;
        Ok(matches!(
            answer.trim().to_ascii_lowercase().as_str(),
            "y" | "yes"
        ))
    }

    /// Begins to print rows in the chosen format.
    pub(crate) fn rows(&self) -> Rows {
        Rows::new(&self.settings.layout)
    }

    /// Prints one row.
    pub(crate) fn row(&mut self, rows: &mut Rows, row: &[u8]) -> Result<()> {
        let row = self.written_as(row);
        written(rows.row(&row, &mut self.out))
    }

    /// Ends the rows; `whole` is false where the list broke off. A format that holds rows back prints them now.
    pub(crate) fn end(&mut self, mut rows: Rows, whole: bool) -> Result<()> {
        written(rows.end(whole, &mut self.out))?;
        self.flush()?;
        for note in rows.notes() {
            self.warn(&note);
        }
        Ok(())
    }

    /// Lets the reader see what has been printed so far.
    pub(crate) fn flush(&mut self) -> Result<()> {
        written(self.out.flush())
    }

    /// Prints one object, which came as `text`.
    pub(crate) fn object(&mut self, text: &[u8]) -> Result<()> {
        let text = self.written_as(text);
        written(output::object(&text, &self.settings.layout, &mut self.out))?;
        self.flush()
    }

    /// Prints bytes as they are.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<()> {
        written(self.out.write_all(bytes))?;
        self.flush()
    }

    /// Prints a line of data.
    pub(crate) fn line(&mut self, text: &str) -> Result<()> {
        written(writeln!(self.out, "{text}"))?;
        self.flush()
    }

    /// Says something that a person may want to know; `--quiet` hides it.
    pub(crate) fn note(&mut self, text: &str) {
        if !self.settings.quiet {
            self.say(None, text);
        }
    }

    /// The same under `-v` only.
    pub(crate) fn detail(&mut self, text: &str) {
        if self.settings.verbose > 0 {
            self.note(text);
        }
    }

    /// Says something that a person should know; `--quiet` hides it.
    pub(crate) fn warn(&mut self, text: &str) {
        if !self.settings.quiet {
            self.say(WARNS, text);
        }
    }

    /// Reports that a list has more records than `--limit`.
    pub(crate) fn stopped_at_limit(&mut self, limit: u64) {
        let notice = json!({"code": "stopped_at_limit", "limit": limit, "more": true});
        self.notice(
            notice,
            None,
            &format!("stopped at --limit {limit}; more exist"),
        );
    }

    /// Reports the default filter of a list. `--quiet` hides it from programs too.
    pub(crate) fn left_out(&mut self, default: &DefaultFilter) {
        let DefaultFilter {
            filter, flag, note, ..
        } = default;
        let option = format!("--{flag}");
        let sentence = format!("without {note} ({filter}); {option} prints all");
        if !self.settings.quiet {
            let notice = json!({"code": "default_filter", "filter": filter, "left_out": note, "option": option});
            self.notice(notice, None, &sentence);
        }
    }

    /// Reports a record that is missing, or whose text was corrected.
    pub(crate) fn lost(&mut self, gap: &Gap) {
        let code = match gap {
            Gap::Mended { .. } | Gap::MendedAnswers { .. } => "text_mended",
            _ => "record_lost",
        };
        let message = gap.to_string();
        self.notice(json!({"code": code, "message": message}), WARNS, &message);
    }

    /// Reports a record that was skipped because it is not JSON. `row` is its number in the answer.
    pub(crate) fn row_lost(&mut self, row: Option<u64>, message: &str) {
        let notice = json!({"code": "row_lost", "row": row, "message": message});
        self.notice(notice, WARNS, message);
    }

    /// Reports an answer with as many records as the service returns at most. `hint` says what to do.
    pub(crate) fn truncated(&mut self, rows: u64, hint: &str) {
        let notice = json!({"code": "truncated", "rows": rows, "more": true});
        let message = format!(
            "the service returns at most {rows} rows, so some are probably missing; {hint}"
        );
        self.notice(notice, WARNS, &message);
    }

    /// Writes an object for programs, and a sentence otherwise. `--quiet` hides the sentence only: a program that reads
    /// notices asked for them by choosing the format.
    fn notice(&mut self, notice: Value, label: Label, sentence: &str) {
        if self.settings.for_programs() {
            self.error_object(&json!({"notice": notice}));
        } else if !self.settings.quiet {
            self.say(label, sentence);
        }
    }

    /// Writes a part of a document.
    pub(crate) fn write(
        &mut self,
        write: impl FnOnce(&mut Out<'static>) -> io::Result<()>,
    ) -> Result<()> {
        written(write(&mut self.out))
    }

    /// Says why a command failed and gives its code.
    pub(crate) fn fail(&mut self, failure: &Failure) -> Exit {
        // A reader that is gone has no need of the rest.
        let _ = self.out.flush();
        if failure.is_silent() {
            return failure.exit();
        }
        if self.settings.for_programs() {
            self.error_object(&failure.to_json());
            return failure.exit();
        }
        self.say(Some(("error", ERROR)), failure.message());
        if let Some(hint) = failure.hint() {
            self.say(Some(("hint", HINT)), hint);
        }
        if let Some(id) = failure.request_id() {
            self.say(Some(("request id", HINT)), id);
        }
        if let Some(docs) = failure.docs() {
            self.say(Some(("see", HINT)), docs);
        }
        failure.exit()
    }

    /// A command line that the parser turned down, or help that was asked for.
    pub(crate) fn parsed(&mut self, error: &clap::Error, arguments: &[OsString]) -> Exit {
        let wanted = !error.use_stderr();
        if !wanted && self.settings.for_programs() {
            return self.fail(&unparsed(error));
        }
        // The parser quotes arguments as they are, and a script may have them from a service.
        let acts = |argument: &OsString| argument.to_string_lossy().contains(output::is_unsafe);
        if !wanted && arguments.iter().any(acts) {
            self.error_line(escape_lines(error.to_string().trim_end()).as_ref());
            return Exit::Usage;
        }
        let printed = error.print().and_then(|()| io::stdout().flush());
        match (wanted, printed) {
            (false, _) => Exit::Usage,
            (true, printed) => match written(printed) {
                Ok(()) => Exit::Success,
                Err(failure) => self.fail(&failure),
            },
        }
    }

    fn say(&mut self, label: Label, text: &str) {
        let text = escape_lines(text);
        match label {
            Some((label, style)) if self.settings.color_err => {
                self.error_line(&format!("{style}{label}:{style:#} {text}"));
            }
            Some((label, _)) => self.error_line(&format!("{label}: {text}")),
            None => self.error_line(&text),
        }
    }

    fn error_object(&mut self, object: &Value) {
        let text = object.to_string();
        match self.settings.terminal_err {
            true => self.error_line(&output::json(&text)),
            false => self.error_line(&text),
        }
    }

    /// There is no other place to report that standard error is gone.
    fn error_line(&mut self, text: &str) {
        let _ = writeln!(self.err, "{text}");
    }
}

/// The parser's message without its closing lines for people; its tip becomes the hint.
fn unparsed(error: &clap::Error) -> Failure {
    let text = error.to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    let mut parts = text.split("\n\n").map(str::trim);
    let failure = Failure::usage(parts.next().unwrap_or_default());
    match parts.find_map(|part| part.strip_prefix("tip: ")) {
        Some(tip) => failure.with_hint(tip),
        None => failure,
    }
}

/// Prints the version: the answer to `--version`, which builds nothing.
pub(crate) fn version(name: &str) -> Exit {
    let line = writeln!(io::stdout(), "{name} {}", env!("CARGO_PKG_VERSION"));
    line.map_or(Exit::Failure, |()| Exit::Success)
}

/// Tells a person what to do while a command waits for it. There is no other place to report that standard error is gone.
pub(crate) fn show(text: &str) {
    let _ = writeln!(io::stderr(), "{}", escape_lines(text));
}

/// Asks a person for a secret, which is not shown.
pub(crate) fn ask_secret(question: &str) -> Result<auth_core::SecretString> {
    let text = crate::signals::blocking_at_terminal(|| rpassword::prompt_password(question));
    let text = text.map_err(|error| match error.kind() {
        // The terminal hands Ctrl-C on as a character while it shows nothing.
        io::ErrorKind::Interrupted => Failure::silent(Exit::Interrupted),
        _ => Failure::machine("the secret cannot be read", &error),
    })?;
    Ok(auth_core::SecretString::from(text))
}

/// A value that this program made, as text.
pub(crate) fn text_of(value: &Value) -> Vec<u8> {
    value.to_string().into_bytes()
}

/// A reader that went away ends the command quietly.
fn written(outcome: io::Result<()>) -> Result<()> {
    outcome.map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::silent(Exit::Success),
        // The record cannot be taken apart for the format; the stream is in order.
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => Failure::new(
            Exit::Failure,
            "decode",
            format!("the service's answer is not as its format needs it: {error}"),
        )
        .with_hint("`-o json` passes records on as they came"),
        _ => Failure::machine("the output cannot be written", &error),
    })
}

/// Standard output without the line buffer that the standard library puts before it.
fn standard_output() -> Box<dyn Write + Send> {
    #[cfg(unix)]
    if let Ok(owned) = std::os::fd::AsFd::as_fd(&io::stdout()).try_clone_to_owned() {
        return Box::new(std::fs::File::from(owned));
    }
    Box::new(io::stdout())
}
