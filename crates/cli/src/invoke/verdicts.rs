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
//! | a later call of several fails | its error, and how many calls were done before it | that of the error |

use auth_core::http_core::{Client, FailedItem, Judged, Operation, Progress, Request, Value};

use super::polling;
use crate::session::Session;
use operations::words;
use output::Rows;
use terminal::{Exit, Failure, Result};

/// The status of an answer that is not complete.
const PARTIAL_CONTENT: u16 = 206;

/// Sends the parts of a change that answers with a list, and prints the records.
///
/// The first call that fails ends it. Records of earlier calls are printed, and a warning says how many were done.
pub(super) async fn print_rows(
    session: &mut Session<'_>,
    client: &Client,
    requests: &[Request],
) -> Result<()> {
    let mut printed = session.console.rows();
    if let Some(request) = requests.first() {
        printed.lead(request.operation().answer.columns);
    }
    let mut judged = Judged::default();
    let outcome = send_each(session, client, requests, &mut printed, &mut judged).await;
    session.console.end(printed, outcome.is_ok())?;
    let failed = requests.first().map_or(Ok(()), |request| {
        report_items(session, request.operation(), &judged)
    });
    let partial = outcome?;
    failed?;
    if partial {
        let message = "the service reports a partial result (206) and not which items failed";
        return Err(Failure::new(Exit::Attention, "partial", message));
    }
    Ok(())
}

/// Returns whether the service answered a call with 206.
async fn send_each(
    session: &mut Session<'_>,
    client: &Client,
    requests: &[Request],
    printed: &mut Rows,
    judged: &mut Judged,
) -> Result<bool> {
    let mut partial = false;
    for (done, request) in requests.iter().enumerate() {
        let sent = client.send_response(request.clone());
        let answer = session.wait(sent).await?;
        let answer = answer.map_err(Failure::from).inspect_err(|_| {
            if done > 0 {
                let count = requests.len();
                session.warn(&format!(
                    "{done} of {count} calls were done before this one"
                ));
            }
        })?;
        let member = request.operation().list_member();
        let mut members: Value = serde_json::from_slice(answer.body()).unwrap_or_default();
        for item in members[member].take().as_array().into_iter().flatten() {
            let item = serde_json::to_vec(item).unwrap_or_default();
            session.console.row(printed, &item)?;
        }
        let of_this = request.judge(answer.body());
        judged.some_done |= of_this.some_done;
        judged.failed.extend(of_this.failed);
        partial |= answer.status().as_u16() == PARTIAL_CONTENT;
    }
    Ok(partial)
}

/// Reports the items that a successful answer names as failed.
pub(crate) fn report(session: &mut Session<'_>, request: &Request, body: &[u8]) -> Result<()> {
    report_items(session, request.operation(), &request.judge(body))
}

/// Prints one error for each failed item. The returned failure is the summary and decides the exit code.
fn report_items(
    session: &mut Session<'_>,
    operation: &'static Operation,
    judged: &Judged,
) -> Result<()> {
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
