//! Waiting for what takes longer than one answer: asked again and again, with growing pauses, until a deadline.

mod plan;

use std::path::Path;
use std::time::Duration;

use auth_core::http_core::time::{before, deadline};
use auth_core::http_core::{Client, Error, ErrorKind, Looks, Operation, Place, Request};
pub(crate) use plan::Plan;
use serde_json::Value;

use super::{Session, files, no_row};
use crate::exit::Exit;
use crate::failure::{Failure, Result};

/// The first pause and the longest.
const PAUSES: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(30));
/// How many looks in a row may fail for a reason that passes; a record that was just made may be unknown for a moment.
const MOST_FAILED: u32 = 4;

/// What is waited for, how long, and where to put what it leaves behind.
#[derive(Debug)]
pub(super) struct Waiting<'a> {
    pub(super) plan: Plan,
    pub(super) deadline: Duration,
    pub(super) place: Option<&'a Path>,
    /// Whether what is at the place may be replaced.
    pub(super) force: bool,
}

impl Waiting<'_> {
    /// Whether standard output belongs to the file that the record leads to.
    fn is_streamed(&self, record: &Value) -> bool {
        self.place.is_some_and(files::is_stream) && self.plan.is_success(record)
    }
}

/// A record as it was seen last.
struct Seen {
    text: Vec<u8>,
    record: Value,
}

impl Seen {
    fn new(text: Vec<u8>) -> Self {
        let record = serde_json::from_slice(&text).unwrap_or_default();
        Self { text, record }
    }

    fn id(&self) -> &str {
        self.record["id"].as_str().unwrap_or_default()
    }
}

/// Waits for the record that the service answered with, then prints it as it was seen last.
///
/// Whatever ends the wait, the record is printed and it is said how to look again: what was begun goes on.
pub(super) async fn wait(
    session: &mut Session<'_>,
    waiting: &Waiting<'_>,
    body: &[u8],
) -> Result<()> {
    let row = session
        .context
        .catalog()
        .by_id(waiting.plan.ask)
        .ok_or_else(|| no_row(waiting.plan.ask))?;
    let mut seen = Seen::new(body.to_vec());
    let outcome = follow(session, waiting, row, &mut seen).await;
    let printed = match &outcome {
        Ok(()) if waiting.is_streamed(&seen.record) => {
            let state = waiting.plan.state(&seen.record);
            session.console.note(&format!("{} is {state}", seen.id()));
            Ok(())
        }
        _ => super::object::print(session, &seen.text),
    };
    if let Err(failure) = outcome {
        return Err(told(session, failure, row, seen.id()));
    }
    printed?;
    let fetched = fetch_results(session, waiting, &seen.record).await;
    // What failed to be saved was told; an action that failed is the worse end.
    match fetched {
        Err(failure) if failure.exit() == Exit::Attention => {
            ended(&waiting.plan, &seen.record)?;
            Err(failure)
        }
        fetched => fetched.and_then(|()| ended(&waiting.plan, &seen.record)),
    }
}

/// Looks again and again until the end.
async fn follow(
    session: &mut Session<'_>,
    waiting: &Waiting<'_>,
    row: &'static Operation,
    seen: &mut Seen,
) -> Result<()> {
    let plan = &waiting.plan;
    let client = session.context.client(row)?;
    let until = deadline(waiting.deadline);
    let mut looks = Looks::new(PAUSES.0, PAUSES.1);
    let mut failed = 0;
    while !plan.is_end(&seen.record) {
        if seen.id().is_empty() {
            let message = "the answer holds no id, so it cannot be looked at again";
            return Err(Failure::new(Exit::Attention, "decode", message));
        }
        let pause = looks.taken();
        session.console.detail(&format!(
            "{} is {}; asking again in {} s",
            seen.id(),
            plan.state(&seen.record),
            pause.as_secs()
        ));
        let look = async {
            looks.due().await;
            ask(&client, row, seen.id()).await
        };
        let answer = session.signals.or(before(until, look)).await?;
        match answer {
            None => return Err(still_open(waiting, seen)),
            Some(Ok(text)) => {
                *seen = Seen::new(text);
                failed = 0;
            }
            Some(Err(error)) => {
                failed += 1;
                let passes = error.is_retryable() || error.is_not_found() || is_unread(&error);
                if !passes || failed >= MOST_FAILED {
                    return Err(not_seen(seen.id(), error));
                }
                looks.put_off(error.retry_after().unwrap_or_default());
            }
        }
    }
    Ok(())
}

