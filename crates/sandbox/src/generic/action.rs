//! Actions of guests, from the `completion` of their operations: started at once, over after a while.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::{body, entity_answer, exists, shape};
use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::clock::{iso, later};
use crate::store::{Store, key_text};
use crate::tables::{self, Completion};

/// Virtual time until an action goes on to its second open word, where it has one.
const PICKED_UP: Duration = Duration::from_secs(30);
/// Virtual time until it is over.
const DONE: Duration = Duration::from_secs(90);
/// The store's list of the actions that are not over.
const OPEN: &str = "guest actions under way";

/// Starts the action of an operation with a `completion`. `None` if no operation shows how it goes on.
pub(crate) fn start(call: &mut Call<'_>) -> Option<Outcome> {
    let completion = call.row.completion.as_ref()?;
    let ask = tables::operation(completion.ask.as_deref()?)?;
    let entity = ask.response.entity.as_deref()?;
    Some(started(call, completion, entity))
}

fn started(call: &mut Call<'_>, completion: &'static Completion, entity: &str) -> Outcome {
    let target = call.row.params_in("path").last();
    let target = target.and_then(|param| Some((&param.name, param.id_of.as_ref()?)));
    if let Some((name, parent)) = target {
        exists(call, parent, name)?;
    }
    let members = body::check(call)?;
    let key = call.table(entity).key_name().unwrap_or("id").to_owned();
    // Either the target's own record says how far the action is, or the action has a record.
    let own = target.filter(|(_, parent)| *parent == entity);
    let mut record = match own {
        Some((name, _)) => {
            let id = call.path(name);
            let own = call.table(entity).get(&id).and_then(Value::as_object);
            own.cloned().unwrap_or_default()
        }
        None => shape::blank(call, entity),
    };
    for (name, value) in members {
        if let Some(member) = record.get_mut(&name) {
            *member = value;
        }
    }
    if own.is_none() {
        let id = shape::new_id(call, entity, &key);
        record.insert(key.clone(), id);
    }
    shape::stamp(call, entity, &mut record, own.is_none());
    let first = completion.open.first().cloned().unwrap_or_default();
    record.insert(completion.state.clone(), first.into());
    let id = record.get(&key).cloned().unwrap_or_default();
    let record = Value::Object(record);
    call.table(entity).insert(record.clone());
    note(call, completion, entity, &key_text(&id));
    if call.row.response.kind == "entity" {
        return Ok(entity_answer(call, record));
    }
    let member = completion.id.get(1).map_or("id", String::as_str);
    let answer = json!({ member: id });
    Ok(Answer::json(call.row.response.status, answer))
}

/// Puts an action among those that are not over.
fn note(call: &mut Call<'_>, completion: &Completion, entity: &str, id: &str) {
    let ends = call
        .action_ends
        .filter(|word| completion.failed.iter().any(|failed| failed == word));
    call.store.list(OPEN).push(json!({
        "operation": call.row.id, "entity": entity, "id": id, "created": call.now.to_string(), "ends": ends,
    }));
}

/// Brings all actions to where they are at `now`.
pub(crate) fn proceed(store: &mut Store, now: Timestamp) {
    let mut open = std::mem::take(store.list(OPEN));
    open.retain(|note| !step(store, note, now).unwrap_or(true));
    *store.list(OPEN) = open;
}

/// Moves one action on; true once it is over. `None` for a record that is gone.
fn step(store: &mut Store, note: &Value, now: Timestamp) -> Option<bool> {
    let row = tables::operation(note["operation"].as_str()?)?;
    let completion = row.completion.as_ref()?;
    let created: Timestamp = note["created"].as_str()?.parse().ok()?;
    let table = store.table(row.product, note["entity"].as_str()?);
    let record = table.get_mut(note["id"].as_str()?)?;
    let over = now >= later(created, DONE);
    if over {
        let succeeded = completion.succeeded.first().map(String::as_str);
        record[&completion.state] = note["ends"].as_str().or(succeeded)?.into();
        if let Some(ended) = &completion.ended {
            record[ended] = iso(later(created, DONE)).into();
        }
    } else if let (true, Some(second)) = (now >= later(created, PICKED_UP), completion.open.get(1))
    {
        record[&completion.state] = second.as_str().into();
    }
    Some(over)
}
