//! Keeping a log short: checkpoints, and the removal of what they hold.
//!
//! A log of 10,000 versions without a checkpoint takes a reader 10,000 requests. With one each hundred versions it takes about a hundred at
//! most: what names the checkpoint, the checkpoint, a listing, and the versions since.

use std::time::Duration;

use jiff::Timestamp;

use super::checkpoint;
use super::names::{LOG, checkpoint_version, commit_version, last_checkpoint};
use super::snapshot::{Depth, Snapshot};
use crate::error::Error;
use crate::store::Store;

/// Versions between two checkpoints, and the number of versions that are kept before the last one.
pub(crate) const CHECKPOINT: i64 = 100;

/// How long files are kept that no version has, and those that only older versions have.
pub const KEPT: Duration = Duration::from_secs(7 * 24 * 3600);

/// The time before which files are no longer kept, in milliseconds since 1970.
pub(crate) fn oldest_kept() -> i64 {
    let kept = i64::try_from(KEPT.as_millis()).unwrap_or(i64::MAX);
    Timestamp::now().as_millisecond() - kept
}

/// Whether a version that was just written may be one that the log has removed, because checkpoints hold it: a writer that was asleep can
/// write it anew, and no reader would see it. Returns the version of the newest checkpoint as well, `-1` without one.
///
/// Looked at after the write: before it, another writer could still remove what is under the version.
pub(crate) async fn is_beneath(
    store: &Store,
    table: &str,
    version: i64,
) -> Result<(bool, i64), Error> {
    let last = last_checkpoint(store, table).await?;
    let newest = last.map_or(-1, |last| last.version);
    Ok((newest >= version + CHECKPOINT, newest))
}

/// Writes a checkpoint of the newest version and removes older parts of the log. Returns how many files of the log were removed.
///
/// # Errors
/// If the log cannot be read, or the store cannot be written. What was removed before stays removed: the checkpoint holds it.
pub(crate) async fn write_checkpoint(store: &Store, table: &str) -> Result<u64, Error> {
    let snapshot = Snapshot::read(store, table, Depth::Files).await?;
    if snapshot.version < 0 {
        return Ok(0);
    }
    checkpoint::write(store, table, &snapshot.sum(oldest_kept())).await?;
    // Readers that begin at the checkpoint before still need the versions after it.
    let keep = snapshot.version - CHECKPOINT;
    let mut removed = 0;
    for object in store.list(&format!("{table}/{LOG}"), "").await? {
        let is_old = match commit_version(&object.name) {
            Some(version) => version <= keep,
            None => checkpoint_version(&object.name).is_some_and(|version| version < keep),
        };
        if is_old {
            store.remove(&object.name).await?;
            removed += 1;
        }
    }
    Ok(removed)
}
