//! `POST /$batch`: up to 20 requests in one.
//!
//! Each part passes token check, permission and limit like a request of its own, and has a
//! status of its own. Parts run in the order of the body. Parts of `dependsOn` must come
//! earlier. A batch in a batch is refused. Faults on the operation of a part are not
//! applied: a fault belongs to a request on the wire.
//!
//! Source: `json-batching.md`.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::answer::{Answer, Body};
use crate::generic::types::Rules;
use crate::http::Incoming;
use crate::refusal::{ErrorWriter, Refusal};
use crate::service::Service;
use crate::values::key_text;

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
    let mut statuses: BTreeMap<String, u16> = BTreeMap::new();
    let mut responses = Vec::new();
    for part in parts {
        let id = key_text(&part["id"]);
        if statuses.contains_key(&id) {
            let text = format!("Request Id {id} has to be unique.");
            return errors.refusal(bad_request(text));
        }
        let waits = part["dependsOn"]
            .as_array()
            .into_iter()
            .flatten()
            .map(key_text);
        let failed = waits
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
        statuses.insert(id.clone(), response.status);
        responses.push(write(&id, response));
    }
    Answer::json(200, json!({"responses": responses}))
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

/// A part of the response. A body that is not JSON becomes text.
fn write(id: &str, answer: Answer) -> Value {
    let headers: Map<String, Value> = answer
        .headers
        .into_iter()
        .map(|(name, value)| (name, value.into()))
        .collect();
    let body = match answer.body {
        Body::Json(body) => body,
        Body::Empty => Value::Null,
        Body::Bytes { bytes, .. } => serde_json::from_slice(&bytes)
            .unwrap_or_else(|_| String::from_utf8_lossy(&bytes).into_owned().into()),
    };
    json!({"id": id, "status": answer.status, "headers": headers, "body": body})
}
