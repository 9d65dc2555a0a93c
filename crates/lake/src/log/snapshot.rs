//! A version of a table: the sum of its log.
//!
//! | action | its sum |
//! | --- | --- |
//! | `protocol`, `metaData` | the last one |
//! | `txn`, `domainMetadata` | the last one of each name |
//! | `add`, `remove` | the files that were added and not removed since, and those that were |
//! | others | nothing |

use std::collections::{BTreeMap, HashMap};

use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};

use super::action::{self, Action, Add, MetaData, Protocol, Remove, Txn};
use super::checkpoint::{self, Sum};
use super::names::{
    LOG, LastCheckpoint, checkpoint_names, commit_name, commit_version, last_checkpoint,
    listed_checkpoint,
};
use crate::column::{self, Column};
use crate::error::{Error, ErrorKind};
use crate::store::Store;

/// Features of writers that this program knows. Others in a table make it unreadable here: what they ask for would be broken.
const FEATURES: &[&str] = &["appendOnly", "domainMetadata", "invariants"];

/// The property that marks a table of ours, and the form of what is in it.
pub(crate) const FORM: (&str, &str) = ("defender.form", "1");

/// Files of a log that are read at the same time.
const READS: usize = 16;

/// What of a table is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    /// Columns and the state of programs. Enough to add to the table.
    State,
    /// The files as well.
    Files,
}

/// A version of a table.
#[derive(Clone, Debug)]
pub(crate) struct Snapshot {
    /// `-1` before the table is made.
    pub(crate) version: i64,
    pub(crate) protocol: Option<Protocol>,
    /// `None` before the table is made.
    pub(crate) meta: Option<MetaData>,
    /// Those of `meta`, the folders among them.
    pub(crate) columns: Vec<Column>,
    /// By the name of the program.
    pub(crate) txns: HashMap<String, Txn>,
    /// Texts of programs by their domain.
    pub(crate) domains: HashMap<String, String>,
    depth: Depth,
    /// By path. Empty with [`Depth::State`].
    pub(crate) files: BTreeMap<String, Add>,
    /// Files that readers of older versions may need.
    pub(crate) removed: BTreeMap<String, Remove>,
}

impl Snapshot {
    fn empty(depth: Depth) -> Self {
        Self {
            version: -1,
            protocol: None,
            meta: None,
            columns: Vec::new(),
            txns: HashMap::new(),
            domains: HashMap::new(),
            depth,
            files: BTreeMap::new(),
            removed: BTreeMap::new(),
        }
    }

    /// The newest version of a table.
    ///
    /// # Errors
    /// If the log cannot be read, has a gap, or needs what this program does not know.
    pub(crate) async fn read(store: &Store, table: &str, depth: Depth) -> Result<Self, Error> {
        let mut snapshot = Self::empty(depth);
        let mut last = last_checkpoint(store, table).await?;
        if let Some(named) = &last
            && !is_there(store, table, named).await?
        {
            // The name is only a hint: a writer that was asleep may have named one that another has removed.
            last = listed_checkpoint(store, table).await?;
        }
        if let Some(last) = last {
            snapshot.add_checkpoint(store, table, &last).await?;
        }
        let after = match snapshot.version {
            -1 => String::new(),
            version => commit_name(table, version),
        };
        let listed = store.list(&format!("{table}/{LOG}"), &after).await?;
        let mut versions: Vec<i64> = listed
            .iter()
            .filter_map(|object| commit_version(&object.name))
            .filter(|version| *version > snapshot.version)
            .collect();
        versions.sort_unstable();
        let read = |version| async move {
            let name = commit_name(table, version);
            match store.get(&name).await? {
                Some(text) => Ok(text),
                None => Err(Error::broken(store.address_of(&name), "it is gone")),
            }
        };
        let mut texts = stream::iter(versions.iter().copied())
            .map(read)
            .buffered(READS);
        let mut versions = versions.iter().copied();
        while let (Some(text), Some(version)) = (texts.try_next().await?, versions.next()) {
            snapshot.add_version(store, table, version, &text)?;
        }
        Ok(snapshot)
    }

    /// Moves on to the newest version. Costs one request for each version since, and two where there is none: the store is not listed.
    ///
    /// # Errors
    /// Those of [`read`](Self::read).
    pub(crate) async fn refresh(&mut self, store: &Store, table: &str) -> Result<(), Error> {
        loop {
            let next = self.version + 1;
            match store.get(&commit_name(table, next)).await? {
                Some(text) => self.add_version(store, table, next, &text)?,
                None => {
                    // The next version may have been removed, because a checkpoint holds it.
                    let last = last_checkpoint(store, table).await?;
                    if last.is_some_and(|last| last.version > self.version) {
                        *self = Self::read(store, table, self.depth).await?;
                    }
                    return Ok(());
                }
            }
        }
    }

