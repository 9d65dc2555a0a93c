//! Keeping a table fast to read: few files, a short log, and nothing that belongs to no version.
//!
//! 1. Files below 32 MiB, four or more in a folder, are written anew as one. The log removes them and adds the new one in one version, with
//!    `dataChange: false`. A collector that commits meanwhile is no conflict: it only adds.
//! 2. A checkpoint is written, and what two checkpoints hold is removed from the log.
//! 3. Files of ours that no version has and that are older than a week are removed. Younger ones may be of a commit under way, and those that a
//!    merge has replaced may be read by whoever opened an older version.

use std::collections::{BTreeMap, HashSet};

use jiff::Timestamp;
use serde_json::json;

use crate::column::{Column, to_arrow};
use crate::error::{Error, ErrorKind};
use crate::file::{Writer, is_written, is_written_name};
use crate::log::action::{Action, Add, Remove, to_text};
use crate::log::names::{commit_name, is_of_log};
use crate::log::snapshot::{Depth, Snapshot};
use crate::log::upkeep::{is_beneath, oldest_kept, write_checkpoint};
use crate::read;
use crate::store::{Created, Store, pause, random_name};

/// Bytes of a file below which it is merged with others of its folder, if there are so many.
const SMALL: i64 = 32 << 20;
const SEVERAL: usize = 4;

/// How often a merge gives way to other writers.
const ATTEMPTS: u32 = 16;

/// What was done to a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Maintained {
    /// The version afterwards.
    pub version: i64,
    /// Files of the table before and after.
    pub files: (u64, u64),
    /// Files that were merged with others.
    pub merged: u64,
    /// Files of the log that were removed.
    pub log_removed: u64,
    /// Files that no version has, and their bytes. They were removed.
    pub orphans: u64,
    /// Bytes of them.
    pub orphan_bytes: u64,
}

/// Merges small files, writes a checkpoint, and removes what no reader needs: older parts of the log, and files that belong to no
/// version and are older than [`KEPT`](crate::KEPT). Files that no [`Writer`](crate::Writer) names so are left alone.
///
/// Programs that add to the table may go on meanwhile. The rows stay as they are.
///
/// # Errors
/// If the store fails, or the table is one of another program.
pub async fn maintain(store: &Store, table: &str) -> Result<Maintained, Error> {
    let mut done = Maintained::default();
    let mut snapshot = Snapshot::read(store, table, Depth::Files).await?;
    snapshot.check_ours(&store.address_of(table))?;
    done.files.0 = snapshot.files.len() as u64;
    for small in by_folder(&snapshot) {
        done.merged += merge(store, table, &mut snapshot, small).await?;
    }
    done.files.1 = snapshot.files.len() as u64;
    done.version = snapshot.version;
    done.log_removed = write_checkpoint(store, table).await?;
    let (orphans, bytes) = sweep(store, table).await?;
    (done.orphans, done.orphan_bytes) = (orphans, bytes);
    Ok(done)
}

/// The small files of each folder that has several.
fn by_folder(snapshot: &Snapshot) -> Vec<Vec<Add>> {
    let mut folders: BTreeMap<_, Vec<Add>> = BTreeMap::new();
    for add in snapshot.files.values().filter(|add| add.size < SMALL) {
        folders
            .entry(&add.partition_values)
            .or_default()
            .push(add.clone());
    }
    folders
        .into_values()
        .filter(|files| files.len() >= SEVERAL)
        .collect()
}

/// Merges files of one folder. Returns how many; none if another program has merged one of them meanwhile. The new files are left to the next
/// sweep then.
async fn merge(
    store: &Store,
    table: &str,
    snapshot: &mut Snapshot,
    files: Vec<Add>,
) -> Result<u64, Error> {
    let merged = merged(store, table, snapshot, &files).await?;
    for attempt in 0..ATTEMPTS {
        if !files
            .iter()
            .all(|file| snapshot.files.contains_key(&file.path))
        {
            return Ok(0);
        }
        let version = snapshot.version + 1;
        let name = commit_name(table, version);
        let actions = actions(&files, &merged);
        match store.create(&name, to_text(&actions).into()).await? {
            Created::Ours => {
                snapshot.add_own(&store.address_of(&name), &actions)?;
                let (is_beneath, _) = is_beneath(store, table, version).await?;
                if !is_beneath {
                    return Ok(files.len() as u64);
                }
                *snapshot = Snapshot::read(store, table, Depth::Files).await?;
                let is_there = |file: &Add| snapshot.files.contains_key(&file.path);
                if merged.iter().all(is_there) {
                    return Ok(files.len() as u64);
                }
                store.remove(&name).await?;
            }
            Created::Foreign(_) => snapshot.refresh(store, table).await?,
        }
        pause(attempt).await;
    }
    Err(Error::new(store.address_of(table), ErrorKind::Contended))
}

