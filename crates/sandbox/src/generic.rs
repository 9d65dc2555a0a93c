//! Operations that the tables describe completely, answered without code of their own.
//!
//! Method, path and kind of response decide: lists, gets, creates, updates, deletes, single
//! objects. Operations that need more are in [`products`](crate::products).
//!
//! An action without a `completion` and with an empty response checks its target and its
//! body, and has no effect. Relations between entities are not in the tables: a record or
//! list below a parent is chosen by a hash of the parent's id, so that it is the same in
//! every call.

pub(crate) mod body;
pub(crate) mod expand;
pub(crate) mod inputs;
pub(crate) mod list;
pub(crate) mod progress;
mod related;
pub(crate) mod shape;
pub(crate) mod types;

use serde_json::{Map, Value, json};

use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::odata::Options;
use crate::refusal::Refusal;
use crate::service::Service;
use crate::tables::Operation;

/// Answers an operation from its table entry.
pub(crate) fn answer(call: &mut Call<'_>) -> Outcome {
    let operation = call.operation;
    match (operation.method.as_str(), operation.response.kind.as_str()) {
        ("GET", "collection") => list::answer(call),
        ("GET", "entity") => get(call),
        ("GET", _) => shape::object(call),
        ("DELETE", _) => delete(call),
        ("PATCH", _) => update(call),
        (_, "entity") if operation.params_in("path").next().is_none() => create(call),
        (_, "empty") => act(call),
        (_, "collection") => list::answer(call),
        _ => {
            body::check(call)?;
            shape::object(call)
        }
    }
}

/// The last path parameter, and the entity whose key it is.
pub(crate) fn record_param(operation: &Operation) -> Option<(&str, &str)> {
    let last = operation.params_in("path").last()?;
    let entity = last
        .id_of
        .as_deref()
        .or(operation.response.entity.as_deref())?;
    Some((last.name.as_str(), entity))
}

/// Whether the path ends in a parameter. Then it names the record that is returned.
pub(crate) fn ends_in_param(operation: &Operation) -> bool {
    operation.path.trim_end_matches('/').ends_with('}')
}

/// Returns a record, the record that belongs to a parent, or the only record of the entity.
fn get(call: &mut Call<'_>) -> Outcome {
    let operation = call.operation;
    let entity = operation.response.entity.clone().unwrap_or_default();
    let options = Options::read(operation, call.request.service, &call.query)?;
    let mut found = match record_param(operation) {
        Some((name, _)) if ends_in_param(operation) => record(call, &entity, name)?,
        Some((name, parent)) => {
            let parent = parent.to_owned();
            exists(call, &parent, name)?;
            let parent = call.path(name);
            related::row_of(call, &entity, &parent)
        }
        None => call
            .table(&entity)
            .first()
            .cloned()
            .unwrap_or_else(|| json!({})),
    };
    expand::fill(call, &options, std::slice::from_mut(&mut found));
    Ok(entity_answer(call, options.project(&found)))
}

/// The record that a path parameter names, or 404.
pub(crate) fn record(call: &mut Call<'_>, entity: &str, name: &str) -> Result<Value, Refusal> {
    let id = call.path(name);
    call.table(entity)
        .get(&id)
        .cloned()
        .ok_or_else(|| Refusal::not_found(entity, &id))
}

/// Refuses the call with 404 if a path parameter names no record. An entity without a key
/// has no records to find, so every id is accepted.
pub(crate) fn exists(call: &mut Call<'_>, entity: &str, name: &str) -> Result<(), Refusal> {
    let id = call.path(name);
    let table = call.table(entity);
    if table.key_name().is_some() && table.get(&id).is_none() {
        return Err(Refusal::not_found(entity, &id));
    }
    Ok(())
}

/// Refuses the call with 404 if one of the ids names no record.
pub(crate) fn all_exist(call: &mut Call<'_>, entity: &str, ids: &[String]) -> Result<(), Refusal> {
    let table = call.table(entity);
    match ids.iter().find(|id| table.get(id).is_none()) {
        Some(missing) => Err(Refusal::not_found(entity, missing)),
        None => Ok(()),
    }
}

