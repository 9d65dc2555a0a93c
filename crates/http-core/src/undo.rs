//! The requests that take a change back.

use serde_json::{Map, Value, json};

use crate::operation::{Kind, Operation, Place, Undo};
use crate::request::Request;

impl Request {
    /// The requests that take this change back: one, or one a record where the change named several. Empty where the
    /// change cannot be taken back with these inputs.
    ///
    /// `by` is the operation that the [`Undo`] names. `before` holds the records as they were before the change, in the
    /// order in which the change names them; `answer` is the answer to the change.
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

    /// The value of an input, wherever it travels.
    fn input(&self, name: &str) -> Option<Value> {
        match self.operation().input(name)?.place {
            Place::Path => self.path_value(name).map(Value::from),
            Place::Query => self.query_value(name).map(Value::from),
            _ => self.body_value(name).cloned(),
        }
    }
}

/// The keys of what a change made.
fn created(list: &str, member: &str, answer: &Value) -> Vec<Value> {
    let records = match &answer[list] {
        Value::Array(records) => &records[..],
        _ => std::slice::from_ref(answer),
    };
    let keys = records.iter().map(|record| at(record, member));
    keys.filter(|key| !key.is_null()).collect()
}

/// The value at a path of members joined by slashes; of a list, the values of its items.
fn at(value: &Value, path: &str) -> Value {
    match (value, path.split_once('/').unwrap_or((path, ""))) {
        (_, ("", _)) => value.clone(),
        (Value::Array(items), _) => items.iter().map(|item| at(item, path)).collect(),
        (_, (name, rest)) => at(value.get(name).unwrap_or(&Value::Null), rest),
    }
}
