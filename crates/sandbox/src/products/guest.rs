//! Products of others, answered from their tables alone.
//!
//! [`generic`] answers lists, gets, creates, updates and deletes. This file adds the operations with a `completion`: they
//! start an action, which passes the words of `open` and ends with the first word of `succeeded`, or with the word of
//! [`Fault::action_ends`](crate::Fault::action_ends). The effect of an action on other records is not in the tables, so
//! there is none.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::clock::iso;
use crate::generic::progress::{self, Progress, Stage};
use crate::generic::{self, body, shape};
use crate::refusal::Refusal;
use crate::store::Store;
use crate::tables::{self, Completion};
use crate::values::key_text;

/// Time from the start of an action to its end.
const LASTS: Duration = Duration::from_secs(60);
/// The store's list of actions in progress.
const OPEN: &str = "actions of guests";

/// Starts an action, or returns `None` for an operation without a `completion`.
pub(super) fn answer(call: &mut Call<'_>) -> Option<Outcome> {
    progress::proceed(call.store, OPEN, LASTS, call.now, step);
    let completion = call.operation.completion.as_ref()?;
    let shown_by = tables::operation(completion.ask.as_deref()?)?;
    let entity = shown_by.response.entity.as_deref()?;
    Some(start(call, completion, entity))
}

/// Starts an action whose state the records of `entity` show.
fn start(call: &mut Call<'_>, completion: &Completion, entity: &str) -> Outcome {
    let parent = generic::record_param(call.operation);
    let parent = parent.map(|(name, entity)| (name.to_owned(), entity.to_owned()));
    let mut record = match &parent {
        // The call acts on an action that exists, as cancelling does.
        Some((name, of)) if of == entity => {
            body::check(call)?;
            generic::record(call, entity, name)?
        }
        _ => {
            if let Some((name, of)) = &parent {
                generic::exists(call, of, name)?;
            }
            new_record(call, completion, entity)?
        }
    };
    if let Some(state) = &completion.state {
        record[state] = completion.open.first().cloned().into();
    }
    let id = id_of(call, entity, &record);
    call.store.list(OPEN).retain(|note| note["id"] != id);
    let usual = completion.succeeded.first().map(String::as_str);
    let ends = call.action_ends.or(usual);
    let note = json!({"operation": call.operation.id, "id": id, "ends": ends});
    progress::start(call.store, OPEN, note, call.now);
    call.table(entity).insert(record.clone());
    Ok(started(call, completion, record, id))
}

/// A new action with an id of its own and the members of the body that its entity has.
fn new_record(
    call: &mut Call<'_>,
    completion: &Completion,
    entity: &str,
) -> Result<Value, Refusal> {
    let members = body::check(call)?;
    let mut record = shape::blank(call, entity);
    for (name, value) in members {
        if record.contains_key(&name) {
            record.insert(name, value);
        }
    }
    shape::stamp(call, entity, &mut record, true);
    let key = call.table(entity).key_name().map(str::to_owned);
    if let Some(key) = key {
        let id = shape::new_id(call, entity, &key);
        record.insert(key, id);
    }
    if let Some(ended) = &completion.ended {
        record.insert(ended.clone(), Value::Null);
    }
    Ok(Value::Object(record))
}

/// The key of an action.
fn id_of(call: &mut Call<'_>, entity: &str, record: &Value) -> Value {
    let key = call.table(entity).key_name().unwrap_or("id");
    record.get(key).cloned().unwrap_or_default()
}

/// The answer of the starting call: the action itself, or an object of another shape that names it.
fn started(call: &Call<'_>, completion: &Completion, action: Value, id: Value) -> Answer {
    let response = &call.operation.response;
    let shown = completion.ask.as_deref().and_then(tables::operation);
    let is_action = shown.is_some_and(|operation| operation.response.entity == response.entity);
    let mut answer = match &response.entity {
        _ if response.kind == "empty" => return Answer::empty(response.status),
        Some(_) if is_action => action,
        Some(other) => Value::Object(shape::blank(call, other)),
        None => json!({}),
    };
    if let Some((_, member)) = &completion.id {
        answer[member] = id;
    }
    generic::entity_answer(call, answer)
}

/// Brings the record of an action to its stage.
fn step(store: &mut Store, note: &Value, progress: Progress) -> bool {
    let operation = note["operation"].as_str().and_then(tables::operation);
    let Some((operation, completion)) =
        operation.and_then(|operation| Some((operation, operation.completion.as_ref()?)))
    else {
        return false;
    };
    let shown_by = completion.ask.as_deref().and_then(tables::operation);
    let Some(entity) = shown_by.and_then(|operation| operation.response.entity.as_deref()) else {
        return false;
    };
    let table = store.table(operation.product, entity);
    let Some(record) = table.get_mut(&key_text(&note["id"])) else {
        return false;
    };
    let word = match progress.stage {
        Stage::Accepted => completion.open.first(),
        Stage::Running => completion.open.get(1).or(completion.open.first()),
        Stage::Ended => None,
    };
    if let Some(state) = &completion.state {
        record[state] = word.map_or_else(|| note["ends"].clone(), |word| word.as_str().into());
    }
    if progress.stage == Stage::Ended {
        end(record, completion, progress.since);
    }
    true
}

fn end(record: &mut Value, completion: &Completion, at: Timestamp) {
    if let Some(ended) = &completion.ended {
        record[ended] = iso(at).into();
    }
}
