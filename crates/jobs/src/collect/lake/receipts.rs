//! The table of receipts of a lake.
//!
//! It is another table than that of the rows, so a process may be killed between the two commits. The state of the rows keeps the last
//! receipt, and the pass after it writes what the table of receipts lacks before it commits: a state keeps one receipt and no more.
//!
//! | killed | rows | receipts |
//! | --- | --- | --- |
//! | before the first commit | none | none |
//! | between the two | all | the next pass of this stream and tenant adds the one that is missing, before its own commit |
//! | after the second | all | all |
//!
//! Like a row, a receipt is written once: the table keeps the number of the commit that each stream of each tenant has come to, and the id of
//! the table of rows that the number is of. A table that was taken away and filled anew counts from one again, and has another id.

use std::sync::{Mutex, PoisonError};

use lake::{Column, Error, Kind, Layout, Part, PartEnd, Progress, Store, Table, Written};
use serde_json::Value;

/// The name of the table.
pub(super) const RUNS: &str = "_runs";

/// How often receipts are written anew, because another process has written receipts of the same tenants.
const ATTEMPTS: usize = 8;

/// The columns of a receipt: all its members. [`Receipt`](crate::collect::Receipt) says what they mean.
const COLUMNS: &[(&str, Kind)] = &[
    ("_tenant", Kind::Text),
    ("stream", Kind::Text),
    ("started", Kind::Time),
    ("seconds", Kind::Double),
    ("since", Kind::Time),
    ("newest", Kind::Time),
    ("is_sweep", Kind::Bool),
    ("pages", Kind::Long),
    ("rows_read", Kind::Long),
    ("rows_written", Kind::Long),
    ("duplicates", Kind::Long),
    ("older", Kind::Long),
    ("undated", Kind::Long),
    ("lost", Kind::Long),
    ("misfits", Kind::Long),
    ("is_degraded", Kind::Bool),
    ("lag_seconds", Kind::Long),
    ("end", Kind::Text),
    ("message", Kind::Text),
];

/// The table of receipts. It is read when the first receipt comes.
pub(super) struct Receipts {
    store: Store,
    /// Receipts of passes that committed nothing. They are written together, at the end of a round: many tenants may fail at once.
    failed: Mutex<Vec<Value>>,
    table: tokio::sync::Mutex<Option<Table>>,
}

/// A commit of a stream of a tenant.
pub(super) struct Run {
    /// The names under which both tables keep its number.
    pub(super) app: String,
    pub(super) domain: String,
    /// The id of the table of the rows.
    pub(super) table: Option<String>,
    /// The number of the commit before.
    pub(super) before: Option<i64>,
    /// The receipt of the commit before.
    pub(super) receipt_before: Option<Value>,
    /// The receipt of this one.
    pub(super) receipt: Value,
}

impl Run {
    /// The number of the commit.
    fn number(&self) -> i64 {
        self.before.map_or(1, |before| before + 1)
    }

    /// What the table of receipts keeps of it.
    fn state(&self) -> String {
        match &self.table {
            Some(table) => format!("{} {table}", self.number()),
            None => self.number().to_string(),
        }
    }

    /// The number of the commit that a state says is written. 0 for that of a table that is gone.
    fn written(&self, state: &str) -> i64 {
        let (number, table) = state.split_once(' ').unzip();
        let is_other = table.is_some() && self.table.is_some() && table != self.table.as_deref();
        let number = number.unwrap_or(state).parse();
        number.ok().filter(|_| !is_other).unwrap_or(0)
    }

    /// The commit before this one, if its receipt is known.
    fn previous(&self) -> Option<Self> {
        let before = self.before?;
        Some(Self {
            app: self.app.clone(),
            domain: self.domain.clone(),
            table: self.table.clone(),
            before: Some(before - 1),
            receipt_before: None,
            receipt: self.receipt_before.clone()?,
        })
    }
}

impl Receipts {
    pub(super) fn new(store: Store) -> Self {
        Self {
            store,
            failed: Mutex::default(),
            table: tokio::sync::Mutex::default(),
        }
    }

    /// Adds the receipts of the commits before these, where they are missing. To be called before these commits: a state keeps one
    /// receipt, so of two that are missing one would be lost.
    ///
    /// # Errors
    /// If the store failed. The commits have to wait then.
    pub(super) async fn mend(&self, runs: &[Run]) -> Result<(), Error> {
        let before: Vec<Run> = runs.iter().filter_map(Run::previous).collect();
        self.add(&before).await
    }

