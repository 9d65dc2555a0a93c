//! Lists: rows go out as they come in, and no page is asked for that is not printed.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use auth_core::http_core::rows;

use super::faults::Faults;
use crate::console::Console;
use crate::failure::Result;
use crate::session::Session;
use output::Rows;

/// Prints rows until the list or the limit is reached.
pub(crate) async fn print(session: &mut Session<'_>, mut list: rows::Rows) -> Result<()> {
    let mut printed = session.console.rows();
    printed.lead(list.operation().map_or(&[], |operation| operation.columns));
    let mut faults = Faults::default();
    let outcome = pass_on(session, &mut list, &mut printed, &mut faults).await;
    let ended = session.console.end(printed, outcome.is_ok());
    let whole = faults.end(session.console, &list.losses().get());
    let more = outcome?;
    ended?;
    if let (true, Some(limit)) = (more, session.globals.limit) {
        session.console.stopped_at_limit(limit);
    }
    whole
}

/// Whether rows remain that the limit keeps back.
async fn pass_on(
    session: &mut Session<'_>,
    list: &mut rows::Rows,
    printed: &mut Rows,
    faults: &mut Faults,
) -> Result<bool> {
    let limit = session.globals.limit.unwrap_or(u64::MAX);
    let mut count = 0;
    loop {
        let next = showing(list.next_batch(), session.console);
        let Some(batch) = session.signals.or(next).await?? else {
            return Ok(false);
        };
        let Some(batch) = faults.take(session.console, batch)? else {
            continue;
        };
        for row in batch.iter() {
            if count == limit {
                return Ok(true);
            }
            session.console.row(printed, row)?;
            count += 1;
        }
        if count == limit {
            return session.signals.or(list.has_more()).await;
        }
    }
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
