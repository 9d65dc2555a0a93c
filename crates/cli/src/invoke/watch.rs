//! `--watch`: a list is read again and again, and what is new or has changed is printed.
//!
//! - The first pass prints the selected records, the later ones those that [`Seen`] does not know.
//! - Rows are appended and never redrawn, so pipes and terminals get the same: `_change` says `new` or `changed`, and is null in the
//!   first pass.
//! - A pass that fails is reported, and the next one goes on. An error that would come again, such as 401 or 403, ends the command.
//! - Calls wait for the documented budgets and for `Retry-After`, as those of any list.
//!
//! Ctrl-C ends the command with exit code 130 and closes the output. `--limit` ends it after so many records: exit code 0, or 3 if
//! a pass failed or records are missing.

use std::time::Duration;

use auth_core::http_core::time::{deadline, reached};
use auth_core::http_core::{Cell, Client, Column, Request, rows};
use jiff::Timestamp;
use operations::{CHANGE, SEEN, Seen, Selection, Take};

use super::faults::Faults;
use super::rows::{Batches, next};
use crate::session::Session;
use output::Rows;
use terminal::{Doing, Exit, Failure, Result};

/// The columns in front of those of the list.
const MARKS: &[Column] = &[
    Column::new(CHANGE, Cell::Text),
    Column::new(SEEN, Cell::Text),
];

/// A list that is watched.
pub(super) struct Watched {
    pub(super) request: Request,
    /// Which records are wanted. Each pass begins with a copy.
    pub(super) selection: Selection,
    /// Time from the begin of one pass to the begin of the next one.
    pub(super) every: Duration,
}

/// Where the records of all passes go.
struct Passes {
    seen: Seen,
    printed: Rows,
    /// How many records may still be printed.
    left: u64,
    /// Whether a pass came to its end.
    has_whole: bool,
    /// Whether a pass failed or records were missing.
    is_lacking: bool,
}

/// Reads the list until a signal, `--limit`, or an error that would come again.
pub(super) async fn run(
    session: &mut Session<'_>,
    client: &Client,
    watched: Watched,
) -> Result<()> {
    let operation = watched.request.operation();
    let mut printed = session.console.rows();
    printed.mark(MARKS);
    printed.lead(operation.answer.columns);
    let mut passes = Passes {
        seen: Seen::new(operation),
        printed,
        left: session.globals.limit.unwrap_or(u64::MAX),
        has_whole: false,
        is_lacking: false,
    };
    let outcome = passes.until_end(session, client, &watched).await;
    let is_whole = outcome.is_ok() || passes.has_whole;
    let ended = session.console.end(passes.printed, is_whole);
    outcome?;
    if let Some(limit) = session.globals.limit {
        session.console.stopped_at_limit(limit);
    }
    ended?;
    match passes.is_lacking {
        true => Err(Failure::silent(Exit::Attention)),
        false => Ok(()),
    }
}

impl Passes {
    /// Runs passes until `--limit` is reached.
    ///
    /// The time between two passes counts from begin to begin, so a slow list is not read less often than it has to be. A pass
    /// that takes longer is followed by the next one at once, and the documented budgets still hold.
    async fn until_end(
        &mut self,
        session: &mut Session<'_>,
        client: &Client,
        watched: &Watched,
    ) -> Result<()> {
        loop {
            let due = deadline(watched.every);
            let list = client.rows(watched.request.clone());
            let pass = Box::pin(self.pass(session, list, watched.selection.clone()));
            match pass.await {
                Ok(true) => return Ok(()),
                Ok(false) => {}
                Err(failure) if ends(&failure) => return Err(failure),
                Err(failure) => {
                    self.is_lacking = true;
                    session.console.fail(&failure);
                    session.note("the list is read again at its next time");
                }
            }
            session.console.settle(&mut self.printed)?;
            // A watch may run for days; other commands count its calls meanwhile.
            session.context.keep_budgets().await;
            session.console.doing(Doing::Pausing(due));
            session.wait(reached(due)).await?;
            session.console.doing(Doing::Asking);
        }
    }

    /// Reads the list once. Returns whether `--limit` is reached. Missing records are reported after each pass; notes on records
    /// without a time come once.
    async fn pass(
        &mut self,
        session: &mut Session<'_>,
        mut list: rows::Rows,
        mut selection: Selection,
    ) -> Result<bool> {
        let mut faults = Faults::default();
        let outcome = self
            .read(session, &mut list, &mut selection, &mut faults)
            .await;
        let complete = faults.end(session.console, &list.gaps().get());
        self.is_lacking |= complete.is_err();
        if !self.has_whole {
            selection.notes().iter().for_each(|note| session.note(note));
        }
        if let Ok(false) = outcome {
            self.has_whole = true;
            self.seen.end_pass();
        }
        outcome
    }

    /// Prints what is new in the list. Returns whether `--limit` is reached.
    async fn read(
        &mut self,
        session: &mut Session<'_>,
        list: &mut rows::Rows,
        selection: &mut Selection,
        faults: &mut Faults,
    ) -> Result<bool> {
        let mut list = Batches::List(list);
        while !selection.is_full()
            && let Some(batch) = next(session, &mut list, faults).await?
        {
            for row in batch.iter() {
                match selection.take(row)? {
                    Take::Print if self.print(session, row)? => return Ok(true),
                    Take::End => return Ok(false),
                    _ => {}
                }
            }
        }
        let (held, _) = selection.held()?;
        for row in &held {
            if self.print(session, row)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Prints a record that is new or has changed. Returns whether `--limit` is reached.
    fn print(&mut self, session: &mut Session<'_>, row: &[u8]) -> Result<bool> {
        if let Some(news) = self.seen.look(row)? {
            let row = news.mark(row, Timestamp::now());
            session.console.row(&mut self.printed, &row)?;
            self.left -= 1;
        }
        Ok(self.left == 0)
    }
}

/// Whether a failure ends the command: a signal, a closed pipe, or an answer that would be the same again.
fn ends(failure: &Failure) -> bool {
    let again = [
        Exit::Usage,
        Exit::Authentication,
        Exit::Denied,
        Exit::NotFound,
    ];
    failure.is_silent() || again.contains(&failure.exit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outage_is_waited_out_and_a_refusal_is_not() {
        let failed = |exit| ends(&Failure::new(exit, "x", "y"));
        assert!(!failed(Exit::Failure) && !failed(Exit::Throttled));
        assert!(failed(Exit::Authentication) && failed(Exit::Denied) && failed(Exit::Usage));
        assert!(ends(&Failure::silent(Exit::Interrupted)));
    }
}
