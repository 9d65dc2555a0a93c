//! Lists: records are printed as pages arrive, and no page is requested beyond `--limit`.
//!
//! Memory use does not depend on the length of a list, except for formats that measure columns. Printed records are flushed whenever
//! the next page is not there yet, so a reader sees them at once.

use auth_core::http_core::rows::{self, RowBatch, TableRows};
use auth_core::http_core::{Gap, Result as CallResult};
use operations::{Selection, Take};
use xdr_api::hunting::HuntRows;

use super::faults::Faults;
use crate::session::Session;
use output::Rows;
use terminal::Result;

/// Prints the selected records of a list up to the limit. Fails with exit code 3 if records are missing.
pub(crate) async fn print(
    session: &mut Session<'_>,
    mut list: rows::Rows,
    mut selection: Selection,
) -> Result<()> {
    let mut printed = session.console.rows();
    printed.lead(
        list.operation()
            .map_or(&[], |operation| operation.answer.columns),
    );
    let mut faults = Faults::default();
    let mut to = Outputs {
        printed: &mut printed,
        faults: &mut faults,
    };
    let outcome = print_selected(session, Batches::List(&mut list), &mut to, &mut selection).await;
    for note in selection.notes() {
        session.note(&note);
    }
    end(session, printed, faults, &list.gaps().get(), outcome)
}

/// Where rows go: good ones are printed, and those that are no JSON are reported and counted.
///
/// Both live beyond the reading, because the end of the output depends on them.
struct Outputs<'a> {
    printed: &'a mut Rows,
    faults: &'a mut Faults,
}

/// Ends a printed list: closes the output, which stays valid after an error, then reports gaps and the limit. All of it is
/// reported, whatever fails.
///
/// `outcome` says whether more records exist. Fails with its error, or with exit code 3 if records are missing.
pub(crate) fn end(
    session: &mut Session<'_>,
    printed: Rows,
    faults: Faults,
    gaps: &[Gap],
    outcome: Result<bool>,
) -> Result<()> {
    let ended = session.console.end(printed, outcome.is_ok());
    let whole = faults.end(session.console, gaps);
    let more = outcome?;
    report_limit(session, more);
    ended?;
    whole
}

/// Reports that `--limit` stopped the list, if more records exist.
pub(crate) fn report_limit(session: &mut Session<'_>, more: bool) {
    if let (true, Some(limit)) = (more, session.globals.limit) {
        session.console.stopped_at_limit(limit);
    }
}

/// A list whose records arrive in batches.
pub(crate) enum Batches<'a> {
    List(&'a mut rows::Rows),
    Hunt(&'a mut HuntRows),
    Table(&'a mut TableRows),
}

impl Batches<'_> {
    /// The next batch. `None` at the end.
    async fn next(&mut self) -> Option<CallResult<RowBatch>> {
        match self {
            Self::List(list) => list.next_batch().await,
            Self::Hunt(list) => list.next_batch().await,
            Self::Table(list) => list.next_batch().await,
        }
    }

    /// Whether more records exist. Requests no page. `None` if only the next batch shows it.
    async fn has_more(&mut self) -> Option<bool> {
        match self {
            Self::List(list) => Some(list.has_more().await),
            Self::Hunt(_) | Self::Table(_) => None,
        }
    }
}

/// The next batch. Records that are not JSON are reported and skipped.
pub(crate) async fn next(
    session: &mut Session<'_>,
    list: &mut Batches<'_>,
    faults: &mut Faults,
) -> Result<Option<RowBatch>> {
    loop {
        let Some(batch) = session.wait(list.next()).await? else {
            return Ok(None);
        };
        if let Some(batch) = faults.take(session.console, batch)? {
            return Ok(Some(batch));
        }
    }
}

/// Prints records up to the limit. Returns whether there are more.
pub(crate) async fn print_up_to_limit(
    session: &mut Session<'_>,
    list: Batches<'_>,
    printed: &mut Rows,
    faults: &mut Faults,
) -> Result<bool> {
    let mut to = Outputs { printed, faults };
    print_selected(session, list, &mut to, &mut Selection::default()).await
}

/// Prints the selected records up to the limit. Returns whether there are more.
///
/// Held records are printed when all were read, so a list that fails in between prints none of them. A limit is part of their order
/// and does not end the reading. No page is requested beyond the limit otherwise.
async fn print_selected(
    session: &mut Session<'_>,
    mut list: Batches<'_>,
    to: &mut Outputs<'_>,
    selection: &mut Selection,
) -> Result<bool> {
    let limit = session.globals.limit.unwrap_or(u64::MAX);
    let mut count = 0;
    while !selection.is_full()
        && let Some(batch) = next(session, &mut list, to.faults).await?
    {
        for row in batch.iter() {
            match selection.take(row)? {
                Take::Print if count == limit => return Ok(true),
                Take::Print => {
                    session.console.row(to.printed, row)?;
                    count += 1;
                }
                Take::End => return Ok(false),
                _ => {}
            }
        }
        if count == limit
            && let Some(more) = session.wait(list.has_more()).await?
        {
            return Ok(more);
        }
    }
    let (held, more) = selection.held()?;
    for row in &held {
        session.console.row(to.printed, row)?;
    }
    Ok(more && session.globals.limit.is_some())
}
