//! A lake: Delta tables that engines read. [`Lake`] describes its tables and a commit.
//!
//! | file | is about |
//! | --- | --- |
//! | `lake/writer.rs` | the rows of a pass, as files that no log names so far |
//! | `lake/group.rs` | the commit, which passes share |
//! | `lake/receipts.rs` | the table of receipts, `_runs` |
//! | `lake/columns.rs` | the columns of a stream, from the tables that describe the services |
//!
//! # What a reader sees
//!
//! | column | holds |
//! | --- | --- |
//! | `_tenant` | the id of the tenant, as its token has it |
//! | `_date` | the day on which the row was read, in UTC, such as `2026-03-01` |
//! | `_fetched_at` | when the row was read, by the service's clock |
//! | `_operation` | the id of the list, such as `mde.alerts.list` |
//! | `_version` | the time of the last change as the service wrote it: text, or milliseconds since 1970 |
//! | members of the record | text, numbers, truth values, times in UTC with microseconds; JSON text for objects and arrays. A member that is not described: the text of a string, JSON of other values |
//! | `_raw` | the record as the service sent it, where a value did not fit its column or a time has more than six digits |
//!
//! Each version of a record is a row. The newest one of a key is its state. A time without a fraction sorts before one with it only
//! without its `Z`:
//!
//! ```sql
//! SELECT * FROM delta_scan('LAKE/mde.alerts')
//! QUALIFY row_number() OVER (PARTITION BY _tenant, id ORDER BY replace(_version, 'Z', '') DESC) = 1
//! ```
//!
//! # Programs that share a lake
//!
//! Any number of processes may collect into one lake, on any number of machines. Nothing is kept outside of it, and no process knows of
//! another. Different tenants never meet but in the log, where one of two commits waits for the other. Two processes on one stream of one
//! tenant both read, and one of them commits.

mod azure;
mod columns;
mod compare;
mod group;
mod maintain;
mod receipts;
mod verify;
mod views;
mod writer;

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use ::lake::{Layout, Table};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use ::lake::{AzureTokens, Column, Error, Kind, Prints, Store, tables};
pub use azure::AzureStorage;
pub use columns::{columns, columns_of_query};
pub use compare::{Day, compare};
pub use maintain::{Maintained, maintain};
pub use verify::{Checked, Said, said, verify};
pub use views::{Dialect, views};

use super::cursor::Cursor;
use super::receipt::Receipt;
use super::sink::{Sink, SinkError, Writer};
use group::Group;
use receipts::Receipts;
use writer::Rows;

/// The folders of a table: the tenant, and the day on which its rows were read.
///
/// Not the day of the record: a first pass over half a year would write 180 files for each tenant, and engines find times of records by
/// the ranges that the log has for each file.
const FOLDERS: &[&str] = &["_tenant", "_date"];

/// Delta tables in a folder or an object store, one for each stream, read by any engine that reads Delta.
///
/// ```text
/// LAKE/mde.alerts/_delta_log/                               what belongs to the table
/// LAKE/mde.alerts/_tenant=TENANT/_date=2026-03-01/….parquet rows, by the day on which they were read
/// LAKE/_runs/                                               the table of receipts
/// ```
///
/// Columns have the names of the members. `_tenant`, `_fetched_at`, `_operation` and `_version` come before them, and `_raw` holds the
/// whole record where a value did not fit its column or where a time is finer than a microsecond.
///
/// # A commit
///
/// One file of the log names the new files, and holds the cursor and the number of the commit of each tenant (`domainMetadata` and
/// `txn`). A process that is killed before leaves files that no reader sees. Of two processes that worked on the same stream of the
/// same tenant one commits; the other is told so ([`SinkError::is_busy`]).
///
/// Tenants that are collected at the same time are committed together: as soon as none is under way, after 64 MiB, or after ten seconds,
/// which is six commits a minute at most for any number of tenants.
#[derive(Clone)]
pub struct Lake {
    inner: Arc<Inner>,
}

/// The columns of a stream.
type ColumnsOf = dyn Fn(&str) -> Vec<Column> + Send + Sync;

/// The group of a stream, once its table was read. Tenants that come meanwhile wait for it: each would read the whole log again.
type Opened = Arc<tokio::sync::OnceCell<Arc<Group>>>;

struct Inner {
    store: Store,
    columns: Box<ColumnsOf>,
    /// Whether the lake is meant for one tenant: a table with rows of others alone is refused then.
    is_single: bool,
    /// By stream.
    groups: Mutex<HashMap<String, Opened>>,
    /// One for all streams: their receipts are one table.
    receipts: Arc<Receipts>,
}

impl Lake {
    /// A lake in a store. `columns` are the columns of a stream; a member that it does not name becomes a column ([`Kind::Any`]). They
    /// count where the table does not have them: a column of a table keeps its type.
    ///
    /// Nothing is read before the first pass. [`Store::probe`] says whether the store can hold a lake at all.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let folder = tempfile::tempdir()?;
    /// # let folder = folder.path().display().to_string();
    /// use jobs::collect::Lake;
    /// use jobs::collect::lake::{Column, Kind, Store};
    ///
    /// let store = Store::open(&folder, None)?;
    /// store.probe().await?;
    /// let lake = Lake::new(store, |stream| match stream {
    ///     "mde.alerts" => vec![Column::new("alertCreationTime", Kind::Time)],
    ///     _ => Vec::new(),
    /// });
    /// # let _ = lake;
    /// # Ok(())
    /// # }
    /// ```
    pub fn new(
        store: Store,
        columns: impl Fn(&str) -> Vec<Column> + Send + Sync + 'static,
    ) -> Self {
        let receipts = Arc::new(Receipts::new(store.clone()));
        Self {
            inner: Arc::new(Inner {
                store,
                columns: Box::new(columns),
                is_single: false,
                groups: Mutex::default(),
                receipts,
            }),
        }
    }

