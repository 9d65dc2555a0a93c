//! Lists: rows go out as they come in, and no page is asked for that is not printed.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use auth_core::http_core::{Result as CallResult, rows};

use super::Session;
use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::output::{Console, Rows};

/// Prints rows until the list or the limit is reached.
pub(crate) async fn print(session: &mut Session<'_>, mut list: rows::Rows) -> Result<()> {
    let mut printed = session.console.rows();
    let outcome = pass_on(session, &mut list, &mut printed).await;
    let ended = session.console.end(printed, outcome.is_ok());
    let losses = list.losses().get();
    for loss in &losses {
        session.console.lost(loss);
    }
    let more = outcome?;
    ended?;
    if let (true, Some(limit)) = (more, session.globals.limit) {
        session.console.stopped_at_limit(limit);
    }
    if losses.is_empty() {
        Ok(())
    } else {
        Err(Failure::silent(Exit::Attention))
    }
}

/// Whether rows remain that the limit keeps back.
async fn pass_on(
    session: &mut Session<'_>,
    list: &mut rows::Rows,
    printed: &mut Rows,
) -> Result<bool> {
    let limit = session.globals.limit.unwrap_or(u64::MAX);
    let mut count = 0;
    loop {
        let next = next_batch(list, session.console);
        let Some(batch) = session.signals.or(next).await?? else {
            return Ok(false);
        };
        for row in batch?.iter() {
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

/// The next rows; where they are not there yet, what was printed is shown first.
async fn next_batch(
    list: &mut rows::Rows,
    console: &mut Console,
) -> Result<Option<CallResult<rows::RowBatch>>> {
    let mut next = pin!(list.next_batch());
    let mut shown = Ok(());
    let mut waited = false;
    let batch = poll_fn(|task| match next.as_mut().poll(task) {
        Poll::Pending if !waited => {
            waited = true;
            shown = console.flush();
            if shown.is_err() {
                Poll::Ready(None)
            } else {
                Poll::Pending
            }
        }
        polled => polled,
    })
    .await;
    shown.map(|()| batch)
}
