//! Names of members as a row spells them.

use auth_core::http_core::{Operation, Place, Value};

/// A whole body with the names of its members in the row's spelling: services take them to the letter.
pub(super) fn spelled(row: &'static Operation, body: Value) -> Value {
    let Value::Object(members) = body else {
        return body;
    };
    let given: Vec<String> = members.keys().cloned().collect();
    let spelled = members.into_iter().map(|(name, value)| {
        let known = row
            .params
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
