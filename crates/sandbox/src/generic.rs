//! Plain operations, answered from the table alone.
//!
//! A row is *plain* where method, path and kind of answer say all there is: lists, gets, creates,
//! updates, deletes, single objects. What needs more has a hand-written answer in `products`.

pub(crate) mod action;
pub(crate) mod body;
pub(crate) mod list;
pub(crate) mod shape;

use serde_json::{Map, Value, json};

use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::odata::Options;
use crate::refusal::Refusal;
use crate::service::Service;
use crate::tables::Operation;

/// Answers a plain operation.
pub(crate) fn answer(call: &mut Call<'_>) -> Outcome {
    let row = call.row;
    match (row.method.as_str(), row.response.kind.as_str()) {
        ("GET", "collection") => list::answer(call),
        ("GET", "entity") => get(call),
        ("GET", _) => shape::object(call),
        ("DELETE", _) => delete(call),
        ("PATCH", _) => update(call),
        (_, "entity") if row.params_in("path").next().is_none() => create(call),
        (_, "empty") => act(call),
        (_, "collection") => list::answer(call),
        _ => {
            body::check(call)?;
            shape::object(call)
        }
    }
}

/// The path parameter that picks the record, and the entity it is the id of.
pub(crate) fn record_param(row: &Operation) -> Option<(&str, &str)> {
    let last = row.params_in("path").last()?;
    let entity = last.id_of.as_deref().or(row.response.entity.as_deref())?;
    Some((last.name.as_str(), entity))
}

/// Whether the path ends in the parameter that picks the record.
pub(crate) fn ends_in_param(row: &Operation) -> bool {
    row.path.trim_end_matches('/').ends_with('}')
}

fn get(call: &mut Call<'_>) -> Outcome {
    let row = call.row;
    let entity = row.response.entity.clone().unwrap_or_default();
    let options = Options::read(row, call.request.service, &call.query)?;
    let found = match record_param(row) {
        Some((name, _)) if ends_in_param(row) => record(call, &entity, name)?,
        Some((name, parent)) => {
            let parent = parent.to_owned();
            exists(call, &parent, name)?;
            related_one(call, &entity, name)
        }
        None => call
            .table(&entity)
            .first()
            .cloned()
            .unwrap_or_else(|| json!({})),
    };
    Ok(entity_answer(call, options.project(&found)))
}

/// The record that a path parameter names, or a 404.
pub(crate) fn record(call: &mut Call<'_>, entity: &str, name: &str) -> Result<Value, Refusal> {
    let id = call.path(name);
    call.table(entity)
        .get(&id)
        .cloned()
        .ok_or_else(|| Refusal::not_found(entity, &id))
}

/// Refuses a parent that is not there. Parents without a table of their own are taken as given.
pub(crate) fn exists(call: &mut Call<'_>, entity: &str, name: &str) -> Result<(), Refusal> {
    let id = call.path(name);
    let table = call.table(entity);
    if table.key_name().is_some() && table.get(&id).is_none() {
        return Err(Refusal::not_found(entity, &id));
    }
    Ok(())
}

/// The one record that belongs to a parent: always the same for the same parent.
fn related_one(call: &mut Call<'_>, entity: &str, name: &str) -> Value {
    let place = crate::random::hash(&call.path(name));
    let table = call.table(entity);
    let count = u64::try_from(table.len()).unwrap_or(1).max(1);
    let at = usize::try_from(place % count).unwrap_or(0);
    table.rows().nth(at).cloned().unwrap_or_else(|| json!({}))
}

fn create(call: &mut Call<'_>) -> Outcome {
    let row = call.row;
    let entity = row.response.entity.clone().unwrap_or_default();
    let members = body::check(call)?;
    let mut record = shape::blank(call, &entity);
    record.extend(members);
    let key = call.table(&entity).key_name().map(str::to_owned);
    if let Some(key) = key.filter(|key| !call.row.params_in("body").any(|param| param.name == *key))
    {
        let id = shape::new_id(call, &entity, &key);
        record.insert(key, id);
    }
    shape::stamp(call, &entity, &mut record, true);
    let record = Value::Object(record);
    call.table(&entity).insert(record.clone());
    Ok(entity_answer(call, record))
}

fn update(call: &mut Call<'_>) -> Outcome {
    let row = call.row;
    let members = body::check(call)?;
    let Some((name, _)) = record_param(row) else {
        return update_single(call, members);
    };
    let entity = updated_entity(row);
    let id = call.path(name);
    let Some(mut record) = call
        .table(&entity)
        .get(&id)
        .and_then(Value::as_object)
        .cloned()
    else {
        return Err(Refusal::not_found(&entity, &id));
    };
    body::merge(&mut record, members);
    shape::stamp(call, &entity, &mut record, false);
    let record = Value::Object(record);
    call.table(&entity).insert(record.clone());
    let wants = call
        .request
        .header("prefer")
        .is_some_and(|prefer| prefer.contains("return=representation"));
    match row.response.kind.as_str() {
        "empty" if !wants => Ok(Answer::empty(row.response.status)),
        _ => Ok(entity_answer_with(
            call,
            if wants { 200 } else { row.response.status },
            record,
        )),
    }
}

/// A PATCH without an id changes the only record there is.
fn update_single(call: &mut Call<'_>, members: Map<String, Value>) -> Outcome {
    let row = call.row;
    if row.response.kind == "empty" {
        return Ok(Answer::empty(row.response.status));
    }
    let entity = updated_entity(row);
    let mut record = call
        .table(&entity)
        .first()
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default();
    body::merge(&mut record, members);
    let record = Value::Object(record);
    if let Some(first) = call.table(&entity).rows_mut().next() {
        *first = record.clone();
    }
    Ok(entity_answer(call, record))
}

fn updated_entity(row: &Operation) -> String {
    row.params_in("path")
        .last()
        .and_then(|param| param.id_of.clone())
        .or_else(|| row.response.entity.clone())
        .unwrap_or_default()
}

fn delete(call: &mut Call<'_>) -> Outcome {
    let row = call.row;
    let Some((name, entity)) = record_param(row) else {
        return Ok(Answer::empty(row.response.status));
    };
    let (id, entity) = (call.path(name), entity.to_owned());
    match call.table(&entity).remove(&id) {
        Some(_) => Ok(Answer::empty(row.response.status)),
        None => Err(Refusal::not_found(&entity, &id)),
    }
}

/// An action without an answer: it checks its target and its body.
fn act(call: &mut Call<'_>) -> Outcome {
    if let Some(param) = call.row.params_in("path").last()
        && let Some(entity) = &param.id_of
    {
        exists(call, entity, &param.name)?;
    }
    body::check(call)?;
    Ok(Answer::empty(call.row.response.status))
}

/// An entity with the row's status.
pub(crate) fn entity_answer(call: &Call<'_>, record: Value) -> Answer {
    entity_answer_with(call, call.row.response.status, record)
}

/// An entity, with the context that OData services put in front.
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
