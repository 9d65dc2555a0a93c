//! Operations and types of files.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetFile`] | `GET /api/files/{hash}` | `File.Read.All` |
//! | [`ListFileAlerts`] | `GET /api/files/{sha1}/alerts` | `Alert.Read.All` |
//! | [`ListFileMachines`] | `GET /api/files/{sha1}/machines` | `Machine.Read.All` |
//! | [`StatsFile`] | `GET /api/files/{hash}/stats` | `File.Read.All` |

mod get;
mod list_alerts;
mod list_machines;
mod model;
mod stats;

use http_core::{Answer, Client, Kind, Operation, Param, RateLimit};

pub use get::GetFile;
pub use list_alerts::ListFileAlerts;
pub use list_machines::ListFileMachines;
pub use model::{File, FileStats};
pub use stats::StatsFile;

/// `mde.files.get`: Get a file profile.
pub static GET: Operation = Operation::get("mde.files.get", "/api/files/{hash}")
    .host("mde")
    .summary("Get a file profile")
    .help(
        "Body text: SHA-1 or SHA-256; the page's header adds MD5. Delegated callers \
need the role permission 'View Data'.",
    )
    .params(&[Param::path("hash")])
    .answer(Answer::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["File.Read.All"], &["File.Read.All"])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-file-information.md");

/// `mde.files.list_alerts`: List a file's alerts.
pub static LIST_ALERTS: Operation =
    Operation::get("mde.files.list_alerts", "/api/files/{sha1}/alerts")
        .host("mde")
        .summary("List a file's alerts")
        .help(
            "SHA-1 only. An unknown file gives 200 with an empty list. Delegated \
callers need the role permission 'View Data' and see only devices of their \
device groups.",
        )
        .params(&[Param::path("sha1")])
        .collection("value")
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(
            &["Alert.Read.All", "Alert.ReadWrite.All"],
            &["Alert.Read", "Alert.ReadWrite"],
        )
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-file-related-alerts.md");

/// `mde.files.list_machines`: List devices with a file.
pub static LIST_MACHINES: Operation =
    Operation::get("mde.files.list_machines", "/api/files/{sha1}/machines")
        .host("mde")
        .summary("List devices with a file")
        .help(
            "SHA-1 only. An unknown file gives 200 with an empty list. Delegated \
callers need the role permission 'View Data' and see only devices of their \
device groups.",
        )
        .params(&[Param::path("sha1")])
        .collection("value")
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(
            &["Machine.Read.All", "Machine.ReadWrite.All"],
            &["Machine.Read", "Machine.ReadWrite"],
        )
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-file-related-machines.md");

/// `mde.files.stats`: Get a file's prevalence.
pub static STATS: Operation = Operation::get("mde.files.stats", "/api/files/{hash}/stats")
    .host("mde")
    .summary("Get a file's prevalence")
    .help("Delegated callers need the role permission 'View Data'.")
    .params(&[
        Param::path("hash"),
        Param::query("lookBackHours")
            .kind(Kind::Integer)
            .help("at most 720, the default (30 days)"),
    ])
    .answer(Answer::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["File.Read.All"], &["File.Read.All"])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-file-statistics.md");

/// The operations of files; each method begins a request.
#[derive(Clone, Debug)]
pub struct Files {
    client: Client,
}

impl Files {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get a file profile. See [`GetFile`].
    pub fn get(&self, hash: impl Into<String>) -> GetFile {
        GetFile::new(&self.client, hash)
    }

    /// List a file's alerts. See [`ListFileAlerts`].
    pub fn list_alerts(&self, sha1: impl Into<String>) -> ListFileAlerts {
        ListFileAlerts::new(&self.client, sha1)
    }

    /// List devices with a file. See [`ListFileMachines`].
    pub fn list_machines(&self, sha1: impl Into<String>) -> ListFileMachines {
        ListFileMachines::new(&self.client, sha1)
    }

    /// Get a file's prevalence. See [`StatsFile`].
    pub fn stats(&self, hash: impl Into<String>) -> StatsFile {
        StatsFile::new(&self.client, hash)
    }
}
