//! Compares real answers with the tables: unknown members and words, missing members.
//!
//! The tables come from documentation, and services change without notice. [`Contract::check`] compares the records of
//! an answer with the entities of the tables and reports the differences by path, without values, so that a report can
//! be shown to others. [`is_probe`] chooses the operations that can be called without knowing an id, [`probe`] makes a
//! cheap request of one, and [`Tally`] counts the results.
//!
//! A difference is not an error of the caller: the record is still readable, and unknown members are kept.
//!
//! ```
//! use operations::contract::{Contract, Verdict};
//!
//! let operations = r#"[{"id": "x.alerts.list", "response": {"entity": "alert"}}]"#;
//! let entities = r#"{"alert": {"fields": [{"name": "id", "type": "string", "nullable": false}]}}"#;
//! let contract = Contract::read([(operations, entities)])?;
//!
//! static LIST: http_core::Operation = http_core::Operation::get("x.alerts.list", "/alerts").collection("value");
//! let checked = contract.check(&LIST, br#"{"value": [{"id": "1", "new": true}]}"#);
//! assert_eq!(checked.verdict, Verdict::Differs);
//! assert!(checked.differences.unknown_members.contains("new"));
//! # Ok::<(), operations::Error>(())
//! ```

mod survey;
mod tables;

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value};

use http_core::{AnswerKind, Operation, Status};

pub use self::survey::{Answered, Examined, Tally, cheapest_read, probe};
pub use self::tables::Contract;
use self::tables::{Field, Shape};
use crate::inputs::is_service;

/// The differences between records and tables, each by its path in the record (`evidence.ipAddress`). Holds no value of
/// a record, except for unknown words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Differences {
    /// Members that the tables do not have. Annotations of the protocol, such as `@odata.context`, do not count.
    pub unknown_members: BTreeSet<String>,
    /// Members that are always present according to the tables, and that the record lacks.
    pub missing_members: BTreeSet<String>,
    /// `member: word`, for words outside of the documented set. At most 50.
    pub unknown_words: BTreeSet<String>,
    /// Values of `@odata.type` that the tables do not have, with their path. The members of such an object are not
    /// compared.
    pub unknown_types: BTreeSet<String>,
}

/// Upper bound of the unknown words: a member that holds any text is not a closed set, and would fill the report.
const WORDS: usize = 50;

impl Differences {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Compares one record and the objects within it. Differences of several records are collected in one set.
    pub(crate) fn compare(&mut self, shape: Shape<'_>, record: &Value) {
        if let Value::Object(members) = record {
            self.object("", shape, members);
        }
    }

    /// Compares an object with the entity that its `@odata.type` names, or else with the documented base.
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
                    let place = Place {
                        path: &format!("{path}{name}"),
                        shape,
                        field,
                        kind: &field.kind,
                    };
                    self.value(place, value);
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

