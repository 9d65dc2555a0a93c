//! The changes that a request makes, for a person or a program that decides whether to send it.
//!
//! A confirmation must show what is really sent and what follows from it. [`Change`] is therefore derived from the
//! filled [`Request`], not from the text that the user typed, and the consequences come from the table of the
//! operation. Texts that a service or another person wrote (names of devices, comments) are cut and put on one line,
//! because a line break in them could imitate a line of the question.

use std::fmt::Display;

use http_core::{Effect, EffectKind, Place, Request, Target, Value};

use crate::catalog::Catalog;
use crate::inputs::path_inputs;
use crate::words;

/// Longest text that is shown, in characters.
const LONGEST: usize = 120;

/// Longest list that is shown item by item. Of a longer one only the number of items is shown.
const MOST_ITEMS: usize = 8;

/// The changes that a request makes. Made from the request itself, after its inputs were filled and checked.
///
/// ```
/// use http_core::{BodyKind, Effect, EffectKind, Operation, Param, Request};
/// use operations::Change;
///
/// static OFFBOARD: Operation = Operation::post("x.machines.offboard", "/api/machines/{machine_id}/offboard")
///     .body(BodyKind::Json)
///     .inputs(&[Param::path("machine_id"), Param::body("Comment")])
///     .effect(Effect::new(EffectKind::Irreversible));
///
/// let request = Request::new(&OFFBOARD).set("machine_id", "m1").set("Comment", "INC-7");
/// let change = Change::of(&request).expect("an offboarding is a change");
/// assert_eq!(change.effect.kind, EffectKind::Irreversible);
/// assert_eq!(change.inputs, [("Comment", "INC-7".to_owned())]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// The id of the operation.
    pub operation: &'static str,
    /// Summary of the operation, in one line.
    pub summary: &'static str,
    /// The inputs in the body that are set, each value on one line and at most 120 characters long. Inputs in the path
    /// are not among them; [`target_ids`](Self::target_ids) returns the records they name.
    pub inputs: Vec<(&'static str, String)>,
    /// The kind of change, whether a person notices it, and the operation that takes it back.
    pub effect: Effect,
}

impl Change {
    /// The change that a request makes; `None` for a read.
    pub fn of(request: &Request) -> Option<Self> {
        let operation = request.operation();
        if operation.is_read() {
            return None;
        }
        let body = operation.inputs.iter();
        let body = body.filter(|param| param.place == Place::Body);
        let inputs = body.filter_map(|param| {
            let value = request.body_value(param.name).and_then(value_of)?;
            Some((param.name, value))
        });
        Some(Self {
            operation: operation.id,
            summary: operation.doc.summary,
            inputs: inputs.collect(),
            effect: operation.action.effect,
        })
    }

    /// The question to a person before the change. `what` is the first line; then come a line for each of `records`,
    /// the inputs, and the [consequences](Self::consequences). Commands in it begin with `program`.
    ///
    /// ```
    /// use http_core::{BodyKind, Effect, EffectKind, Operation, Param, Request};
    /// use operations::Change;
    ///
    /// static TAG: Operation = Operation::post("x.machines.offboard", "/api/offboard")
    ///     .body(BodyKind::Json)
    ///     .inputs(&[Param::body("Comment")])
    ///     .effect(Effect::new(EffectKind::Irreversible));
    ///
    /// let request = Request::new(&TAG).set("Comment", "INC-7");
    /// let question = Change::question(&request, "Offboard 1 device?", &["wks-7"], "x");
    /// assert_eq!(
    ///     question,
    ///     "Offboard 1 device?\n  on wks-7\n  Comment: INC-7\n  This cannot be taken back."
    /// );
    /// ```
    pub fn question(
        request: &Request,
        what: &str,
        records: &[impl Display],
        program: &str,
    ) -> String {
        let mut lines = vec![what.to_owned()];
        lines.extend(records.iter().map(|record| format!("  on {record}")));
        if let Some(change) = Self::of(request) {
            let inputs = change.inputs.iter();
            lines.extend(inputs.map(|(name, value)| format!("  {name}: {value}")));
            lines.extend(
                change
                    .consequences(program)
                    .into_iter()
                    .map(|line| format!("  {line}")),
            );
        }
        lines.join("\n")
    }

