//! A table: reading where it stands, and adding to it together with the state of whoever adds.
//!
//! # A commit
//!
//! 1. Each part is judged by what is known of the table: a part whose program has moved on elsewhere is left out.
//! 2. The next version is written on condition that it is new. It names the files and holds number and state of each program.
//! 3. If another writer has that version, the table moves on to it, and the commit begins anew. After 64 times it gives up.
//! 4. The newest checkpoint is looked at: a version far behind it may have been written where no reader looks, and is taken back.
//! 5. Each hundred versions a checkpoint is written. That it fails does not undo the commit: [`Committed::untidy`] says so.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::json;

use crate::column::{Column, to_schema};
use crate::error::{Error, ErrorKind};
use crate::file::{Writer, Written};
use crate::log::action::{Action, DomainMetadata, Format, MetaData, Protocol, Txn, to_text};
use crate::log::names::commit_name;
use crate::log::snapshot::{Depth, FORM, Snapshot};
use crate::log::upkeep::{CHECKPOINT, is_beneath, write_checkpoint};
use crate::store::{Created, Store, pause, random_name};

/// How often a commit gives way to another writer before it gives up.
const ATTEMPTS: u32 = 64;

/// The format of the log: the oldest that has what is needed.
fn protocol() -> Protocol {
    Protocol {
        min_reader_version: 1,
        min_writer_version: 7,
        reader_features: None,
        writer_features: Some(vec!["appendOnly".to_owned(), "domainMetadata".to_owned()]),
    }
}

/// What a table is to be where there is none yet.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Columns that are folders, in order. They hold text and come first.
    pub partitions: &'static [&'static str],
    /// The other columns. A table that is there keeps its own and gets those that it lacks.
    pub columns: Vec<Column>,
}

/// A table of a lake.
#[derive(Clone, Debug)]
pub struct Table {
    store: Store,
    name: String,
    layout: Layout,
    snapshot: Snapshot,
    /// The newest checkpoint that the last commit has seen. `-1`: none.
    checkpoint: i64,
}

/// What is added in a commit: files, and how far the programs have come that they are from.
#[derive(Debug)]
pub struct Part {
    /// The programs. If another has moved one of them on, the whole part is left out.
    pub progress: Vec<Progress>,
    /// The files.
    pub written: Option<Written>,
}

/// How far a program has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The name of the program's number, which each commit raises by one.
    pub app: String,
    /// The number that it has seen. `None`: none.
    pub seen: Option<i64>,
    /// The name of its state.
    pub domain: String,
    /// Its state after this commit.
    pub state: String,
}

/// What a commit did with a part.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PartEnd {
    /// It is part of the table.
    Done,
    /// Another program has moved the same progress on meanwhile. Nothing of the part is in the table.
    Overtaken,
    /// Another program, or another part of this commit, has given a new column another type or other letters. Nothing of the part is in the
    /// table.
    Retyped(String),
}

/// A commit.
#[derive(Debug)]
#[non_exhaustive]
pub struct Committed {
    /// The end of each part, in their order.
    pub parts: Vec<PartEnd>,
    /// Why the log could not be tidied afterwards. The commit stands, and the next one tries again.
    pub untidy: Option<Error>,
}

impl Table {
    /// Reads where a table stands. One that is not there is made by the first commit.
    ///
    /// # Errors
    /// If the log cannot be read, or the table is one of another program or of a newer one.
    pub async fn open(store: &Store, name: &str, layout: Layout) -> Result<Self, Error> {
        let snapshot = Snapshot::read(store, name, Depth::State).await?;
        let table = Self {
            store: store.clone(),
            name: name.to_owned(),
            layout,
            snapshot,
            checkpoint: -1,
        };
        table.check()?;
        Ok(table)
    }

    /// Refuses a table that other programs have made, or that has other folders.
    fn check(&self) -> Result<(), Error> {
        self.snapshot.check_ours(&self.place())?;
        let folders = self
            .snapshot
            .meta
            .as_ref()
            .map(|meta| &meta.partition_columns);
        match folders.is_none_or(|folders| folders == self.layout.partitions) {
            true => Ok(()),
            false => {
                let why = "its folders are other ones".to_owned();
                Err(Error::new(self.place(), ErrorKind::Foreign(why)))
            }
        }
    }

    fn place(&self) -> String {
        self.store.address_of(&self.name)
    }

    /// Moves on to what other programs have added.
    ///
    /// # Errors
    /// If the log cannot be read.
    pub async fn refresh(&mut self) -> Result<(), Error> {
        self.snapshot.refresh(&self.store, &self.name).await?;
        self.check()
    }

