//! Exports: prints the records in the files that an answer leads to.
//!
//! - stdout: the records of all files as one list.
//! - stderr: a summary with the time of the data, and warnings for missing files.
//! - `--manifest FILE`: the same as JSON. It is written before the first record as incomplete, so an export that was killed is
//!   never taken for a complete one.
//! - Exit code 3 if some files are missing and others were read.

use std::path::Path;

use auth_core::http_core::{FileRows, Snapshot};
use jiff::Timestamp;

use super::faults::Faults;
use crate::session::Session;
use operations::{Manifest, snapshot_summary};
use output::Rows;
use terminal::{Exit, Failure, Result};

/// Prints the records up to the limit, then the summary, and completes the manifest.
pub(super) async fn print_rows(
    session: &mut Session<'_>,
    mut list: FileRows,
    manifest: Option<&Path>,
) -> Result<()> {
    let columns = list.operation().answer.columns;
    let operation = list.operation().id;
    let tenant = session.context.tenant();
    let manifest = manifest.map(|path| Manifest::new(path, operation, tenant.as_deref()));
    if let Some(manifest) = &manifest {
        manifest
            .begin()
            .map_err(|error| unwritten(manifest, &error))?;
    }
    let mut printed = session.console.rows();
    printed.lead(columns);
    let mut faults = Faults::default();
    let outcome = print_up_to_limit(session, &mut list, &mut printed, &mut faults).await;
    let ended = session.console.end(printed, outcome.is_ok());
    let whole = faults.end(session.console, &list.gaps().get());
    let outcome = outcome.and_then(|stopped| ended.map(|()| stopped));
    let limit = session.globals.limit;
    let mut snapshot = list.snapshot().unwrap_or_default();
    if let Some(why) = early(&outcome, limit) {
        snapshot.complete = false;
        snapshot.reason.get_or_insert(why);
    }
    session.note(&snapshot_summary(&snapshot, Timestamp::now()));
    let kept = manifest.map_or(Ok(()), |manifest| {
        manifest
            .end(&snapshot)
            .map_err(|error| unwritten(&manifest, &error))
    });
    super::rows::report_limit(session, matches!(outcome, Ok(true)));
    outcome.map_err(|failure| in_part(failure, &snapshot))?;
    kept.and(whole)
}

/// The failure of writing the manifest.
fn unwritten(manifest: &Manifest<'_>, error: &std::io::Error) -> Failure {
    Failure::machine(
        &format!("--manifest `{}`", manifest.path().display()),
        error,
    )
}

/// Changes the exit code to 3 for an export that lacks only some files.
fn in_part(failure: Failure, snapshot: &Snapshot) -> Failure {
    if snapshot.missing.is_empty() || snapshot.files_read == 0 || failure.is_silent() {
        return failure;
    }
    failure.with_exit(Exit::Attention)
}

/// Prints records up to the limit. Returns whether there are more.
async fn print_up_to_limit(
    session: &mut Session<'_>,
    list: &mut FileRows,
    printed: &mut Rows,
    faults: &mut Faults,
) -> Result<bool> {
    let limit = session.globals.limit.unwrap_or(u64::MAX);
    let mut count = 0;
    loop {
        if count == limit {
            return Ok(session.wait(list.has_more()).await??);
        }
        let Some(row) = session.wait(list.next_row()).await? else {
            return Ok(false);
        };
        if let Some(row) = faults.take(session.console, row)? {
            session.console.row(printed, &row)?;
            count += 1;
        }
    }
}

/// The reason in the manifest for a silent failure.
const CLOSED: &str = "the output was closed, or a signal ended the command";

/// Why the export ended early, apart from missing files. `None` if it was read to the end.
fn early(outcome: &Result<bool>, limit: Option<u64>) -> Option<String> {
    match outcome {
        Ok(false) => None,
        Ok(true) => Some(format!("stopped at --limit {}", limit.unwrap_or_default())),
        Err(failure) if failure.is_silent() => Some(CLOSED.to_owned()),
        Err(failure) => Some(failure.message().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_early_end_has_a_reason() {
        assert_eq!(early(&Ok(false), Some(7)), None);
        assert_eq!(early(&Ok(true), Some(7)).unwrap(), "stopped at --limit 7");
        let gone = Err(Failure::silent(Exit::Success));
        assert!(early(&gone, None).unwrap().contains("was closed"));
        let failed = Err(Failure::new(Exit::Failure, "truncated", "file 2 of 3"));
        assert_eq!(early(&failed, None).unwrap(), "file 2 of 3");
    }
}
