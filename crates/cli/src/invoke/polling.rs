//! Waiting for what takes longer than one answer: asked again and again, with growing pauses, until a deadline.

use std::time::Duration;

use auth_core::http_core::{Client, Operation, Place, Request};
use serde_json::Value;
use tokio::time::Instant;

use super::{Session, no_row};
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
}

impl Plan {
    /// Read from sentences of the form `poll ROW with the returned id until status is A, B or C`.
    pub(crate) fn of(row: &Operation) -> Option<Self> {
        let (ask, rest) = row.long_running.strip_prefix("poll ")?.split_once(' ')?;
        let (_, states) = rest.split_once("until status is ")?;
        let states = states.split(';').next()?.split(", then").next()?;
        let states: Vec<_> = states
            .split(", ")
            .flat_map(|state| state.split(" or "))
            .map(str::trim)
            .collect();
        (states.len() > 1).then_some(Self { ask, states })
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
    plan: &Plan,
    body: &[u8],
    deadline: Duration,
) -> Result<()> {
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
        assert_eq!(
            plan("mde.machines.run_live_response"),
            Some(isolate.clone())
        );
        assert_eq!(
            plan("mde.machines.collect_investigation_package"),
            Some(isolate.clone())
        );
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
        };
        assert!(ended(&plan, "1", "Succeeded").is_ok());
        assert_eq!(
            ended(&plan, "1", "Failed").unwrap_err().exit(),
            Exit::Failure
        );
    }
}
