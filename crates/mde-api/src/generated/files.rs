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

use http_core::Client;

pub use get::{GET, GetFile};
pub use list_alerts::{LIST_ALERTS, ListFileAlerts};
pub use list_machines::{LIST_MACHINES, ListFileMachines};
pub use model::{File, FileStats};
pub use stats::{STATS, StatsFile};

/// The operations of files; each method begins a request.
#[derive(Clone, Debug)]
pub struct Files {
    pub(crate) client: Client,
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
