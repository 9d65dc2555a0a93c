//! Builds the requests that undo a change.
//!
//! The facts are in [`Undo`]: which operation undoes, and where each of its inputs comes from. This
//! module applies them to a request, the records before the change, and the answer. It sends
//! nothing; a command line shows the undo in advance and stores it, so that an analyst can run it
//! later.
//!
//! A change to a value without an opposite, and an answer without the key of the created record,
//! give no request. A member that the record did not have is restored as null.

use serde_json::{Map, Value, json};

use crate::operation::{Kind, Operation, Place, Undo};
use crate::request::Request;

impl Request {
    /// The requests that undo this change: one, or one per record if the change named several.
    /// Empty if the change cannot be undone with these values.
    ///
    /// `by` is the operation that [`Undo::by`] names; callers look it up, because it may belong to
    /// another product. `before` holds the records as they were, in the order in which the change
    /// names them; `answer` is the answer to the change (null if it has not been sent).
    ///
    /// ```
    /// use http_core::{Effect, EffectKind, Operation, Param, Request, Undo, Value};
    ///
    /// static UNTAG: Operation =
    ///     Operation::post("shop.orders.untag", "/orders/{id}/untag").inputs(&[Param::path("id")]);
    /// static BY_UNTAG: Undo = Undo::by("shop.orders.untag").carried(&["id"]);
    /// static TAG: Operation = Operation::post("shop.orders.tag", "/orders/{id}/tag")
    ///     .inputs(&[Param::path("id")])
    ///     .effect(Effect::new(EffectKind::Reversible).undo(&BY_UNTAG));
    ///
    /// let change = Request::new(&TAG).set("id", "7");
    /// let undo = change.undo(&UNTAG, &[], &Value::Null);
    /// assert_eq!(undo.len(), 1);
    /// assert_eq!(undo[0].operation().id, "shop.orders.untag");
    /// ```
    pub fn undo(&self, by: &'static Operation, before: &[Value], answer: &Value) -> Vec<Self> {
        let Some(undo) = self.operation().action.effect.undo else {
            return Vec::new();
        };
        let Some((items, input)) = undo.each else {
            let record = before.first().unwrap_or(&Value::Null);
            return self
                .undo_one(undo, by, record, answer)
                .into_iter()
                .collect();
        };
        let ids = self.input(items);
        let ids = ids.as_ref().and_then(Value::as_array);
        let pairs = ids.into_iter().flatten().zip(before);
        pairs
            .filter_map(|(id, record)| {
                let request = self.undo_one(undo, by, record, answer)?;
                Some(request.set(input, id.clone()))
            })
            .collect()
    }

    /// The undo of the change of one record. `None` if a value is missing.
    fn undo_one(
        &self,
        undo: &Undo,
        by: &'static Operation,
        before: &Value,
        answer: &Value,
    ) -> Option<Self> {
        let mut request = Self::new(by);
        for name in undo.carried {
            if let Some(value) = self.input(name) {
                request = request.set(name, value);
            }
        }
        if let Some((name, [one, other])) = undo.swapped {
            let value = self.input(name)?;
            let opposite = match value.as_str()? {
                text if text.eq_ignore_ascii_case(one) => other,
                text if text.eq_ignore_ascii_case(other) => one,
                _ => return None,
            };
            request = request.set(name, opposite);
        }
        if let Some((name, member)) = undo.created {
            let keys = created(self.operation().list_member(), member, answer);
            let takes_list = by.input(name).is_some_and(|param| param.kind == Kind::List);
            request = request.set(
                name,
                if takes_list {
                    json!(keys)
                } else {
                    keys.into_iter().next()?
                },
            );
        }
        let restored = undo.restored.iter();
        let restored = restored.filter(|(name, _)| undo.whole || self.input(name).is_some());
        let body: Map<_, _> = restored
            .map(|(name, path)| ((*name).to_owned(), at(before, path)))
            .collect();
        Some(if body.is_empty() {
            request
        } else {
            request.set_body(&Value::Object(body))
        })
    }

    /// The value of an input, wherever it travels. `None` if it was not set.
    fn input(&self, name: &str) -> Option<Value> {
        match self.operation().input(name)?.place {
            Place::Path => self.path_value(name).map(Value::from),
            Place::Query => self.query_value(name).map(Value::from),
            _ => self.body_value(name).cloned(),
        }
    }
}

/// The keys of the created records: of each record of a list, or of the answer itself.
fn created(list: &str, member: &str, answer: &Value) -> Vec<Value> {
    let records = match &answer[list] {
        Value::Array(records) => &records[..],
        _ => std::slice::from_ref(answer),
    };
    let keys = records.iter().map(|record| at(record, member));
    keys.filter(|key| !key.is_null()).collect()
}

/// The value at a path with parts joined by slashes; null if it is missing. An array gives the
/// values of its items.
fn at(value: &Value, path: &str) -> Value {
    match (value, path.split_once('/').unwrap_or((path, ""))) {
        (_, ("", _)) => value.clone(),
        (Value::Array(items), _) => items.iter().map(|item| at(item, path)).collect(),
        (_, (name, rest)) => at(value.get(name).unwrap_or(&Value::Null), rest),
    }
}
