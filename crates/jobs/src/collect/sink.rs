//! Where collected rows go: the rows of a pass and the cursor behind them become visible together, or not at all.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

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

    /// Keeps the receipt of a pass that wrote nothing ([`End::Failed`](super::End::Failed)). Default: nothing, for stores without receipts.
    ///
    /// # Errors
    /// If the store cannot be written.
    async fn note(&self, _receipt: &Receipt) -> Result<(), SinkError> {
        Ok(())
    }

    /// Writes what passes have left for the end of a round. Call it when a pass over each stream and tenant is done. Default: nothing.
    ///
    /// # Errors
    /// If the store cannot be written.
    async fn settle(&self) -> Result<(), SinkError> {
        Ok(())
    }
}

/// The rows of one pass. Dropped without a commit they are never seen.
#[async_trait]
pub trait Writer: Send {
    /// Adds a row: a JSON object in one line, without the line end.
    ///
    /// # Errors
    /// If the store cannot be written.
    async fn write(&mut self, row: &[u8]) -> Result<(), SinkError>;

    /// Rows so far with a value that did not fit its column. They are whole elsewhere. Default: 0, for stores without columns.
    fn misfits(&self) -> u64 {
        0
    }

    /// Makes the rows visible, with the cursor and the receipt.
    ///
    /// # Errors
    /// If the store cannot be written. Nothing is visible then.
    async fn commit(self: Box<Self>, cursor: &Cursor, receipt: &Receipt) -> Result<(), SinkError>;
}

/// A store failed.
///
/// | failure | what becomes of the pass | what a caller does |
/// | --- | --- | --- |
/// | a file, a folder or a store | nothing is visible; the next pass reads it anew | ends: it would fail for every stream |
/// | the part of a store that holds one stream | nothing is written, and nothing is changed | says so, and goes on with the next stream |
/// | another process works on the stream | the other one writes its rows | goes on; no failure |
/// | another process was faster | the rows are there once, by the other one | goes on; no failure |
/// | rows of another tenant | nothing is written | says so, and goes on with the next stream |
/// | content of one stream that cannot be used | nothing is written, and nothing is changed | says so, and goes on with the next stream |
///
/// ```
/// use jobs::collect::SinkError;
///
/// let error = SinkError::busy("/var/spool/defender/mde.alerts");
/// assert!(error.is_busy() && error.is_of_one());
/// ```
#[derive(Debug)]
pub struct SinkError {
    place: PathBuf,
    what: What,
}

#[derive(Debug)]
enum What {
    Io(io::Error),
    /// An error that names its place.
    Store {
        error: Arc<dyn std::error::Error + Send + Sync>,
        /// What to do about it.
        hint: Option<&'static str>,
        scope: Scope,
    },
    Busy,
    Overtaken(String),
    OtherTenant {
        ours: String,
        theirs: String,
    },
    Unreadable(String),
}

/// Whom the error of a store concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    /// Every stream: the store does not answer, refuses, or is full.
    All,
    /// The stream whose part of the store it is about.
    One,
    /// Whoever gave the address and the settings.
    Usage,
}

impl SinkError {
    /// The error of a file or folder.
    pub fn io(place: impl Into<PathBuf>, error: io::Error) -> Self {
        Self::new(place, What::Io(error))
    }

    /// The error of a store that names its own place, and what to do about it. Every stream would meet it.
    pub fn store(
        error: Arc<dyn std::error::Error + Send + Sync>,
        hint: Option<&'static str>,
    ) -> Self {
        Self::of_store(error, hint, Scope::All)
    }

    /// The same for what holds one stream, such as a table whose log is broken. The others can go on.
    ///
    /// ```
    /// use std::io;
    /// use std::sync::Arc;
    ///
    /// use jobs::collect::SinkError;
    ///
    /// let cause = Arc::new(io::Error::other("the table is locked"));
    /// let error = SinkError::store_of_one(cause, Some("unlock it"));
    /// assert!(error.is_of_one() && !error.is_busy());
    /// ```
    pub fn store_of_one(
        error: Arc<dyn std::error::Error + Send + Sync>,
        hint: Option<&'static str>,
    ) -> Self {
        Self::of_store(error, hint, Scope::One)
    }

