//! Relationships: members that a response has with `$expand` only.
//!
//! The records are those that the list or the record below the parent has, where an operation
//! answers it: both are chosen by a hash of the id of the parent.

use serde_json::Value;

use super::list;
use crate::call::Call;
use crate::odata::Options;
use crate::tables::{self, Field};
use crate::values::key_text;

/// Adds the relationships that `$expand` names to records that do not have them.
pub(crate) fn fill(call: &mut Call<'_>, options: &Options, rows: &mut [Value]) {
    for one in options.expands() {
        let Some(field) = relationship(call, &one.name) else {
            continue;
        };
        for row in rows.iter_mut() {
            let value = match row.get(&field.name) {
                // A reference, such as the artifact of an indicator, becomes the record.
                Some(held) => referenced(call, field, held),
                None => Some(related(call, field, row)),
            };
            if let Some(value) = value {
                row[&field.name] = value;
            }
        }
    }
}

/// The relationship with a name, also of a derived type.
fn relationship(call: &Call<'_>, name: &str) -> Option<&'static Field> {
    let entity = call.operation.entity()?;
    let derived = entity
        .family
        .iter()
        .filter_map(|member| tables::product(call.operation.product).entity(&member.entity));
    std::iter::once(entity)
        .chain(derived)
        .flat_map(|entity| &entity.fields)
        .find(|field| field.relationship && field.name == name)
}

/// The record that a reference names by type and id.
fn referenced(call: &mut Call<'_>, field: &Field, held: &Value) -> Option<Value> {
    let base = field.kind.strip_prefix("object:")?;
    let family = &tables::product(call.operation.product).entity(base)?.family;
    let kind = held["@odata.type"].as_str()?;
    let id = key_text(&held["id"]);
    let entity = &family.iter().find(|member| member.kind == kind)?.entity;
    // Host names and addresses are records of their base type, which the paths name.
    ["Host", entity]
        .into_iter()
        .find_map(|table| call.table(table).get(&id).cloned())
}

/// The record or records that belong to a parent.
fn related(call: &mut Call<'_>, field: &Field, parent: &Value) -> Value {
    let key = call
        .operation
        .entity()
        .and_then(|entity| entity.key.as_deref())
        .unwrap_or("id");
    let parent = key_text(&parent[key]);
    match (
        field.kind.strip_prefix("array:object:"),
        field.kind.strip_prefix("object:"),
    ) {
        (Some(entity), _) => list::rows_of(call, entity, &parent).into(),
        (None, Some(entity)) => super::row_of(call, entity, &parent),
        (None, None) => Value::Null,
    }
}
