//! Successful answers that report failed items, or an action that goes on.
//!
//! Some services answer 200 or 206 although items failed. The `verdicts` of an operation say which member of the answer names them.
//!
//! | answer | standard error | exit code |
//! | --- | --- | --- |
//! | all items done | | 0 |
//! | some items failed | an error for each, with the name of the item and the service's reason | 3 |
//! | all items failed | the same | 1 |
//! | 206 without a word about items | that something is missing | 3 |

use std::path::Path;

use auth_core::http_core::{Client, FailedItem, Operation, Progress, Request, Value};

use super::polling;
use crate::session::Session;
use operations::items::Line;
use operations::words;
use terminal::{Exit, Failure, Result};

/// The status of an answer that is not complete.
const PARTIAL_CONTENT: u16 = 206;

/// Sends a change that answers with a list, and prints the records.
pub(super) async fn print_rows(
    session: &mut Session<'_>,
    client: &Client,
    request: Request,
) -> Result<()> {
    let answer = session
        .wait(client.send_response(request.clone()))
        .await??;
    let mut printed = session.console.rows();
    printed.lead(request.operation().answer.columns);
    let mut members: Value = serde_json::from_slice(answer.body()).unwrap_or_default();
    let rows = members[request.operation().list_member()].take();
    for row in rows.as_array().into_iter().flatten() {
        session
            .console
            .row(&mut printed, row.to_string().as_bytes())?;
    }
    session.console.end(printed, true)?;
    report(session, &request, answer.body())?;
    match answer.status().as_u16() {
        PARTIAL_CONTENT => Err(super::batch::unnamed()),
        _ => Ok(()),
    }
}

/// Reports the items that a successful answer names as failed: an error for each. The returned failure is the summary and decides the
/// exit code.
pub(crate) fn report(session: &mut Session<'_>, request: &Request, body: &[u8]) -> Result<()> {
    let operation = request.operation();
    let judged = request.judge(body);
    if judged.failed.is_empty() {
        return Ok(());
    }
    for FailedItem { name, reason, .. } in &judged.failed {
        let failure = Failure::new(Exit::Attention, "item_failed", format!("{name}: {reason}"));
        session.console.fail(&failure.with_operation(operation.id));
    }
    let failed = match judged.failed.len() {
        1 => "1 item failed".to_owned(),
        count => format!("{count} items failed"),
    };
    Err(match judged.some_done {
        true => {
            let message = format!("{failed}; the others are done");
            Failure::new(Exit::Attention, "partial", message)
                .with_hint("repeat the change for the failed items only")
        }
        false => Failure::new(
            Exit::Failure,
            "failed",
            format!("{failed}: nothing was done"),
        ),
    })
}

/// Writes the failed items of a successful answer for `--rejects`, each with its reason. An item that the answer does not tell apart
/// is written with its name alone.
pub(super) fn keep(place: &Path, request: &Request, body: &[u8]) -> Result<()> {
    let asked = request.asked_items();
    let failed = request.judge(body).failed;
    let lines: Vec<_> = failed
        .iter()
        .map(|failed| {
            let item = failed.place.and_then(|place| asked.get(place)).cloned();
            let item = item.unwrap_or_else(|| failed.name.clone().into());
            let number = failed.place.map_or(0, |place| place + 1);
            Line::of(number, &item).rejected(&failed.reason)
        })
        .collect();
    super::batch::write(place, &lines)
}

/// Prints the command that shows an open action. An action that has failed already is a failure with exit code 1.
pub(super) fn report_open(
    session: &mut Session<'_>,
    operation: &'static Operation,
    body: &[u8],
) -> Result<()> {
    let Some(completion) = operation.action.completion.filter(|_| !operation.is_read()) else {
        return Ok(());
    };
    let Some(ask) = completion.ask else {
        session.note(&format!("the service goes on: {}", completion.note));
        return Ok(());
    };
    let record: Value = serde_json::from_slice(body).unwrap_or_default();
    if completion.progress(&record) != Progress::Open {
        return polling::ended(completion, &record);
    }
    if let Some(id) = record["id"].as_str() {
        let state = match completion.word(&record) {
            "" => "not over",
            state => state,
        };
        let command = terminal::program::call(words::command(ask.id));
        let note = format!("it is {state}; ask again with `{command} {id}`");
        session.note(&note);
    }
    Ok(())
}