    /// The same for a store whose address or settings cannot work. Nothing was sent, and the caller has to change them.
    ///
    /// ```
    /// use std::io;
    /// use std::sync::Arc;
    ///
    /// use jobs::collect::SinkError;
    ///
    /// let cause = Arc::new(io::Error::other("no region is set"));
    /// let error = SinkError::store_of_usage(cause, Some("set AWS_REGION"));
    /// assert!(error.is_usage() && !error.is_of_one());
    /// ```
    pub fn store_of_usage(
        error: Arc<dyn std::error::Error + Send + Sync>,
        hint: Option<&'static str>,
    ) -> Self {
        Self::of_store(error, hint, Scope::Usage)
    }

    fn of_store(
        error: Arc<dyn std::error::Error + Send + Sync>,
        hint: Option<&'static str>,
        scope: Scope,
    ) -> Self {
        Self::new(PathBuf::new(), What::Store { error, hint, scope })
    }

    /// Another process works on the same stream of the same tenant.
    pub fn busy(place: impl Into<PathBuf>) -> Self {
        Self::new(place, What::Busy)
    }

    /// Another process has collected the same stream of this tenant meanwhile.
    pub fn overtaken(place: impl Into<PathBuf>, tenant: impl Into<String>) -> Self {
        Self::new(place, What::Overtaken(tenant.into()))
    }

    /// The store holds rows of another tenant, and none of this one.
    pub fn other_tenant(
        place: impl Into<PathBuf>,
        ours: impl Into<String>,
        theirs: impl Into<String>,
    ) -> Self {
        let (ours, theirs) = (ours.into(), theirs.into());
        Self::new(place, What::OtherTenant { ours, theirs })
    }

    /// What is in the store cannot be used, for this reason.
    pub fn unreadable(place: impl Into<PathBuf>, why: impl Into<String>) -> Self {
        Self::new(place, What::Unreadable(why.into()))
    }

    fn new(place: impl Into<PathBuf>, what: What) -> Self {
        Self {
            place: place.into(),
            what,
        }
    }

    /// Whether another process does or has done the work, so nothing is lost.
    pub fn is_busy(&self) -> bool {
        matches!(self.what, What::Busy | What::Overtaken(_))
    }

    /// Whether only this stream or tenant is concerned. The others can go on.
    pub fn is_of_one(&self) -> bool {
        match &self.what {
            What::Io(_) => false,
            What::Store { scope, .. } => *scope == Scope::One,
            What::Busy | What::Overtaken(_) | What::OtherTenant { .. } | What::Unreadable(_) => {
                true
            }
        }
    }

    /// Whether the caller has to give another address or other settings of the store. Nothing was sent.
    pub fn is_usage(&self) -> bool {
        let What::Store { scope, .. } = &self.what else {
            return false;
        };
        *scope == Scope::Usage
    }

    /// Whether the store was left alone on purpose: what is in it is of another tenant.
    pub fn is_refusal(&self) -> bool {
        matches!(self.what, What::OtherTenant { .. })
    }

    /// What to do about it.
    pub fn hint(&self) -> Option<&str> {
        match &self.what {
            What::Store { hint, .. } => *hint,
            What::OtherTenant { .. } => Some(
                "give another address; if both belong into one store, name them with --tenants",
            ),
            _ => None,
        }
    }
}

impl fmt::Display for SinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place.display();
        match &self.what {
            What::Io(error) => write!(f, "`{place}`: {error}"),
            What::Store { error, .. } => error.fmt(f),
            What::Busy => write!(f, "another process collects into `{place}`"),
            What::Overtaken(tenant) => write!(
                f,
                "another process has collected tenant {tenant} into `{place}` meanwhile; the rows are there once"
            ),
            What::OtherTenant { ours, theirs } => write!(
                f,
                "`{place}` holds rows of tenant {theirs} and none of {ours}"
            ),
            What::Unreadable(why) => write!(f, "`{place}` cannot be used: {why}"),
        }
    }
}

impl std::error::Error for SinkError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.what {
            What::Io(error) => Some(error),
            What::Store { error, .. } => Some(&**error),
            _ => None,
        }
    }
}
