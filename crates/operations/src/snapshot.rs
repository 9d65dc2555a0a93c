//! The account of an export: how old its records are, and whether all of them were written.
//!
//! An export takes hours and may be killed halfway. The rows alone do not show this: a file that ends early is valid. A
//! [`Manifest`] beside the rows does. It is written before the first row with `complete: false`, and replaced at the
//! end. A reader that finds `complete: true` therefore has all rows of one run.

use std::io;
use std::path::Path;

use http_core::Snapshot;
use http_core::atomic_file::{self, Access};
use jiff::Timestamp;
use serde::Serialize;

/// The reason in the account until the export ends. It remains if the program is killed.
const UNDER_WAY: &str = "the export has not ended";

/// A file with the account of an export, kept beside its rows.
///
/// [`begin`](Self::begin) replaces the account of an earlier run, which would not match the rows; [`end`](Self::end)
/// writes the final account. Each write replaces the whole file at once, so a reader never sees half of an account. Its
/// members are `operation`, `tenant`, `begun`, `written`, `ageSeconds` and those of [`Snapshot`]; times are RFC 3339 in
/// UTC.
///
/// ```
/// use operations::Manifest;
///
/// # let folder = tempfile::tempdir()?;
/// let path = folder.path().join("machines.manifest.json");
/// let manifest = Manifest::new(&path, "x.machines.export", Some("contoso.com"));
/// manifest.begin()?;
/// let account: serde_json::Value = serde_json::from_slice(&std::fs::read(&path)?)?;
/// assert_eq!(account["operation"], "x.machines.export");
/// assert_eq!(account["complete"], false);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Manifest<'a> {
    path: &'a Path,
    operation: &'static str,
    tenant: Option<&'a str>,
    begun: Timestamp,
}

/// The JSON of the file. `age_seconds` is `null` if the service does not report when it made the data.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Account<'a> {
    operation: &'static str,
    tenant: Option<&'a str>,
    begun: Timestamp,
    written: Timestamp,
    #[serde(flatten)]
    snapshot: &'a Snapshot,
    age_seconds: Option<u64>,
}

impl<'a> Manifest<'a> {
    /// An export that begins now. `operation` is the id of its operation. `tenant` is written as it is given.
    pub fn new(path: &'a Path, operation: &'static str, tenant: Option<&'a str>) -> Self {
        Self {
            path,
            operation,
            tenant,
            begun: Timestamp::now(),
        }
    }

    /// The path of the file.
    pub fn path(&self) -> &Path {
        self.path
    }

    /// Replaces the file by an account of an export that has not ended. Call it before the first row is written.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn begin(&self) -> io::Result<()> {
        let mut snapshot = Snapshot::default();
        snapshot.reason = Some(UNDER_WAY.to_owned());
        self.write(&snapshot)
    }

    /// Replaces the file by the final account. Call it also if the export fails: the account then has the reason.
    ///
    /// # Errors
    /// If the file cannot be written. The account of [`begin`](Self::begin) remains.
    pub fn end(&self, snapshot: &Snapshot) -> io::Result<()> {
        self.write(snapshot)
    }

    fn write(&self, snapshot: &Snapshot) -> io::Result<()> {
        let now = Timestamp::now();
        let account = Account {
            operation: self.operation,
            tenant: self.tenant,
            begun: self.begun,
            written: now,
            snapshot,
            age_seconds: snapshot.age(now).map(|age| age.as_secs()),
        };
        let mut text = serde_json::to_vec_pretty(&account)?;
        text.push(b'\n');
        atomic_file::replace(self.path, &text, Access::Shared)
    }
}

/// An export in one line for a person: number of records and files, age of the data at `now`, and whether it is
/// complete.
///
/// ```
/// let now = "2026-03-02T08:30:00Z".parse().expect("a time");
/// let summary = operations::snapshot_summary(&http_core::Snapshot::default(), now);
/// assert_eq!(summary, "0 rows from 0 of 0 files of a snapshot of unknown age; 0 bytes; not complete");
/// ```
pub fn snapshot_summary(snapshot: &Snapshot, now: Timestamp) -> String {
    let made = match (&snapshot.made, snapshot.age(now)) {
        (Some(made), Some(age)) => format!("the snapshot of {made}, {} old", words(age.as_secs())),
        (Some(made), None) => format!("the snapshot of {made}"),
        (None, _) => "a snapshot of unknown age".to_owned(),
    };
    let whole = match (snapshot.complete, &snapshot.reason) {
        (true, _) => "complete".to_owned(),
        (false, Some(reason)) => format!("not complete: {reason}"),
        (false, None) => "not complete".to_owned(),
    };
    format!(
        "{} rows from {} of {} files of {made}; {} bytes; {whole}",
        snapshot.rows, snapshot.files_read, snapshot.files, snapshot.bytes
    )
}

/// A duration in its largest unit, rounded down: from two minutes on in minutes, from two hours on in hours, from two
/// days on in days.
fn words(seconds: u64) -> String {
    match seconds {
        0..120 => format!("{seconds} s"),
        120..7_200 => format!("{} min", seconds / 60),
        7_200..172_800 => format!("{} h", seconds / 3_600),
        _ => format!("{} days", seconds / 86_400),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_note_says_how_fresh_and_whether_whole() {
        let now = "2026-03-02T08:30:00Z".parse().unwrap();
        let mut snapshot = Snapshot::default();
        assert_eq!(
            snapshot_summary(&snapshot, now),
            "0 rows from 0 of 0 files of a snapshot of unknown age; 0 bytes; not complete"
        );
        snapshot.made = Some("2026-03-02T06:00:00Z".into());
        (snapshot.rows, snapshot.files, snapshot.files_read) = (7, 3, 1);
        snapshot.reason = Some("stopped at --limit 7".to_owned());
        assert_eq!(
            snapshot_summary(&snapshot, now),
            "7 rows from 1 of 3 files of the snapshot of 2026-03-02T06:00:00Z, 2 h old; 0 bytes; not complete: \
             stopped at --limit 7"
        );
    }

    #[test]
    fn ages_are_told_in_their_largest_unit() {
        let told = [119, 120, 7_200, 172_800].map(words);
        assert_eq!(told, ["119 s", "2 min", "2 h", "2 days"]);
    }

    #[test]
    #[cfg(unix)]
    fn another_file_beside_the_account_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name);
        std::fs::write(place("precious"), "kept").unwrap();
        std::fs::write(place("own.json.part"), "kept").unwrap();
        std::os::unix::fs::symlink(place("precious"), place("linked.json.part")).unwrap();
        for name in ["own.json", "linked.json"] {
            let path = place(name);
            Manifest::new(&path, "t.export", None).begin().unwrap();
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(text.contains(UNDER_WAY), "{text}");
        }
        for name in ["precious", "own.json.part"] {
            assert_eq!(std::fs::read_to_string(place(name)).unwrap(), "kept");
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 5);
    }
}
