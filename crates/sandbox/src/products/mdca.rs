//! Defender for Cloud Apps.

mod alerts;
mod discovery;
mod filter;
mod list;
mod ranges;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::generic::{body, record};
use crate::http::Incoming;
use crate::refusal::Refusal;

/// Answers by hand, or leaves the row to the tables.
pub(super) fn answer(call: &mut Call<'_>) -> Option<Outcome> {
    let mut parts = call.row.id.splitn(3, '.').skip(1);
    let (group, verb) = (parts.next()?, parts.next()?);
    Some(match (group, verb) {
        ("activities", "send_feedback") => feedback(call),
        ("activities" | "alerts" | "data_enrichment" | "entities" | "files", "list" | "query") => {
            list::answer(call)
        }
        ("activities", "scan") => list::scan(call),
        ("entities", "get") => entity(call).map(|entity| Answer::json(200, entity)),
        ("entities", "get_tree") => {
            entity(call).map(|entity| Answer::json(200, json!({"entity": entity, "children": []})))
        }
        ("alerts", _) => return alerts::answer(call, verb),
        ("data_enrichment", _) => return ranges::answer(call, verb),
        ("discovery", _) => return discovery::answer(call, verb),
        ("policies", "get") => policy(call),
        ("flows", "create") => {
            body::check(call).map(|_| Answer::json(200, json!({"id": crate::random::request_id()})))
        }
        ("flows", "delete") => Ok(Answer::json(200, json!("ok"))),
        _ => return None,
    })
}

/// Whether the body asks for a scan: verb and path are those of an ordinary query.
pub(super) fn is_scan(request: &Incoming) -> bool {
    let body: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    body["isScan"] == true
}

/// Feedback is taken and forgotten; the page claims a list as the answer.
fn feedback(call: &mut Call<'_>) -> Outcome {
    body::check(call)?;
    record(call, "Activity", "activity_id")?;
    Ok(Answer::json(
        200,
        json!({"total": 0, "hasNext": false, "data": []}),
    ))
}

/// The account that a key names: base64 of `{"id", "saas", "inst"}`.
fn entity(call: &mut Call<'_>) -> Result<Value, Refusal> {
    let key = call.path("entity_pk");
    let bytes = STANDARD.decode(&key).or_else(|_| URL_SAFE.decode(&key));
    let pk: Value = bytes
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default();
    let id = pk["id"]
        .as_str()
        .ok_or_else(|| filter::invalid(&key.as_str().into()))?;
    call.table("Entity")
        .get(id)
        .cloned()
        .ok_or_else(|| Refusal::not_found("Entity", id))
}

/// Policies have no key in the table: the place in the list stands for the id.
fn policy(call: &mut Call<'_>) -> Outcome {
    body::check(call)?;
    let id = call.path("policy_id");
    let table = call.table("Policy");
    let place = crate::random::hash(&id) % u64::try_from(table.len()).unwrap_or(1).max(1);
    let policy = table
        .rows()
        .nth(usize::try_from(place).unwrap_or(0))
        .cloned();
    Ok(Answer::json(200, policy.unwrap_or_default()))
}

#[cfg(test)]
mod tests;
