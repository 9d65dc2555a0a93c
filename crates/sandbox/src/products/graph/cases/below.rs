//! Comments, tasks, links and attachments: the records below a case.

use serde_json::{Map, Value};

use super::{accepted_type, audit, described};
use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::generic::{body, entity_answer, list, record, shape};
use crate::odata::Options;
use crate::refusal::Refusal;
use crate::seed::cases::CASE;
use crate::values::key_text;

/// Members that the page of a change lists, where the service takes fewer than the entity has.
const OF_ATTACHMENT: [&str; 2] = ["displayName", "description"];

/// Answers an operation on records of an entity below the case in the path.
pub(super) fn answer(call: &mut Call<'_>, verb: &str, entity: &str, param: &str) -> Outcome {
    record(call, "Case", "case_id")?;
    match verb {
        "list" => rows(call, entity),
        "get" => one(call, entity, param),
        "create" => create(call, entity),
        "update" => update(call, entity, param),
        _ => delete(call, entity, param),
    }
}

/// Whether a record belongs to a case. One of a data folder belongs to every case.
fn is_below(row: &Value, case: &str) -> bool {
    row.get(CASE).is_none_or(|owner| owner == case)
}

/// The record without the members that no answer shows.
fn shown(mut row: Value) -> Value {
    if let Value::Object(members) = &mut row {
        members.retain(|name, _| !name.starts_with("@sandbox."));
    }
    row
}

/// The ids of the records of an entity below a case.
pub(super) fn ids(call: &mut Call<'_>, entity: &str, case: &str) -> Vec<String> {
    let rows = call.table(entity).rows();
    rows.filter(|row| row[CASE] == case)
        .map(|row| key_text(&row["id"]))
        .collect()
}

/// The record that the path names below its case, or 404.
pub(super) fn find(call: &mut Call<'_>, entity: &str, param: &str) -> Result<Value, Refusal> {
    let (case, id) = (call.path("case_id"), call.path(param));
    let found = call.table(entity).get(&id);
    found
        .filter(|row| is_below(row, &case))
        .cloned()
        .ok_or_else(|| Refusal::not_found(entity, &id))
}

/// Lists the records below the case, in the order of their making.
fn rows(call: &mut Call<'_>, entity: &str) -> Outcome {
    let case = call.path("case_id");
    let found = call.table(entity).rows();
    let rows: Vec<Value> = found
        .filter(|row| is_below(row, &case))
        .cloned()
        .map(shown)
        .collect();
    list::of_rows(call, &rows)
}

/// Returns a record below the case.
fn one(call: &mut Call<'_>, entity: &str, param: &str) -> Outcome {
    let options = Options::read(call.operation, call.request.service, &call.query)?;
    let found = shown(find(call, entity, param)?);
    Ok(entity_answer(call, options.project(&found)))
}

/// Word and kind of the audit log that a new or deleted record leaves. Comments leave none: they are activities
/// themselves.
fn trace(entity: &str, is_new: bool) -> Option<(&'static str, &'static str)> {
    match (entity, is_new) {
        ("CaseRelation", true) => Some(("link", "relation")),
        ("CaseRelation", false) => Some(("unlink", "relation")),
        ("CaseTask", true) => Some(("create", "task")),
        ("CaseTask", false) => Some(("delete", "task")),
        ("CaseAttachment", true) => Some(("create", "attachment")),
        _ => None,
    }
}

/// Adds a record to the case. Where the operation takes an `@odata.type`, it names the kind of the record.
fn create(call: &mut Call<'_>, entity: &str) -> Outcome {
    let members = body::check(call)?;
    let is_typed = call
        .operation
        .params_in("body")
        .any(|param| param.name == "@odata.type");
    let own = match is_typed {
        true => described(call, entity, &accepted_type(call, &members)?),
        false => None,
    };
    let own = own.unwrap_or_else(|| entity.to_owned());
    let mut made = shape::blank(call, &own);
    made.extend(members);
    shape::stamp(call, &own, &mut made, true);
    let (case, id) = (call.path("case_id"), crate::random::request_id());
    made.insert("id".to_owned(), id.as_str().into());
    made.insert(CASE.to_owned(), case.as_str().into());
    let made = Value::Object(made);
    call.table(entity).insert(made.clone());
    if let Some((action, kind)) = trace(entity, true) {
        audit::note(call, &case, action, (kind, &id), &[]);
    }
    Ok(entity_answer(call, shown(made)))
}

/// Refuses to change or delete activities other than comments, and comments of incident cases.
fn check_changeable(call: &mut Call<'_>, entity: &str, row: &Value) -> Result<(), Refusal> {
    if entity != "CaseActivity" {
        return Ok(());
    }
    let is = |value: &Value, end: &str| value.as_str().is_some_and(|kind| kind.ends_with(end));
    if !is(&row["@odata.type"], ".comment") {
        let why = "Only comments can be updated or deleted";
        return Err(Refusal::invalid_input(why));
    }
    let case = record(call, "Case", "case_id")?;
    if is(&case["@odata.type"], ".incidentCase") {
        let why = "Comments of incident cases cannot be updated or deleted";
        return Err(Refusal::invalid_input(why));
    }
    Ok(())
}

/// Changes a record and notes in the audit log what changed.
fn update(call: &mut Call<'_>, entity: &str, param: &str) -> Outcome {
    let members = body::check(call)?;
    let before = find(call, entity, param)?;
    check_changeable(call, entity, &before)?;
    check_members(entity, &before, &members)?;
    let changes = audit::changes(&before, &members);
    let mut row = before.as_object().cloned().unwrap_or_default();
    row.extend(members);
    shape::stamp(call, entity, &mut row, false);
    let row = Value::Object(row);
    call.table(entity).insert(row.clone());
    let (case, id) = (call.path("case_id"), call.path(param));
    if let Some((_, kind)) = trace(entity, true) {
        audit::note(call, &case, "update", (kind, &id), &changes);
    }
    Ok(entity_answer(call, shown(row)))
}

/// Refuses members that a change may not set, and another type than the record has.
fn check_members(
    entity: &str,
    before: &Value,
    members: &Map<String, Value>,
) -> Result<(), Refusal> {
    let is_fixed = |name: &str| {
        ["id", "createdDateTime", "createdBy"].contains(&name)
            || entity == "CaseAttachment"
                && !name.starts_with('@')
                && !OF_ATTACHMENT.contains(&name)
    };
    if let Some(name) = members.keys().find(|name| is_fixed(name)) {
        let why = format!("Property '{name}' cannot be updated");
        return Err(Refusal::invalid_body(why));
    }
    let known = before.get("@odata.type");
    match (known, members.get("@odata.type")) {
        (Some(known), Some(named)) if known != named => Err(Refusal::invalid_body(format!(
            "The record is a '{}'",
            key_text(known)
        ))),
        _ => Ok(()),
    }
}

/// Deletes a record. Its audit logs stay.
fn delete(call: &mut Call<'_>, entity: &str, param: &str) -> Outcome {
    let row = find(call, entity, param)?;
    check_changeable(call, entity, &row)?;
    let (case, id) = (call.path("case_id"), call.path(param));
    call.table(entity).remove(&id);
    if let Some((action, kind)) = trace(entity, false) {
        audit::note(call, &case, action, (kind, &id), &[]);
    }
    Ok(Answer::empty(204))
}
