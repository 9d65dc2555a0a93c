//! A change of many items: split into calls, each item accounted for.
//!
//! Items come from a file (`import FILE`) or from an input. A line of the file that cannot be an item is rejected here, before
//! anything is sent; the others are sent. The crate `http-core` splits the calls and halves one that fails as a whole.
//!
//! - stdout: the results that the service lists.
//! - stderr: an error for each item that failed, with its line.
//! - `--rejects FILE`: a JSON object on a line for each item that failed or has no result, ready to be read again.
//!
//! | items | exit code |
//! | --- | --- |
//! | all done | 0 |
//! | some done, or their state unknown | 3 |
//! | none done, each failed on its own | 1 |
//! | none done, the first call failed | that of the call |

use std::path::{Path, PathBuf};

use auth_core::http_core::atomic_file::{self, Access};
use auth_core::http_core::{Operation, RefusedItem, Request, SentItems, Value};
use clap::ArgMatches;
use operations::items::{Items, Line};

use super::{guard, report_mended, resolved};
use crate::session::Session;
use commands::inputs::{Filled, optional};
use commands::spelling::REJECTS;
use terminal::{Console, Exit, Failure, Result};

/// Most columns of a file that a note names.
const MOST_NAMED: usize = 10;

/// A list of items, and what becomes of it.
struct Batch {
    operation: &'static Operation,
    /// The lines of the items that are sent, in the order of `items`.
    lines: Vec<Line>,
    items: Vec<Value>,
    /// Whether the lines are those of a file, so that messages name them.
    is_file: bool,
    /// The lines that are not sent, with their reasons.
    rejected: Vec<(Line, String)>,
    sent: SentItems,
}

/// Asks once, sends all items, and reports each that failed.
pub(super) async fn send(
    session: &mut Session<'_>,
    operation: &'static Operation,
    matches: &ArgMatches,
    filled: Filled,
) -> Result<()> {
    let client = session.context.client(operation)?;
    if let Some(request) = filled.requests.first() {
        guard::check_can_ask(session, operation, request)?;
    }
    let mut requests = Vec::with_capacity(filled.requests.len());
    for request in filled.requests {
        requests.push(resolved(session, &client, request).await?);
    }
    let mut batch = Batch::new(operation, &requests, filled.items);
    let place = optional::<PathBuf>(matches, REJECTS);
    if let Some(request) = requests.first().filter(|_| !batch.items.is_empty()) {
        batch.send(session, request).await?;
    }
    let whole = report_mended(session, &client);
    let lines = batch.report(session.console);
    if let Some(place) = place {
        write(place, &lines)?;
    }
    batch.end(place.is_some()).and(whole)
}

impl Batch {
    /// The items of the file, or else of the requests.
    fn new(operation: &'static Operation, requests: &[Request], file: Option<Items>) -> Self {
        let mut batch = Self {
            operation,
            lines: Vec::new(),
            items: Vec::new(),
            is_file: file.is_some(),
            rejected: Vec::new(),
            sent: SentItems::default(),
        };
        let lines = match file {
            Some(file) => file.lines,
            None => lines_of(operation, requests),
        };
        for line in lines {
            match &line.item {
                Ok(item) => {
                    batch.items.push(item.clone());
                    batch.lines.push(line);
                }
                Err(reason) => {
                    let reason = reason.clone();
                    batch.rejected.push((line, reason));
                }
            }
        }
        batch
    }

    /// Sends the items after one question, and prints the results. What was done before a signal is kept.
    async fn send(&mut self, session: &mut Session<'_>, request: &Request) -> Result<()> {
        let client = session.context.client(self.operation)?;
        let input = self.operation.action.batch.map_or("", |batch| batch.input);
        let whole = request.clone().set(input, self.items.clone());
        guard::allow(session, self.operation, std::slice::from_ref(&whole)).await?;
        let sending = client.send_items(request, &self.items, &mut self.sent);
        let ended = session.wait(sending).await;
        let mut printed = session.console.rows();
        printed.lead(self.operation.answer.columns);
        for answer in &self.sent.answers {
            let mut answer: Value = serde_json::from_slice(answer).unwrap_or_default();
            let rows = answer[self.operation.list_member()].take();
            for row in rows.as_array().into_iter().flatten() {
                session
                    .console
                    .row(&mut printed, row.to_string().as_bytes())?;
            }
        }
        match self.operation.answer.kind {
            auth_core::http_core::AnswerKind::Empty => {
                session.note(&format!("{} items are done", self.sent.done));
            }
            _ => session.console.end(printed, ended.is_ok())?,
        }
        if let Err(signal) = ended {
            let left = self.items.len() - self.sent.judged;
            session.warn(&format!(
                "interrupted: {} items are done, {left} have no result and may have been done in part",
                self.sent.done
            ));
            return Err(signal);
        }
        Ok(())
    }

