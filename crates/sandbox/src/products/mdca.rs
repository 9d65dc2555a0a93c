//! Defender for Cloud Apps: activities, alerts, accounts, files, IP ranges, cloud
//! discovery, policies, the governance log.
//!
//! The documentation is sparse and partly wrong; envelopes and errors follow observed
//! responses where there are any. Governance actions and conditional access app control are
//! not emulated; the governance log has an entry for each uploaded traffic log.
//!
//! Source: `api-*.md` of the Defender for Cloud Apps documentation;
//! `apiDefinition.swagger.json` of the Power Automate connector for policies, flows and app
//! tags.

mod alerts;
mod apps;
mod discovery;
mod filter;
mod list;
mod policies;
mod ranges;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::generic::{body, record};
use crate::http::Incoming;
use crate::refusal::Refusal;

/// Answers an operation that the tables do not describe. `None` for others.
pub(super) fn answer(call: &mut Call<'_>) -> Option<Outcome> {
    discovery::proceed(call.store, call.now);
    let mut parts = call.operation.id.splitn(3, '.').skip(1);
    let (group, verb) = (parts.next()?, parts.next()?);
    Some(match (group, verb) {
        ("activities", "send_feedback") => feedback(call),
        ("activities" | "alerts" | "data_enrichment" | "entities" | "files", "list" | "query") => {
            list::answer(call)
        }
        ("app_permissions" | "governance" | "policies", "query") => {
            body::check(call).and_then(|_| list::answer(call))
        }
        ("activities", "scan") => list::scan(call),
        ("entities", "get") => entity(call).map(|entity| Answer::json(200, entity)),
        ("entities", "get_tree") => {
            entity(call).map(|entity| Answer::json(200, json!({"entity": entity, "children": []})))
        }
        ("alerts", _) => return alerts::answer(call, verb),
        ("data_enrichment", _) => return ranges::answer(call, verb),
        ("discovery", _) => return discovery::answer(call, verb),
        ("discovered_apps", "set_banned") => apps::set_tag(call, apps::UNSANCTIONED),
        ("discovered_apps", "set_sanctioned") => apps::set_tag(call, apps::SANCTIONED),
        ("graph_discovery", "get_app_info") => apps::info(call),
        ("policies", "get") => policies::get(call),
        ("policies", "enable") => policies::switch(call, true),
        ("policies", "disable") => policies::switch(call, false),
        ("flows", "create") => policies::create_flow(call),
        ("flows", "delete") => policies::delete_flow(call),
        _ => return None,
    })
}

/// Whether a query of activities is a scan. Both have the same method and path; the body
/// decides.
pub(super) fn is_scan(request: &Incoming) -> bool {
    let body: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    body["isScan"] == true
}

/// Accepts feedback on an activity and drops it. The response is an empty list, as the page
/// says.
fn feedback(call: &mut Call<'_>) -> Outcome {
    body::check(call)?;
    record(call, "Activity", "activity_id")?;
    Ok(Answer::json(
        200,
        json!({"total": 0, "hasNext": false, "data": []}),
    ))
}

/// The account that a key names. The key is base64 of `{"id", "saas", "inst"}`, in either
/// alphabet.
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

#[cfg(test)]
mod tests;
