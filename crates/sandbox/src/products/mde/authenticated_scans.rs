//! Authenticated scans: definitions whose secrets stay here, and what was scanned.

use serde_json::{Value, json};

use super::lookup::rows_where;
use crate::answer::{Answer, Body};
use crate::call::{Call, Outcome};
use crate::generic::list::of_rows;
use crate::generic::{self, body, record};
use crate::refusal::Refusal;
use crate::values::texts;

/// The input that names definitions.
const DEFINITIONS: &str = "ScanDefinitionIds";

pub(super) fn answer(call: &mut Call<'_>, verb: &str) -> Option<Outcome> {
    Some(match verb {
        "create_definition" | "update_definition" => without_access(generic::answer(call)),
        "get_agent" => record(call, "ScanAgent", "agent_id").and_then(|one| of_rows(call, &[one])),
        "batch_delete_definitions" => batch_delete(call),
        "history_by_definition" => history(call),
        "history_by_session" => history_of_sessions(call),
        _ => return None,
    })
}

/// The definition as it was saved; how the scanner signs in is told by the list only.
fn without_access(outcome: Outcome) -> Outcome {
    let mut answer = outcome?;
    if let Body::Json(definition) = &mut answer.body {
        definition["scanAuthenticationParams"] = Value::Null;
    }
    Ok(answer)
}

/// The ids in a list of the body.
fn asked(call: &Call<'_>, list: &str) -> Result<Vec<String>, Refusal> {
    Ok(texts(&body::check(call)?, list))
}

/// No page tells what an unknown id does: here it does nothing.
fn batch_delete(call: &mut Call<'_>) -> Outcome {
    for id in asked(call, DEFINITIONS)? {
        call.table("ScanDefinition").remove(&id);
    }
    Ok(Answer::empty(call.row.response.status))
}

/// The latest scan of each definition that is there.
fn history(call: &mut Call<'_>) -> Outcome {
    let ids = asked(call, DEFINITIONS)?;
    let table = call.table("ScanDefinition");
    let scans = ids.iter().filter_map(|id| table.get(id)).map(|definition| {
        let latest = &definition["latestScan"];
        json!({
            "ScanDefinitionIds": definition["id"], "LastScanned": latest["executionDateTime"],
            "ScanStatus": latest["status"], "ScannerId": definition["scannerAgent"]["machineId"],
        })
    });
    let scans: Vec<Value> = scans.collect();
    of_rows(call, &scans)
}

/// No page tells what an unknown session gives: here nothing.
fn history_of_sessions(call: &mut Call<'_>) -> Outcome {
    let ids = asked(call, "SessionIds")?;
    let rows = rows_where(call, "ScanHistoryBySession", |session| {
        ids.iter().any(|id| session["SessionIds"] == **id)
    });
    of_rows(call, &rows)
}
