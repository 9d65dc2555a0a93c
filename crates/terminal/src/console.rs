//! The only module that prints.
//!
//! - Standard output: records, objects, bytes and lines of a command, in the chosen format.
//! - Standard error: notes, warnings, questions, errors and notices. `--quiet` hides notes and warnings.
//! - With `-o json` and `-o ndjson` an error is one object `{"error": …}`, a notice `{"notice": …}`, one on each line.
//! - Text of a service is escaped before it reaches a terminal: it could move the cursor or imitate a question.
//! - A closed pipe ends the command quietly with exit code 0.
//!
//! # Notices
//!
//! | `code` | members | meaning |
//! | --- | --- | --- |
//! | `stopped_at_limit` | `limit`, `more` | more records exist than `--limit` |
//! | `default_filter` | `filter`, `left_out`, `option` | the list leaves records out; the option prints all |
//! | `record_lost` | `message` | a record is missing |
//! | `text_mended` | `message` | invalid text was corrected, so a record differs from the service's |
//! | `row_lost` | `row`, `message` | a record was skipped because it is not JSON |
//! | `expression_failed` | `row`, `message` | `--jq` or `--template` failed for a record, which is skipped |
//! | `truncated` | `rows`, `more` | the answer is as long as the service allows |

mod made;
mod questions;
mod settings;

use std::borrow::Cow;
use std::ffi::OsString;
use std::future::poll_fn;
use std::io::{self, Write};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use anstyle::{AnsiColor, Style};
use auth_core::http_core::{DefaultFilter, Gap, Throttle};
use serde_json::{Value, json};
use tokio::time::Instant;

pub use questions::ask_secret;
pub use settings::Settings;

use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::progress::{Doing, Progress};
use operations::mapping::Mapping;
use output::{Format, Notation, Note, Out, Rows, escape_lines};

