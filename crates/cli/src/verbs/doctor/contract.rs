//! Records held against the tables: what is there that they do not know, and what they promise that is not there.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value};

use super::tables::{Field, Shape};

/// What differs, each by its path from the record on. Values are not among it, but for words of sets.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Differences {
    pub(super) unknown_members: BTreeSet<String>,
    pub(super) missing_members: BTreeSet<String>,
    pub(super) unknown_words: BTreeSet<String>,
    pub(super) unknown_types: BTreeSet<String>,
}

/// How many words of one member are told at most; a member that holds anything is no set.
const WORDS: usize = 50;

impl Differences {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Compares one record, and the objects within.
    pub(super) fn compare(&mut self, shape: Shape<'_>, record: &Value) {
        if let Value::Object(members) = record {
            self.object("", shape, members);
        }
    }

    fn object(&mut self, path: &str, base: Shape<'_>, members: &Map<String, Value>) {
        let kind = members.get("@odata.type").and_then(Value::as_str);
        let Some(shape) = base.of_type(kind) else {
            let kind = kind.unwrap_or("none");
            self.unknown_types
                .insert(format!("{path}@odata.type: {kind}"));
            return;
        };
        let is_known = |name: &str| {
            shape
                .fields()
                .chain(base.fields())
                .any(|field| field.is_named(name))
        };
        for (name, value) in members {
            match shape
                .fields()
                .chain(base.fields())
                .find(|field| field.is_named(name))
            {
                Some(field) => {
                    self.value(&format!("{path}{name}"), shape, (field, &field.kind), value)
                }
                // Notes of the protocol, such as `evidence@odata.context`.
                None if name.contains('@') || shape.entity.open || is_known("*") => {}
                None => {
                    self.unknown_members.insert(format!("{path}{name}"));
                }
            }
        }
        for field in shape.fields().filter(|field| !field.nullable) {
            if !members.keys().any(|name| field.is_named(name)) {
                self.missing_members.insert(format!("{path}{}", field.name));
            }
        }
    }

    /// Compares a value with a field and the type that is left of the field's own.
    fn value(
        &mut self,
        path: &str,
        shape: Shape<'_>,
        (field, kind): (&Field, &str),
        value: &Value,
    ) {
        if let Some(item) = kind.strip_prefix("array:") {
            for value in value.as_array().into_iter().flatten() {
                self.value(path, shape, (field, item), value);
            }
        } else if let Some(name) = kind.strip_prefix("object:") {
            if let (Some(inner), Value::Object(members)) = (shape.named(name), value) {
                self.object(&format!("{path}."), inner, members);
            }
        } else if let Value::String(word) = value
            && !field.values.is_empty()
            && !word.is_empty()
        {
            let is_known = field
                .values
                .iter()
                .any(|known| known.eq_ignore_ascii_case(word));
            if !is_known && self.unknown_words.len() < WORDS {
                self.unknown_words.insert(format!("{path}: {word}"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tables::Tables;
    use super::*;

    fn differences(id: &str, record: &Value) -> Differences {
        let tables = Tables::read().unwrap();
        let mut differences = Differences::default();
        differences.compare(tables.records(id).unwrap(), record);
        differences
    }

    #[test]
    fn a_record_is_compared_to_its_last_member() {
        let record = json!({
            "id": "1", "@odata.context": "c", "brandNew": 1, "severity": "extreme",
            "evidence": [
                {"@odata.type": "#microsoft.graph.security.ipEvidence", "ipAddress": "203.0.113.7", "weather": "fair"},
                {"@odata.type": "#microsoft.graph.security.moonEvidence", "phase": "full"},
            ],
        });
        let found = differences("graph.alerts.list", &record);
        assert!(found.unknown_members.contains("brandNew"), "{found:?}");
        assert!(
            found.unknown_members.contains("evidence.weather"),
            "{found:?}"
        );
        assert_eq!(found.unknown_members.len(), 2, "{found:?}");
        assert!(
            found.unknown_words.contains("severity: extreme"),
            "{found:?}"
        );
        let types = ["evidence.@odata.type: #microsoft.graph.security.moonEvidence"];
        assert_eq!(found.unknown_types, types.map(str::to_owned).into());
    }

    #[test]
    fn what_is_promised_and_absent_is_told() {
        let found = differences("mde.machines.list", &json!({"healthStatus": "active"}));
        assert!(found.missing_members.contains("id"), "{found:?}");
        assert!(found.unknown_words.is_empty(), "{found:?}");
    }
}
