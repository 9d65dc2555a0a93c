//! Defender XDR: hunting, and changes of incidents. Lists and gets are answered by
//! `generic`.
//!
//! Source: `api-update-incidents.md`, `api-advanced-hunting.md`.

use serde_json::{Value, json};

use super::{hunting, incident_sync};
use crate::call::{Call, Outcome};
use crate::clock::iso;
use crate::generic::{body, entity_answer, record};
use crate::refusal::Refusal;

/// Answers an operation that the tables do not describe. `None` for others.
pub(super) fn answer(call: &mut Call<'_>) -> Option<Outcome> {
    match call.operation.id.as_str() {
        "xdr.advanced_hunting.run" => Some(hunting::run_xdr(call)),
        "xdr.incidents.update" => Some(update(call)),
        _ => None,
    }
}

/// Changes an incident. Tags are replaced, a comment is appended. Alerts of the incident
/// are not changed.
fn update(call: &mut Call<'_>) -> Outcome {
    let changes = body::check(call)?;
    if changes.is_empty() {
        return Err(Refusal::invalid_body("Request body is incorrect"));
    }
    let mut incident = record(call, "XdrIncident", "incident_id")?;
    let now = iso(call.now);
    for (name, value) in changes {
        match (name.as_str(), incident["comments"].as_array_mut()) {
            ("comment", Some(_)) if value.is_null() => {}
            ("comment", Some(comments)) => {
                comments.push(json!({"comment": value, "createdBy": call.caller.client_id, "createdTime": now}));
            }
            _ => incident[name] = value,
        }
    }
    incident["lastUpdateTime"] = Value::from(now);
    call.table("XdrIncident").insert(incident.clone());
    incident_sync::changed_in_xdr(call.store, &incident);
    Ok(entity_answer(call, incident))
}
