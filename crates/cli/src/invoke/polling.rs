//! Waiting for what takes longer than one answer: asked again and again, with growing pauses, until a deadline.

use std::path::Path;
use std::time::Duration;

use auth_core::http_core::{Client, Operation, Place, Request};
use serde_json::Value;
use tokio::time::Instant;

use super::{Session, files, no_row};
use crate::exit::Exit;
use crate::failure::{Failure, Result};

/// The first pause and the longest.
const PAUSES: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(30));

/// How the end of an operation is seen, as its row tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    /// The id of the row to ask.
    ask: &'static str,
    /// The states that end the waiting, the good one first.
    states: Vec<&'static str>,
    /// The row that leads to what was left behind.
    then: Option<&'static str>,
    /// Whether that row is called more than once.
    several: bool,
}

/// What is waited for, how long, and where to put what it leaves behind.
#[derive(Debug)]
pub(super) struct Waiting<'a> {
    pub(super) plan: Plan,
    pub(super) deadline: Duration,
    pub(super) place: Option<&'a Path>,
}

impl Plan {
    /// Read from sentences of the form `poll ROW with the returned id until status is A, B or C, then call ROW`.
    pub(crate) fn of(row: &Operation) -> Option<Self> {
        let (ask, rest) = row.long_running.strip_prefix("poll ")?.split_once(' ')?;
        let (_, states) = rest.split_once("until status is ")?;
        let states = states.split(';').next()?.split(", then").next()?;
        let states: Vec<_> = states
            .split(", ")
            .flat_map(|state| state.split(" or "))
            .map(str::trim)
            .collect();
        let then = row.long_running.split_once(" call ").map(|(_, rest)| rest);
        let then = then.and_then(|rest| rest.split_whitespace().next());
        (states.len() > 1).then_some(Self {
            ask,
            states,
            then,
            several: row.long_running.contains("for each "),
        })
    }

    /// The ids of the rows that it calls: the one to ask, and the one that leads to what was left behind.
    pub(crate) fn rows(&self) -> (&'static str, Option<&'static str>) {
        (self.ask, self.then)
    }

    /// Whether it leaves files behind.
    pub(crate) fn leads_to_files(&self) -> bool {
        self.then.is_some()
    }

    /// Whether there may be more than one of them.
    pub(crate) fn has_several_files(&self) -> bool {
        self.several
    }

    fn is_end(&self, state: &str) -> bool {
        self.states
            .iter()
            .any(|known| known.eq_ignore_ascii_case(state))
    }

    fn is_success(&self, state: &str) -> bool {
        self.states
            .first()
            .is_some_and(|known| known.eq_ignore_ascii_case(state))
    }
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
    let mut record = body.to_vec();
    let (mut pause, longest) = PAUSES;
    loop {
        let (id, state) = id_and_state(&record);
        if plan.is_end(&state) {
            super::object::print(session, &record)?;
            let record = serde_json::from_slice(&record).unwrap_or_default();
            fetch_results(session, waiting, &record, &state).await?;
            return ended(plan, &id, &state);
        }
        let now = Instant::now();
        if now >= until {
            super::object::print(session, &record)?;
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
        record = session.signals.or(ask(&client, row, &id)).await??;
    }
}

/// What was left behind. A command that failed does not take back what those before it did.
async fn fetch_results(
    session: &mut Session<'_>,
    waiting: &Waiting<'_>,
    record: &Value,
    state: &str,
) -> Result<()> {
    files::tell_of_commands(session, record);
    let Some((place, then)) = waiting.place.zip(waiting.plan.then) else {
        return Ok(());
    };
    if !waiting.plan.is_success(state) && !waiting.plan.has_several_files() {
        return Ok(());
    }
    let row = session
        .context
        .catalog()
        .by_id(then)
        .ok_or_else(|| no_row(then))?;
    files::fetch_results(session, row, record, place).await
}

async fn ask(client: &Client, row: &'static Operation, id: &str) -> Result<Vec<u8>> {
    let mut request = Request::new(row);
    if let Some(param) = row.params.iter().find(|param| param.place == Place::Path) {
        request = request.set(param.name, id);
    }
    let answer = client.send_response(request).await?;
    Ok(answer.body().to_vec())
}

fn ended(plan: &Plan, id: &str, state: &str) -> Result<()> {
    if plan.is_success(state) {
        return Ok(());
    }
    Err(Failure::new(
        Exit::Failure,
        state,
        format!("{id} ended as {state}"),
    ))
}

fn id_and_state(record: &[u8]) -> (String, String) {
    let record: Value = serde_json::from_slice(record).unwrap_or_default();
    let text = |name: &str| {
        record
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    (text("id"), text("status"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::App;

    #[test]
    fn plans_are_read_from_the_rows() {
        let catalog = App::built_in().catalog();
        let plan = |id: &str| Plan::of(catalog.by_id(id).unwrap());
        let isolate = plan("mde.machines.isolate").unwrap();
        assert_eq!(isolate.ask, "mde.machine_actions.get");
        assert_eq!(
            isolate.states,
            ["Succeeded", "Failed", "TimeOut", "Cancelled"]
        );
        assert!(!isolate.leads_to_files());
        for (id, then, several) in [
            (
                "mde.machines.run_live_response",
                "mde.machine_actions.get_live_response_result",
                true,
            ),
            (
                "mde.machines.collect_investigation_package",
                "mde.machine_actions.get_package_uri",
                false,
            ),
        ] {
            let leading = plan(id).unwrap();
            assert_eq!(leading.states, isolate.states);
            assert_eq!(leading.then, Some(then));
            assert_eq!(leading.has_several_files(), several);
            let inputs = files::path_inputs(catalog.by_id(then).unwrap());
            assert_eq!(inputs.len() > 1, several, "{then}");
        }
        assert!(isolate.is_end("timeout") && !isolate.is_end("Pending"));
        assert!(isolate.is_success("succeeded") && !isolate.is_success("Failed"));
        assert_eq!(plan("mde.alerts.list"), None);
    }

    #[test]
    fn every_plan_asks_a_row_that_exists_and_takes_an_id() {
        let catalog = App::built_in().catalog();
        let plans: Vec<_> = catalog.operations().filter_map(Plan::of).collect();
        assert!(plans.len() >= 10, "{}", plans.len());
        for plan in plans {
            let row = catalog.by_id(plan.ask).unwrap();
            let path = row.params.iter().filter(|param| param.place == Place::Path);
            assert_eq!(path.count(), 1, "{}", row.id);
        }
    }

    #[test]
    fn how_it_ended_is_the_exit_code() {
        let plan = Plan {
            ask: "x",
            states: vec!["Succeeded", "Failed"],
            then: None,
            several: false,
        };
        assert!(ended(&plan, "1", "Succeeded").is_ok());
        assert_eq!(
            ended(&plan, "1", "Failed").unwrap_err().exit(),
            Exit::Failure
        );
    }
}
