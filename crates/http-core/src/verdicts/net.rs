//! A safety net for changes whose answer nobody documented.
//!
//! The services name failures alike: lists called `failedIds`, `alertsNotFound` or `errors`, items
//! with `success: false` or an `error`, bodies with `isFailed: true`. An answer that uses one of
//! these names is treated as a failure. The net is only for changes: in a record that is read, such
//! a member is data.
//!
//! A false alarm costs an error for a change that was made; a miss reports success for one that was
//! not. So the names are matched without case, and one of them is enough.

use serde_json::{Map, Value};

use super::{FailedItem, partial, word};
use crate::error::{Error, ErrorKind, Result};
use crate::operation::{AnswerKind, Operation};
use crate::response::Response;

/// Members that list the items of an answer.
const LISTS: &[&str] = &["value", "results", "items", "data", "responses"];

/// Failed items of an answer without documented [`Verdicts`](crate::Verdicts). Empty for reads and
/// for answers that are not an object.
///
/// An item counts as failed if the name of its list says so, or if it stands in a usual list and
/// reports a failure itself. Its name is the first of the usual identifying members, otherwise its
/// position, counted from 1.
pub(super) fn undescribed(operation: &Operation, body: &[u8]) -> Vec<FailedItem> {
    let mut failed = Vec::new();
    if operation.is_read() || !body.trim_ascii_start().starts_with(b"{") {
        return failed;
    }
    let answer: Map<String, Value> = serde_json::from_slice(body).unwrap_or_default();
    for (name, value) in &answer {
        let Value::Array(items) = value else {
            continue;
        };
        let is_list = LISTS.iter().any(|list| name.eq_ignore_ascii_case(list));
        let lists_failed = is_list_of_failures(name);
        for (place, item) in (1..).zip(items) {
            let object = item.as_object();
            let why = object.and_then(|item| not_done(item).or_else(|| has_failed(item)));
            if !(lists_failed || is_list && why.is_some()) {
                continue;
            }
            let named = ["id", "name", "indicator", "alertId", "machineId"]
                .into_iter()
                .find_map(|name| word(item.get(name)?));
            failed.push(FailedItem {
                name: named
                    .or_else(|| word(item))
                    .unwrap_or_else(|| format!("item {place}")),
                reason: why.map_or_else(|| format!("listed in `{name}`"), |(_, why)| why),
                place: None,
            });
        }
    }
    failed
}

/// Whether a list holds only failures by its name: `failedIds`, `alertsNotFound`, `errors`,
/// `rejectedItems`.
fn is_list_of_failures(name: &str) -> bool {
    let name = name.to_ascii_lowercase().replace('_', "");
    name.starts_with("failed")
        || name.starts_with("rejected")
        || name.ends_with("notfound")
        || name == "errors"
        || name == "failures"
}

/// Error code and reason of an object that reports a failure: it has a non-empty `error`, or a flag
/// that says so.
///
/// Flags are accepted as booleans and as text, in any case. The reason is searched inside the error
/// first, then beside it.
fn not_done(object: &Map<String, Value>) -> Option<(Option<String>, String)> {
    let member = |wanted: &str| {
        let mut members = object.iter();
        let found = members.find(|(name, _)| name.eq_ignore_ascii_case(wanted));
        found
            .map(|(_, value)| value)
            .filter(|value| !value.is_null())
    };
    let says = |names: &[&str], yes: bool| {
        names.iter().any(|name| match member(name) {
            Some(Value::Bool(said)) => *said == yes,
            Some(Value::String(said)) => {
                said.eq_ignore_ascii_case(if yes { "true" } else { "false" })
            }
            _ => false,
        })
    };
    let error = ["error", "odata.error"]
        .into_iter()
        .find_map(member)
        .filter(|error| match error {
            Value::Object(members) => !members.is_empty(),
            Value::String(text) => !text.is_empty(),
            Value::Bool(yes) => *yes,
            _ => false,
        });
    let refused = says(
        &["success", "isSuccess", "succeeded", "isSuccessful"],
        false,
    ) || says(&["isFailed", "hasFailed", "hasErrors"], true);
    if error.is_none() && !refused {
        return None;
    }
    let inner = |name: &str| word(error?.get(name)?);
    // Cloud Apps and OData put the text into another object: `{"message": {"value": …}}`.
    let wrapped = error.and_then(|error| word(error.get("message")?.get("value")?));
    let reason = inner("message")
        .or(wrapped)
        .or_else(|| error.filter(|error| error.is_string()).and_then(word))
        .or_else(|| {
            let names = [
                "message",
                "failureReason",
                "reason",
                "detail",
                "errorMessage",
                "error_description",
            ];
            names.into_iter().find_map(|name| word(member(name)?))
        })
        .filter(|reason| !reason.is_empty());
    let code = inner("code").or_else(|| word(member("code").or_else(|| member("errorCode"))?));
    Some((
        code,
        reason.unwrap_or_else(|| "the answer gives no reason".to_owned()),
    ))
}