    /// Sentences that say whether a person notices the change, and whether and how it can be undone. Empty if the table
    /// of the operation says neither.
    pub fn consequences(&self, program: &str) -> Vec<String> {
        let effect = self.effect;
        let mut lines = Vec::new();
        if effect.felt {
            lines.push("The person at the device or account notices this.".to_owned());
        }
        match (effect.undo, effect.kind) {
            (Some(undo), _) => {
                let lost = match undo.lost {
                    "" => String::new(),
                    lost => format!("; {lost}"),
                };
                let command = words::command(undo.by);
                lines.push(format!(
                    "It can be taken back with `{program} {command}`{lost}."
                ));
            }
            (None, EffectKind::Irreversible) => lines.push("This cannot be taken back.".to_owned()),
            (None, EffectKind::Additive) => {
                lines.push("No operation removes what this adds.".to_owned());
            }
            _ => {}
        }
        lines
    }

    /// The ids of the records that a request names, from the path or from a list in the body. One empty id where a
    /// tenant has a single such record, so that the caller still reads it.
    pub fn target_ids(target: &Target, request: &Request) -> Vec<String> {
        if target.input.is_empty() {
            return vec![String::new()];
        }
        if let Some(id) = request.path_value(target.input) {
            return vec![id.to_owned()];
        }
        let named = request.body_value(target.input).and_then(Value::as_array);
        let ids = named.into_iter().flatten().filter_map(Value::as_str);
        ids.map(str::to_owned).collect()
    }

    /// The request that reads the record of an id. Where only a list shows the record ([`Target::key`]), the request of
    /// that list. A record below another one is read below the one that `change` names. `None` if the tables have no
    /// such operation.
    pub fn target_request(
        catalog: &Catalog,
        target: &Target,
        change: &Request,
        id: &str,
    ) -> Option<Request> {
        let shown = catalog.by_id(target.operation)?;
        let mut above = path_inputs(shown);
        let own = above.pop_if(|_| target.key.is_empty());
        let request = above
            .into_iter()
            .fold(Request::new(shown), |request, input| {
                match change.path_value(input.name) {
                    Some(value) => request.set(input.name, value),
                    None => request,
                }
            });
        Some(match own {
            Some(input) => request.set(input.name, id),
            None => request,
        })
    }
}

/// A value on one line; `None` for null.
pub(crate) fn value_of(value: &Value) -> Option<String> {
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

/// Text from a service on one line and at most 120 characters long, so that it cannot imitate another line of a
/// question.
///
/// ```
/// assert_eq!(operations::one_line("wks-7\n  Proceed: yes"), "wks-7 Proceed: yes");
/// ```
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
    use http_core::{BodyKind, EffectKind, Operation, Param, Undo};
    use serde_json::json;

    use super::*;

    static GET: Operation =
        Operation::get("t.machines.get", "/machines/{id}").inputs(&[Param::path("id")]);
    static ISOLATE: Operation =
        Operation::post("t.machines.isolate", "/machines/{machine_id}/isolate")
            .body(BodyKind::Json)
            .inputs(&[
                Param::path("machine_id"),
                Param::body("Comment"),
                Param::body("IsolationType"),
            ])
            .target(&MACHINE)
            .effect(Effect::new(EffectKind::Reversible).undo(&Undo::by("t.machines.unisolate")));
    static MACHINE: Target = Target::new("machine_id", "t.machines.get")
        .name(&["computerDnsName"])
        .shows(&["riskScore", "machineTags", "lastSeen"]);
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
        assert_eq!(change.effect.undo.unwrap().by, "t.machines.unisolate");
        assert!(Change::of(&Request::new(&GET)).is_none());
    }

    #[test]
    fn the_record_is_asked_for() {
        let catalog = Catalog::new([TABLE]);
        let request = Request::new(&ISOLATE).set("machine_id", "ab");
        assert_eq!(Change::target_ids(&MACHINE, &request), ["ab"]);
        let ask = Change::target_request(&catalog, &MACHINE, &request, "ab").unwrap();
        assert_eq!(ask.operation().id, "t.machines.get");
        assert_eq!(ask.path_value("id"), Some("ab"));
    }

    #[test]
    fn what_is_long_is_counted_or_cut() {
        let ids: Vec<_> = (0..20).map(|id| id.to_string()).collect();
        assert_eq!(value_of(&json!(ids)).unwrap(), "20 items");
        assert_eq!(one_line(&"é".repeat(200)).chars().count(), LONGEST + 1);
    }
}
