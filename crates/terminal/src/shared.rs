//! One list and one standard error for sources that write side by side, such as the tenants of a command.
//!
//! Each source has a [`Console`] of its own, so a command needs no other code for several sources than for one. Its records are
//! lines of NDJSON that begin with the member that names the source; they go at once into the list that the process prints, in the
//! chosen format. Nothing is collected.
//!
//! Messages get the name of their source. A sentence that an earlier source had is left out and counted; objects for programs are all
//! written.

use std::collections::HashSet;
use std::fmt;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use auth_core::http_core::Column;
use operations::mapping::Mapping;
use output::{Format, Rows, with_first};

use crate::console::{Console, Settings, drawing};
use crate::failure::{Failure, Result};
use crate::progress::Doing;

/// The list of all sources, and the console that prints it. Clones share it.
#[derive(Clone)]
pub struct Shared(Arc<Inner>);

struct Inner {
    state: Mutex<State>,
    /// The settings of the consoles of sources.
    settings: Settings,
    /// The member that names the source of a record.
    member: &'static str,
}

struct State {
    console: Console,
    /// `None` after the end, and if no source has records.
    rows: Option<Rows>,
    /// Sentences that were printed.
    said: HashSet<String>,
    /// Number of sentences that were left out.
    repeated: u64,
    /// The first error of a write. Nothing is printed any more then.
    failure: Option<Failure>,
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared")
            .field("settings", &self.0.settings)
            .finish_non_exhaustive()
    }
}

impl Shared {
    /// A list for a command with these settings. `first` is the member that names the source of a record; `lead` are the next
    /// columns of a table, and `mapping` is that of the sources, whose main columns a table shows.
    pub fn new(
        settings: &Settings,
        first: Column,
        lead: &[Column],
        mapping: Option<&Mapping>,
    ) -> Self {
        let mut own = settings.clone();
        let columns = &mut own.layout.columns;
        if own.layout.format == Format::Table && columns.is_empty() {
            columns.extend(mapping.into_iter().flat_map(Mapping::columns).cloned());
        }
        let is_named = |name: &String| name.eq_ignore_ascii_case(first.member);
        if !columns.is_empty() && !columns.iter().any(is_named) {
            columns.insert(0, first.member.to_owned());
        }
        let console = Console::of_process(own);
        let mut rows = console.rows();
        // Without columns of an operation the records decide, as they do for one source.
        if !lead.is_empty() {
            rows.lead(&[&[first], lead].concat());
        }
        Self(Arc::new(Inner {
            state: Mutex::new(State {
                console,
                rows: Some(rows),
                said: HashSet::new(),
                repeated: 0,
                failure: None,
            }),
            settings: settings.for_one_of_many(),
            member: first.member,
        }))
    }

    /// Sources that print no record, only messages: nothing is written to standard output.
    pub fn of_messages(settings: &Settings, member: &'static str) -> Self {
        Self(Arc::new(Inner {
            state: Mutex::new(State {
                console: Console::of_process(settings.clone()),
                rows: None,
                said: HashSet::new(),
                repeated: 0,
                failure: None,
            }),
            settings: settings.for_one_of_many(),
            member,
        }))
    }

    /// The console of a source. `id` names it in messages for programs, `label` in those for people.
    ///
    /// `records` gets the list and returns the writer of the source's NDJSON: one that adds the first member to each line, and
    /// passes it on whole.
    pub fn console<W: Write + Send + 'static>(
        &self,
        id: &str,
        label: &str,
        records: impl FnOnce(SharedList) -> W,
    ) -> Console {
        let messages = Messages {
            shared: self.clone(),
            id: id.to_owned(),
            label: label.to_owned(),
            begun: Vec::new(),
        };
        let list = SharedList(self.clone());
        Console::to(records(list), messages, self.0.settings.clone())
    }

    /// Waits for work of the sources. After a second a line at the terminal says `doing`, with the rows of all sources.
    pub async fn wait<T>(&self, doing: Doing, work: impl Future<Output = T>) -> T {
        let due = {
            let mut state = self.lock();
            state.console.doing(doing);
            state.console.progress_due()
        };
        let show = |is_shown| self.lock().console.show_progress(is_shown);
        let done = drawing(work, due, || show(true)).await;
        show(false);
        done
    }

    /// The first error of a write. The sources see a closed pipe, which ends them without a message.
    pub fn failure(&self) -> Option<Failure> {
        self.lock().failure.clone()
    }

    /// Ends the list. `whole` is false if it broke off; the output is valid in any case.
    ///
    /// # Errors
    /// The failure of the last write.
    pub fn end(&self, whole: bool) -> Result<()> {
        let mut state = self.lock();
        if state.repeated > 0 {
            let note = format!("messages like those above, left out: {}", state.repeated);
            state.console.note(&note);
        }
        match (state.rows.take(), &state.failure) {
            (Some(rows), None) => state.console.end(rows, whole),
            _ => Ok(()),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Keeps the first error of a write.
    fn keep(&mut self, written: Result<()>) -> io::Result<()> {
        if let Err(failure) = written {
            self.failure.get_or_insert(failure);
        }
        match self.failure {
            None => Ok(()),
            Some(_) => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    /// Prints a line of a message, unless another source had the same sentence.
    fn message(&mut self, source: &Messages, line: &str) {
        if self.console.settings().for_programs() {
            let line = with_first(source.shared.0.member, &source.id, line.as_bytes());
            self.console.message(&String::from_utf8_lossy(&line));
        } else if self.said.insert(line.to_owned()) {
            self.console.message(&format!("{}: {line}", source.label));
        } else {
            self.repeated += 1;
        }
    }
}

/// The list of all sources as a writer: each write is one record and its line end.
#[derive(Clone, Debug)]
pub struct SharedList(Shared);

impl Write for SharedList {
    fn write(&mut self, record: &[u8]) -> io::Result<usize> {
        let mut state = self.0.lock();
        let State { console, rows, .. } = &mut *state;
        let printed = match rows {
            Some(rows) => console.row(rows, record.trim_ascii_end()),
            None => Ok(()),
        };
        state.keep(printed).map(|()| record.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let mut state = self.0.lock();
        let written = state.console.flush();
        state.keep(written)
    }
}

/// The standard error of a source, line by line.
struct Messages {
    shared: Shared,
    id: String,
    label: String,
    /// The begin of a line whose end has not come.
    begun: Vec<u8>,
}

impl Write for Messages {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.begun.extend_from_slice(bytes);
        while let Some(end) = self.begun.iter().position(|byte| *byte == b'\n') {
            let line: Vec<u8> = self.begun.drain(..=end).collect();
            let line = String::from_utf8_lossy(&line);
            self.shared.lock().message(self, line.trim_end());
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
