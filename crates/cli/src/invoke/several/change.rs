//! One change of several records, one call each.
//!
//! Names are replaced by ids and all records are in one question before the first call, so a refusal changes nothing. A record that
//! fails does not keep the others from their call. An error that concerns all of them, such as a rejected credential, ends the
//! command, and the ids without a call are named.
//!
//! - stdout: a row for each answer, in the order of the ids; with `--wait` the record as seen last. An answer without a body is
//!   printed as the id.
//! - stderr: an error for each record that failed, with its id.
//! - Exit code 0 if all were done, 3 if some were, 1 if none was, 8 if an action is open at the deadline and none failed.

use std::collections::HashSet;
use std::time::Duration;

use auth_core::http_core::{Bytes, Client, Operation, Request, Started};
use output::Rows;
use serde_json::json;
use tokio::time::Instant;

use super::{Denials, record_id};
use crate::invoke::{REUSED, guard, polling, report_mended, report_reappeared, resolved, verdicts};
use crate::session::Session;
use terminal::{Exit, Failure, Result};

/// Most ids that the error of an ended command names.
const MOST_NAMED: usize = 20;

/// The calls of one change.
struct Calls<'a> {
    client: &'a Client,
    /// One for each record, with its id.
    requests: &'a [Request],
    /// The end of the wait, for all records together.
    until: Option<Instant>,
}

/// Asks once, sends the change for every record and prints what became of each. `wait` is the time of `--wait`, for all records
/// together.
///
/// The requests differ in the id of their record alone. Without any the list that is printed is empty and a note says so: the
/// command before this one in a pipe may have found nothing.
///
/// # Errors
///
/// A refusal, an unknown or ambiguous name and a missing terminal come before the first call. What happens to single records is
/// reported as it happens, and the error at the end counts them.
pub(in crate::invoke) async fn send(
    session: &mut Session<'_>,
    operation: &'static Operation,
    requests: Vec<Request>,
    wait: Option<Duration>,
) -> Result<()> {
    if let Some(first) = requests.first() {
        guard::check_can_ask(session, operation, first)?;
    } else {
        session.note("no ids were given, so nothing was sent");
    }
    let client = session.context.client(operation)?;
    let mut named = Vec::with_capacity(requests.len());
    let mut seen = HashSet::new();
    for request in requests {
        let one = resolved(session, &client, request).await;
        let one = one.inspect_err(|_| session.note("nothing was sent for any of the ids"))?;
        // A name and an id may stand for one record.
        if seen.insert(record_id(&one)) {
            named.push(one);
        }
    }
    guard::allow(session, operation, &named).await?;
    let mut printed = session.console.rows();
    printed.lead(operation.answer.columns);
    let mut tally = Tally::default();
    let calls = Calls {
        client: &client,
        requests: &named,
        until: wait.map(|time| Instant::now() + time),
    };
    let ended = send_each(session, &calls, &mut printed, &mut tally).await;
    session.console.end(printed, ended.is_ok())?;
    report_reappeared(session, &client);
    let whole = report_mended(session, &client);
    if ended.is_err() {
        let ids = named.iter().skip(tally.called()).map(record_id);
        warn_unsent(session, &ids.collect::<Vec<_>>());
    }
    ended?;
    whole?;
    tally.end()
}

/// Sends all calls before the first wait, so that no record waits for another.
///
/// Actions that were started when the command ends early are printed as the service showed them at the start: each has an id to
/// look again with.
async fn send_each(
    session: &mut Session<'_>,
    calls: &Calls<'_>,
    printed: &mut Rows,
    tally: &mut Tally,
) -> Result<()> {
    let until = calls.until;
    let mut open = Vec::new();
    let mut outcome = Ok(());
    for request in calls.requests {
        match start(session, calls.client, request).await {
            Ok(started) if until.is_some() => open.push((request, started)),
            Ok(started) => {
                let end = print(session, request, &started, printed);
                tally.take(session, request, end)?;
            }
            Err(failure) => match tally.refused(session, request, failure) {
                Ok(()) => {}
                fatal => {
                    outcome = fatal;
                    break;
                }
            },
        }
        tally.waiting = open.len();
    }
    // What was started is shown, even where the command ends early.
    for (request, started) in open {
        tally.waiting -= 1;
        let end = match (until, &outcome) {
            (Some(until), Ok(())) => {
                let left = until.saturating_duration_since(Instant::now());
                let operation = request.operation();
                polling::wait_for_row(session, operation, &started, left, printed).await
            }
            _ => print(session, request, &started, printed),
        };
        let taken = tally.take(session, request, end);
        outcome = outcome.and(taken);
    }
    outcome
}

