//! Answers of failure: one answer a host family and status. The form of its body is the service's own.
//!
//! Statuses that a page names are added to those that every operation may answer with. What a status means for one operation
//! stays in `x-defender-errors`: an answer of the components is shared by all.

use serde_json::{Map, Value, json};

use super::recorded::Recorded;
use super::schema::{pascal, reference};
use super::tables::Operation;

/// Statuses with which every operation may answer, whatever its page lists.
const ALWAYS: [u16; 5] = [400, 401, 403, 404, 429];

/// The meaning of a status, which is also the name of its answer in the components.
const MEANINGS: [(u16, &str, &str); 9] = [
    (400, "BadRequest", "The request is invalid"),
    (
        401,
        "Unauthorized",
        "The token is missing, expired or for another service",
    ),
    (403, "Forbidden", "A permission or a role is missing"),
    (404, "NotFound", "The record does not exist"),
    (
        409,
        "Conflict",
        "The state of the record does not allow the call",
    ),
    (
        429,
        "TooManyRequests",
        "A limit is used up; wait for the seconds of Retry-After",
    ),
    (500, "ServerError", "The service failed"),
    (502, "BadGateway", "The service failed for the moment"),
    (504, "GatewayTimeout", "The service did not answer in time"),
];

/// Statuses of an address that is signed instead of guarded by a token.
const SIGNED: [u16; 3] = [400, 403, 404];

/// The statuses of failure of an operation. One may come twice; a status that has no meaning here is left out, since its
/// answer would have no name.
fn statuses(operation: &Operation) -> impl Iterator<Item = u16> {
    let always: &[u16] = match operation.is_absolute() {
        true => &SIGNED,
        false => &ALWAYS,
    };
    let documented = operation.errors.iter().filter_map(|failure| failure.status);
    let documented = documented.filter(|status| MEANINGS.iter().any(|(known, ..)| known == status));
    always.iter().copied().chain(documented)
}

/// Adds the answers of failure to the answers of an operation.
pub(super) fn add(responses: &mut Map<String, Value>, operation: &Operation) {
    for status in statuses(operation) {
        let answer =
            json!({"$ref": format!("#/components/responses/{}", name(&operation.host, status))});
        responses.insert(status.to_string(), answer);
    }
}

/// The errors of an operation, for `x-defender-errors`.
///
/// `when` says what is not documented. An error without a status was reported by its body alone, and an empty code means
/// that no source names one.
pub(super) fn documented(operation: &Operation) -> Value {
    let shown = operation.errors.iter().map(|failure| {
        let mut shown = json!({});
        super::put(&mut shown, "status", failure.status);
        super::put(&mut shown, "when", failure.when.clone());
        super::put(&mut shown, "code", failure.code.clone());
        shown
    });
    shown.collect()
}

/// The answers of failure that operations refer to.
pub(super) fn responses(operations: &[&Operation], recorded: &Recorded) -> Map<String, Value> {
    let mut answers = Map::new();
    for operation in operations {
        for status in statuses(operation) {
            let answer = response(operation, status, recorded);
            answers.insert(name(&operation.host, status), answer);
        }
    }
    answers
}

/// A failure of a host family. Its body is the error of the service, except at signed addresses: the storage behind them
/// answers with a form of its own, or none.
fn response(operation: &Operation, status: u16, recorded: &Recorded) -> Value {
    let meaning = MEANINGS.iter().find(|(known, ..)| *known == status);
    let mut answer = json!({"description": meaning.map_or("Failure", |(.., meaning)| meaning)});
    if !operation.is_absolute() {
        let schema = reference(&error_name(&operation.host));
        let mut media = json!({"schema": schema});
        let example = recorded.failure(&operation.host, status);
        super::put(&mut media, "example", example.cloned());
        answer["content"] = json!({"application/json": media});
    }
    if status == 429 {
        answer["headers"] = json!({"Retry-After": {
            "description": "Seconds to wait",
            "schema": {"type": "integer", "minimum": 0},
        }});
    }
    answer
}

/// The name of the error schema of a host family.
pub(super) fn error_name(host: &str) -> String {
    format!("{}Error", pascal(host))
}

/// The name of a failure in the components, such as `MdeNotFound`.
fn name(host: &str, status: u16) -> String {
    let meaning = MEANINGS.iter().find(|(known, ..)| *known == status);
    let meaning = meaning.map_or("Failure", |(_, name, _)| name);
    format!("{}{meaning}", pascal(host))
}
