//! `--wait`: follows what a command started until its end or the deadline.
//!
//! - stdout: the record as seen last, whatever ended the wait. If the file of the action goes to standard output, the record
//!   is not printed.
//! - stderr: progress with `-v`, failed commands of the action, and the command that looks again.
//!
//! The first look comes before any waiting, so an action that is over already ends at once. A look that fails does not mean that the
//! action failed: it may go on, and the error says so.
//!
//! - Exit code 0 if the action succeeded, 1 if it failed, 8 if it is open at the deadline or its state cannot be seen.

use std::time::Duration;

use auth_core::http_core::{Bytes, Completion, Error, Operation, Progress, Started};
use operations::{Destination, Watch};
use output::Rows;
use serde_json::Value;

use super::{Session, files};
use terminal::{Doing, Exit, Failure, Result};

/// Waits for the started action, then prints its record and saves its results.
pub(super) async fn wait(
    session: &mut Session<'_>,
    operation: &'static Operation,
    started: &Started<Bytes>,
    deadline: Duration,
    place: Option<Destination>,
) -> Result<()> {
    let Some(mut watch) = Watch::new(operation, started, deadline) else {
        return super::object::print(session, &started.action);
    };
    let outcome = follow(session, &mut watch).await;
    let is_streamed = watch.has_succeeded() && place.as_ref().is_some_and(Destination::is_stream);
    let printed = match &outcome {
        Ok(()) if is_streamed => {
            session.note(&watch.status());
            Ok(())
        }
        _ => super::object::print(session, watch.text()),
    };
    outcome.map_err(|failure| with_command(session, failure, &watch))?;
    printed?;
    let (completion, record) = (watch.completion(), watch.record());
    let fetched = fetch_results(session, completion, record, place).await;
    let ended = ended(completion, record);
    match fetched {
        // Failed downloads were reported one by one; a failed action is the worse end.
        Err(failure) if failure.exit() == Exit::Attention => ended.and(Err(failure)),
        fetched => fetched.and(ended),
    }
}

/// Waits for one of several actions, and prints its record as a row.
pub(super) async fn wait_for_row(
    session: &mut Session<'_>,
    operation: &'static Operation,
    started: &Started<Bytes>,
    deadline: Duration,
    printed: &mut Rows,
) -> Result<()> {
    let Some(mut watch) = Watch::new(operation, started, deadline) else {
        return session.console.row(printed, &started.action);
    };
    let outcome = follow(session, &mut watch).await;
    session.console.row(printed, watch.text())?;
    outcome.map_err(|failure| with_command(session, failure, &watch))?;
    let (completion, record) = (watch.completion(), watch.record());
    fetch_results(session, completion, record, None).await?;
    ended(completion, record)
}

/// Prints each state until the end. Fails with exit code 8 at the deadline.
async fn follow(session: &mut Session<'_>, watch: &mut Watch) -> Result<()> {
    while let Some(state) = session.wait(watch.next()).await? {
        state.map_err(unseen)?;
        if watch.is_open() {
            session.console.detail(&watch.status());
            session.console.doing(Doing::Following(watch.status()));
        }
    }
    match watch.is_open() {
        true => Err(Failure::new(Exit::Pending, "pending", watch.overdue())),
        false => Ok(()),
    }
}

/// The failure of a look. The action itself may succeed, so the exit code is 8, or 3 if it cannot be followed at all.
fn unseen(error: Error) -> Failure {
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

/// Adds the command that looks again to the end of a wait.
fn with_command(session: &mut Session<'_>, failure: Failure, watch: &Watch) -> Failure {
    let id = watch.id();
    if id.is_empty() {
        return failure;
    }
    let again = format!(
        "it goes on; ask again with `{} {id}`",
        terminal::program::call(crate::words::command(watch.ask().id))
    );
    if failure.is_silent() {
        session.note(&format!("stopped waiting for {id}; {again}"));
        return failure;
    }
    let hint = match failure.hint() {
        Some(hint) if failure.exit() == Exit::Pending => format!("{again}; {hint}"),
        _ => again,
    };
    failure.with_hint(hint)
}

/// Reports what the action says of its commands, and saves the results where there is a place for them. Those of an action with commands are saved even if it failed: earlier commands may have succeeded.
async fn fetch_results(
    session: &mut Session<'_>,
    completion: &Completion,
    record: &Value,
    place: Option<Destination>,
) -> Result<()> {
    for problem in operations::problems(record) {
        session.warn(&problem);
    }
    let has_succeeded = completion.progress(record) == Progress::Succeeded;
    match place.zip(completion.then) {
        Some((place, then)) if has_succeeded || then.each.is_some() => {
            files::fetch_results(session, &then, record, place).await
        }
        _ => Ok(()),
    }
}

/// Fails with exit code 1 if the action did not succeed.
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
