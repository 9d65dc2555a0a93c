//! Spells the names of members as the operation does. People write `comment`, the service expects `Comment` and ignores
//! or refuses another spelling.

use http_core::{Operation, Place, Value};

/// A body with the names of its members in the operation's spelling. Unknown names stay as they are and fail later.
pub(super) fn spelled(operation: &'static Operation, body: Value) -> Value {
    let Value::Object(members) = body else {
        return body;
    };
    let given: Vec<String> = members.keys().cloned().collect();
    let spelled = members.into_iter().map(|(name, value)| {
        let known = operation
            .inputs
            .iter()
            .find(|param| param.place == Place::Body && param.name.eq_ignore_ascii_case(&name));
        // Two spellings of one name stay two members, of which one is refused.
        let is_alone = given
            .iter()
            .filter(|other| other.eq_ignore_ascii_case(&name))
            .count()
            == 1;
        match known.filter(|_| is_alone) {
            Some(param) => (param.name.to_owned(), value),
            None => (name, value),
        }
    });
    Value::Object(spelled.collect())
}