/// The answer to one call. A note says if the action was open already, or was found after the answer to the request was lost.
async fn start(
    session: &mut Session<'_>,
    client: &Client,
    request: &Request,
) -> Result<Started<Bytes>> {
    let starting = client.start_once(request.clone());
    let started = session.wait(starting).await??;
    if started.reused {
        session.note(&format!("{}: {REUSED}", record_id(request)));
    }
    Ok(started)
}

/// Prints the answer to one call. Fails if the service reports that it did not do what was asked.
fn print(
    session: &mut Session<'_>,
    request: &Request,
    started: &Started<Bytes>,
    printed: &mut Rows,
) -> Result<()> {
    let body = &started.action;
    if body.is_empty() {
        let row = json!({"id": record_id(request)});
        return session.console.row(printed, row.to_string().as_bytes());
    }
    session.console.row(printed, body)?;
    verdicts::report(session, request, body)?;
    verdicts::report_open(session, request.operation(), body)
}

/// Names the records that no call was sent for.
fn warn_unsent(session: &mut Session<'_>, ids: &[String]) {
    let named = &ids[..ids.len().min(MOST_NAMED)];
    match ids.len() - named.len() {
        _ if ids.is_empty() => {}
        0 => session.warn(&format!("nothing was sent for {}", named.join(", "))),
        more => session.warn(&format!(
            "nothing was sent for {} and {more} more",
            named.join(", ")
        )),
    }
}

/// What became of the records.
#[derive(Debug, Default)]
struct Tally {
    /// The service did what was asked, or accepted it where nothing is waited for.
    done: usize,
    /// Refused calls, calls of unknown outcome, and actions that failed.
    failed: usize,
    /// Open at the deadline, or of a state that cannot be seen.
    pending: usize,
    /// Of the failed ones those that were answered with 403.
    denials: Denials,
    /// Started, and not waited for yet.
    waiting: usize,
}

impl Tally {
    /// Records that a call was sent for.
    fn called(&self) -> usize {
        self.done + self.failed + self.pending + self.waiting
    }

    /// Counts the end of one record, and reports its failure. Fails if the command has to end: a signal, or output that is closed.
    fn take(
        &mut self,
        session: &mut Session<'_>,
        request: &Request,
        end: Result<()>,
    ) -> Result<()> {
        let Err(failure) = end else {
            self.done += 1;
            return Ok(());
        };
        match failure.exit() {
            Exit::Pending => self.pending += 1,
            _ => self.failed += 1,
        }
        if failure.is_silent() {
            return Err(failure);
        }
        say(session, request, failure);
        Ok(())
    }

    /// Counts a call that failed, and reports it. Fails with errors that concern all records.
    fn refused(
        &mut self,
        session: &mut Session<'_>,
        request: &Request,
        failure: Failure,
    ) -> Result<()> {
        self.failed += 1;
        if failure.is_silent() {
            let id = record_id(request);
            session.warn(&format!("{id}: interrupted; the change may have been made"));
            return Err(failure);
        }
        let any_succeeded = self.done + self.waiting > 0;
        if self.denials.ends(&failure, any_succeeded) {
            return Err(failure);
        }
        say(session, request, failure);
        Ok(())
    }

    /// The end of the command. Each record that failed was reported.
    fn end(&self) -> Result<()> {
        let exit = match (self.done, self.failed, self.pending) {
            (_, 0, 0) => return Ok(()),
            (_, 0, _) => Exit::Pending,
            (0, _, 0) => Exit::Failure,
            _ => Exit::Attention,
        };
        let message = format!(
            "{} done, {} failed, {} not over",
            self.done, self.failed, self.pending
        );
        Err(Failure::new(exit, "partial", message)
            .with_hint("repeat the change for the failed ids only"))
    }
}

/// Reports what became of one record, with its id.
fn say(session: &mut Session<'_>, request: &Request, failure: Failure) {
    let message = format!("{}: {}", record_id(request), failure.message());
    let failure = failure.with_message(message);
    session
        .console
        .fail(&failure.with_operation(request.operation().id));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exit(done: usize, failed: usize, pending: usize) -> Option<Exit> {
        let tally = Tally {
            done,
            failed,
            pending,
            ..Tally::default()
        };
        tally.end().err().map(|failure| failure.exit())
    }

    #[test]
    fn the_exit_code_says_whether_all_some_or_none_was_done() {
        assert_eq!(exit(3, 0, 0), None);
        assert_eq!(exit(2, 1, 0), Some(Exit::Attention));
        assert_eq!(exit(0, 3, 0), Some(Exit::Failure));
        assert_eq!(exit(2, 0, 1), Some(Exit::Pending));
        assert_eq!(exit(0, 1, 1), Some(Exit::Attention));
    }
}
