//! Simulations and training campaigns are created and changed.
//!
//! The request is checked at once. Its effect is noted in an operation and comes when that has
//! succeeded, in [`life`](super::life).

use serde_json::{Map, Value, json};

use super::{bound, identity, life, small_words};
use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::clock::iso;
use crate::generic::{body, record, shape};
use crate::random;
use crate::refusal::Refusal;
use crate::service::Service;

/// What a body asks for.
struct Change {
    /// Members of the record, without annotations.
    members: Map<String, Value>,
    /// Ids of the records that the body refers to at its top, by relationship.
    content: Map<String, Value>,
}

/// Accepts a new simulation or training campaign.
///
/// The id is chosen at once and shown by the operation once it has succeeded. `running` as the first
/// status means scheduled: the launch decides.
///
/// # Errors
///
/// 400 for a body of the wrong form, a reference to nothing, a status that no new simulation can
/// have, and a schedule without targets or payload.
pub(super) fn create(call: &mut Call<'_>) -> Outcome {
    let entity = entity(call);
    let Change { members, content } = read(call)?;
    let mut made = shape::blank(call, entity);
    made.extend(members);
    let id = random::request_id();
    made.insert("id".to_owned(), id.clone().into());
    for member in ["createdBy", "lastModifiedBy"] {
        if made.get(member).is_none_or(Value::is_null) {
            made.insert(member.to_owned(), identity(call));
        }
    }
    if entity == "Simulation" {
        made.insert("isAutomated".to_owned(), false.into());
        let status = made
            .get("status")
            .and_then(Value::as_str)
            .unwrap_or("draft");
        check_status(call, None, status)?;
        let status = match status {
            "running" => "scheduled",
            status => status,
        };
        check_schedule(status, &made, content.contains_key("payload"))?;
        made.insert("status".to_owned(), status.to_owned().into());
    }
    let change = Change {
        members: made,
        content,
    };
    Ok(accept(call, entity, &id, &change))
}

/// Accepts a change of a simulation or training campaign.
///
/// # Errors
///
/// 404 for an unknown record, 400 as for a new one. Only the status is checked against the record:
/// no page says which other members of a running simulation are fixed.
pub(super) fn update(call: &mut Call<'_>, param: &str) -> Outcome {
    let entity = entity(call);
    let before = record(call, entity, param)?;
    let Change { members, content } = read(call)?;
    if entity == "Simulation"
        && let Some(status) = members.get("status").and_then(Value::as_str)
    {
        check_status(call, before["status"].as_str(), status)?;
        let mut after = before.as_object().cloned().unwrap_or_default();
        after.extend(members.clone());
        let chosen = life::chosen(call.store, &call.path(param));
        // The payload of a seeded simulation is generated.
        let has_payload =
            content.contains_key("payload") || chosen.is_null() || chosen["payload"].is_string();
        check_schedule(status, &after, has_payload)?;
    }
    let id = call.path(param);
    let change = Change { members, content };
    Ok(accept(call, entity, &id, &change))
}

/// The entity that the operation changes.
fn entity(call: &Call<'_>) -> &'static str {
    match call.operation.response.entity.as_deref() {
        Some("TrainingCampaign") => "TrainingCampaign",
        _ => "Simulation",
    }
}

/// The members of the body without annotations, and the records that it refers to at its top.
fn read(call: &mut Call<'_>) -> Result<Change, Refusal> {
    let mut members = body::check(call)?;
    let content = bound::take(call, &mut members)?;
    members.retain(|name, _| !name.starts_with('@') && name != "id");
    for name in ["includedAccountTarget", "excludedAccountTarget"] {
        bound::check_target(&members, name)?;
    }
    small_words(call, &mut members);
    let members = match bound::replaced(call, Value::Object(members))? {
        Value::Object(members) => members,
        _ => Map::new(),
    };
    Ok(Change { members, content })
}

/// Refuses a status that a simulation cannot be given.
///
/// | from | to | source |
/// | --- | --- | --- |
/// | a new one | `draft`, `scheduled`, `running` | chosen here |
/// | `draft` | `scheduled`, `running` | second example of the page |
/// | `scheduled` | `draft`, `cancelled` | `cancelled`: third example |
/// | `running` | `cancelled` | third example |
/// | `cancelled` | `excluded` | fourth example |
///
/// The status it has already is accepted: clients send whole records back.
fn check_status(call: &Call<'_>, before: Option<&str>, status: &str) -> Result<(), Refusal> {
    let allowed = match (before, status) {
        (before, status) if before == Some(status) => true,
        (None, "draft" | "scheduled" | "running") => true,
        (Some("draft"), "scheduled" | "running") => true,
        (Some("scheduled"), "draft" | "cancelled") => true,
        (Some("running"), "cancelled") => true,
        (Some("cancelled"), "excluded") => true,
        _ => false,
    };
    if allowed {
        return Ok(());
    }
    let from = before.map_or_else(String::new, |before| {
        format!(" of a simulation that is {before}")
    });
    Err(Refusal::invalid_input(format!(
        "{} cannot set the status{from} to {status}",
        call.operation.id
    )))
}

/// Refuses a schedule without targets or without a payload: the page says that a simulation is
/// validated when it is scheduled.
fn check_schedule(
    status: &str,
    simulation: &Map<String, Value>,
    has_payload: bool,
) -> Result<(), Refusal> {
    let has_targets = simulation
        .get("includedAccountTarget")
        .is_some_and(Value::is_object);
    match (status, has_targets, has_payload) {
        ("scheduled" | "running", false, _) => {
            Err(Refusal::missing_parameter("includedAccountTarget"))
        }
        ("scheduled" | "running", _, false) => {
            Err(Refusal::missing_parameter("payload@odata.bind"))
        }
        _ => Ok(()),
    }
}

/// Answers with the operation that will do it. No word of `type` stands for training campaigns; they
/// get `unknown`, which the page of beta has.
fn accept(call: &mut Call<'_>, entity: &'static str, id: &str, change: &Change) -> Answer {
    let now = iso(call.now);
    let operation = random::request_id();
    let (version, collection, kind) = match entity {
        "TrainingCampaign" => ("beta", "trainingCampaigns", "unknown"),
        _ if change.members.contains_key("id") => ("v1.0", "simulations", "createSimulation"),
        _ => ("v1.0", "simulations", "updateSimulation"),
    };
    let base = call.url(Service::Graph).to_owned();
    let place = format!("{base}/{version}/security/attackSimulation/{collection}/{id}");
    let shown = json!({
        "id": operation, "createdDateTime": now, "lastActionDateTime": now, "resourceLocation": null,
        "status": "notStarted", "statusDetail": "Waiting to be processed", "percentageCompleted": 0,
        "tenantId": call.store.plan().tenant_id, "type": kind,
    });
    call.table("AttackSimulationOperation").insert(shown);
    let note = json!({
        "operation": operation, "ends": call.action_ends.unwrap_or("succeeded"), "entity": entity,
        "id": id, "place": place, "change": change.members, "content": change.content,
        "by": identity(call),
    });
    life::note(call, note);
    let location = format!("{base}/v1.0/security/attackSimulation/operations/{operation}");
    Answer::empty(call.operation.response.status).header("location", location)
}