/// The rows of files in new ones.
async fn merged(
    store: &Store,
    table: &str,
    snapshot: &Snapshot,
    files: &[Add],
) -> Result<Vec<Add>, Error> {
    let Some(first) = files.first() else {
        return Ok(Vec::new());
    };
    let folders = snapshot
        .meta
        .iter()
        .flat_map(|meta| &meta.partition_columns);
    let folders: Vec<(String, String)> = folders
        .map(|name| {
            let value = first.partition_values.get(name).cloned().flatten();
            (name.clone(), value.unwrap_or_default())
        })
        .collect();
    let is_folder = |column: &&Column| folders.iter().any(|(name, _)| *name == column.name);
    let columns: Vec<Column> = snapshot
        .columns
        .iter()
        .filter(|column| !is_folder(column))
        .cloned()
        .collect();
    let schema = to_arrow(&columns);
    let mut writer = Writer::new(store.clone(), table, &columns, folders)?;
    for file in files {
        let place = store.address_of(&format!("{table}/{}", file.decoded()));
        for batch in read::open(&place, read::bytes(store, table, file).await?)? {
            let batch = batch.map_err(|error| Error::parquet(place.as_str(), &error))?;
            let batch = read::conformed(&batch, &schema).map_err(|column| {
                Error::broken(
                    place.as_str(),
                    format!("column `{column}` is not as the log says"),
                )
            })?;
            writer.push_batch(&batch).await?;
        }
    }
    Ok(writer.finish().await?.files)
}

/// The actions that put files in the place of others. No row changes.
fn actions(files: &[Add], merged: &[Add]) -> Vec<Action> {
    let now = Timestamp::now().as_millisecond();
    let info = json!({
        "timestamp": now, "operation": "OPTIMIZE", "operationParameters": {}, "isBlindAppend": false,
        "engineInfo": concat!("defender/", env!("CARGO_PKG_VERSION")), "nonce": random_name(),
    });
    let removed = files.iter().map(|file| {
        Action::from(Remove {
            path: file.path.clone(),
            deletion_timestamp: Some(now),
            data_change: false,
            extended_file_metadata: Some(true),
            partition_values: Some(file.partition_values.clone()),
            size: Some(file.size),
        })
    });
    let added = merged.iter().map(|file| {
        Action::from(Add {
            data_change: false,
            ..file.clone()
        })
    });
    let first = Action {
        commit_info: Some(info),
        ..Action::default()
    };
    std::iter::once(first).chain(removed).chain(added).collect()
}

/// Removes files that no version has. Returns their number and bytes.
///
/// A commit may be under way whose files the log does not name so far, so only old ones are removed, and only those that a writer of ours
/// may have made: whatever else stands in the folder is somebody's.
async fn sweep(store: &Store, table: &str) -> Result<(u64, u64), Error> {
    let oldest = oldest_kept();
    let snapshot = Snapshot::read(store, table, Depth::Files).await?;
    let kept = snapshot.removed.values();
    let kept = kept.filter(|one| one.deletion_timestamp.is_some_and(|time| time >= oldest));
    let kept: HashSet<String> = kept
        .map(|one| one.decoded())
        .chain(snapshot.files.values().map(Add::decoded))
        .collect();
    let partitions = snapshot.meta.as_ref();
    let partitions = partitions.map_or(&[][..], |meta| &meta.partition_columns);
    let (mut count, mut bytes) = (0, 0);
    for object in store.list(table, "").await? {
        let name = object
            .name
            .strip_prefix(table)
            .unwrap_or_default()
            .trim_start_matches('/');
        if !is_written(name, partitions) || kept.contains(name) || object.modified >= oldest {
            continue;
        }
        store.remove(&object.name).await?;
        count += 1;
        bytes += object.bytes;
    }
    let (parts, of_parts) = store.sweep_parts(table, oldest, |file| {
        is_written_name(file) || is_of_log(file)
    });
    Ok((count + parts, bytes + of_parts))
}

#[cfg(test)]
mod tests;
