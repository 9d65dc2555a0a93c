//! Rows as lines of one output, such as a pipe, with the cursors in a file of their own.
//!
//! The file is the one place where this crate keeps a cursor beside the rows and not with them: a pipe has no commit. The order makes
//! the difference. Rows first, and a process that ends between the two writes rows again; the cursor first, and it would lose them.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use async_trait::async_trait;
use http_core::atomic_file::{self, Access};

use super::cursor::Cursor;
use super::lock::locked;
use super::pipe::{Bookmarks, Kept, Lines, Pipe};
use super::receipt::Receipt;
use super::sink::{Sink, SinkError, Writer};

/// Rows as lines of one output, such as a pipe: at least once.
///
/// A row that is written to a pipe is not a row that somebody has stored. The cursors are written after the rows of a pass were
/// flushed, so a process that ends between the two writes the rows of that pass again, and so does one whose first pass breaks off.
/// What a reader loses after it has taken a row is lost.
///
/// ```
/// use jobs::collect::{Ndjson, StateFile};
///
/// # fn main() -> Result<(), jobs::collect::SinkError> {
/// # let folder = tempfile::tempdir().expect("a folder");
/// let state = StateFile::open(folder.path().join("state.json"))?;
/// let sink = Ndjson::new(Vec::new()).with_state(state);
/// # let _ = sink;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Ndjson {
    pipe: Pipe,
    kept: Arc<Kept>,
    /// `None`: the cursors end with the process.
    state: Option<Arc<StateFile>>,
}

impl Ndjson {
    /// Writes to this output. The cursors are kept in memory: they end with the process.
    pub fn new(out: impl Write + Send + 'static) -> Self {
        Self {
            pipe: Pipe::new(out),
            kept: Arc::default(),
            state: None,
        }
    }

    /// Goes on where the file says, and keeps the cursors in it.
    #[must_use]
    pub fn with_state(mut self, mut state: StateFile) -> Self {
        self.kept = Arc::new(Kept::new(std::mem::take(&mut state.read)));
        self.state = Some(Arc::new(state));
        self
    }

    /// Writes the cursors, if one has moved.
    fn write_state(&self) -> Result<(), SinkError> {
        match &self.state {
            Some(state) => self.kept.write(|text| state.replace(text)),
            None => Ok(()),
        }
    }
}

#[async_trait]
impl Sink for Ndjson {
    async fn open(
        &self,
        tenant: &str,
        stream: &str,
    ) -> Result<(Option<Cursor>, Box<dyn Writer>), SinkError> {
        let pass = Pass {
            lines: Lines::new(&self.pipe),
            sink: self.clone(),
            tenant: tenant.to_owned(),
            stream: stream.to_owned(),
        };
        Ok((self.kept.get(tenant, stream), Box::new(pass)))
    }

    /// Writes the cursors of passes without a new row. Those with new rows have written theirs.
    async fn settle(&self) -> Result<(), SinkError> {
        self.write_state()
    }
}

/// The rows of a pass.
struct Pass {
    lines: Lines,
    sink: Ndjson,
    tenant: String,
    stream: String,
}

#[async_trait]
impl Writer for Pass {
    async fn write(&mut self, row: &[u8]) -> Result<(), SinkError> {
        self.lines.line(&[row])
    }

    async fn commit(
        mut self: Box<Self>,
        cursor: &Cursor,
        receipt: &Receipt,
    ) -> Result<(), SinkError> {
        self.lines.flush()?;
        self.sink.kept.set(&self.tenant, &self.stream, cursor);
        match receipt.rows_written {
            0 => Ok(()),
            _ => self.sink.write_state(),
        }
    }
}

/// A file with the cursors of a pipe, which one process uses at a time. Its owner alone may read it: it says which tenants there are.
///
/// A file `NAME.lock` beside it is held while it is open.
#[derive(Debug)]
pub struct StateFile {
    path: PathBuf,
    /// What was in it, until a sink takes it.
    read: Bookmarks,
    _lock: File,
}

impl StateFile {
    /// Reads the file, which may not exist, and makes sure that it can be written.
    ///
    /// # Errors
    /// If it cannot be read or replaced, has something else or cursors of another version, or if another process has it open
    /// ([`SinkError::is_busy`]).
    pub fn open(path: impl Into<PathBuf>) -> Result<Self, SinkError> {
        let path = path.into();
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".lock");
        let lock = locked(&path.with_file_name(name))?;
        Ok(Self {
            read: read_bookmarks(&path)?.unwrap_or_default(),
            path,
            _lock: lock,
        })
    }

    /// Whether the file has no cursor: every stream begins anew.
    pub fn is_empty(&self) -> bool {
        self.read.is_empty()
    }

    /// Writes the cursors in place of those before.
    fn replace(&self, text: &[u8]) -> Result<(), SinkError> {
        atomic_file::replace(&self.path, text, Access::Private)
            .map_err(|error| SinkError::io(&self.path, error))
    }
}

/// The cursors in a file. `None` if it does not exist.
///
/// # Errors
/// If the file cannot be read, or has something else.
pub fn read_bookmarks(path: &Path) -> Result<Option<Bookmarks>, SinkError> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(SinkError::io(path, error)),
    };
    let read = Bookmarks::parse(&text);
    read.map(Some)
        .map_err(|error| SinkError::unreadable(path, format!("it is no state: {error}")))
}