    /// Adds the receipts of commits. All land in one file and one version, so there is one file for each commit of rows.
    ///
    /// # Errors
    /// If the store failed, or other processes write receipts of the same tenants again and again.
    pub(super) async fn add(&self, runs: &[Run]) -> Result<(), Error> {
        if runs.is_empty() {
            return Ok(());
        }
        let mut kept = self.table.lock().await;
        let mut is_new = kept.is_none();
        if is_new {
            *kept = Some(self.open().await?);
        }
        let Some(table) = &mut *kept else {
            return Ok(());
        };
        for _ in 0..ATTEMPTS {
            if !is_new && !missing(table, runs).is_empty() {
                // Another process may have written them since the table was read.
                table.refresh().await?;
            }
            is_new = false;
            let open = missing(table, runs);
            if open.is_empty() {
                return Ok(());
            }
            let progress = open.iter().map(|run| Progress {
                app: run.app.clone(),
                seen: table.progress(&run.app),
                domain: run.domain.clone(),
                state: run.state(),
            });
            let receipts: Vec<&Value> = open.iter().map(|run| &run.receipt).collect();
            let part = Part {
                progress: progress.collect(),
                written: Some(write(table, &receipts).await?),
            };
            let committed = table.commit(vec![part]).await?;
            if committed.parts.iter().all(|end| *end == PartEnd::Done) {
                return Ok(());
            }
        }
        Err(Error::contended(format!("{}/{RUNS}", self.store.address())))
    }

    /// Keeps the receipt of a pass that committed nothing until [`settle`](Self::settle).
    pub(super) fn note(&self, receipt: Value) {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        failed.push(receipt);
    }

    /// Writes the receipts of passes that committed nothing. They have no number: the state of their rows is where it was.
    ///
    /// # Errors
    /// If the store failed. They are gone then.
    pub(super) async fn settle(&self) -> Result<(), Error> {
        let failed = {
            let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
            std::mem::take(&mut *failed)
        };
        if failed.is_empty() {
            return Ok(());
        }
        let mut kept = self.table.lock().await;
        let table = match &mut *kept {
            Some(table) => table,
            None => kept.insert(self.open().await?),
        };
        let part = Part {
            progress: Vec::new(),
            written: Some(write(table, &failed.iter().collect::<Vec<_>>()).await?),
        };
        table.commit(vec![part]).await.map(drop)
    }

    async fn open(&self) -> Result<Table, Error> {
        let columns = COLUMNS.iter().map(|(name, kind)| Column::new(*name, *kind));
        let layout = Layout {
            partitions: &[],
            columns: columns.collect(),
        };
        Table::open(&self.store, RUNS, layout).await
    }
}

/// The commits whose receipts a table lacks.
fn missing<'a>(table: &Table, runs: &'a [Run]) -> Vec<&'a Run> {
    let written = |run: &Run| -> i64 {
        let state = table.state(&run.domain);
        state.map_or(0, |state| run.written(state))
    };
    runs.iter()
        .filter(|run| written(run) < run.number())
        .collect()
}

/// Writes receipts as a file that no log names so far.
async fn write(table: &Table, receipts: &[&Value]) -> Result<Written, Error> {
    let mut writer = table.writer(Vec::new())?;
    for receipt in receipts {
        let text = receipt.to_string().into_bytes();
        writer.push(&text, || text.clone()).await?;
    }
    writer.finish().await
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use http_core::jiff::Timestamp;

    use super::*;
    use crate::collect::receipt::Receipt;

    /// A member without a column of its own would become one of JSON text.
    #[test]
    fn each_member_of_a_receipt_has_a_column_of_its_type() {
        let mut receipt = Receipt::begin("t1", "t.alerts", Timestamp::UNIX_EPOCH);
        receipt.since = Some(Timestamp::UNIX_EPOCH);
        receipt.newest = Some(Timestamp::UNIX_EPOCH);
        receipt.lag_seconds = Some(1);
        receipt.message = Some("late".to_owned());
        let Value::Object(members) = serde_json::to_value(receipt).unwrap() else {
            panic!("a receipt is an object");
        };
        let kind = |value: &Value| match value {
            Value::Bool(_) => Kind::Bool,
            Value::Number(number) if number.is_f64() => Kind::Double,
            Value::Number(_) => Kind::Long,
            Value::String(text) if text.parse::<Timestamp>().is_ok() => Kind::Time,
            Value::String(_) => Kind::Text,
            // A member that was not set here: its type is not seen.
            _ => Kind::Json,
        };
        let expected: BTreeMap<&str, Kind> = members
            .iter()
            .map(|(name, value)| (name.as_str(), kind(value)))
            .collect();
        let columns: BTreeMap<&str, Kind> = COLUMNS.iter().copied().collect();
        assert_eq!(format!("{columns:?}"), format!("{expected:?}"));
    }
}
