//! Whether a lake is what its logs and its receipts say.

use std::collections::BTreeMap;

use lake::{Error, Prints, Store};
use serde::Serialize;

use super::super::stream::Stream;
use super::receipts::RUNS;

/// What is known of a table after a check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Checked {
    /// The name of the table.
    pub table: String,
    /// The version that was checked.
    pub version: i64,
    /// Files.
    pub files: u64,
    /// Bytes of them.
    pub bytes: u64,
    /// Rows of them.
    pub rows: u64,
    /// How many claims do not hold.
    pub problem_count: u64,
    /// The first hundred of them, in words.
    pub problems: Vec<String>,
    /// The rows, for a comparison with the service.
    #[serde(skip)]
    pub prints: Prints,
}

/// Rows that receipts say were written, by table and tenant.
pub type Said = BTreeMap<(String, String), u64>;

/// What the receipts of a lake say.
///
/// # Errors
/// If the table of receipts cannot be read. One that is not there says nothing.
pub async fn said(store: &Store) -> Result<Said, Error> {
    let mut said = Said::new();
    let mut add = |row: serde_json::Map<String, serde_json::Value>| {
        let text = |name: &str| {
            row.get(name)
                .and_then(|value| value.as_str())
                .unwrap_or_default()
                .to_owned()
        };
        let rows = row.get("rows_written").and_then(serde_json::Value::as_u64);
        *said.entry((text("stream"), text("_tenant"))).or_default() += rows.unwrap_or_default();
    };
    lake::each_row(store, RUNS, &mut add).await?;
    Ok(said)
}

/// Checks a table: each claim of its log against the files, that no version of a record came twice, and that it has as many rows of each
/// tenant as the receipts say.
///
/// A receipt may be one commit behind the rows, if a process was killed between the two: the next pass adds it.
///
/// # Errors
/// If the store or the log cannot be read.
pub async fn verify(
    store: &Store,
    table: &str,
    streams: &[Stream],
    said: &Said,
) -> Result<Checked, Error> {
    let mut streams = streams.iter();
    let stream = streams.find(|stream| stream.name() == table && stream.has_version());
    let key = stream.map_or(&[][..], Stream::key).iter().copied();
    let unique: Vec<&str> = key.chain(stream.map(|_| "_version")).collect();
    let (mut found, prints) = lake::verify(store, table, &unique).await?;
    if table != RUNS {
        for (tenant, rows) in &found.rows_by_folder {
            let expected = said
                .get(&(table.to_owned(), tenant.clone()))
                .copied()
                .unwrap_or_default();
            if expected != *rows {
                found.problem_count += 1;
                found.problems.push(format!(
                    "tenant {tenant} has {rows} rows, and its receipts say {expected}"
                ));
            }
        }
    }
    Ok(Checked {
        table: table.to_owned(),
        version: found.version,
        files: found.files,
        bytes: found.bytes,
        rows: found.rows,
        problem_count: found.problem_count,
        problems: found.problems,
        prints,
    })
}
