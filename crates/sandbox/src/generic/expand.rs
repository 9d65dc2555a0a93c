//! Relationships: members that a response has with `$expand` only.
//!
//! | relationship | with `$expand` |
//! | --- | --- |
//! | a list (`subdomains` of a host) | the rows of the path below the record |
//! | a record (`whois` of a host) | the record of that path |
//! | a reference that is always there (`artifact` of an indicator) | the record it refers to |
//!
//! Alerts of an incident and evidence of an alert are no relationships of the tables: their handlers
//! fill them in. Only the first segment of a path in `$expand` counts.

use serde_json::Value;

use super::related;
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
                None => Some(of_parent(call, field, row)),
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
fn of_parent(call: &mut Call<'_>, field: &Field, parent: &Value) -> Value {
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
        (Some(entity), _) => related::rows_of(call, entity, &parent).into(),
        (None, Some(entity)) => related::row_of(call, entity, &parent),
        (None, None) => Value::Null,
    }
}