    async fn add_checkpoint(
        &mut self,
        store: &Store,
        table: &str,
        last: &LastCheckpoint,
    ) -> Result<(), Error> {
        for name in checkpoint_names(table, last) {
            let place = store.address_of(&name);
            let bytes = store.get(&name).await?;
            let bytes =
                bytes.ok_or_else(|| Error::broken(place.as_str(), "the checkpoint is gone"))?;
            let with_files = self.depth == Depth::Files;
            for action in checkpoint::read(&place, bytes, with_files)? {
                self.apply(&place, action)?;
            }
        }
        self.version = last.version;
        Ok(())
    }

    /// Adds the text of the next version.
    fn add_version(
        &mut self,
        store: &Store,
        table: &str,
        version: i64,
        text: &[u8],
    ) -> Result<(), Error> {
        let place = store.address_of(&commit_name(table, version));
        if version != self.version + 1 {
            let why = format!("version {} is missing before it", self.version + 1);
            return Err(Error::broken(place, why));
        }
        let actions = action::parse(text).map_err(|why| Error::broken(place.as_str(), why))?;
        for action in actions {
            self.apply(&place, action)?;
        }
        self.version = version;
        Ok(())
    }

    /// What a checkpoint holds. Files that are gone since before `oldest`, in milliseconds since 1970, are left out: readers of older
    /// versions have had their time.
    pub(crate) fn sum(&self, oldest: i64) -> Sum<'_> {
        let mut txns: Vec<&Txn> = self.txns.values().collect();
        txns.sort_by(|one, other| one.app_id.cmp(&other.app_id));
        let domains = self.domains.iter();
        let mut domains: Vec<(&str, &str)> = domains
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        domains.sort_unstable();
        let is_recent = |one: &&Remove| one.deletion_timestamp.is_some_and(|time| time >= oldest);
        Sum {
            version: self.version,
            protocol: self.protocol.as_ref(),
            meta: self.meta.as_ref(),
            txns,
            domains,
            removed: self.removed.values().filter(is_recent).collect(),
            files: self.files.values().collect(),
        }
    }

    /// Refuses a table that other programs have made. One that is not there is none of them.
    pub(crate) fn check_ours(&self, place: &str) -> Result<(), Error> {
        let Some(meta) = &self.meta else {
            return match self.version {
                -1 => Ok(()),
                _ => Err(Error::broken(place, "its log has no columns")),
            };
        };
        match meta.configuration.get(FORM.0) {
            None => {
                let why = "its log has no mark of it".to_owned();
                Err(Error::new(place, ErrorKind::Foreign(why)))
            }
            Some(form) if form != FORM.1 => {
                let why = format!("its form is {form}, and this program knows {}", FORM.1);
                Err(Error::new(place, ErrorKind::Newer(why)))
            }
            Some(_) => Ok(()),
        }
    }

    /// Adds the actions of a version that this program has written.
    pub(crate) fn add_own(&mut self, place: &str, actions: &[Action]) -> Result<(), Error> {
        for action in actions {
            self.apply(place, action.clone())?;
        }
        self.version += 1;
        Ok(())
    }

    fn apply(&mut self, place: &str, action: Action) -> Result<(), Error> {
        if let Some(protocol) = action.protocol {
            check(place, &protocol)?;
            self.protocol = Some(protocol);
        }
        if let Some(meta) = action.meta_data {
            self.columns = column::from_schema(place, &meta.schema_string)?;
            self.meta = Some(meta);
        }
        if let Some(txn) = action.txn {
            self.txns.insert(txn.app_id.clone(), txn);
        }
        if let Some(kept) = action.domain_metadata {
            match kept.removed {
                true => self.domains.remove(&kept.domain),
                false => self.domains.insert(kept.domain, kept.configuration),
            };
        }
        if self.depth == Depth::State {
            return Ok(());
        }
        if let Some(add) = action.add {
            self.removed.remove(&add.path);
            self.files.insert(add.path.clone(), add);
        }
        if let Some(remove) = action.remove {
            self.files.remove(&remove.path);
            self.removed.insert(remove.path.clone(), remove);
        }
        Ok(())
    }
}

/// Whether all files of a checkpoint are there.
async fn is_there(store: &Store, table: &str, last: &LastCheckpoint) -> Result<bool, Error> {
    for name in checkpoint_names(table, last) {
        if !store.has(&name).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Refuses a table that asks for what this program does not know.
fn check(place: &str, protocol: &Protocol) -> Result<(), Error> {
    let newer = |why| Err(Error::new(place, ErrorKind::Newer(why)));
    if protocol.min_reader_version > 1 {
        return newer(format!(
            "it needs readers of version {}",
            protocol.min_reader_version
        ));
    }
    if protocol.min_writer_version > 7 {
        return newer(format!(
            "it needs writers of version {}",
            protocol.min_writer_version
        ));
    }
    let features = protocol.writer_features.iter().flatten();
    let mut unknown = features.filter(|feature| !FEATURES.contains(&feature.as_str()));
    match unknown.next() {
        Some(feature) => newer(format!("it needs writers with the feature `{feature}`")),
        None => Ok(()),
    }
}
