//! Bulk calls of the older security API: legacy alerts and threat intelligence indicators.
//!
//! The status is 206 as soon as one item fails. Items that failed have a code and a message
//! instead of a record.
//!
//! Source: `alert-updatealerts.md`, `tiindicator-submittiindicators.md`.

use serde_json::{Value, json};

use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::generic::list::context;
use crate::generic::{body, shape};
use crate::random;
use crate::refusal::Refusal;
use crate::values::key_text;

/// Message of an item that names no record.
const NOT_FOUND: &str = "The record was not found.";

/// The items of the body.
fn items(call: &Call<'_>) -> Result<Vec<Value>, Refusal> {
    let members = body::check(call)?;
    Ok(members
        .get("value")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default())
}

/// What stands in the place of a record that does not exist. An item without an id gets none.
fn missing(id: Option<String>) -> Value {
    let mut item = json!({"code": 404, "message": NOT_FOUND});
    if let Some(id) = id {
        item["id"] = id.into();
    }
    item
}

/// Creates or updates records. Updating needs the id of an existing record; submitting
/// creates a record for an unknown id.
pub(super) fn save_many(call: &mut Call<'_>, entity: &str) -> Outcome {
    let updates = call.operation.id.ends_with("update_many");
    let mut saved = Vec::new();
    let mut failed = false;
    for item in items(call)? {
        let id = item.get("id").map(key_text);
        let known = id
            .as_ref()
            .and_then(|id| call.table(entity).get(id))
            .cloned();
        let base = match (updates, known) {
            (true, None) => {
                failed = true;
                saved.push(missing(id));
                continue;
            }
            (_, Some(Value::Object(known))) => known,
            _ => {
                let mut blank = shape::blank(call, entity);
                blank.insert("id".to_owned(), random::request_id().into());
                blank
            }
        };
        let mut record = base;
        record.extend(item.as_object().cloned().unwrap_or_default());
        let record = Value::Object(record);
        call.table(entity).insert(record.clone());
        saved.push(record);
    }
    Ok(answer(call, failed, &saved))
}

/// Deletes indicators by a member. Each value has a result of its own.
pub(super) fn delete_many(call: &mut Call<'_>, member: &str) -> Outcome {
    let mut results = Vec::new();
    let mut failed = false;
    for wanted in items(call)?.iter().map(key_text) {
        let table = call.table("TiIndicator");
        let ids: Vec<String> = table
            .rows()
            .filter(|row| row[member].as_str() == Some(&wanted))
            .filter_map(|row| row.get("id").map(key_text))
            .collect();
        for id in &ids {
            table.remove(id);
        }
        let found = !ids.is_empty();
        failed |= !found;
        results.push(json!({
            "code": if found { 0 } else { 404 }, "message": if found { "" } else { NOT_FOUND },
            "subCode": "",
        }));
    }
    Ok(answer(call, failed, &results))
}

fn answer(call: &Call<'_>, failed: bool, value: &[Value]) -> Answer {
    let status = if failed { 206 } else { 200 };
    Answer::json(
        status,
        json!({"@odata.context": context(call, false), "value": value}),
    )
}
