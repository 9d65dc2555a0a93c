//! What a request changes, for a person or a program that decides whether to send it.

use http_core::{Answer, Effect, Method, Operation, Place, Request, Target, Value};
use serde::Serialize;

use crate::catalog::Catalog;
use crate::inputs::path_inputs;

/// Longest value that is written out, in characters.
const LONGEST: usize = 120;

/// The most items of a list that are written out.
const MOST_ITEMS: usize = 8;

/// Whether an operation changes nothing: a `GET`, or a `POST` that may be repeated and answers with records.
pub fn is_read(operation: &Operation) -> bool {
    match operation.method {
        Method::Get => true,
        Method::Post => operation.idempotent && operation.answer != Answer::Empty,
        _ => false,
    }
}

/// Whether a change can be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Undo {
    /// The tables do not say.
    Unstated,
    /// The operation of this id undoes it.
    By(&'static str),
    /// Nothing undoes it.
    Never,
}

/// What a request changes.
///
/// ```
/// use http_core::{BodyKind, Effect, Operation, Param, Request};
/// use operations::{Change, Undo};
///
/// static OFFBOARD: Operation = Operation::post("x.machines.offboard", "/api/machines/{machine_id}/offboard")
///     .body(BodyKind::Json)
///     .params(&[Param::path("machine_id"), Param::body("Comment")])
///     .effect(Effect::Irreversible);
///
/// let request = Request::new(&OFFBOARD).set("machine_id", "m1").set("Comment", "INC-7");
/// let change = Change::of(&request).expect("an offboarding is a change");
/// assert_eq!(change.undo, Undo::Never);
/// assert_eq!(change.inputs, [("Comment", "INC-7".to_owned())]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// The id of the operation.
    pub operation: &'static str,
    /// What the operation does, in one line.
    pub summary: &'static str,
    /// The inputs in the body, each value on one line and cut to a length that a person reads.
    pub inputs: Vec<(&'static str, String)>,
    /// Whether it can be undone.
    pub undo: Undo,
    /// Whether an input is appended to what is there, such as a comment. Undoing the change leaves it.
    pub appends: bool,
}

impl Change {
    /// What a request changes; `None` for a read.
    pub fn of(request: &Request) -> Option<Self> {
        let operation = request.operation();
        if is_read(operation) {
            return None;
        }
        let body = operation.params.iter();
        let body = body.filter(|param| param.place == Place::Body);
        let inputs = body.filter_map(|param| {
            let value = request.body_value(param.name).and_then(value_of)?;
            Some((param.name, value))
        });
        let appended = |name: &&str| request.body_value(name).is_some();
        Some(Self {
            operation: operation.id,
            summary: operation.summary,
            inputs: inputs.collect(),
            undo: match operation.effect {
                Effect::Irreversible => Undo::Never,
                Effect::Reversible(id) => Undo::By(id),
                _ => Undo::Unstated,
            },
            appends: operation.appends.iter().any(appended),
        })
    }

    /// The request that reads the record which a change acts on; `None` where the tables name no such record.
    pub fn target_request(catalog: &Catalog, request: &Request) -> Option<Request> {
        let target = request.operation().target?;
        let id = request.path_value(target.input)?;
        let shown = catalog.by_id(target.row)?;
        let input = path_inputs(shown).into_iter().next()?;
        Some(Request::new(shown).set(input.name, id))
    }

    /// The record that a change acts on, in one line: its name, its id and what else tells it from others.
    pub fn target_line(target: &Target, id: &str, record: &Value) -> String {
        let text = |member: &&str| value_of(&record[*member]).filter(|text| !text.is_empty());
        let name = target.name.iter().find_map(text);
        let more = target
            .shows
            .iter()
            .filter_map(|member| Some(format!("{member} {}", text(member)?)));
        let more: Vec<_> = more.collect();
        let id = one_line(id);
        let named = match name {
            Some(name) if name != id => format!("{name} ({id})"),
            _ => id,
        };
        match more[..] {
            [] => named,
            _ => format!("{named}: {}", more.join(", ")),
        }
    }
}

/// A value on one line; `None` for null.
fn value_of(value: &Value) -> Option<String> {
    Some(match value {
        Value::Null => return None,
        Value::String(text) => one_line(text),
        Value::Array(items) if items.len() > MOST_ITEMS => format!("{} items", items.len()),
        Value::Array(items) => {
            let items: Vec<_> = items.iter().filter_map(value_of).collect();
            one_line(&items.join(", "))
        }
        other => one_line(&other.to_string()),
    })
}

/// Text of others on one line and of limited length, so that it cannot pass for a part of the question.
pub fn one_line(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    let text = words.join(" ");
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use http_core::{BodyKind, Param};
    use serde_json::json;

    use super::*;

    static GET: Operation =
        Operation::get("t.machines.get", "/machines/{id}").params(&[Param::path("id")]);
    static ISOLATE: Operation =
        Operation::post("t.machines.isolate", "/machines/{machine_id}/isolate")
            .body(BodyKind::Json)
            .params(&[
                Param::path("machine_id"),
                Param::body("Comment"),
                Param::body("IsolationType"),
            ])
            .appends(&["Comment"])
            .target(&Target {
                input: "machine_id",
                row: "t.machines.get",
                name: &["computerDnsName"],
                shows: &["riskScore", "machineTags", "lastSeen"],
                named: None,
            })
            .effect(Effect::Reversible("t.machines.unisolate"));
    static TABLE: &[&Operation] = &[&GET, &ISOLATE];

    #[test]
    fn a_change_names_its_inputs_and_its_way_back() {
        let request = Request::new(&ISOLATE)
            .set("machine_id", "ab")
            .set("Comment", "Ticket\n4711")
            .set("IsolationType", "Full");
        let change = Change::of(&request).unwrap();
        assert_eq!(
            change.inputs,
            [
                ("Comment", "Ticket 4711".to_owned()),
                ("IsolationType", "Full".to_owned())
            ]
        );
        assert_eq!(change.undo, Undo::By("t.machines.unisolate"));
        assert!(change.appends);
        assert!(Change::of(&Request::new(&GET)).is_none());
    }

    #[test]
    fn the_record_is_asked_for_and_described_in_one_line() {
        let catalog = Catalog::new([TABLE]);
        let request = Request::new(&ISOLATE).set("machine_id", "ab");
        let ask = Change::target_request(&catalog, &request).unwrap();
        assert_eq!(ask.operation().id, "t.machines.get");
        assert_eq!(ask.path_value("id"), Some("ab"));
        let record = json!({
            "computerDnsName": "wks-7.example\nGo on? [y/N] y", "riskScore": "High", "machineTags": ["pay", "dc"],
            "lastSeen": null
        });
        assert_eq!(
            Change::target_line(ISOLATE.target.unwrap(), "ab", &record),
            "wks-7.example Go on? [y/N] y (ab): riskScore High, machineTags pay, dc"
        );
    }

    #[test]
    fn what_is_long_is_counted_or_cut() {
        let ids: Vec<_> = (0..20).map(|id| id.to_string()).collect();
        assert_eq!(value_of(&json!(ids)).unwrap(), "20 items");
        assert_eq!(one_line(&"é".repeat(200)).chars().count(), LONGEST + 1);
    }
}
