//! Lists: rows go out as they come in, and no page is asked for that is not printed.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use auth_core::http_core::rows::{self, RowBatch, TableRows};
use auth_core::http_core::{Column, Gap, Result as CallResult};
use serde::Serialize;
use xdr_api::hunting::HuntRows;

use super::faults::Faults;
use crate::console::Console;
use crate::failure::{Failure, Result};
use crate::session::Session;
use output::Rows;

/// Prints rows until the list or the limit is reached.
pub(crate) async fn print(session: &mut Session<'_>, mut list: rows::Rows) -> Result<()> {
    let mut printed = session.console.rows();
    printed.lead(
        list.operation()
            .map_or(&[], |operation| operation.answer.columns),
    );
    let mut faults = Faults::default();
    let outcome = pass_on(session, Batches::List(&mut list), &mut printed, &mut faults).await;
    end(session, printed, faults, &list.gaps().get(), outcome)
}

/// Ends a printed list: closes the output, which stays valid after an error, then reports gaps and the limit.
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
    ended?;
    report_limit(session, more);
    whole
}

/// Reports that `--limit` stopped the list, if more records exist.
pub(crate) fn report_limit(session: &mut Session<'_>, more: bool) {
    if let (true, Some(limit)) = (more, session.globals.limit) {
        session.console.stopped_at_limit(limit);
    }
}

/// A list whose rows come in batches.
pub(crate) enum Batches<'a> {
    List(&'a mut rows::Rows),
    Hunt(&'a mut HuntRows),
    Table(&'a mut TableRows),
}

impl Batches<'_> {
    async fn next(&mut self) -> Option<CallResult<RowBatch>> {
        match self {
            Self::List(list) => list.next_batch().await,
            Self::Hunt(list) => list.next_batch().await,
            Self::Table(list) => list.next_batch().await,
        }
    }

    /// Whether rows follow that were not read. Asks for no page; `None` if only the next batch can tell.
    async fn has_more(&mut self) -> Option<bool> {
        match self {
            Self::List(list) => Some(list.has_more().await),
            Self::Hunt(_) | Self::Table(_) => None,
        }
    }
}

/// The next batch. Rows that are not JSON are reported and left out.
pub(super) async fn next(
    session: &mut Session<'_>,
    list: &mut Batches<'_>,
    faults: &mut Faults,
) -> Result<Option<RowBatch>> {
    loop {
        let next = showing(list.next(), session.console);
        let Some(batch) = session.signals.or(next).await?? else {
            return Ok(None);
        };
        if let Some(batch) = faults.take(session.console, batch)? {
            return Ok(Some(batch));
        }
    }
}

/// Prints rows up to the limit. Returns whether there are more.
pub(crate) async fn pass_on(
    session: &mut Session<'_>,
    mut list: Batches<'_>,
    printed: &mut Rows,
    faults: &mut Faults,
) -> Result<bool> {
    let limit = session.globals.limit.unwrap_or(u64::MAX);
    let mut count = 0;
    while let Some(batch) = next(session, &mut list, faults).await? {
        for row in batch.iter() {
            if count == limit {
                return Ok(true);
            }
            session.console.row(printed, row)?;
            count += 1;
        }
        if count == limit
            && let Some(more) = session.signals.or(list.has_more()).await?
        {
            return Ok(more);
        }
    }
    Ok(false)
}

/// Waits, and flushes printed rows first if the value is not ready.
pub(crate) async fn showing<T>(next: impl Future<Output = T>, console: &mut Console) -> Result<T> {
    let mut next = pin!(next);
    let mut waited = false;
    poll_fn(|task| match next.as_mut().poll(task) {
        Poll::Pending if !waited => {
            waited = true;
            match console.flush() {
                Ok(()) => Poll::Pending,
                Err(failure) => Poll::Ready(Err(failure)),
            }
        }
        polled => polled.map(Ok),
    })
    .await
}

/// Prints rows that this program has made, up to the limit. A table shows `lead` first.
pub(crate) fn print_made(
    console: &mut Console,
    limit: Option<u64>,
    lead: &'static [Column],
    values: impl Iterator<Item = impl Serialize>,
) -> Result<()> {
    let mut rows = console.rows();
    rows.lead(lead);
    for (count, value) in (0..).zip(values) {
        if limit == Some(count) {
            console.end(rows, true)?;
            console.stopped_at_limit(count);
            return Ok(());
        }
        let row = serde_json::to_vec(&value)
            .map_err(|error| Failure::machine("a row cannot be written", &error.into()))?;
        console.row(&mut rows, &row)?;
    }
    console.end(rows, true)
}
