//! The account of an export, kept beside its rows: a reader of the rows can tell how fresh they are and whether they
//! are all.

use std::io::Write;
use std::path::Path;

use auth_core::http_core::Snapshot;
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

    /// Written under another name first: whoever reads it finds all of it.
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
        let mut other = self.path.as_os_str().to_owned();
        other.push(".part");
        let mut text = serde_json::to_vec_pretty(account)?;
        text.push(b'\n');
        let mut file = std::fs::File::create(&other)?;
        file.write_all(&text)?;
        file.sync_all()?;
        drop(file);
        std::fs::rename(other, self.path)
    }
}