fn still_open(waiting: &Waiting<'_>, seen: &Seen) -> Failure {
    let state = waiting.plan.state(&seen.record);
    let seconds = waiting.deadline.as_secs();
    let message = format!("{} is still {state} after {seconds} s", seen.id());
    Failure::new(Exit::Pending, "pending", message)
}

/// A look that failed is not an action that failed.
fn not_seen(id: &str, error: Error) -> Failure {
    let cause = Failure::from(error);
    let message = format!(
        "{id} was begun; how far it is cannot be seen: {}",
        cause.message()
    );
    cause.with_exit(Exit::Pending).with_message(message)
}

/// The end of a wait with the way to look again.
fn told(session: &mut Session<'_>, failure: Failure, row: &'static Operation, id: &str) -> Failure {
    if id.is_empty() {
        return failure;
    }
    let again = format!(
        "it goes on; ask again with `defender {} {id}`",
        crate::words::command(row.id)
    );
    if failure.is_silent() {
        session
            .console
            .note(&format!("stopped waiting for {id}; {again}"));
        return failure;
    }
    let hint = match failure.hint() {
        Some(hint) if failure.exit() == Exit::Pending => format!("{again}; {hint}"),
        _ => again,
    };
    failure.with_hint(hint)
}

/// What was left behind. A command that failed does not take back what those before it did.
async fn fetch_results(
    session: &mut Session<'_>,
    waiting: &Waiting<'_>,
    record: &Value,
) -> Result<()> {
    files::tell_of_commands(session, record);
    let Some((place, then)) = waiting.place.zip(waiting.plan.then) else {
        return Ok(());
    };
    if !waiting.plan.is_success(record) && !waiting.plan.has_several_files() {
        return Ok(());
    }
    let row = session
        .context
        .catalog()
        .by_id(then)
        .ok_or_else(|| no_row(then))?;
    files::fetch_results(session, row, record, (place, waiting.force)).await
}

async fn ask(client: &Client, row: &'static Operation, id: &str) -> Result<Vec<u8>, Error> {
    let mut request = Request::new(row);
    if let Some(param) = row.params.iter().find(|param| param.place == Place::Path) {
        request = request.set(param.name, id);
    }
    let answer = client.send_response(request).await?;
    let text = answer.body().to_vec();
    let is_record = serde_json::from_slice::<Value>(&text).is_ok_and(|record| record.is_object());
    if is_record {
        return Ok(text);
    }
    let error = Error::new(ErrorKind::Decode, "the answer is no record");
    Err(error.with_operation(row))
}

/// A page of a proxy in place of the record: it may be gone the next time.
fn is_unread(error: &Error) -> bool {
    error.kind() == ErrorKind::Decode
}

pub(super) fn ended(plan: &Plan, record: &Value) -> Result<()> {
    if plan.is_success(record) {
        return Ok(());
    }
    let (id, state) = (record["id"].as_str(), plan.state(record));
    let message = format!("{} ended as {state}", id.unwrap_or_default());
    let failure = Failure::new(Exit::Failure, state, message);
    Err(match state {
        "TimeOut" => failure.with_hint(TIMED_OUT),
        _ => failure,
    })
}

/// Complaint and cure of the commonest end that is none of the caller's doing.
const TIMED_OUT: &str = "the device did not call in for days and the service gave the action up, which does not mean \
                         that anybody refused it; look at the device's lastSeen before asking again";

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::app::App;

    #[test]
    fn how_it_ended_is_the_exit_code() {
        let catalog = App::built_in().catalog();
        let plan = Plan::of(catalog.by_id("mde.machines.isolate").unwrap()).unwrap();
        let ended = |status: &str| ended(&plan, &json!({"id": "1", "status": status}));
        assert!(ended("Succeeded").is_ok());
        let failed = ended("Failed").unwrap_err();
        assert_eq!(failed.exit(), Exit::Failure);
        assert_eq!(failed.hint(), None);
        let timed_out = ended("TimeOut").unwrap_err();
        assert!(timed_out.hint().unwrap().contains("did not call in"));
    }
}
