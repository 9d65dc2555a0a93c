//! Waiting for what takes longer than one answer: asked again and again, with growing pauses, until a deadline.

mod plan;

use std::path::Path;
use std::time::Duration;

use auth_core::http_core::{Client, Operation, Place, Request};
pub(crate) use plan::Plan;
use serde_json::Value;
use tokio::time::Instant;

use super::{Session, files, no_row};
use crate::exit::Exit;
use crate::failure::{Failure, Result};

/// The first pause and the longest.
const PAUSES: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(30));

/// What is waited for, how long, and where to put what it leaves behind.
#[derive(Debug)]
pub(super) struct Waiting<'a> {
    pub(super) plan: Plan,
    pub(super) deadline: Duration,
    pub(super) place: Option<&'a Path>,
    /// Whether what is at the place may be replaced.
    pub(super) force: bool,
}

/// Waits for the record that the service answered with, then prints it as it is at the end.
pub(super) async fn wait(
    session: &mut Session<'_>,
    waiting: &Waiting<'_>,
    body: &[u8],
) -> Result<()> {
    let (plan, deadline) = (&waiting.plan, waiting.deadline);
    let row = session
        .context
        .catalog()
        .by_id(plan.ask)
        .ok_or_else(|| no_row(plan.ask))?;
    let client = session.context.client(row)?;
    let until = Instant::now() + deadline;
    let mut text = body.to_vec();
    let (mut pause, longest) = PAUSES;
    loop {
        let record: Value = serde_json::from_slice(&text).unwrap_or_default();
        let id = record["id"].as_str().unwrap_or_default();
        let state = plan.state(&record);
        if plan.is_end(&record) {
            super::object::print(session, &text)?;
            fetch_results(session, waiting, &record).await?;
            return ended(plan, &record);
        }
        let now = Instant::now();
        if now >= until {
            super::object::print(session, &text)?;
            let message = format!("{id} is still {state} after {} s", deadline.as_secs());
            return Err(
                Failure::new(Exit::Pending, "pending", message).with_hint(format!(
                    "it goes on; ask again with `defender {} {id}`",
                    crate::words::command(row.id)
                )),
            );
        }
        session.console.detail(&format!(
            "{id} is {state}; asking again in {} s",
            pause.as_secs()
        ));
        session
            .signals
            .or(tokio::time::sleep(pause.min(until - now)))
            .await?;
        pause = (pause * 2).min(longest);
        text = session.signals.or(ask(&client, row, id)).await??;
    }
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

async fn ask(client: &Client, row: &'static Operation, id: &str) -> Result<Vec<u8>> {
    let mut request = Request::new(row);
    if let Some(param) = row.params.iter().find(|param| param.place == Place::Path) {
        request = request.set(param.name, id);
    }
    let answer = client.send_response(request).await?;
    Ok(answer.body().to_vec())
}

fn ended(plan: &Plan, record: &Value) -> Result<()> {
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
