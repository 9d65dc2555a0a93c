//! The names of the files of a log.
//!
//! A version has 20 digits, so that a store lists the files in their order. A checkpoint of other programs may have several files; ours has
//! one.

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::store::Store;

/// The folder of a log.
pub(crate) const LOG: &str = "_delta_log";

/// The file that names the newest checkpoint.
const LAST: &str = "_last_checkpoint";

/// The content of `_last_checkpoint`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LastCheckpoint {
    pub(crate) version: i64,
    /// Number of actions.
    pub(crate) size: i64,
    /// Number of files. `None`: one, under the plain name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) parts: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) size_in_bytes: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) num_of_add_files: Option<i64>,
}

/// The newest checkpoint that the log names. A file that cannot be read counts as none: the log itself has all, or lists the gap.
pub(crate) async fn last_checkpoint(
    store: &Store,
    table: &str,
) -> Result<Option<LastCheckpoint>, Error> {
    let bytes = store.get(&last_checkpoint_name(table)).await?;
    Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
}

/// The newest checkpoint that is there, for a log whose named one is gone.
pub(crate) async fn listed_checkpoint(
    store: &Store,
    table: &str,
) -> Result<Option<LastCheckpoint>, Error> {
    let listed = store.list(&format!("{table}/{LOG}"), "").await?;
    let versions = listed
        .iter()
        .filter_map(|object| checkpoint_version(&object.name));
    Ok(versions.max().map(|version| LastCheckpoint {
        version,
        size: 0,
        parts: None,
        size_in_bytes: None,
        num_of_add_files: None,
    }))
}

pub(crate) fn last_checkpoint_name(table: &str) -> String {
    format!("{table}/{LOG}/{LAST}")
}

/// The file of a version.
pub(crate) fn commit_name(table: &str, version: i64) -> String {
    format!("{table}/{LOG}/{version:020}.json")
}

/// The version of a file of a log. `None` for other files.
pub(crate) fn commit_version(name: &str) -> Option<i64> {
    let file = name.rsplit('/').next()?.strip_suffix(".json")?;
    (file.len() == 20).then(|| file.parse().ok()).flatten()
}

/// The names of the files of a checkpoint.
pub(crate) fn checkpoint_names(table: &str, last: &LastCheckpoint) -> Vec<String> {
    let version = last.version;
    match last.parts {
        None => vec![format!("{table}/{LOG}/{version:020}.checkpoint.parquet")],
        Some(parts) => (1..=parts)
            .map(|part| {
                format!("{table}/{LOG}/{version:020}.checkpoint.{part:010}.{parts:010}.parquet")
            })
            .collect(),
    }
}

/// The version of a checkpoint's file.
pub(crate) fn checkpoint_version(name: &str) -> Option<i64> {
    let (version, rest) = name.rsplit('/').next()?.split_once('.')?;
    rest.starts_with("checkpoint")
        .then(|| version.parse().ok())
        .flatten()
}

/// Whether a name is that of a file of a log.
pub(crate) fn is_of_log(name: &str) -> bool {
    name == LAST || commit_version(name).is_some() || checkpoint_version(name).is_some()
}