    /// Refuses tables that hold rows of other tenants and none of the one that is collected: the address may be that of another
    /// customer.
    ///
    /// A table without rows of anybody is no mistake, so the first tenant of a lake needs no special call. Call it before the first pass:
    /// clones that were made before keep what they had.
    #[must_use]
    pub fn of_one_tenant(self) -> Self {
        let inner = match Arc::try_unwrap(self.inner) {
            Ok(inner) => Inner {
                is_single: true,
                ..inner
            },
            Err(shared) => return Self { inner: shared },
        };
        Self {
            inner: Arc::new(inner),
        }
    }

    /// Where a stream of a tenant stands. `None` before its first commit.
    ///
    /// # Errors
    /// If the table cannot be read.
    pub async fn cursor(&self, tenant: &str, stream: &str) -> Result<Option<Cursor>, SinkError> {
        // The writer is dropped, and nothing was written.
        self.open(tenant, stream).await.map(|(cursor, _)| cursor)
    }

    /// The group that commits to the table of a stream. The table is read when it is asked for first.
    async fn group(&self, stream: &str) -> Result<Arc<Group>, SinkError> {
        let known = {
            let groups = self.inner.groups.lock();
            let mut groups = groups.unwrap_or_else(PoisonError::into_inner);
            Arc::clone(groups.entry(stream.to_owned()).or_default())
        };
        known.get_or_try_init(|| self.read(stream)).await.cloned()
    }

    /// Reads the table of a stream.
    async fn read(&self, stream: &str) -> Result<Arc<Group>, SinkError> {
        let mut columns = vec![
            Column::new("_fetched_at", Kind::Time),
            Column::new("_operation", Kind::Text),
            Column::new("_version", Kind::Label),
            Column::new(::lake::RAW, Kind::Text),
        ];
        columns.extend((self.inner.columns)(stream));
        let layout = Layout {
            partitions: FOLDERS,
            columns,
        };
        let table = Table::open(&self.inner.store, stream, layout).await?;
        let receipts = Arc::clone(&self.inner.receipts);
        let group = Group::new(stream, self.place(stream), table, receipts);
        Ok(Arc::new(group))
    }

    fn place(&self, stream: &str) -> String {
        format!("{}/{stream}", self.inner.store.address())
    }
}

impl fmt::Debug for Lake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lake")
            .field("store", &self.inner.store)
            .finish_non_exhaustive()
    }
}

#[async_trait]
impl Sink for Lake {
    async fn open(
        &self,
        tenant: &str,
        stream: &str,
    ) -> Result<(Option<Cursor>, Box<dyn Writer>), SinkError> {
        let place = self.place(stream);
        let group = self.group(stream).await?;
        let name = Name { tenant, stream };
        let (seen, state, other) = group
            .look(|table| {
                let state = table.state(&name.domain()).map(str::to_owned);
                let other = table.programs().next().map(str::to_owned);
                (table.progress(&name.app()), state, other)
            })
            .await?;
        if let Some(other) = other.filter(|_| self.inner.is_single && seen.is_none()) {
            return Err(SinkError::other_tenant(place, tenant, tenant_of(&other)));
        }
        let state = state.map(|text| serde_json::from_str::<State>(&text));
        let state = state.transpose();
        let state = state.map_err(|error| SinkError::unreadable(&place, error.to_string()))?;
        let cursor = state.as_ref().map(|state| state.cursor.clone());
        let rows = Rows::new(group, name, seen, state, place);
        Ok((cursor, Box::new(rows)))
    }

    async fn note(&self, receipt: &Receipt) -> Result<(), SinkError> {
        let value = serde_json::to_value(receipt).map_err(|error| {
            SinkError::unreadable(self.place(receipts::RUNS), error.to_string())
        })?;
        self.inner.receipts.note(value);
        Ok(())
    }

    /// Writes the receipts of the passes that failed.
    async fn settle(&self) -> Result<(), SinkError> {
        Ok(self.inner.receipts.settle().await?)
    }
}

/// What is kept of a stream of a tenant: where it stands, and the receipt of the commit that brought it there. A process that is killed
/// between the rows and the table of receipts has not written the receipt there; the next commit does.
#[derive(Debug, Serialize, Deserialize)]
struct State {
    cursor: Cursor,
    receipt: Value,
}

/// A stream of a tenant, and the names under which the logs of a lake keep what belongs to it.
#[derive(Clone, Copy)]
struct Name<'a> {
    tenant: &'a str,
    stream: &'a str,
}

impl Name<'_> {
    /// The name of its progress in a log.
    fn app(self) -> String {
        format!("defender/{}/{}", self.tenant, self.stream)
    }

    /// The name of its state in a log.
    fn domain(self) -> String {
        format!("defender.{}.{}", self.tenant, self.stream)
    }
}

/// The tenant of a progress in a log.
fn tenant_of(app: &str) -> &str {
    app.split('/').nth(1).unwrap_or(app)
}

impl From<::lake::Error> for SinkError {
    fn from(error: ::lake::Error) -> Self {
        Self::from(Arc::new(error))
    }
}

impl From<Arc<::lake::Error>> for SinkError {
    fn from(error: Arc<::lake::Error>) -> Self {
        let hint = error.hint();
        match (error.is_of_table(), error.is_usage()) {
            (true, _) => Self::store_of_one(error, hint),
            (_, true) => Self::store_of_usage(error, hint),
            _ => Self::store(error, hint),
        }
    }
}

#[cfg(test)]
mod tests;
