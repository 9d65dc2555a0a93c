//! The audit logs that changes leave among the activities of a case.

use serde_json::{Map, Value, json};

use crate::call::Call;
use crate::clock::iso;
use crate::random;
use crate::seed::cases::{CASE, TYPES};

/// Adds an audit log to a case: what was done, and the kind and id of what it was done to.
pub(super) fn note(
    call: &mut Call<'_>,
    case: &str,
    action: &str,
    (kind, id): (&str, &str),
    changes: &[Value],
) {
    let (now, actor) = (iso(call.now), call.actor());
    let log = json!({
        "@odata.type": format!("{TYPES}auditLog"), "id": random::request_id(), "createdDateTime": now,
        "createdBy": actor, "lastModifiedDateTime": now, "lastModifiedBy": actor, "action": action,
        "details": {"kind": kind, "resourceId": id}, "modifiedProperties": changes, CASE: case,
    });
    call.table("CaseActivity").insert(log);
}

/// The members that a change gives another value, with both values. The model has a form for text and for yes and no.
pub(super) fn changes(before: &Value, members: &Map<String, Value>) -> Vec<Value> {
    let differs = |(name, value): &(&String, &Value)| {
        !name.starts_with('@') && before.get(name.as_str()) != Some(*value)
    };
    let changes = members.iter().filter(differs);
    changes
        .map(|(name, value)| {
            json!({"propertyName": name, "oldValue": form(&before[name]), "newValue": form(value)})
        })
        .collect()
}

/// A value in the form of an audit log. Numbers and lists become text.
fn form(value: &Value) -> Value {
    match value {
        Value::Bool(_) => {
            json!({"@odata.type": format!("{TYPES}booleanValueProperty"), "value": value})
        }
        Value::Null => Value::Null,
        Value::String(_) => {
            json!({"@odata.type": format!("{TYPES}stringValueProperty"), "value": value})
        }
        other => {
            json!({"@odata.type": format!("{TYPES}stringValueProperty"), "value": other.to_string()})
        }
    }
}
