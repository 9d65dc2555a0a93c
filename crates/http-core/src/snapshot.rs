//! How much of an export was read, and whether that is all.
//!
//! An export that lacks a file looks like a small export. [`Snapshot`] is the manifest that is
//! stored beside the rows, so that a later reader can tell the two apart.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::Serialize;

use crate::wire::Timestamp;

/// The state of an export: how fresh it is, how much of it was read, and whether it is complete.
/// Serializes to the manifest that is stored beside the rows, in camel case.
///
/// ```
/// use http_core::Snapshot;
///
/// let manifest = serde_json::to_value(Snapshot::default())?;
/// assert_eq!(manifest["filesRead"], 0);
/// assert_eq!(manifest["complete"], false);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Snapshot {
    /// When the service generated the files. `None` if the answer does not say so.
    #[serde(rename = "generatedTime")]
    pub made: Option<Timestamp>,
    /// Number of files in the list.
    pub files: usize,
    /// Number of files read to their end.
    pub files_read: usize,
    /// Number of rows returned.
    pub rows: u64,
    /// Size of these rows in bytes, unpacked and without line breaks.
    pub bytes: u64,
    /// Whether all rows of the snapshot were returned. `false` until the last row was read.
    pub complete: bool,
    /// Why the export is incomplete: the error that ended it, or its first invalid row. `None` so
    /// far.
    pub reason: Option<String>,
    /// Files that were given up, ordered by number. The others were read.
    pub missing: Vec<MissingFile>,
}

/// A file of an export that was given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MissingFile {
    /// Number of the file in the list, starting at 1.
    pub file: usize,
    /// Number of its rows that were returned before it failed.
    pub rows: u64,
    /// The error of its last attempt.
    pub reason: String,
}

impl MissingFile {
    /// File number `file`, counted from 1, of which `rows` rows were returned.
    pub(crate) fn new(file: usize, rows: u64, reason: String) -> Self {
        Self { file, rows, reason }
    }
}

impl Snapshot {
    /// Age of the rows at an instant, in whole seconds. `None` if the service does not say when it
    /// generated them; zero if its clock is ahead.
    pub fn age(&self, at: jiff::Timestamp) -> Option<Duration> {
        let made = self.made.as_ref()?.instant()?;
        let seconds = at.as_second().saturating_sub(made.as_second());
        Some(Duration::from_secs(u64::try_from(seconds).unwrap_or(0)))
    }
}

/// The snapshot of an export, shared by the code that reads it and the streams that show it. Empty
/// before the list of files was received.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally(Arc<Mutex<Option<Snapshot>>>);

impl Tally {
    /// The state so far.
    pub(crate) fn get(&self) -> Option<Snapshot> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Sets the list of files. May replace an earlier one, when addresses were renewed.
    pub(crate) fn begin(&self, made: Option<Timestamp>, files: usize) {
        let mut place = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let snapshot = place.get_or_insert_default();
        (snapshot.made, snapshot.files) = (made, files);
    }

    /// Changes the snapshot, if there is one.
    pub(crate) fn update(&self, change: impl FnOnce(&mut Snapshot)) {
        let mut place = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(snapshot) = place.as_mut() {
            change(snapshot);
        }
    }
}
