//! `--wait`: follows what a command started until its end, or until a deadline.

use std::path::Path;
use std::time::Duration;

use auth_core::http_core::{Bytes, Completion, Error, Operation, Poller, Progress, Started};
use serde_json::Value;

use super::{Session, files};
use crate::exit::Exit;
use crate::failure::{Failure, Result};

/// What is waited for, how long, and where to put what it leaves behind.
#[derive(Debug)]
pub(super) struct Waiting<'a> {
    pub(super) completion: &'static Completion,
    /// The operation that shows how far it is.
    pub(super) ask: &'static Operation,
    pub(super) deadline: Duration,
    pub(super) place: Option<&'a Path>,
    /// Whether what is at the place may be replaced.
    pub(super) force: bool,
}

impl Waiting<'_> {
    /// Whether standard output belongs to the file that the record leads to.
    fn is_streamed(&self, record: &Value) -> bool {
        self.place.is_some_and(files::is_stream)
            && self.completion.progress(record) == Progress::Succeeded
    }
}

/// A record as it was seen last.
struct Seen {
    text: Bytes,
    record: Value,
}

impl Seen {
    fn new(text: Bytes) -> Self {
        let record = serde_json::from_slice(&text).unwrap_or_default();
        Self { text, record }
    }
}

/// Waits for the action that was started, then prints its record as it was seen last.
///
/// Whatever ends the wait, the record is printed with the command that looks again: the action goes on.
pub(super) async fn wait(
    session: &mut Session<'_>,
    waiting: &Waiting<'_>,
    started: &Started<Bytes>,
) -> Result<()> {
    let mut poller = started.poller().within(waiting.deadline);
    let mut seen = Seen::new(started.action.clone());
    let outcome = follow(session, waiting, &mut poller, &mut seen).await;
    let printed = match &outcome {
        Ok(()) if waiting.is_streamed(&seen.record) => {
            let state = waiting.completion.word(&seen.record);
            session.console.note(&format!("{} is {state}", poller.id()));
            Ok(())
        }
        _ => super::object::print(session, &seen.text),
    };
    if let Err(failure) = outcome {
        return Err(told(session, failure, waiting.ask, poller.id()));
    }
    printed?;
    let fetched = fetch_results(session, waiting, &seen.record).await;
    let ended = ended(waiting.completion, &seen.record);
    // What failed to be saved was told; an action that failed is the worse end.
    match fetched {
        Err(failure) if failure.exit() == Exit::Attention => ended.and(Err(failure)),
        fetched => fetched.and(ended),
    }
}

/// Looks again and again until the end.
async fn follow(
    session: &mut Session<'_>,
    waiting: &Waiting<'_>,
    poller: &mut Poller<Bytes>,
    seen: &mut Seen,
) -> Result<()> {
    while let Some(state) = session.signals.or(poller.next_state()).await? {
        *seen = Seen::new(state.map_err(not_seen)?);
        if poller.progress() == Progress::Open {
            session.console.detail(&format!(
                "{} is {}; asking again in {} s",
                poller.id(),
                waiting.completion.word(&seen.record),
                poller.until_next_look().as_secs_f64().round()
            ));
        }
    }
    match poller.progress() {
        Progress::Open => Err(still_open(waiting, poller.id(), &seen.record)),
        _ => Ok(()),
    }
}

fn still_open(waiting: &Waiting<'_>, id: &str, record: &Value) -> Failure {
    let state = waiting.completion.word(record);
    let seconds = waiting.deadline.as_secs();
    let message = format!("{id} is still {state} after {seconds} s");
    Failure::new(Exit::Pending, "pending", message)
}

/// A look that failed is not an action that failed.
fn not_seen(error: Error) -> Failure {
    let Some(id) = error.action().map(str::to_owned) else {
        let message = "the answer holds no id, so it cannot be looked at again";
        return Failure::from(error)
            .with_exit(Exit::Attention)
            .with_message(message);
    };
    let cause = Failure::from(error);
    let message = format!(
        "{id} was begun; how far it is cannot be seen: {}",
        cause.message()
    );
    cause.with_exit(Exit::Pending).with_message(message)
}

/// The end of a wait with the way to look again.
fn told(
    session: &mut Session<'_>,
    failure: Failure,
    operation: &'static Operation,
    id: &str,
) -> Failure {
    if id.is_empty() {
        return failure;
    }
    let again = format!(
        "it goes on; ask again with `{} {id}`",
        crate::program::call(crate::words::command(operation.id))
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
    for problem in operations::problems(record) {
        session.console.warn(&problem);
    }
    let Some((place, then)) = waiting.place.zip(waiting.completion.then) else {
        return Ok(());
    };
    let has_succeeded = waiting.completion.progress(record) == Progress::Succeeded;
    if !has_succeeded && then.each.is_none() {
        return Ok(());
    }
    files::fetch_results(session, &then, record, (place, waiting.force)).await
}

/// The failure for an action that did not succeed.
pub(super) fn ended(completion: &Completion, record: &Value) -> Result<()> {
    let Some(ending) = operations::failure_of(completion, record) else {
        return Ok(());
    };
    let failure = Failure::new(Exit::Failure, completion.word(record), ending.message);
    Err(match ending.hint {
        Some(hint) => failure.with_hint(hint),
        None => failure,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::app::App;

    #[test]
    fn how_it_ended_is_the_exit_code() {
        let catalog = App::built_in().catalog();
        let isolate = catalog.by_id("mde.machines.isolate").unwrap();
        let (completion, _) = operations::followed(isolate).unwrap();
        let ended = |status: &str| ended(completion, &json!({"id": "1", "status": status}));
        assert!(ended("Succeeded").is_ok());
        let failed = ended("Failed").unwrap_err();
        assert_eq!(failed.exit(), Exit::Failure);
        assert_eq!(failed.hint(), None);
        let timed_out = ended("TimeOut").unwrap_err();
        assert!(timed_out.hint().unwrap().contains("did not call in"));
    }
}
