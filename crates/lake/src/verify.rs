//! Checking each claim of a log against the files.

use std::collections::{BTreeMap, HashSet};

use arrow_array::RecordBatch;
use aws_lc_rs::digest::{Context, SHA256};
use serde_json::Value;

use crate::column::{RAW, to_arrow};
use crate::error::Error;
use crate::log::action::Add;
use crate::log::snapshot::{Depth, Snapshot};
use crate::read;
use crate::store::Store;

/// Problems of a table that are kept in words. The number of all is counted.
const MOST_PROBLEMS: usize = 100;

/// What a check has found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verified {
    /// The version that was checked. `-1` without a table.
    pub version: i64,
    /// Files.
    pub files: u64,
    /// Bytes of them.
    pub bytes: u64,
    /// Rows of them.
    pub rows: u64,
    /// Rows by the value of the first folder.
    pub rows_by_folder: BTreeMap<String, u64>,
    /// What is not as the log says, in words. The first hundred.
    pub problems: Vec<String>,
    /// How many problems there are.
    pub problem_count: u64,
}

/// Rows that were seen, as prints of what must be unique.
pub type Prints = HashSet<[u8; 12]>;

/// Checks a table: each file that the log names is there, has its size, its number of rows and its columns, and no two rows have the
/// same values in `unique` and in the first folder.
///
/// Returns the prints of the rows as well, for a comparison with another source: [`print_of`] makes them.
///
/// Memory: one file, and 12 bytes and some more for each row.
///
/// # Errors
/// If the store or the log cannot be read. A file that cannot be read is a problem and no error.
pub async fn verify(
    store: &Store,
    table: &str,
    unique: &[&str],
) -> Result<(Verified, Prints), Error> {
    let snapshot = Snapshot::read(store, table, Depth::Files).await?;
    snapshot.check_ours(&store.address_of(table))?;
    let mut check = Check {
        found: Verified {
            version: snapshot.version,
            ..Verified::default()
        },
        prints: Prints::new(),
        unique,
    };
    for add in snapshot.files.values() {
        check.found.files += 1;
        check.found.bytes += u64::try_from(add.size).unwrap_or_default();
        match read::bytes(store, table, add).await {
            Ok(bytes) => check.file(&snapshot, add, bytes),
            Err(error) => check.problem(error.to_string()),
        }
    }
    Ok((check.found, check.prints))
}

/// A check under way.
struct Check<'a> {
    found: Verified,
    prints: Prints,
    unique: &'a [&'a str],
}

impl Check<'_> {
    fn problem(&mut self, what: String) {
        self.found.problem_count += 1;
        if self.found.problems.len() < MOST_PROBLEMS {
            self.found.problems.push(what);
        }
    }

    fn file(&mut self, snapshot: &Snapshot, add: &Add, bytes: bytes::Bytes) {
        let path = &add.path;
        if i64::try_from(bytes.len()) != Ok(add.size) {
            self.problem(format!(
                "{path} has {} bytes, and the log says {}",
                bytes.len(),
                add.size
            ));
        }
        let schema = to_arrow(&snapshot.columns);
        let mut rows = 0;
        let batches = match read::open(path, bytes) {
            Ok(batches) => batches,
            Err(error) => return self.problem(error.to_string()),
        };
        for batch in batches {
            match batch {
                Ok(batch) => {
                    if let Err(column) = read::conformed(&batch, &schema) {
                        self.problem(format!("{path}: column `{column}` is not as the log says"));
                    }
                    rows += batch.num_rows() as u64;
                    self.rows(snapshot, add, &batch);
                }
                Err(error) => return self.problem(format!("{path}: {error}")),
            }
        }
        let stats: Option<Value> = add
            .stats
            .as_ref()
            .and_then(|text| serde_json::from_str(text).ok());
        let said = stats.and_then(|stats| stats["numRecords"].as_u64());
        if said != Some(rows) {
            let said = said.map_or("nothing".to_owned(), |said| said.to_string());
            self.problem(format!("{path} has {rows} rows, and the log says {said}"));
        }
        self.found.rows += rows;
        *self
            .found
            .rows_by_folder
            .entry(folder(snapshot, add))
            .or_default() += rows;
    }

    /// Looks for rows that came twice.
    fn rows(&mut self, snapshot: &Snapshot, add: &Add, batch: &RecordBatch) {
        if self.unique.is_empty() {
            return;
        }
        let folder = folder(snapshot, add);
        let columns: Vec<_> = self
            .unique
            .iter()
            .map(|name| batch.column_by_name(name))
            .collect();
        let raw = batch.column_by_name(RAW);
        for row in 0..batch.num_rows() {
            let text = |array: &dyn arrow_array::Array| {
                array.is_valid(row).then(|| read::value(array, row))
            };
            let values: Vec<Value> = columns
                .iter()
                .map(|column| {
                    column
                        .and_then(|array| text(array.as_ref()))
                        .unwrap_or_default()
                })
                .collect();
            // A key that did not fit its column is in the whole record.
            let is_misfit = values.iter().any(Value::is_null);
            let whole = raw
                .filter(|_| is_misfit)
                .and_then(|array| text(array.as_ref()));
            let print = print_of(&folder, values.iter().chain(&whole));
            if !self.prints.insert(print) {
                let values: Vec<_> = values.iter().map(ToString::to_string).collect();
                self.problem(format!("a row came twice: {folder} {}", values.join(" ")));
            }
        }
    }
}

/// The print of a row: the value of the first folder, and its values in `unique`.
pub fn print_of<'a>(folder: &str, values: impl IntoIterator<Item = &'a Value>) -> [u8; 12] {
    let mut whole = Context::new(&SHA256);
    whole.update(folder.as_bytes());
    for value in values {
        whole.update(b"\n");
        whole.update(value.to_string().as_bytes());
    }
    let mut print = [0; 12];
    print.copy_from_slice(&whole.finish().as_ref()[..12]);
    print
}

/// The value of the first folder. Empty in a table without folders.
fn folder(snapshot: &Snapshot, add: &Add) -> String {
    let name = snapshot
        .meta
        .as_ref()
        .and_then(|meta| meta.partition_columns.first());
    let value = name.and_then(|name| add.partition_values.get(name).cloned());
    value.flatten().unwrap_or_default()
}
