//! Answers of success that say that a part failed, or that the service decides later.

use auth_core::http_core::{Client, FailedItem, Judged, Operation, Progress, Request, Value};

use super::polling;
use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::session::Session;
use operations::words;
use output::Rows;

/// The status of an answer that is given in part.
const PARTIAL_CONTENT: u16 = 206;

/// Sends a change that answers with a list, in as many calls as it takes, prints the rows, and says what failed.
///
/// A call that fails ends it: those before it are done, and their rows are printed.
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
    let outcome = send_each(session, client, requests, (&mut printed, &mut judged)).await;
    session.console.end(printed, outcome.is_ok())?;
    let failed = requests.first().map_or(Ok(()), |request| {
        report(session, request.operation(), &judged)
    });
    let partial = outcome?;
    failed?;
    if partial {
        let message = "the service says that it did a part only, and not which";
        return Err(Failure::new(Exit::Attention, "partial", message));
    }
    Ok(())
}

/// Whether some call was answered as done in part.
async fn send_each(
    session: &mut Session<'_>,
    client: &Client,
    requests: &[Request],
    (printed, judged): (&mut Rows, &mut Judged),
) -> Result<bool> {
    let mut partial = false;
    for (done, request) in requests.iter().enumerate() {
        let sent = client.send_response(request.clone());
        let answer = session.signals.or(sent).await?;
        let answer = answer.map_err(Failure::from).inspect_err(|_| {
            if done > 0 {
                let count = requests.len();
                session.console.warn(&format!(
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

/// Says which items an answer of success names as failed: exit code 3, or 1 where nothing was done.
pub(crate) fn tell(session: &mut Session<'_>, request: &Request, body: &[u8]) -> Result<()> {
    report(session, request.operation(), &request.judge(body))
}

fn report(session: &mut Session<'_>, operation: &'static Operation, judged: &Judged) -> Result<()> {
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
                .with_hint("repeat the change for what failed only")
        }
        false => Failure::new(
            Exit::Failure,
            "failed",
            format!("{failed}: nothing was done"),
        ),
    })
}

/// Says how to ask for what the service decides later. An action that is answered as failed is a failure.
pub(super) fn tell_if_open(
    session: &mut Session<'_>,
    operation: &'static Operation,
    body: &[u8],
) -> Result<()> {
    let Some(completion) = operation.action.completion.filter(|_| !operation.is_read()) else {
        return Ok(());
    };
    let Some(ask) = completion.ask else {
        session
            .console
            .note(&format!("this is not the end of it: {}", completion.note));
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
        let command = crate::program::call(words::command(ask.id));
        let note = format!("it is {state}; ask again with `{command} {id}`");
        session.console.note(&note);
    }
    Ok(())
}
