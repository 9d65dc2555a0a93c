//! Whether a lake is what its logs and its receipts say.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use http_core::jiff::Timestamp;
use lake::{Error, Named, Prints, Row, Store};
use serde::Serialize;

use super::super::cursor::Cursor;
use super::super::stream::Stream;
use super::receipts::RUNS;
use super::{Name, State};

/// Problems of a table that are kept in words. The number of all is counted.
const MOST_PROBLEMS: usize = 100;

/// What is known of a table after a check.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Checked {
    /// The name of the table.
    pub table: String,
    /// The version that was checked. `-1` for a table that is not there or cannot be read.
    pub version: i64,
    /// Files.
    pub files: u64,
    /// Bytes of them.
    pub bytes: u64,
    /// Rows of them.
    pub rows: u64,
    /// How many claims do not hold.
    pub problem_count: u64,
    /// The first hundred of them, in words.
    pub problems: Vec<String>,
    /// The rows, for a comparison with the service.
    #[serde(skip)]
    pub prints: Prints,
    /// What the log keeps of each tenant, by domain.
    #[serde(skip)]
    states: HashMap<String, String>,
}

impl Checked {
    /// A table that cannot be checked.
    fn broken(table: &str, error: &Error) -> Self {
        let hint = error.hint().unwrap_or_default();
        let mut broken = Self {
            table: table.to_owned(),
            version: -1,
            ..Self::default()
        };
        broken.problem(format!("{error}; {hint}"));
        broken
    }

    fn problem(&mut self, what: String) {
        self.problem_count += 1;
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(what);
        }
    }

    /// Where a tenant stands in the table. `None` if nothing of it was collected.
    pub(super) fn cursor(&self, tenant: &str) -> Option<Cursor> {
        let stream = self.table.as_str();
        let state = self.states.get(&Name { tenant, stream }.domain())?;
        let state: State = serde_json::from_str(state).ok()?;
        Some(state.cursor)
    }
}

/// What the receipts of a lake say, by table and tenant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Said {
    told: BTreeMap<(String, String), Told>,
    /// Why the receipts cannot be read.
    broken: Option<String>,
}

/// What the receipts say of a table and a tenant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Told {
    /// Rows that were written.
    rows: u64,
    /// The first pass that came to the end of a list: when it began, and the time from which on it asked for records.
    first: Option<(Option<Timestamp>, Option<Timestamp>)>,
    /// The earliest time that passes before it asked for.
    before: Option<Option<Timestamp>>,
}

impl Said {
    fn add(&mut self, row: &Row) {
        let text = |name: &str| row.get(name).and_then(|value| value.as_str());
        let time = |name: &str| -> Option<Timestamp> { text(name)?.parse().ok() };
        let owned = |name: &str| text(name).unwrap_or_default().to_owned();
        // One that failed has committed nothing, and may never have known what to ask for.
        if text("end") == Some("failed") {
            return;
        }
        let told = self
            .told
            .entry((owned("stream"), owned("_tenant")))
            .or_default();
        let rows = row.get("rows_written").and_then(serde_json::Value::as_u64);
        told.rows += rows.unwrap_or_default();
        let pass = (time("started"), time("since"));
        match row.contains_key("newest") {
            true => told.first = Some(told.first.map_or(pass, |first| first.min(pass))),
            false => told.before = Some(told.before.map_or(pass.1, |least| least.min(pass.1))),
        }
    }

    /// The tables that receipts name, in order.
    pub fn tables(&self) -> BTreeSet<&str> {
        self.told.keys().map(|(table, _)| table.as_str()).collect()
    }

    /// The rows of a tenant in a table.
    fn rows(&self, table: &str, tenant: &str) -> u64 {
        let key = (table.to_owned(), tenant.to_owned());
        self.told.get(&key).map_or(0, |told| told.rows)
    }

    /// The tenants of a table.
    fn tenants(&self, table: &str) -> impl Iterator<Item = &str> {
        let told = self.told.keys().filter(move |(name, _)| name == table);
        told.map(|(_, tenant)| tenant.as_str())
    }

    /// The time before which nothing of a tenant was ever asked for. `None`: all was.
    ///
    /// A pass asks for what its caller wants until one has come to the end of a list. Later ones go on from there.
    pub(super) fn since(&self, table: &str, tenant: &str) -> Option<Timestamp> {
        let key = (table.to_owned(), tenant.to_owned());
        let Told { first, before, .. } = self.told.get(&key)?;
        let first = first.map(|(_, since)| since);
        first.into_iter().chain(*before).min().flatten()
    }
}

/// Reads what the receipts of a lake say.
///
/// # Errors
/// If the store cannot be read. A table of receipts that is not there says nothing; of one that is broken, [`verify`] says so.
pub async fn said(store: &Store) -> Result<Said, Error> {
    let mut said = Said::default();
    let mut add = |row: Row| said.add(&row);
    match lake::each_row(store, RUNS, &mut add).await {
        Err(error) if error.is_of_table() => said.broken = Some(error.to_string()),
        read => read?,
    }
    Ok(said)
}

/// Checks a table: each claim of its log against the files, that no version of a record came twice, and that it has as many rows of each
/// tenant as the receipts say. Both sides are looked at: a table, and a tenant of a table, that receipts name and the lake lacks is a
/// problem.
///
/// A receipt may be one commit behind the rows, if a process was killed between the two: the next pass adds it.
///
/// A table that cannot be read has that as its problem, so that the others can be checked.
///
/// # Errors
/// If the store cannot be read.
pub async fn verify(
    store: &Store,
    table: &str,
    streams: &[Stream],
    said: &Said,
) -> Result<Checked, Error> {
    let stream = streams.iter().find(|stream| stream.name() == table);
    let named = stream
        .filter(|stream| stream.is_named())
        .map(|stream| Named {
            key: stream.key(),
            version: "_version",
            changes: stream.version(),
        });
    let (found, prints) = match lake::verify(store, table, named.as_ref()).await {
        Err(error) if error.is_of_table() => return Ok(Checked::broken(table, &error)),
        verified => verified?,
    };
    let mut checked = Checked {
        table: table.to_owned(),
        version: found.version,
        files: found.files,
        bytes: found.bytes,
        rows: found.rows,
        problem_count: found.problem_count,
        problems: found.problems,
        prints,
        states: found.states,
    };
    if table == RUNS {
        return Ok(checked);
    }
    if let Some(broken) = &said.broken {
        checked.problem(format!("not compared with its receipts: {broken}"));
        return Ok(checked);
    }
    if found.version < 0 {
        checked.problem("receipts name this table, and the lake has none of this name".to_owned());
    }
    let tenants = found.rows_by_folder.keys().map(String::as_str);
    let tenants: BTreeSet<&str> = tenants.chain(said.tenants(table)).collect();
    for tenant in tenants {
        let rows = found.rows_by_folder.get(tenant).copied();
        let (rows, expected) = (rows.unwrap_or_default(), said.rows(table, tenant));
        if expected != rows {
            checked.problem(format!(
                "tenant {tenant} has {rows} rows, and its receipts say {expected}"
            ));
        }
    }
    Ok(checked)
}
