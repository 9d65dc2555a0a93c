//! Case management: cases and the comments, tasks, links and attachments below them.
//!
//! A record belongs to one case, is found below that case alone and is deleted with it. Changes leave an audit log among
//! the activities of the case. The case of an incident shows the incident; a change of either changes both, at once and
//! not after minutes.
//!
//! | request | effect |
//! | --- | --- |
//! | create, update | stored, dated, noted in the audit log |
//! | delete a case | its activities, attachments, relations and tasks are gone |
//! | delete a task or a relation | noted in the audit log, which stays |
//! | create a comment | the comment is the activity; no audit log beside it |
//! | upload the last part | scan begins, `scanResult` is `unscanned` |
//! | download | noted in the audit log |
//!
//! Audit logs are activities without an end: no request changes or deletes them.
//!
//! Statuses, priorities and ids of linked resources are not checked: no page says that the service does.
//!
//! Source: `security-casemanagement-*.md`.

mod attachments;
mod audit;
mod below;
mod incidents;

use serde_json::{Map, Value};

use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::generic::{body, entity_answer_with, record, shape};
use crate::refusal::Refusal;
use crate::seed::cases::TYPES;
use crate::store::Store;

/// The records below a case, by entity.
const BELOW: [&str; 4] = ["CaseActivity", "CaseAttachment", "CaseRelation", "CaseTask"];

/// Members of every case that a change may set.
const OF_ALL: [&str; 3] = ["@odata.type", "displayName", "status"];
const OF_GENERIC: [&str; 5] = [
    "assignedTo",
    "closingNotes",
    "description",
    "dueDateTime",
    "priority",
];
const OF_INCIDENT: [&str; 6] = [
    "classification",
    "determination",
    "emailNotificationRecipients",
    "priorityScore",
    "severity",
    "summary",
];

/// Answers an operation of case management. `None` for others.
pub(super) fn answer(call: &mut Call<'_>) -> Option<Outcome> {
    let (group, verb) = call.operation.id.strip_prefix("graph.")?.split_once('.')?;
    if group == "cases" || group.starts_with("case_") {
        incidents::refresh(call.store);
    }
    Some(match (group, verb) {
        ("cases", "create") => create(call),
        ("cases", "update") => update(call),
        ("cases", "delete") => delete(call),
        ("cases", "list_type_configurations") => types(call),
        ("case_attachments", "upload_content") => attachments::upload(call),
        ("case_attachments", "get_content") => attachments::download(call),
        ("case_activities", _) => below::answer(call, verb, "CaseActivity", "activity_id"),
        ("case_attachments", _) => below::answer(call, verb, "CaseAttachment", "attachment_id"),
        ("case_relations", _) => below::answer(call, verb, "CaseRelation", "relation_id"),
        ("case_tasks", _) => below::answer(call, verb, "CaseTask", "task_id"),
        _ => return None,
    })
}

/// Ends the malware scans of attachments that have lasted long enough.
pub(super) fn proceed(store: &mut Store, now: jiff::Timestamp) {
    attachments::proceed(store, now);
}

/// The entity that describes a type of case management: `#…genericCase` → `GenericCase`.
fn described(call: &Call<'_>, base: &str, kind: &str) -> Option<String> {
    let base = crate::tables::product(call.operation.product).entity(base)?;
    let member = base.family.iter().find(|member| member.kind == kind)?;
    Some(member.entity.clone())
}

/// The `@odata.type` of a body, if the operation accepts it.
fn accepted_type(call: &Call<'_>, members: &Map<String, Value>) -> Result<String, Refusal> {
    let kind = members["@odata.type"].as_str().unwrap_or_default();
    let mut params = call.operation.params_in("body");
    let values = params
        .find(|param| param.name == "@odata.type")
        .and_then(|param| param.values.as_ref());
    if values.is_some_and(|values| values.iter().any(|value| value == kind)) {
        return Ok(kind.to_owned());
    }
    let why = format!("Records of type '{kind}' cannot be created or updated here");
    Err(Refusal::invalid_body(why))
}

/// Opens a case of the kind that `@odata.type` names. Members that the body leaves out are null.
///
/// # Errors
///
/// 400 for an incident case, which the service alone opens.
fn create(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let kind = accepted_type(call, &members)?;
    let entity = described(call, "Case", &kind).unwrap_or_else(|| "GenericCase".to_owned());
    let mut case = shape::blank(call, &entity);
    case.extend(members);
    shape::stamp(call, &entity, &mut case, true);
    let id = crate::random::request_id();
    case.insert("id".to_owned(), id.as_str().into());
    let case = Value::Object(case);
    call.table("Case").insert(case.clone());
    audit::note(call, &id, "create", ("case", &id), &[]);
    Ok(entity_answer_with(call, 201, case))
}

/// Changes a case. The case of an incident is answered with 202 and nothing, other cases with the case.
///
/// # Errors
///
/// 400 for another `@odata.type` than the case has, and for a member that its kind of case does not have.
fn update(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let before = record(call, "Case", "case_id")?;
    let kind = before["@odata.type"].as_str().unwrap_or_default();
    if members
        .get("@odata.type")
        .is_some_and(|named| named != kind)
    {
        return Err(Refusal::invalid_body(format!("The case is a '{kind}'")));
    }
    let own: &[&str] = match kind.strip_prefix(TYPES) {
        Some("genericCase") => &OF_GENERIC,
        Some("incidentCase") => &OF_INCIDENT,
        _ => &[],
    };
    let is_known = |name: &str| OF_ALL.contains(&name) || own.contains(&name);
    if let Some(name) = members.keys().find(|name| !is_known(name)) {
        let why = format!("Property '{name}' of a '{kind}' cannot be updated");
        return Err(Refusal::invalid_body(why));
    }
    let changes = audit::changes(&before, &members);
    let mut case = before.as_object().cloned().unwrap_or_default();
    case.extend(members);
    shape::stamp(call, "Case", &mut case, false);
    let case = Value::Object(case);
    call.table("Case").insert(case.clone());
    let id = call.path("case_id");
    audit::note(call, &id, "update", ("case", &id), &changes);
    if kind.ends_with("incidentCase") {
        incidents::changed(call.store, &case);
        return Ok(Answer::empty(202));
    }
    Ok(entity_answer_with(call, 200, case))
}

/// Deletes a case with all that is below it. A second call gets 404.
fn delete(call: &mut Call<'_>) -> Outcome {
    let id = call.path("case_id");
    if call.table("Case").remove(&id).is_none() {
        return Err(Refusal::not_found("Case", &id));
    }
    for entity in BELOW {
        for gone in below::ids(call, entity, &id) {
            call.table(entity).remove(&gone);
        }
    }
    Ok(Answer::empty(204))
}

/// Lists the case types. Statuses and custom fields come with `$expand` only.
fn types(call: &mut Call<'_>) -> Outcome {
    let asked = call.query.get("$expand").cloned().unwrap_or_default();
    let asked: Vec<&str> = asked.split(',').map(str::trim).collect();
    let mut rows: Vec<Value> = call
        .table("CaseTypeConfiguration")
        .rows()
        .cloned()
        .collect();
    for members in rows.iter_mut().filter_map(Value::as_object_mut) {
        members.retain(|name, _| {
            !["statuses", "customFields"].contains(&name.as_str()) || asked.contains(&name.as_str())
        });
    }
    crate::generic::list::of_rows(call, &rows)
}