/// Creates a record from the body, with an id, dates and actors of the service.
///
/// The caller sets the key itself if it is an input of the operation. An existing record
/// with that key is replaced.
fn create(call: &mut Call<'_>) -> Outcome {
    let operation = call.operation;
    let entity = operation.response.entity.clone().unwrap_or_default();
    let members = body::check(call)?;
    let mut record = shape::blank(call, &entity);
    record.extend(members);
    let key = call.table(&entity).key_name().map(str::to_owned);
    if let Some(key) = key.filter(|key| {
        !call
            .operation
            .params_in("body")
            .any(|param| param.name == *key)
    }) {
        let id = shape::new_id(call, &entity, &key);
        record.insert(key, id);
    }
    shape::stamp(call, &entity, &mut record, true);
    let record = Value::Object(record);
    call.table(&entity).insert(record.clone());
    Ok(entity_answer(call, record))
}

/// Changes the members in the body. Returns the record if the operation says so or the caller
/// asks for it (`Prefer: return=representation`).
fn update(call: &mut Call<'_>) -> Outcome {
    let operation = call.operation;
    let members = body::check(call)?;
    let Some((name, _)) = record_param(operation) else {
        return update_single(call, members);
    };
    let entity = updated_entity(operation);
    let id = call.path(name);
    let Some(mut record) = call
        .table(&entity)
        .get(&id)
        .and_then(Value::as_object)
        .cloned()
    else {
        return Err(Refusal::not_found(&entity, &id));
    };
    record.extend(members);
    shape::stamp(call, &entity, &mut record, false);
    let record = Value::Object(record);
    call.table(&entity).insert(record.clone());
    let wants = call.wants_representation();
    match operation.response.kind.as_str() {
        "empty" if !wants => Ok(Answer::empty(operation.response.status)),
        _ => Ok(entity_answer_with(
            call,
            if wants {
                200
            } else {
                operation.response.status
            },
            record,
        )),
    }
}

/// Changes the only record of an entity, such as a setting. The path names no record.
fn update_single(call: &mut Call<'_>, members: Map<String, Value>) -> Outcome {
    let operation = call.operation;
    if operation.response.kind == "empty" {
        return Ok(Answer::empty(operation.response.status));
    }
    let entity = updated_entity(operation);
    let mut record = call
        .table(&entity)
        .first()
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default();
    record.extend(members);
    let record = Value::Object(record);
    if let Some(first) = call.table(&entity).rows_mut().next() {
        *first = record.clone();
    }
    Ok(entity_answer(call, record))
}

/// The entity of the record that the path names, else of the response.
fn updated_entity(operation: &Operation) -> String {
    operation
        .params_in("path")
        .last()
        .and_then(|param| param.id_of.clone())
        .or_else(|| operation.response.entity.clone())
        .unwrap_or_default()
}

/// Deletes a record. A second call gets 404.
fn delete(call: &mut Call<'_>) -> Outcome {
    let operation = call.operation;
    let Some((name, entity)) = record_param(operation) else {
        return Ok(Answer::empty(operation.response.status));
    };
    let (id, entity) = (call.path(name), entity.to_owned());
    match call.table(&entity).remove(&id) {
        Some(_) => Ok(Answer::empty(operation.response.status)),
        None => Err(Refusal::not_found(&entity, &id)),
    }
}

/// Checks the target and the body of an action without a response.
fn act(call: &mut Call<'_>) -> Outcome {
    if let Some(param) = call.operation.params_in("path").last()
        && let Some(entity) = &param.id_of
    {
        exists(call, entity, &param.name)?;
    }
    body::check(call)?;
    Ok(Answer::empty(call.operation.response.status))
}

/// A response with one record, with the status of the operation.
pub(crate) fn entity_answer(call: &Call<'_>, record: Value) -> Answer {
    entity_answer_with(call, call.operation.response.status, record)
}

/// A response with one record. OData services put `@odata.context` in front of its members.
pub(crate) fn entity_answer_with(call: &Call<'_>, status: u16, record: Value) -> Answer {
    let Value::Object(members) = record else {
        return Answer::json(status, record);
    };
    if call.request.service == Service::Mdca || members.contains_key("@odata.context") {
        return Answer::json(status, Value::Object(members));
    }
    let mut answer = Map::new();
    answer.insert(
        "@odata.context".to_owned(),
        list::context(call, true).into(),
    );
    answer.extend(members);
    Answer::json(status, Value::Object(answer))
}
