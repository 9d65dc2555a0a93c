//! The table of receipts of a lake.
//!
//! It is another table than that of the rows, so a process may be killed between the two commits. The state of the rows keeps the last
//! receipt, and the commit after it writes what the table of receipts lacks.
//!
//! | killed | rows | receipts |
//! | --- | --- | --- |
//! | before the first commit | none | none |
//! | between the two | all | the next commit of this stream and tenant adds the one that is missing |
//! | after the second | all | all |
//!
//! Like a row, a receipt is written once: the table keeps the number of the commit that each stream of each tenant has come to.

use lake::{Column, Error, Kind, Layout, Part, PartEnd, Progress, Store, Table, Written};
use serde_json::Value;

/// The name of the table.
pub(super) const RUNS: &str = "_runs";

/// How often receipts are written anew, because another process has written receipts of the same tenants.
const ATTEMPTS: usize = 8;

/// The columns of a receipt. [`Receipt`](crate::collect::Receipt) says what they mean.
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
    table: tokio::sync::Mutex<Option<Table>>,
}

/// A commit of a stream of a tenant.
pub(super) struct Run {
    /// The names under which both tables keep its number.
    pub(super) app: String,
    pub(super) domain: String,
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

    /// The receipts that a table lacks that has those up to a commit.
    fn missing(&self, written: i64) -> impl Iterator<Item = &Value> {
        let before = self.before.filter(|before| written < *before);
        let before = before.and(self.receipt_before.as_ref());
        let own = (written < self.number()).then_some(&self.receipt);
        before.into_iter().chain(own)
    }
}

impl Receipts {
    pub(super) fn new(store: Store) -> Self {
        Self {
            store,
            table: tokio::sync::Mutex::default(),
        }
    }

    /// Adds the receipts of commits, and those before them that are missing. All land in one file and one version, so there is one file
    /// for each commit of rows.
    pub(super) async fn add(&self, runs: Vec<Run>) -> Result<(), Error> {
        let mut kept = self.table.lock().await;
        for attempt in 0..ATTEMPTS {
            let table = match &mut *kept {
                Some(table) if attempt > 0 => {
                    table.refresh().await?;
                    table
                }
                Some(table) => table,
                None => kept.insert(self.open().await?),
            };
            let written = |run: &Run| {
                let number = table.state(&run.domain).and_then(|text| text.parse().ok());
                number.unwrap_or(0)
            };
            let open: Vec<&Run> = runs
                .iter()
                .filter(|run| written(run) < run.number())
                .collect();
            if open.is_empty() {
                return Ok(());
            }
            let receipts: Vec<&Value> = open
                .iter()
                .flat_map(|run| run.missing(written(run)))
                .collect();
            let progress = open.iter().map(|run| Progress {
                app: run.app.clone(),
                seen: table.progress(&run.app),
                domain: run.domain.clone(),
                state: run.number().to_string(),
            });
            let part = Part {
                progress: progress.collect(),
                written: Some(write(table, &receipts).await?),
            };
            let committed = table.commit(vec![part]).await?;
            if committed.parts.iter().all(|end| *end == PartEnd::Done) {
                return Ok(());
            }
        }
        Ok(())
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

/// Writes receipts as a file that no log names so far.
async fn write(table: &Table, receipts: &[&Value]) -> Result<Written, Error> {
    let mut writer = table.writer(Vec::new())?;
    for receipt in receipts {
        let text = receipt.to_string().into_bytes();
        writer.push(&text, || text.clone()).await?;
    }
    writer.finish().await
}