/// How often the line of progress is drawn.
const TICK: Duration = Duration::from_millis(200);

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// The word before a message, and its style.
type Label = Option<(&'static str, Style)>;

const WARNS: Label = Some(("warning", WARNING));
/// Most records reported one by one. The others are counted.
const MOST_REPORTED: u64 = 10;
const HINT: Style = AnsiColor::Cyan.on_default().bold();

/// The two streams of the process, and the format.
pub struct Console {
    out: Out<'static>,
    err: Box<dyn Write + Send>,
    settings: Settings,
    /// The mapping of `--schema`.
    mapping: Option<Arc<Mapping>>,
    progress: Progress,
    /// Number of records of the current list that an expression failed for.
    unevaluated: u64,
}

impl std::fmt::Debug for Console {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Console")
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

impl Console {
    /// The console of this process. Standard output is buffered until [`flush`](Self::flush) or the end of a command.
    pub fn of_process(settings: Settings) -> Self {
        let layout = &settings.layout;
        Self {
            out: match layout.terminal {
                true => Out::for_terminal(standard_output(), layout.notation()),
                false => Out::new(standard_output()),
            },
            err: Box::new(io::stderr()),
            progress: Progress::new(settings.shows_progress()),
            settings,
            mapping: None,
            unevaluated: 0,
        }
    }

    /// A console that writes to other streams than those of the process, such as the records and messages of one tenant
    /// among many. Nothing is buffered.
    pub fn to(
        out: impl Write + Send + 'static,
        err: impl Write + Send + 'static,
        settings: Settings,
    ) -> Self {
        Self {
            out: Out::new(out),
            err: Box::new(err),
            progress: Progress::new(false),
            settings,
            mapping: None,
            unevaluated: 0,
        }
    }

    /// Writes records in the fields of a schema from now on. A table without `--columns` gets the main ones of the schema.
    pub fn write_as(&mut self, mapping: Option<Arc<Mapping>>) {
        if let Some(mapping) = &mapping
            && matches!(
                self.settings.layout.format,
                Format::Table | Format::Markdown
            )
            && self.settings.layout.columns.is_empty()
        {
            self.settings.layout.columns = mapping.columns().to_vec();
        }
        self.mapping = mapping;
    }

    /// The record in the schema. `-o id` prints the ids of the service in any case, because other commands take those.
    fn written_as<'a>(&self, record: &'a [u8]) -> Cow<'a, [u8]> {
        match &self.mapping {
            Some(mapping) if self.settings.layout.format != Format::Id => {
                mapping.apply(record).into()
            }
            _ => record.into(),
        }
    }

    /// Whether `--schema` changes the records, so that they cannot be copied byte for byte.
    pub fn is_mapped(&self) -> bool {
        self.mapping.is_some()
    }

    /// How to print. Commands read it to choose between records and documents.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Sets what the command is doing, for its line of progress.
    pub fn doing(&mut self, doing: Doing) {
        self.progress.doing(doing);
    }

    /// Waits for work. What was printed is flushed first, and after a second a line at the terminal says what is done meanwhile, or
    /// which budget of `throttle` is waited for.
    ///
    /// # Errors
    /// Those of the flush.
    pub async fn wait<T>(
        &mut self,
        work: impl Future<Output = T>,
        throttle: &Throttle,
    ) -> Result<T> {
        let mut work = pin!(work);
        if let Poll::Ready(done) = poll_fn(|task| Poll::Ready(work.as_mut().poll(task))).await {
            return Ok(done);
        }
        self.flush()?;
        let due = self.progress.due();
        let done = drawing(work, due, || self.progress.draw(Some(throttle))).await;
        self.progress.clear();
        Ok(done)
    }

    /// Time until the line of progress may be drawn. `None` if nobody sees it.
    pub(crate) fn progress_due(&self) -> Option<Duration> {
        self.progress.due()
    }

    /// Draws the line of progress, or removes it.
    pub(crate) fn show_progress(&mut self, is_shown: bool) {
        match is_shown {
            true => self.progress.draw(None),
            false => self.progress.clear(),
        }
    }

    /// Starts a list in the chosen format. Nothing is printed yet.
    pub fn rows(&self) -> Rows {
        Rows::new(&self.settings.layout)
    }

    /// Prints one record. It may stay in the buffer; a table holds records back to measure its columns.
    pub fn row(&mut self, rows: &mut Rows, row: &[u8]) -> Result<()> {
        self.progress.row();
        self.progress.clear();
        if rows.count() == 0 {
            self.fit(rows);
        }
        let row = self.written_as(row);
        if self.settings.layout.expression.is_none() {
            return written(rows.row(&row, &mut self.out));
        }
        // An expression may never end; a signal ends it.
        written(crate::signals::blocking(|| rows.row(&row, &mut self.out)))?;
        if let Some(why) = rows.take_failure() {
            self.unevaluated += 1;
            if self.unevaluated <= MOST_REPORTED {
                let number = rows.count();
                self.expression_failed(Some(number), &format!("record {number}: {why}"));
            }
        }
        Ok(())
    }

    /// Takes the width that the terminal has now: it may have changed while the records were waited for.
    fn fit(&mut self, rows: &mut Rows) {
        self.settings.measure();
        if let Some(width) = self.settings.layout.width {
            rows.fit(width);
        }
    }

    /// Prints the records that a list holds back, before a pause after which more may come.
    pub fn settle(&mut self, rows: &mut Rows) -> Result<()> {
        self.progress.clear();
        self.fit(rows);
        written(rows.settle(std::time::SystemTime::now(), &mut self.out))?;
        self.flush()
    }

    /// Ends a list. `whole` is false if it broke off; the output is closed in any case, so JSON stays valid. Fails with exit
    /// code 3 if an expression failed for a record.
    pub fn end(&mut self, mut rows: Rows, whole: bool) -> Result<()> {
        self.progress.clear();
        self.fit(&mut rows);
        written(rows.end(whole, &mut self.out))?;
        self.flush()?;
        for note in rows.notes() {
            match note {
                Note::Hidden(text) => self.note(&text),
                other => self.warn(other.text()),
            }
        }
        let layout = &self.settings.layout;
        if whole && rows.count() == 0 && layout.terminal && layout.format.is_table() {
            self.note("no records");
        }
        match std::mem::take(&mut self.unevaluated) {
            0 => Ok(()),
            failed => {
                if failed > MOST_REPORTED {
                    self.expression_failed(
                        None,
                        &format!("the expression failed for {failed} records"),
                    );
                }
                Err(Failure::silent(Exit::Attention))
            }
        }
    }

    /// Reports a record that an expression failed for. An error, so `--quiet` does not hide it.
    fn expression_failed(&mut self, row: Option<u64>, message: &str) {
        if self.settings.for_programs() {
            let notice = json!({"code": "expression_failed", "row": row, "message": message});
            self.error_object(&json!({"notice": notice}));
        } else {
            self.say(Some(("error", ERROR)), message);
        }
    }

    /// Writes the buffer out, before a wait and at the end.
    pub fn flush(&mut self) -> Result<()> {
        written(self.out.flush())
    }

    /// Prints one object. `text` is its JSON.
    pub fn object(&mut self, text: &[u8]) -> Result<()> {
        self.progress.clear();
        if self.settings.layout.expression.is_some() {
            let mut rows = self.rows();
            self.row(&mut rows, text)?;
            return self.end(rows, true);
        }
        self.settings.measure();
        let text = self.written_as(text);
        written(output::object(&text, &self.settings.layout, &mut self.out))?;
        self.flush()
    }

    /// Prints an object that this program made.
    pub fn value(&mut self, value: &Value) -> Result<()> {
        self.object(value.to_string().as_bytes())
    }

    /// Prints bytes unchanged, such as a file. They are not escaped, even at a terminal.
    pub fn bytes(&mut self, bytes: &[u8]) -> Result<()> {
        self.progress.clear();
        written(self.out.write_all(bytes))?;
        self.flush()
    }

    /// Prints a line of data, such as a token.
    pub fn line(&mut self, text: &str) -> Result<()> {
        self.progress.clear();
        written(writeln!(self.out, "{text}"))?;
        self.flush()
    }

    /// Prints a note. `--quiet` hides it.
    pub fn note(&mut self, text: &str) {
        if !self.settings.quiet {
            self.say(None, text);
        }
    }

    /// Prints a note with `-v` only.
    pub fn detail(&mut self, text: &str) {
        if self.settings.verbose > 0 {
            self.note(text);
        }
    }

    /// Prints a warning: the result may not be what the user expects. `--quiet` hides it.
    pub fn warn(&mut self, text: &str) {
        if !self.settings.quiet {
            self.say(WARNS, text);
        }
    }

    /// Reports that a list has more records than `--limit`.
    pub fn stopped_at_limit(&mut self, limit: u64) {
        let notice = json!({"code": "stopped_at_limit", "limit": limit, "more": true});
        let sentence = format!("stopped at --limit {limit}; more exist");
        self.notice(&notice, None, &sentence);
    }

    /// Reports the default filter of a list. `--quiet` hides it from programs too.
    pub fn left_out(&mut self, default: &DefaultFilter) {
        let DefaultFilter {
            filter, flag, note, ..
        } = default;
        let option = format!("--{flag}");
        let sentence = format!("without {note} ({filter}); {option} prints all");
        if !self.settings.quiet {
            let notice = json!({"code": "default_filter", "filter": filter, "left_out": note, "option": option});
            self.notice(&notice, None, &sentence);
        }
    }

    /// Reports a record that is missing, or whose text was corrected.
    pub fn lost(&mut self, gap: &Gap) {
        let code = match gap {
            Gap::Mended { .. } | Gap::MendedAnswers { .. } => "text_mended",
            _ => "record_lost",
        };
        let message = gap.to_string();
        self.notice(&json!({"code": code, "message": message}), WARNS, &message);
    }

    /// Reports a record that was skipped because it is not JSON. `row` is its number in the answer.
    pub fn row_lost(&mut self, row: Option<u64>, message: &str) {
        let notice = json!({"code": "row_lost", "row": row, "message": message});
        self.notice(&notice, WARNS, message);
    }

    /// Reports an answer with as many records as the service returns at most. `hint` says what to do.
    pub fn truncated(&mut self, rows: u64, hint: &str) {
        let notice = json!({"code": "truncated", "rows": rows, "more": true});
        let message = format!(
            "the service returns at most {rows} rows, so some are probably missing; {hint}"
        );
        self.notice(&notice, WARNS, &message);
    }

    /// Writes an object for programs, and a sentence otherwise. `--quiet` hides the sentence only: a program that reads
    /// notices asked for them by choosing the format.
    fn notice(&mut self, notice: &Value, label: Label, sentence: &str) {
        if self.settings.for_programs() {
            self.error_object(&json!({"notice": notice}));
        } else if !self.settings.quiet {
            self.say(label, sentence);
        }
    }

    /// Writes what became of a part of the work, for programs only. `object` is the text of a JSON object.
    pub fn outcome(&mut self, object: &str) {
        if self.settings.for_programs() {
            self.error_object_text(&format!("{{\"outcome\":{object}}}"));
        }
    }

    /// Writes what a part of the work has done: a sentence for a person, which `--quiet` hides, and `object` for a program.
    pub fn receipt(&mut self, object: &Value, sentence: &str) {
        match self.settings.for_programs() {
            true => self.error_object(&json!({"receipt": object})),
            false => self.note(sentence),
        }
    }

    /// Writes a line that [another console](Self::to) has made for standard error: its text is escaped, and `--quiet` was
    /// obeyed.
    pub fn message(&mut self, line: &str) {
        self.error_line(line);
    }

    /// Writes a part of a document that is streamed.
    pub fn write(&mut self, write: impl FnOnce(&mut Out<'static>) -> io::Result<()>) -> Result<()> {
        written(write(&mut self.out))
    }

    /// Prints a failure, with hint, request id and page if it has them, and returns its exit code. Silent failures were
    /// reported before.
    pub fn fail(&mut self, failure: &Failure) -> Exit {
        // The reader may have closed the pipe; the failure is printed in any case.
        self.progress.clear();
        let _ = self.out.flush();
        if failure.is_silent() {
            return failure.exit();
        }
        if self.settings.for_programs() {
            self.error_object(&failure.to_json());
            return failure.exit();
        }
        self.say(Some(("error", ERROR)), failure.message());
        for (label, text) in failure.details() {
            self.say(Some((label, HINT)), text);
        }
        failure.exit()
    }

    /// Prints help to standard output, or the error of the parser to standard error. Exit code 0 or 2.
    pub fn parsed(&mut self, error: &clap::Error, arguments: &[OsString]) -> Exit {
        let is_help = !error.use_stderr();
        if !is_help && self.settings.for_programs() {
            return self.fail(&unparsed(error));
        }
        // The parser quotes arguments unescaped, and a script may take them from a service.
        let acts = |argument: &OsString| argument.to_string_lossy().contains(output::is_unsafe);
        if !is_help && arguments.iter().any(acts) {
            self.error_line(escape_lines(error.to_string().trim_end()).as_ref());
            return Exit::Usage;
        }
        let printed = error.print().and_then(|()| io::stdout().flush());
        match written(printed) {
            _ if !is_help => Exit::Usage,
            Ok(()) => Exit::Success,
            Err(failure) => self.fail(&failure),
        }
    }

    /// Writes a message for a person, with a coloured label. Control characters in it are escaped.
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

    /// Writes an object for a program: one line, or indented and escaped on a terminal.
    fn error_object(&mut self, object: &Value) {
        self.error_object_text(&object.to_string());
    }

    fn error_object_text(&mut self, text: &str) {
        match self.settings.terminal_err {
            true => self.error_line(&output::json(text)),
            false => self.error_line(text),
        }
    }

    /// Ignores errors: there is no other place to report that standard error is closed.
    fn error_line(&mut self, text: &str) {
        self.progress.clear();
        let _ = writeln!(self.err, "{text}");
    }
}

/// The message of the parser for programs: without usage lines, and its tip as the hint.
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

/// Waits for work, and draws again and again from `due` on. `None`: never.
pub(crate) async fn drawing<T>(
    work: impl Future<Output = T>,
    due: Option<Duration>,
    mut draw: impl FnMut(),
) -> T {
    let Some(due) = due else {
        return work.await;
    };
    let mut work = pin!(work);
    let mut ticks = tokio::time::interval_at(Instant::now() + due, TICK);
    loop {
        tokio::select! {
            biased;
            done = &mut work => return done,
            _ = ticks.tick() => draw(),
        }
    }
}

/// Prints what the user has to do while a command waits. Not hidden by `--quiet`. Needs no console, so that the callbacks of
/// a sign-in can use it.
pub fn show(text: &str) {
    let _ = writeln!(io::stderr(), "{}", escape_lines(text));
}

/// The failure of a write. A closed pipe is silent: the reader has what it needs.
fn written(outcome: io::Result<()>) -> Result<()> {
    outcome.map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::silent(Exit::Success),
        // The format needs the members of the record; the stream itself works.
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => Failure::new(
            Exit::Failure,
            "decode",
            format!("the service's answer cannot be printed in this format: {error}"),
        )
        .with_hint("`-o json` prints records unchanged"),
        _ => Failure::machine("the output cannot be written", &error),
    })
}

/// Standard output for lines of JSON that are no records of a command, such as a protocol. Text in them is escaped at a terminal.
pub fn json_lines(settings: &Settings) -> Out<'static> {
    match settings.layout.terminal {
        true => Out::for_terminal(standard_output(), Notation::Json),
        false => Out::new(standard_output()),
    }
}

/// Standard output without the line buffer of the standard library, which would flush after each record.
fn standard_output() -> Box<dyn Write + Send> {
    #[cfg(unix)]
    if let Ok(owned) = std::os::fd::AsFd::as_fd(&io::stdout()).try_clone_to_owned() {
        return Box::new(std::fs::File::from(owned));
    }
    Box::new(io::stdout())
}