    /// Prints an error for each item that failed. Returns the failed items, and those without a result, for `--rejects`.
    fn report(&mut self, console: &mut Console) -> Vec<Value> {
        let mut lines = Vec::new();
        for (line, reason) in &self.rejected {
            self.say(console, &format!("line {}: {reason}", line.number));
            lines.push(line.rejected(reason));
        }
        for RefusedItem {
            place,
            name,
            reason,
            ..
        } in &self.sent.failed
        {
            let line = place.and_then(|place| self.lines.get(place));
            let at = line.filter(|_| self.is_file);
            let at = at.map_or_else(String::new, |line| format!("line {}: ", line.number));
            self.say(console, &format!("{at}{name}: {reason}"));
            lines.extend(line.map(|line| line.rejected(reason)));
        }
        let unsent = self.lines.iter().skip(self.sent.judged);
        lines.extend(unsent.map(|line| line.rejected("without a result")));
        lines
    }

    /// An item that failed is an error of its own, so that a program can count them.
    fn say(&self, console: &mut Console, message: &str) {
        let failure = Failure::new(Exit::Attention, "item_failed", message);
        console.fail(&failure.with_operation(self.operation.id));
    }

    /// The end of the command.
    fn end(self, is_kept: bool) -> Result<()> {
        let failed = self.sent.failed.len() + self.rejected.len();
        let unsent = self.items.len() - self.sent.judged;
        let hint = match is_kept {
            true => "the items of --rejects can be sent again",
            false => "--rejects FILE keeps the items that failed, ready to be sent again",
        };
        if let Some(error) = self.sent.error {
            let failure = Failure::from(error);
            let message = format!(
                "{}; {} items are done, {failed} failed, {unsent} have no result",
                failure.message(),
                self.sent.done
            );
            let failure = failure.with_message(message);
            return Err(match self.sent.done {
                0 => failure,
                _ => failure.with_exit(Exit::Attention),
            });
        }
        if failed > 0 {
            let items = if failed == 1 { "item" } else { "items" };
            return Err(match self.sent.done {
                0 => Failure::new(
                    Exit::Failure,
                    "failed",
                    format!("{failed} {items} failed: nothing was done"),
                ),
                done => Failure::new(
                    Exit::Attention,
                    "partial",
                    format!("{failed} {items} failed; the others are done: {done}"),
                ),
            }
            .with_hint(hint));
        }
        if self.sent.is_partial {
            return Err(unnamed());
        }
        Ok(())
    }
}

/// The items of the requests, numbered in their order.
fn lines_of(operation: &Operation, requests: &[Request]) -> Vec<Line> {
    let input = operation.action.batch.map_or("", |batch| batch.input);
    let lists = requests
        .iter()
        .filter_map(|request| request.body_value(input));
    let items = lists.filter_map(Value::as_array).flatten();
    (1..)
        .zip(items)
        .map(|(number, item)| Line::of(number, item))
        .collect()
}

/// The note for columns that are not sent. `None` if all are.
pub(super) fn left_out(items: &Items) -> Option<String> {
    let names: Vec<_> = items.left_out.iter().map(String::as_str).collect();
    let named = names[..names.len().min(MOST_NAMED)].join(", ");
    match names.len().saturating_sub(MOST_NAMED) {
        _ if names.is_empty() => None,
        0 => Some(format!("not sent, because no input has that name: {named}")),
        more => Some(format!(
            "not sent, because no input has that name: {named} and {more} more"
        )),
    }
}

/// The failure of an answer that is not complete and does not say what is missing.
pub(super) fn unnamed() -> Failure {
    let message = "the service reports a partial result (206) and not which items failed";
    Failure::new(Exit::Attention, "partial", message)
}

/// Writes the failed items, one on each line. Without any, the file is empty.
pub(super) fn write(place: &Path, lines: &[Value]) -> Result<()> {
    let mut text = String::new();
    for line in lines {
        text.push_str(&line.to_string());
        text.push('\n');
    }
    atomic_file::replace(place, text.as_bytes(), Access::Shared)
        .map_err(|error| Failure::machine(&format!("--rejects: `{}`", place.display()), &error))
}
