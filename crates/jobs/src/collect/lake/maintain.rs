//! Keeping the tables of a lake fast to read, one that is broken among others.

use lake::{Error, Store};
use serde::Serialize;

/// What was done to a table. In JSON the names are `filesBefore` and so on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Maintained {
    /// The name of the table.
    pub table: String,
    /// The version afterwards.
    pub version: i64,
    /// Files of the table before.
    pub files_before: u64,
    /// Files of the table afterwards.
    pub files_after: u64,
    /// Files that were merged with others.
    pub merged: u64,
    /// Files of the log that were removed.
    pub log_removed: u64,
    /// Files that no version has. They were removed.
    pub orphans: u64,
    /// Bytes of them.
    pub orphan_bytes: u64,
    /// Why nothing was done: the table cannot be read. The others of the lake can be.
    pub problem: Option<String>,
}

/// Merges small files of a table, writes a checkpoint, and removes what no reader needs: see [`lake::maintain`].
///
/// A table that is broken, or that another or a newer program has written, has that as its problem, so that the others can be maintained.
///
/// # Errors
/// If the store cannot be read or written.
pub async fn maintain(store: &Store, table: &str) -> Result<Maintained, Error> {
    let table = table.to_owned();
    let done = match lake::maintain(store, &table).await {
        Err(error) if error.is_of_table() => {
            let hint = error.hint().unwrap_or_default();
            let problem = Some(format!("{error}; {hint}"));
            return Ok(Maintained {
                table,
                problem,
                ..Maintained::default()
            });
        }
        done => done?,
    };
    Ok(Maintained {
        table,
        version: done.version,
        files_before: done.files.0,
        files_after: done.files.1,
        merged: done.merged,
        log_removed: done.log_removed,
        orphans: done.orphans,
        orphan_bytes: done.orphan_bytes,
        problem: None,
    })
}
