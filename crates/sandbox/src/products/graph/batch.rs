//! `POST /$batch`: up to 20 requests in one.
//!
//! Each part passes token check, permission and limit like a request of its own, and has a
//! status of its own. Parts run in the order of the body. A part whose `dependsOn` names no
//! earlier part refuses the whole batch. A batch in a batch is refused. Faults on the operation of
//! a part are not applied: a fault belongs to a request on the wire.
//!
//! | the batch or a part | answer |
//! | --- | --- |
//! | more than 20 parts, a part without id, two parts with one id | 400 for the batch |
//! | `dependsOn` of an id that is missing or comes later | 400 for the batch |
//! | an absolute address | 400 for the part: its path begins with `https:` |
//! | a body without `Content-Type`, a batch in a batch | 400 for the part |
//! | a part that a failed one comes before by `dependsOn` | 424 for the part |
//!
//! Letter case of ids does not count. Each part of the response has the headers `Cache-Control` and
//! `Content-Type`, and those that the response of its operation has.
//!
//! Sources: `json-batching.md`; the refusal of dependencies was reported
//! (msgraph-sdk-dotnet-core#891), and so was that of absolute addresses (msgraph-sdk-python#1015).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::answer::{Answer, Body};
use crate::generic::types::Rules;
use crate::http::Incoming;
use crate::refusal::{ErrorWriter, Refusal};
use crate::service::Service;
use crate::values::{key_text, upper_first};
use crate::wire::json_type;

/// Maximum number of requests in a batch.
const PARTS: usize = 20;

/// Answers a batch: runs the parts in the order of the body and fails those whose `dependsOn` names a failed part.
///
/// `send` answers one part like a request of its own. It returns `None` for a part that is itself a batch.
pub(crate) fn answer(
    request: &Incoming,
    errors: &ErrorWriter<'_>,
    send: &dyn Fn(&Incoming) -> Option<Answer>,
) -> Answer {
    let body: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    let Some(parts) = body["requests"]
        .as_array()
        .filter(|parts| !parts.is_empty())
    else {
        return errors.refusal(bad_request("Invalid batch payload format."));
    };
    let rules = Rules {
        product: "xdr",
        service: request.service,
    };
    let is_alone = body.as_object().is_some_and(|members| members.len() == 1);
    if !is_alone || !rules.fits("array:object:BatchRequestItem", &body["requests"]) {
        return errors.refusal(bad_request("Invalid batch payload format."));
    }
    if parts.len() > PARTS {
        let text = format!("Number of batch request steps exceeds the maximum value of {PARTS}.");
        return errors.refusal(bad_request(text));
    }
    if let Err(refusal) = check_ids(parts) {
        return errors.refusal(refusal);
    }
    let mut statuses: BTreeMap<String, u16> = BTreeMap::new();
    let mut responses = Vec::new();
    for part in parts {
        let id = key_text(&part["id"]);
        let failed = awaited(part)
            .filter_map(|id| statuses.get(&id))
            .any(|status| *status >= 400);
        let response = if failed {
            errors.refusal(Refusal::new(
                424,
                "FailedDependency",
                "A request that this one depends on has failed.",
            ))
        } else {
            match read_part(request, part) {
                Ok(inner) => send(&inner)
                    .unwrap_or_else(|| errors.refusal(bad_request("A batch cannot hold a batch."))),
                Err(refusal) => errors.refusal(refusal),
            }
        };
        statuses.insert(id.to_ascii_lowercase(), response.status);
        responses.push(write(&id, response));
    }
    Answer::json(200, json!({"responses": responses}))
}

/// The ids of the parts that a part waits for, in lower case: letter case of ids does not count.
fn awaited(part: &Value) -> impl Iterator<Item = String> + '_ {
    let ids = part["dependsOn"].as_array().into_iter().flatten();
    ids.map(|id| key_text(id).to_ascii_lowercase())
}

/// Refuses a batch whose parts have no id, share one, or wait for a part that does not come before
/// them.
fn check_ids(parts: &[Value]) -> Result<(), Refusal> {
    let mut known = BTreeSet::new();
    for part in parts {
        let id = key_text(&part["id"]);
        if part["id"].is_null() || id.is_empty() {
            return Err(bad_request("Invalid batch payload format."));
        }
        if let Some(missing) = awaited(part).find(|id| !known.contains(id)) {
            return Err(bad_request(format!(
                "Invalid dependency for request Id {id}: {missing}."
            )));
        }
        if !known.insert(id.to_ascii_lowercase()) {
            let text = format!("Request Id {id} has to be unique.");
            return Err(bad_request(text));
        }
    }
    Ok(())
}

/// The request that a part describes. It carries the token of the batch and the headers of the part.
fn read_part(outer: &Incoming, part: &Value) -> Result<Incoming, Refusal> {
    let url = part["url"].as_str().unwrap_or_default();
    let version = outer
        .path
        .trim_matches('/')
        .split('/')
        .next()
        .unwrap_or("v1.0");
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let mut headers: Vec<(String, String)> = outer
        .headers
        .iter()
        .filter(|(name, _)| name == "authorization")
        .cloned()
        .collect();
    let own = part["headers"].as_object().into_iter().flatten();
    headers.extend(own.map(|(name, value)| (name.to_ascii_lowercase(), key_text(value))));
    let body = part.get("body").filter(|body| !body.is_null());
    if body.is_some() && !headers.iter().any(|(name, _)| name == "content-type") {
        return Err(bad_request(
            "A request with a body needs a Content-Type header.",
        ));
    }
    Ok(Incoming {
        service: Service::Graph,
        method: part["method"]
            .as_str()
            .unwrap_or("GET")
            .to_ascii_uppercase(),
        path: format!("/{version}/{}", path.trim_start_matches('/')),
        query: query.to_owned(),
        headers,
        body: body.map_or_else(Vec::new, |body| body.to_string().into_bytes()),
    })
}

fn bad_request(why: impl Into<String>) -> Refusal {
    Refusal::new(400, "BadRequest", why)
}

/// A part of the response, with the headers that it would have as a response of its own. A body that
/// is not JSON becomes text.
fn write(id: &str, answer: Answer) -> Value {
    let mut headers: Map<String, Value> = answer
        .headers
        .into_iter()
        .map(|(name, value)| (title_case(&name), value.into()))
        .collect();
    headers.insert("Cache-Control".to_owned(), "no-cache".into());
    let (content_type, body) = match answer.body {
        Body::Json(body) => (Some(json_type(Service::Graph).to_owned()), body),
        Body::Empty => (None, Value::Null),
        Body::Bytes {
            content_type,
            bytes,
        } => {
            let text = || String::from_utf8_lossy(&bytes).into_owned().into();
            let body = serde_json::from_slice(&bytes).unwrap_or_else(|_| text());
            (Some(content_type), body)
        }
    };
    if let Some(content_type) = content_type {
        headers.insert("Content-Type".to_owned(), content_type.into());
    }
    json!({"id": id, "status": answer.status, "headers": headers, "body": body})
}

/// The usual spelling of a header: `Retry-After`.
fn title_case(name: &str) -> String {
    let words = name.split('-').map(upper_first);
    words.collect::<Vec<_>>().join("-")
}
