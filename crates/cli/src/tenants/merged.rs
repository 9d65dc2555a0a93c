//! The streams of the process, shared by the consoles of all tenants.
//!
//! The console of a tenant writes its records as NDJSON. Each line gets the tenant in front and goes at once into the list that the
//! command prints, in the format of `-o`; nothing is collected, so memory does not grow with the tenants.
//!
//! Messages get the name of their tenant. A sentence that an earlier tenant had is left out and counted; objects for programs are
//! all written.

use std::collections::HashSet;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use auth_core::http_core::{Cell, Column};
use jobs::{Records, TENANT, Tagged, Task, tagged};
use operations::mapping::Mapping;
use output::{Format, Rows};
use terminal::{Console, Failure, Result, Settings};

/// The first column of a table.
const FIRST: Column = Column::new(TENANT, Cell::Id);

/// The list of all tenants, and the console that prints it.
pub(super) struct Merged {
    state: Mutex<State>,
    /// The settings of the consoles of tenants.
    settings: Settings,
}

struct State {
    console: Console,
    rows: Option<Rows>,
    /// Sentences that were printed.
    said: HashSet<String>,
    /// Sentences that were left out.
    repeated: u64,
    /// The first error of a write. Nothing is printed any more then.
    failure: Option<Failure>,
}

impl Merged {
    /// `settings` are those of the command, `lead` the first columns of its table.
    pub(super) fn new(
        settings: &Settings,
        mapping: Option<&Mapping>,
        lead: &[Column],
    ) -> Arc<Self> {
        let mut own = settings.clone();
        let columns = &mut own.layout.columns;
        if own.layout.format == Format::Table && columns.is_empty() {
            columns.extend(mapping.into_iter().flat_map(Mapping::columns).cloned());
        }
        if !columns.is_empty() {
            columns.insert(0, TENANT.to_owned());
        }
        let console = Console::of_process(own);
        let mut rows = console.rows();
        rows.lead(&[&[FIRST], lead].concat());
        let mut of_tenants = settings.for_one_of_many();
        of_tenants.layout.columns.clear();
        Arc::new(Self {
            state: Mutex::new(State {
                console,
                rows: Some(rows),
                said: HashSet::new(),
                repeated: 0,
                failure: None,
            }),
            settings: of_tenants,
        })
    }

    /// The console of a tenant.
    pub(super) fn console(self: &Arc<Self>, task: &Task) -> Console {
        let list = List(Arc::clone(self));
        let records = Tagged::new(&task.tenant.id, task.rows.clone(), list);
        let messages = Messages {
            merged: Arc::clone(self),
            id: task.tenant.id.clone(),
            label: task.tenant.label().to_owned(),
            begun: Vec::new(),
        };
        Console::to(records, messages, self.settings.clone())
    }

    /// The error of a write, once.
    pub(super) fn failure(&self) -> Option<Failure> {
        self.lock().failure.clone()
    }

    /// Ends the list. `whole` is false if it broke off.
    pub(super) fn end(&self, whole: bool) -> Result<()> {
        let mut state = self.lock();
        let State {
            console,
            rows,
            repeated,
            failure,
            ..
        } = &mut *state;
        if *repeated > 0 {
            console.note(&format!(
                "other tenants said the same as those above; messages left out: {repeated}"
            ));
        }
        match (rows.take(), failure) {
            (Some(rows), None) => console.end(rows, whole),
            _ => Ok(()),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Prints a record of a tenant.
    fn record(&mut self, record: &[u8]) -> io::Result<()> {
        let Self { console, rows, .. } = self;
        let printed = match rows {
            Some(rows) => console.row(rows, record),
            None => Ok(()),
        };
        self.keep(printed)
    }

    /// Keeps the first error of a write. The consoles of tenants see a closed pipe, which ends them without a message.
    fn keep(&mut self, written: Result<()>) -> io::Result<()> {
        if let Err(failure) = written {
            self.failure.get_or_insert(failure);
        }
        match self.failure {
            None => Ok(()),
            Some(_) => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    /// Prints a line of a message.
    fn message(&mut self, id: &str, label: &str, line: &str) {
        if self.console.settings().for_programs() {
            let line = tagged(id, line.as_bytes());
            self.console.message(&String::from_utf8_lossy(&line));
        } else if self.said.insert(line.to_owned()) {
            self.console.message(&format!("{label}: {line}"));
        } else {
            self.repeated += 1;
        }
    }
}

/// The list of all tenants, for the records of one.
struct List(Arc<Merged>);

impl Records for List {
    fn record(&mut self, record: &[u8]) -> io::Result<()> {
        self.0.lock().record(record)
    }

    fn flush(&mut self) -> io::Result<()> {
        let mut state = self.0.lock();
        let written = state.console.flush();
        state.keep(written)
    }
}

/// The standard error of a tenant, line by line.
struct Messages {
    merged: Arc<Merged>,
    id: String,
    label: String,
    /// The begin of a line whose end has not come.
    begun: Vec<u8>,
}

impl Write for Messages {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.begun.extend_from_slice(bytes);
        while let Some(end) = memchr::memchr(b'\n', &self.begun) {
            let line: Vec<u8> = self.begun.drain(..=end).collect();
            let line = String::from_utf8_lossy(&line);
            self.merged
                .lock()
                .message(&self.id, &self.label, line.trim_end());
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
