//! Authenticated scans of network devices and Windows: definitions, agents, history.
//!
//! The credentials of the scanner are stored, and are returned by the list only, as
//! documented samples show.
//!
//! Source: `add-a-new-scan-definition.md`, `Get-scan-history-by-*.md`.

use serde_json::{Value, json};

use super::lookup::rows_where;
use crate::answer::{Answer, Body};
use crate::call::{Call, Outcome};
use crate::generic::list::of_rows;
use crate::generic::{self, body, record};
use crate::refusal::Refusal;
use crate::values::texts;

/// The body member with ids of definitions. Answers write it in the singular and with a small letter.
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

/// The definition without the credentials of the scanner.
fn without_access(outcome: Outcome) -> Outcome {
    let mut answer = outcome?;
    if let Body::Json(definition) = &mut answer.body {
        definition["scanAuthenticationParams"] = Value::Null;
    }
    Ok(answer)
}

/// The ids in a body member.
fn ids_in(call: &Call<'_>, list: &str) -> Result<Vec<String>, Refusal> {
    Ok(texts(&body::check(call)?, list))
}

/// Deletes definitions. No document says what an unknown id does; here it is skipped.
fn batch_delete(call: &mut Call<'_>) -> Outcome {
    for id in ids_in(call, DEFINITIONS)? {
        call.table("ScanDefinition").remove(&id);
    }
    Ok(Answer::empty(call.operation.response.status))
}

/// The latest scan of each definition that exists.
fn history(call: &mut Call<'_>) -> Outcome {
    let ids = ids_in(call, DEFINITIONS)?;
    let table = call.table("ScanDefinition");
    let scans = ids.iter().filter_map(|id| table.get(id)).map(|definition| {
        let latest = &definition["latestScan"];
        json!({
            "scanDefinitionId": definition["id"], "lastScanned": latest["executionDateTime"],
            "scanStatus": latest["status"], "scannerId": definition["scannerAgent"]["machineId"],
        })
    });
    let scans: Vec<Value> = scans.collect();
    of_rows(call, &scans)
}

/// Scans of the given sessions. Unknown sessions have none.
fn history_of_sessions(call: &mut Call<'_>) -> Outcome {
    let ids = ids_in(call, "SessionIds")?;
    let rows = rows_where(call, "ScanHistoryBySession", |session| {
        ids.iter().any(|id| session["sessionId"] == **id)
    });
    of_rows(call, &rows)
}