    /// The version. `-1` before the first commit.
    pub fn version(&self) -> i64 {
        self.snapshot.version
    }

    /// The id that was given to the table when it was made. `None` before the first commit. A table that was taken away and made anew has
    /// another one.
    pub fn id(&self) -> Option<&str> {
        self.snapshot.meta.as_ref().map(|meta| meta.id.as_str())
    }

    /// The progress of a program.
    pub fn progress(&self, app: &str) -> Option<i64> {
        self.snapshot.txns.get(app).map(|txn| txn.version)
    }

    /// The names of the progress of all programs.
    pub fn programs(&self) -> impl Iterator<Item = &str> {
        self.snapshot.txns.keys().map(String::as_str)
    }

    /// The state of a program.
    pub fn state(&self, domain: &str) -> Option<&str> {
        self.snapshot.domains.get(domain).map(String::as_str)
    }

    /// The columns without those of the folders: those of the table, and then those of the layout that it lacks.
    fn columns(&self) -> Vec<Column> {
        let is_folder = |column: &Column| self.layout.partitions.contains(&column.name.as_str());
        let mut columns: Vec<Column> = self.snapshot.columns.clone();
        columns.retain(|column| !is_folder(column));
        for column in &self.layout.columns {
            let mut known = columns.iter_mut();
            match known.find(|known| known.name.eq_ignore_ascii_case(&column.name)) {
                // The log does not keep this.
                Some(known) => known.is_any_case = column.is_any_case,
                None => columns.push(column.clone()),
            }
        }
        columns
    }

    /// Begins files of a partition.
    ///
    /// # Errors
    /// If a value cannot be the name of a folder.
    pub fn writer(&self, partition: Vec<(String, String)>) -> Result<Writer, Error> {
        Writer::new(self.store.clone(), &self.name, &self.columns(), partition)
    }

    /// Adds parts to the table, all in one version. Those that another program has overtaken are left out.
    ///
    /// # Errors
    /// If nothing was added: the store failed, or other writers were faster each time.
    pub async fn commit(&mut self, parts: Vec<Part>) -> Result<Committed, Error> {
        let mut ends = vec![PartEnd::Done; parts.len()];
        let nonce = random_name();
        for attempt in 0..ATTEMPTS {
            // The columns after the parts so far: two of one commit may have a new column each that is the same to a reader.
            let mut columns = self.snapshot.columns.clone();
            for (part, end) in parts.iter().zip(&mut ends) {
                *end = self.judge(part, &mut columns);
            }
            let open: Vec<&Part> = parts
                .iter()
                .zip(&ends)
                .filter(|(_, end)| **end == PartEnd::Done)
                .map(|(part, _)| part)
                .collect();
            if open.is_empty() {
                return Ok(Committed {
                    parts: ends,
                    untidy: None,
                });
            }
            if self.attempt(&open, &nonce).await? {
                let untidy = self.tidy().await.err();
                return Ok(Committed {
                    parts: ends,
                    untidy,
                });
            }
            if attempt > 0 {
                pause(attempt).await;
            }
        }
        Err(Error::new(self.place(), ErrorKind::Contended))
    }

    /// Whether a part may be added to this version. Adds its new columns to those that are known then.
    fn judge(&self, part: &Part, known: &mut Vec<Column>) -> PartEnd {
        let has_moved = |one: &Progress| self.progress(&one.app) != one.seen;
        if part.progress.iter().any(has_moved) {
            return PartEnd::Overtaken;
        }
        let mut new = Vec::new();
        for column in part.written.iter().flat_map(|written| &written.columns) {
            let mut same = known
                .iter()
                .filter(|known| known.name.eq_ignore_ascii_case(&column.name));
            match same.next() {
                Some(known) if known != column => return PartEnd::Retyped(known.name.clone()),
                Some(_) => {}
                None => new.push(column.clone()),
            }
        }
        known.extend(new);
        PartEnd::Done
    }

    /// Writes the next version. `false` if another writer was faster; the table has moved on then.
    async fn attempt(&mut self, parts: &[&Part], nonce: &str) -> Result<bool, Error> {
        let version = self.snapshot.version + 1;
        let name = commit_name(&self.name, version);
        let actions = self.actions(parts, nonce);
        match self.store.create(&name, to_text(&actions).into()).await? {
            Created::Foreign(_) => {
                self.refresh().await?;
                Ok(false)
            }
            Created::Ours => {
                self.snapshot
                    .add_own(&self.store.address_of(&name), &actions)?;
                self.stands(version, parts).await
            }
        }
    }

