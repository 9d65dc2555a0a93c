//! Where collected rows go: the rows of a pass and the cursor behind them become visible together, or not at all.

use std::fmt;
use std::io;
use std::path::PathBuf;

use async_trait::async_trait;

use super::cursor::Cursor;
use super::receipt::Receipt;

/// A place for rows. Implement it for a store of your own.
///
/// The one promise that exactness rests on: [`Writer::commit`] makes rows, cursor and receipt visible in one step. A process that is
/// killed before it leaves nothing that a reader sees, and one that is killed after it leaves all.
///
/// A sink of a program's own, for a database with transactions:
///
/// ```
/// use std::sync::Mutex;
///
/// use async_trait::async_trait;
/// use jobs::collect::{Cursor, Receipt, Sink, SinkError, Writer};
///
/// /// Stands for a database: rows, and the cursor of each stream.
/// #[derive(Debug, Default)]
/// struct Database {
///     rows: Mutex<Vec<Vec<u8>>>,
///     cursors: Mutex<std::collections::HashMap<String, Cursor>>,
/// }
///
/// /// A database that several collectors share.
/// #[derive(Clone, Debug, Default)]
/// struct Shared(std::sync::Arc<Database>);
///
/// struct Transaction {
///     database: Shared,
///     place: String,
///     rows: Vec<Vec<u8>>,
/// }
///
/// #[async_trait]
/// impl Sink for Shared {
///     async fn open(
///         &self,
///         tenant: &str,
///         stream: &str,
///     ) -> Result<(Option<Cursor>, Box<dyn Writer>), SinkError> {
///         let place = format!("{tenant}/{stream}");
///         let cursors = self.0.cursors.lock().expect("no panic while it is held");
///         let cursor = cursors.get(&place).cloned();
///         Ok((cursor, Box::new(Transaction { database: self.clone(), place, rows: Vec::new() })))
///     }
/// }
///
/// #[async_trait]
/// impl Writer for Transaction {
///     async fn write(&mut self, row: &[u8]) -> Result<(), SinkError> {
///         self.rows.push(row.to_vec());
///         Ok(())
///     }
///
///     async fn commit(self: Box<Self>, cursor: &Cursor, _: &Receipt) -> Result<(), SinkError> {
///         // One transaction: the rows and the cursor, or neither.
///         let Database { rows, cursors } = &*self.database.0;
///         rows.lock().expect("no panic while it is held").extend(self.rows);
///         cursors.lock().expect("no panic while it is held").insert(self.place, cursor.clone());
///         Ok(())
///     }
/// }
/// ```
#[async_trait]
pub trait Sink: fmt::Debug + Send + Sync {
    /// Begins the rows of a pass over one stream of one tenant. Returns the cursor of the last commit, `None` before the first.
    ///
    /// # Errors
    /// If the store cannot be read or written, if its cursor is of another version, or if another process works on the same stream
    /// of this tenant ([`SinkError::is_busy`]).
    async fn open(
        &self,
        tenant: &str,
        stream: &str,
    ) -> Result<(Option<Cursor>, Box<dyn Writer>), SinkError>;
}

/// The rows of one pass. Dropped without a commit they are never seen.
#[async_trait]
pub trait Writer: Send {
    /// Adds a row: a JSON object in one line, without the line end.
    ///
    /// # Errors
    /// If the store cannot be written.
    async fn write(&mut self, row: &[u8]) -> Result<(), SinkError>;

    /// Makes the rows visible, with the cursor and the receipt.
    ///
    /// # Errors
    /// If the store cannot be written. Nothing is visible then.
    async fn commit(self: Box<Self>, cursor: &Cursor, receipt: &Receipt) -> Result<(), SinkError>;
}

/// A store failed.
#[derive(Debug)]
pub struct SinkError {
    place: PathBuf,
    what: What,
}

#[derive(Debug)]
enum What {
    Io(io::Error),
    Busy,
    Unreadable(String),
}

impl SinkError {
    /// The error of a file or folder.
    pub fn io(place: impl Into<PathBuf>, error: io::Error) -> Self {
        Self {
            place: place.into(),
            what: What::Io(error),
        }
    }

    /// Another process works on the same stream of the same tenant.
    pub fn busy(place: impl Into<PathBuf>) -> Self {
        Self {
            place: place.into(),
            what: What::Busy,
        }
    }

    /// What is in the store cannot be used, for this reason.
    pub fn unreadable(place: impl Into<PathBuf>, why: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            what: What::Unreadable(why.into()),
        }
    }

    /// Whether another process works on the same stream: it does the work, so nothing is lost.
    pub fn is_busy(&self) -> bool {
        matches!(self.what, What::Busy)
    }
}

impl fmt::Display for SinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place.display();
        match &self.what {
            What::Io(error) => write!(f, "`{place}`: {error}"),
            What::Busy => write!(f, "another process collects into `{place}`"),
            What::Unreadable(why) => write!(f, "`{place}` cannot be used: {why}"),
        }
    }
}

impl std::error::Error for SinkError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.what {
            What::Io(error) => Some(error),
            _ => None,
        }
    }
}
