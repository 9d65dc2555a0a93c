//! How fresh an export is, how much of it came, and whether that is all.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::Serialize;

use crate::wire::Timestamp;

/// What is known of an export once its list of files is there: how fresh it is, how much of it came, and whether that is
/// all. As JSON it is a manifest to be kept beside the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Snapshot {
    /// When the service made the files: how fresh their rows are.
    #[serde(rename = "generatedTime")]
    pub made: Option<Timestamp>,
    /// Number of files.
    pub files: usize,
    /// Number of files that have been read to their end.
    pub files_read: usize,
    /// Number of rows that have been handed on.
    pub rows: u64,
    /// The bytes of those rows, unpacked and without what stands between them.
    pub bytes: u64,
    /// Whether these are all rows of the snapshot. `false` until the rows have ended.
    pub complete: bool,
    /// The error that ended the export, or the first row that could not be read. `None` while nothing failed.
    pub reason: Option<String>,
    /// The files that were given up, in their order. The others were read all the same.
    pub missing: Vec<MissingFile>,
}

/// A file of an export that was given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MissingFile {
    /// Its place in the list of files, from one.
    pub file: usize,
    /// Number of its rows that had been handed on.
    pub rows: u64,
    /// Why it was given up.
    pub reason: String,
}

impl MissingFile {
    pub(crate) fn new(file: usize, rows: u64, reason: String) -> Self {
        Self { file, rows, reason }
    }
}

impl Snapshot {
    /// Age of the rows at an instant, in whole seconds; `None` if the service does not say when it made them.
    pub fn age(&self, at: jiff::Timestamp) -> Option<Duration> {
        let made = self.made.as_ref()?.instant()?;
        let seconds = at.as_second().saturating_sub(made.as_second());
        Some(Duration::from_secs(u64::try_from(seconds).unwrap_or(0)))
    }
}

/// The snapshot of an export, shared by what reads it and what shows it. Nothing before the list of files is there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally(Arc<Mutex<Option<Snapshot>>>);

impl Tally {
    pub(crate) fn get(&self) -> Option<Snapshot> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Notes the list of files, which may be another one than before.
    pub(crate) fn begin(&self, made: Option<Timestamp>, files: usize) {
        let mut place = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let snapshot = place.get_or_insert_default();
        (snapshot.made, snapshot.files) = (made, files);
    }

    pub(crate) fn update(&self, change: impl FnOnce(&mut Snapshot)) {
        let mut place = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(snapshot) = place.as_mut() {
            change(snapshot);
        }
    }
}
