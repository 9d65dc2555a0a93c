//! What goes on after the answer: audit searches and threat submissions.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::json;

use crate::call::{Call, Outcome};
use crate::clock::later;
use crate::generic::{self, entity_answer};
use crate::store::{Store, key_text};

/// It runs after this time …
const PICKED_UP: Duration = Duration::from_secs(30);
/// … and is over after this.
const DONE: Duration = Duration::from_secs(60);
/// The store's list of what is not over.
const OPEN: &str = "started in Graph";

/// The record that an operation starts, not started yet.
pub(super) fn start(call: &mut Call<'_>) -> Outcome {
    let members = generic::body::check(call)?;
    let entity = call.row.response.entity.clone().unwrap_or_default();
    let mut record = generic::shape::blank(call, &entity);
    record.extend(members);
    generic::shape::stamp(call, &entity, &mut record, true);
    let id = crate::random::request_id();
    record.insert("id".to_owned(), id.clone().into());
    record.insert("status".to_owned(), "notStarted".into());
    let ends = call.action_ends.unwrap_or("succeeded");
    call.store.list(OPEN).push(json!({
        "id": id, "entity": entity, "created": call.now.to_string(), "ends": ends,
    }));
    let record = serde_json::Value::Object(record);
    call.table(&entity).insert(record.clone());
    Ok(entity_answer(call, record))
}

/// Brings everything to where it is at `now`.
pub(super) fn proceed(store: &mut Store, now: Timestamp) {
    let mut open = std::mem::take(store.list(OPEN));
    open.retain(|note| !step(store, note, now));
    *store.list(OPEN) = open;
}

/// Moves one record on; true once it is over.
fn step(store: &mut Store, note: &serde_json::Value, now: Timestamp) -> bool {
    let created = note["created"].as_str();
    let Some(created) = created.and_then(|text| text.parse::<Timestamp>().ok()) else {
        return true;
    };
    let entity = note["entity"].as_str().unwrap_or_default();
    let record = store.table("xdr", entity).get_mut(&key_text(&note["id"]));
    let Some(record) = record else {
        return true;
    };
    let is_done = now >= later(created, DONE);
    if is_done {
        record["status"] = note["ends"].clone();
    } else if now >= later(created, PICKED_UP) {
        record["status"] = "running".into();
    }
    is_done
}
