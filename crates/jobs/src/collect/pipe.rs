//! One output that several tenants share, and the cursors of what went through it.
//!
//! A pass holds its lines back until there are 64 KiB of them, and writes them whole. A cursor is set when the rows of its pass were
//! handed over; all cursors are written together, because the one who keeps them keeps the last text only:
//!
//! | a pass | its cursor is written |
//! | --- | --- |
//! | wrote rows | at once, behind them |
//! | found nothing new | with the next one, at the latest at the end of the round |
//!
//! So an idle round over many tenants writes the cursors once and not once for each of them.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use super::cursor::Cursor;
use super::sink::SinkError;

/// Bytes of whole lines that are written at once.
const CHUNK: usize = 64 << 10;

/// What an error names in place of a file.
const PLACE: &str = "standard output";

/// The output. Clones share it. Each write holds whole lines, so that lines of several tenants never mix.
#[derive(Clone)]
pub(super) struct Pipe(Arc<Mutex<Box<dyn Write + Send>>>);

impl Pipe {
    /// Everything that is written to `out` goes through this pipe.
    pub(super) fn new(out: impl Write + Send + 'static) -> Self {
        Self(Arc::new(Mutex::new(Box::new(out))))
    }

    /// Writes whole lines, and hands them to the reader.
    pub(super) fn write(&self, lines: &[u8]) -> Result<(), SinkError> {
        let mut out = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let written = out.write_all(lines).and_then(|()| out.flush());
        written.map_err(|error| SinkError::io(PLACE, error))
    }

    /// The error of a record that cannot be written as JSON.
    pub(super) fn unwritten(error: impl Into<io::Error>) -> SinkError {
        SinkError::io(PLACE, error.into())
    }
}

impl fmt::Debug for Pipe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pipe")
    }
}

/// Whole lines on their way to a pipe. What is left when it is dropped is lost.
#[derive(Debug)]
pub(super) struct Lines {
    pipe: Pipe,
    held: Vec<u8>,
}

impl Lines {
    /// No line yet.
    pub(super) fn new(pipe: &Pipe) -> Self {
        Self {
            pipe: pipe.clone(),
            held: Vec::new(),
        }
    }

    /// Adds the parts of one line, without its end.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub(super) fn line(&mut self, parts: &[&[u8]]) -> Result<(), SinkError> {
        parts
            .iter()
            .for_each(|part| self.held.extend_from_slice(part));
        self.held.push(b'\n');
        match self.held.len() < CHUNK {
            true => Ok(()),
            false => self.flush(),
        }
    }

    /// Writes what is held, if anything is.
    ///
    /// # Errors
    /// If the output cannot be written; what was held is lost then.
    pub(super) fn flush(&mut self) -> Result<(), SinkError> {
        let written = match self.held.is_empty() {
            true => Ok(()),
            false => self.pipe.write(&self.held),
        };
        self.held.clear();
        written
    }
}

/// The cursors of a pipe by stream and tenant: what goes on where the last run ended.
///
/// Serialized it is the value of a Singer STATE message: `{"bookmarks": {STREAM: {TENANT: CURSOR}}}`.
///
/// ```
/// use jobs::collect::Bookmarks;
///
/// // A target writes each state on a line of its own; the last one counts.
/// let text = "{\"bookmarks\":{}}\n{\"type\":\"STATE\",\"value\":{\"bookmarks\":{}}}\n";
/// assert!(Bookmarks::parse(text)?.is_empty());
/// assert!(Bookmarks::parse("")?.is_empty());
/// assert!(Bookmarks::parse("[]").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bookmarks {
    bookmarks: BTreeMap<String, BTreeMap<String, Cursor>>,
}

impl Bookmarks {
    /// Reads the last line that is not empty: a value, or a whole STATE message. A text without one has no cursors.
    ///
    /// # Errors
    /// If the line is something else, or has cursors of another version.
    pub fn parse(text: &str) -> serde_json::Result<Self> {
        /// A message, in whose place a target may keep the value alone.
        #[derive(Deserialize)]
        struct Message {
            value: Bookmarks,
        }
        let whole = text.trim();
        let last = whole.lines().next_back().unwrap_or_default();
        if last.is_empty() {
            return Ok(Self::default());
        }
        // A file that a person has laid out has more than one line.
        let of_file = || serde_json::from_str::<Self>(whole);
        match serde_json::from_str::<Message>(last) {
            Ok(message) => Ok(message.value),
            Err(_) => serde_json::from_str(last).or_else(|error| of_file().map_err(|_| error)),
        }
    }

    /// Whether there is no cursor.
    pub fn is_empty(&self) -> bool {
        self.bookmarks.is_empty()
    }

    /// The cursor of a stream of a tenant. `None` before its first pass.
    fn get(&self, tenant: &str, stream: &str) -> Option<Cursor> {
        self.bookmarks.get(stream)?.get(tenant).cloned()
    }

    /// Puts a cursor in the place of the one before.
    fn set(&mut self, tenant: &str, stream: &str, cursor: &Cursor) {
        let tenants = self.bookmarks.entry(stream.to_owned()).or_default();
        tenants.insert(tenant.to_owned(), cursor.clone());
    }
}

/// The cursors of a process, and whether some are not written yet.
#[derive(Debug, Default)]
pub(super) struct Kept(Mutex<(Bookmarks, bool)>);

impl Kept {
    /// The cursors of an earlier process, which are written already.
    pub(super) fn new(bookmarks: Bookmarks) -> Self {
        Self(Mutex::new((bookmarks, false)))
    }

    fn lock(&self) -> MutexGuard<'_, (Bookmarks, bool)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn get(&self, tenant: &str, stream: &str) -> Option<Cursor> {
        self.lock().0.get(tenant, stream)
    }

    /// Sets a cursor that is not written yet.
    pub(super) fn set(&self, tenant: &str, stream: &str, cursor: &Cursor) {
        let mut kept = self.lock();
        kept.0.set(tenant, stream, cursor);
        kept.1 = true;
    }

    /// Writes all cursors, if one is not written yet.
    pub(super) fn write(
        &self,
        write: impl FnOnce(&[u8]) -> Result<(), SinkError>,
    ) -> Result<(), SinkError> {
        let mut kept = self.lock();
        if !kept.1 {
            return Ok(());
        }
        let text = serde_json::to_vec(&kept.0).map_err(Pipe::unwritten)?;
        write(&text)?;
        kept.1 = false;
        Ok(())
    }
}
