//! The account of an export, kept beside its rows: a reader of the rows can tell how fresh they are and whether they
//! are all.

use std::path::Path;

use auth_core::http_core::Snapshot;
use auth_core::http_core::atomic_file::{self, Access};
use jiff::Timestamp;
use serde::Serialize;

use crate::failure::{Failure, Result};

/// Said until the export has ended: a program that was killed leaves this behind.
const UNDER_WAY: &str = "the export has not ended";

/// Where the account goes and what it is of.
pub(super) struct Manifest<'a> {
    path: &'a Path,
    operation: &'static str,
    tenant: Option<&'a str>,
    begun: Timestamp,
}

/// The account as it is written.
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
    pub(super) fn new(path: &'a Path, operation: &'static str, tenant: Option<&'a str>) -> Self {
        Self {
            path,
            operation,
            tenant,
            begun: Timestamp::now(),
        }
    }

    /// Replaces the account of an earlier run, which would speak for rows that are not its own.
    pub(super) fn begin(&self) -> Result<()> {
        let mut snapshot = Snapshot::default();
        snapshot.reason = Some(UNDER_WAY.to_owned());
        self.write(&snapshot)
    }

    pub(super) fn end(&self, snapshot: &Snapshot) -> Result<()> {
        self.write(snapshot)
    }

    fn write(&self, snapshot: &Snapshot) -> Result<()> {
        let now = Timestamp::now();
        let account = Account {
            operation: self.operation,
            tenant: self.tenant,
            begun: self.begun,
            written: now,
            snapshot,
            age_seconds: snapshot.age(now).map(|age| age.as_secs()),
        };
        self.replace(&account).map_err(|error| {
            Failure::machine(&format!("--manifest `{}`", self.path.display()), &error)
        })
    }

    fn replace(&self, account: &Account<'_>) -> std::io::Result<()> {
        let mut text = serde_json::to_vec_pretty(account)?;
        text.push(b'\n');
        atomic_file::replace(self.path, &text, Access::Shared)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
