//! Checking each claim of a log against the files.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use arrow_array::{Array as _, ArrayRef, RecordBatch};
use aws_lc_rs::digest::{Context, SHA256};
use serde_json::Value;

use crate::column::{Kind, RAW, to_arrow};
use crate::error::Error;
use crate::log::action::Add;
use crate::log::snapshot::{Depth, Snapshot};
use crate::read;
use crate::store::Store;
use crate::time::micros;

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
    /// What programs keep in the log, by their domain. See [`Progress`](crate::Progress).
    pub states: HashMap<String, String>,
    /// What is not as the log says, in words. The first hundred.
    pub problems: Vec<String>,
    /// How many problems there are.
    pub problem_count: u64,
}

/// Rows that were seen, as prints of what names them: see [`print_of`].
pub type Prints = HashSet<[u8; 12]>;

/// What names the rows of a table, by the members of their records.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// The members that name a record.
    pub key: &'a [&'a str],
    /// The column with the version of the record.
    pub version: &'a str,
    /// The member that changes with each version, so that two rows with the same key and version are one row twice. `None`: versions
    /// may be equal.
    pub changes: Option<&'a str>,
}

/// Checks a table: each file that the log names is there, has its size, its number of rows and its columns, and no two rows have the
/// same key and version in the same first folder.
///
/// Returns the prints of the rows as well, for a comparison with another source: [`print_of`] makes them. Without `named` there are none,
/// and no row is looked at.
///
/// Memory: one file, and 12 bytes and some more for each row.
///
/// # Errors
/// If the store or the log cannot be read. A file that cannot be read is a problem and no error.
pub async fn verify(
    store: &Store,
    table: &str,
    named: Option<&Named<'_>>,
) -> Result<(Verified, Prints), Error> {
    let snapshot = Snapshot::read(store, table, Depth::Files).await?;
    snapshot.check_ours(&store.address_of(table))?;
    let mut check = Check {
        found: Verified {
            version: snapshot.version,
            states: snapshot.domains.clone(),
            ..Verified::default()
        },
        prints: Prints::new(),
        named,
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
    named: Option<&'a Named<'a>>,
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

    /// Keeps the prints of rows, and looks for rows that came twice.
    fn rows(&mut self, snapshot: &Snapshot, add: &Add, batch: &RecordBatch) {
        let Some(named) = self.named else { return };
        let folder = folder(snapshot, add);
        let key: Vec<Member<'_>> = named
            .key
            .iter()
            .map(|name| Member::new(snapshot, batch, name))
            .collect();
        let version = Member::new(snapshot, batch, named.version);
        let changes = named.changes.map(|name| Member::new(snapshot, batch, name));
        let raw = batch.column_by_name(RAW);
        for row in 0..batch.num_rows() {
            // The whole record, where a value did not fit its column.
            let raw = raw.filter(|raw| raw.is_valid(row));
            let raw = raw.map(|raw| read::value(raw.as_ref(), row));
            let values: Vec<Value> = key.iter().map(|one| one.value(row, raw.as_ref())).collect();
            let version = version.value(row, None);
            let is_new = self.prints.insert(print_of(&folder, &values, &version));
            let is_named = values.iter().any(|value| !value.is_null());
            let changes = changes
                .as_ref()
                .map_or(Value::Null, |one| one.value(row, raw.as_ref()));
            if !is_new && is_named && !changes.is_null() {
                let values: Vec<_> = values
                    .iter()
                    .chain([&version])
                    .map(ToString::to_string)
                    .collect();
                self.problem(format!("a row came twice: {folder} {}", values.join(" ")));
            }
        }
    }
}

/// A member of the records of a batch.
struct Member<'a> {
    name: &'a str,
    /// Empty if the batch has no such column.
    array: Option<&'a ArrayRef>,
    /// Whether the column holds JSON.
    is_json: bool,
}

impl<'a> Member<'a> {
    fn new(snapshot: &Snapshot, batch: &'a RecordBatch, name: &'a str) -> Self {
        let mut columns = snapshot.columns.iter();
        Self {
            name,
            array: batch.column_by_name(name),
            is_json: columns.any(|column| column.name == name && column.kind == Kind::Json),
        }
    }

    /// The value of a row: that of its column, or else that of the whole record.
    fn value(&self, row: usize, raw: Option<&Value>) -> Value {
        let parsed = |text: &Value| -> Option<Value> { serde_json::from_str(text.as_str()?).ok() };
        let Some(array) = self.array.filter(|array| array.is_valid(row)) else {
            let whole = raw.and_then(parsed);
            return whole.map_or(Value::Null, |whole| whole[self.name].clone());
        };
        let value = read::value(array.as_ref(), row);
        match self.is_json {
            true => parsed(&value).unwrap_or(value),
            false => value,
        }
    }
}

/// The print of a row: the begin of a SHA-256 of the value of the first folder, the key, and the version.
///
/// A value counts by its text: `5` and `"5"` are one, because a column may hold either as text. Times in the key count to the microsecond,
/// which is what a column with times holds. A version counts as it was written.
///
/// ```
/// use lake::print_of;
/// use serde_json::json;
///
/// let row = print_of("contoso", &["a".into(), json!("2026-03-01T00:00:00.1234567Z")], &json!(5));
/// let column = print_of("contoso", &["a".into(), json!("2026-03-01T00:00:00.123456Z")], &json!("5"));
/// assert_eq!(row, column);
/// ```
pub fn print_of(folder: &str, key: &[Value], version: &Value) -> [u8; 12] {
    let mut whole = Context::new(&SHA256);
    let mut add = |text: &str| {
        // The length keeps two values from looking like two others.
        whole.update(&(text.len() as u64).to_be_bytes());
        whole.update(text.as_bytes());
    };
    add(folder);
    for value in key {
        let text = plain(value);
        match micros(&text) {
            Some(time) => add(&time.value.to_string()),
            None => add(&text),
        }
    }
    add(&plain(version));
    let mut print = [0; 12];
    print.copy_from_slice(&whole.finish().as_ref()[..12]);
    print
}

/// The text of a string, and other values as JSON.
fn plain(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => text.into(),
        other => other.to_string().into(),
    }
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