    /// Whether a version that was written belongs to the log: see [`is_beneath`].
    async fn stands(&mut self, version: i64, parts: &[&Part]) -> Result<bool, Error> {
        let (is_beneath, newest) = is_beneath(&self.store, &self.name, version).await?;
        self.checkpoint = newest;
        if !is_beneath {
            return Ok(true);
        }
        self.snapshot = Snapshot::read(&self.store, &self.name, Depth::State).await?;
        let is_there = |one: &Progress| self.state(&one.domain) == Some(one.state.as_str());
        if parts.iter().flat_map(|part| &part.progress).all(is_there) {
            return Ok(true);
        }
        self.store.remove(&commit_name(&self.name, version)).await?;
        Ok(false)
    }

    /// The actions of the next version.
    fn actions(&self, parts: &[&Part], nonce: &str) -> Vec<Action> {
        let now = Timestamp::now().as_millisecond();
        let info = json!({
            "timestamp": now, "operation": "WRITE", "operationParameters": {"mode": "Append"},
            "isBlindAppend": true, "engineInfo": concat!("defender/", env!("CARGO_PKG_VERSION")),
            "nonce": nonce,
        });
        let mut actions = vec![Action {
            commit_info: Some(info),
            ..Action::default()
        }];
        if self.snapshot.version < 0 {
            actions.push(protocol().into());
        }
        actions.extend(self.meta(parts, now).map(Action::from));
        for part in parts {
            let files = part.written.iter().flat_map(|written| &written.files);
            actions.extend(files.cloned().map(Action::from));
            for one in &part.progress {
                let txn = Txn {
                    app_id: one.app.clone(),
                    version: one.seen.map_or(1, |seen| seen + 1),
                    last_updated: Some(now),
                };
                let state = DomainMetadata {
                    domain: one.domain.clone(),
                    configuration: one.state.clone(),
                    removed: false,
                };
                actions.extend([Action::from(txn), Action::from(state)]);
            }
        }
        actions
    }

    /// The columns after these parts. `None` if they stay as they are.
    fn meta(&self, parts: &[&Part], now: i64) -> Option<MetaData> {
        let mut columns = self.snapshot.columns.clone();
        if columns.is_empty() {
            let folders = self.layout.partitions.iter();
            columns.extend(folders.map(|name| Column::new(*name, crate::Kind::Text)));
        }
        let known = self.columns();
        let written = parts.iter().filter_map(|part| part.written.as_ref());
        for column in known
            .iter()
            .chain(written.flat_map(|written| &written.columns))
        {
            if columns.iter().all(|known| known.name != column.name) {
                columns.push(column.clone());
            }
        }
        if columns == self.snapshot.columns {
            return None;
        }
        let schema_string = to_schema(&columns);
        if let Some(meta) = &self.snapshot.meta {
            return Some(MetaData {
                schema_string,
                ..meta.clone()
            });
        }
        Some(MetaData {
            id: uuid(),
            name: Some(self.name.clone()),
            description: None,
            format: Format {
                provider: "parquet".to_owned(),
                options: BTreeMap::new(),
            },
            schema_string,
            partition_columns: self
                .layout
                .partitions
                .iter()
                .map(|&name| name.to_owned())
                .collect(),
            created_time: Some(now),
            configuration: properties(),
        })
    }

    /// Writes a checkpoint if there was none for a while, and removes the versions that the one before holds.
    async fn tidy(&self) -> Result<(), Error> {
        match self.snapshot.version - self.checkpoint >= CHECKPOINT {
            true => write_checkpoint(&self.store, &self.name).await.map(|_| ()),
            false => Ok(()),
        }
    }
}

/// Properties of a new table.
///
/// Versions are removed once two checkpoints are newer, whatever their age, and other programs are told so.
fn properties() -> BTreeMap<String, String> {
    [
        ("delta.appendOnly", "true"),
        ("delta.checkpointInterval", "100"),
        ("delta.logRetentionDuration", "interval 0 seconds"),
        ("delta.deletedFileRetentionDuration", "interval 7 days"),
        FORM,
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .collect()
}

/// A random UUID.
fn uuid() -> String {
    let name = random_name();
    let (a, rest) = name.split_at(8);
    let (b, rest) = rest.split_at(4);
    let (c, rest) = rest.split_at(4);
    let (d, e) = rest.split_at(4);
    // Version 4, variant 1.
    format!("{a}-{b}-4{}-8{}-{e}", &c[1..], &d[1..])
}

#[cfg(test)]
mod tests;