/// Error code and reason of an object whose state is a failure. Only for answers that are not
/// records, because a record may be in a failed state legitimately.
fn has_failed(object: &Map<String, Value>) -> Option<(Option<String>, String)> {
    let state = ["status", "state", "result"]
        .into_iter()
        .find_map(|name| object.get(name))?;
    let failed = match state {
        Value::Number(number) => number.as_u64() >= Some(400),
        Value::String(word) => ["failed", "failure", "error"]
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known)),
        _ => false,
    };
    let reason = [
        "message",
        "failureReason",
        "reason",
        "detail",
        "errorMessage",
    ]
    .into_iter()
    .find_map(|name| word(object.get(name)?));
    let state = word(state).unwrap_or_default();
    failed.then(|| (None, reason.unwrap_or(state)))
}

/// Largest body that is searched for a refusal: 1 MiB. Refusals are short; parsing a large answer
/// twice is not worth it.
const MAX_SEARCHED: usize = 1024 * 1024;

/// Refuses a successful answer that names failed items, for callers that would not see them.
///
/// # Errors
/// [`ErrorKind::Partial`] with the failed items.
pub(crate) fn check_parts(operation: &'static Operation, answer: &Response) -> Result<()> {
    let failed = match operation.answer.verdicts {
        // Callers of such operations read the items from the answer.
        Some(_) => Vec::new(),
        None => undescribed(operation, answer.body()),
    };
    if failed.is_empty() {
        return Ok(());
    }
    Err(partial(&failed)
        .with_operation(operation)
        .with_request_id(answer.request_id()))
}

/// Refuses a successful answer whose body reports that the whole call failed.
///
/// # Errors
/// [`ErrorKind::Refused`] with code and reason of the body. The status stays that of the answer, so
/// a 2xx.
pub(crate) fn check_whole(operation: &'static Operation, answer: &Response) -> Result<()> {
    let body = answer.body();
    let is_object = body.trim_ascii_start().starts_with(b"{");
    if !is_object || body.len() > MAX_SEARCHED || operation.answer.kind == AnswerKind::File {
        return Ok(());
    }
    // A body that is not JSON is refused by another check.
    let Ok(Value::Object(members)) = serde_json::from_slice(body) else {
        return Ok(());
    };
    let is_record = matches!(
        operation.answer.kind,
        AnswerKind::Entity | AnswerKind::Collection { .. }
    );
    let refusal = not_done(&members)
        .or_else(|| has_failed(&members).filter(|_| !is_record && !operation.is_read()));
    let Some((code, reason)) = refusal else {
        return Ok(());
    };
    let error = Error::new(ErrorKind::Refused, crate::redact::text(&reason))
        .with_operation(operation)
        .with_status(answer.status())
        .with_request_id(answer.request_id())
        .with_code(code);
    Err(match !operation.is_read() {
        true => {
            error.with_hint("the status is a success, but the body reports that nothing was done")
        }
        false => error.with_hint("the status is a success, but the body is an error"),
    })
}