    /// Compares a value with the type of its field: the items of an array, the members of an object, the words of a
    /// set.
    fn value(&mut self, place: Place<'_>, value: &Value) {
        let Place {
            path,
            shape,
            field,
            kind,
        } = place;
        if let Some(kind) = kind.strip_prefix("array:") {
            for value in value.as_array().into_iter().flatten() {
                self.value(Place { kind, ..place }, value);
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

/// Where a value is, and what the tables say about it.
#[derive(Clone, Copy)]
struct Place<'a> {
    path: &'a str,
    shape: Shape<'a>,
    field: &'a Field,
    /// The type. For an item of an array, the type of the items.
    kind: &'a str,
}

/// How an answer compares with the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Verdict {
    /// The records are as described.
    AsDescribed,
    /// There are records, but no table describes them, so only the call itself was checked.
    Reached,
    /// The list is empty, so nothing could be compared.
    Empty,
    /// The answer is not JSON, or the records are not as described.
    Differs,
}

/// An answer compared with the tables.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Checked {
    /// How it compares.
    pub verdict: Verdict,
    /// Why the answer cannot be compared; `None` if it can.
    pub detail: Option<&'static str>,
    /// Number of records compared.
    pub records: usize,
    /// The differences of all compared records.
    pub differences: Differences,
}

impl Contract {
    /// Compares an answer with the tables. Of a list only the first [`RECORDS`] records are compared, which bounds the
    /// work and finds most differences.
    pub fn check(&self, operation: &Operation, body: &[u8]) -> Checked {
        let mut checked = Checked {
            verdict: Verdict::Differs,
            detail: Some("the answer is not JSON"),
            records: 0,
            differences: Differences::default(),
        };
        let Ok(body) = serde_json::from_slice::<Value>(body) else {
            return checked;
        };
        checked.detail = None;
        let records: Vec<&Value> = match operation.answer.kind {
            AnswerKind::Collection { list } => {
                let records = body.get(list).unwrap_or(&body).as_array();
                records.into_iter().flatten().take(RECORDS).collect()
            }
            _ => vec![&body],
        };
        let shape = self.records(operation.id);
        for (shape, record) in shape
            .into_iter()
            .flat_map(|shape| records.iter().map(move |one| (shape, one)))
        {
            checked.differences.compare(shape, record);
        }
        checked.records = records.len();
        checked.verdict = match shape {
            _ if records.is_empty() => Verdict::Empty,
            None => Verdict::Reached,
            Some(_) if checked.differences.is_empty() => Verdict::AsDescribed,
            Some(_) => Verdict::Differs,
        };
        checked
    }
}

/// Number of records of a list that are compared.
pub const RECORDS: usize = 5;

/// Whether an operation can be called to check it: a read of records without a required input, which is not retired.
/// Answers that are not records are left out, because one of them contains a key.
pub fn is_probe(operation: &Operation) -> bool {
    is_service(operation)
        && operation.is_read()
        && operation.doc.status != Status::Retired
        && operation.conduct.retired.is_empty()
        && matches!(
            operation.answer.kind,
            AnswerKind::Collection { .. } | AnswerKind::Entity
        )
        && !operation.inputs.iter().any(|param| param.required)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const OPERATIONS: &str = r#"[{"id": "t.alerts.list", "response": {"entity": "alert"}}]"#;
    const ENTITIES: &str = r##"{
        "alert": {"fields": [
            {"name": "id", "type": "string", "nullable": false},
            {"name": "severity", "type": "string", "nullable": true, "values": ["low", "high"]},
            {"name": "evidence", "type": "array:object:evidence", "nullable": true}
        ]},
        "evidence": {"fields": [], "family": [{"type": "#ip", "entity": "ip"}]},
        "ip": {"fields": [{"name": "ipAddress", "type": "string", "nullable": true}]}
    }"##;
    static LIST: Operation = Operation::get("t.alerts.list", "/alerts").collection("value");

    fn check(body: &Value) -> Checked {
        let contract = Contract::read([(OPERATIONS, ENTITIES)]).unwrap();
        contract.check(&LIST, body.to_string().as_bytes())
    }

    #[test]
    fn a_record_is_compared_to_its_last_member() {
        let record = json!({
            "id": "1", "@odata.context": "c", "brandNew": 1, "severity": "extreme",
            "evidence": [
                {"@odata.type": "#ip", "ipAddress": "203.0.113.7", "weather": "fair"},
                {"@odata.type": "#moon", "phase": "full"},
            ],
        });
        let found = check(&json!({"value": [record]})).differences;
        let unknown = ["brandNew", "evidence.weather"].map(str::to_owned);
        assert_eq!(found.unknown_members, unknown.into());
        assert!(
            found.unknown_words.contains("severity: extreme"),
            "{found:?}"
        );
        let types = ["evidence.@odata.type: #moon".to_owned()];
        assert_eq!(found.unknown_types, types.into());
    }

    #[test]
    fn verdicts_say_how_an_answer_compares() {
        for (body, expected) in [
            (
                json!({"value": [{"id": "1", "severity": "LOW"}]}),
                Verdict::AsDescribed,
            ),
            (json!({"value": []}), Verdict::Empty),
            (json!({"value": [{"severity": "low"}]}), Verdict::Differs),
        ] {
            assert_eq!(check(&body).verdict, expected, "{body}");
        }
        let contract = Contract::read([(OPERATIONS, ENTITIES)]).unwrap();
        assert_eq!(contract.check(&LIST, b"<html>").verdict, Verdict::Differs);
        static OTHER: Operation = Operation::get("t.other.list", "/o").collection("value");
        let reached = contract.check(&OTHER, br#"{"value":[{}]}"#);
        assert_eq!(reached.verdict, Verdict::Reached);
    }

    #[test]
    fn what_is_promised_and_absent_is_reported() {
        let found = check(&json!({"value": [{}]})).differences;
        assert_eq!(found.missing_members, ["id".to_owned()].into());
    }
}
