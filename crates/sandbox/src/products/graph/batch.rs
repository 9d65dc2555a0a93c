//! `POST /$batch`: up to twenty requests in one, each answered for itself.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::answer::{Answer, Body};
use crate::core::{Core, Target};
use crate::fault::Effect;
use crate::http::Incoming;
use crate::refusal::{ErrorWriter, Refusal};
use crate::service::Service;
use crate::store::key_text;

/// The most requests of one batch.
const PARTS: usize = 20;

/// Runs the parts in their order; a part waits for nothing but what `dependsOn` names.
pub(crate) fn answer(core: &Core, request: &Incoming, errors: &ErrorWriter<'_>) -> Answer {
    let body: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    let Some(parts) = body["requests"].as_array() else {
        return errors.refusal(Refusal::new(
            400,
            "BadRequest",
            "Invalid batch payload format.",
        ));
    };
    if parts.len() > PARTS {
        let text = format!("Number of batch request steps exceeds the maximum value of {PARTS}.");
        return errors.refusal(Refusal::new(400, "BadRequest", text));
    }
    let mut statuses: BTreeMap<String, u16> = BTreeMap::new();
    let mut responses = Vec::new();
    for part in parts {
        let id = key_text(&part["id"]);
        if statuses.contains_key(&id) {
            return errors.refusal(Refusal::new(
                400,
                "BadRequest",
                format!("Request Id {id} has to be unique."),
            ));
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
            run(core, request, part, errors)
        };
        statuses.insert(id.clone(), response.status);
        responses.push(write(&id, response));
    }
    Answer::json(200, json!({"responses": responses}))
}

fn run(core: &Core, outer: &Incoming, part: &Value, errors: &ErrorWriter<'_>) -> Answer {
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
        let text = "A request with a body needs a Content-Type header.";
        return errors.refusal(Refusal::new(400, "BadRequest", text));
    }
    let request = Incoming {
        service: Service::Graph,
        method: part["method"]
            .as_str()
            .unwrap_or("GET")
            .to_ascii_uppercase(),
        path: format!("/{version}/{}", path.trim_start_matches('/')),
        query: query.to_owned(),
        headers,
        body: body.map_or_else(Vec::new, |body| body.to_string().into_bytes()),
    };
    let target = Target::of(&request);
    if target.operation == "graph.batch.execute" {
        return errors.refusal(Refusal::new(
            400,
            "BadRequest",
            "A batch cannot hold a batch.",
        ));
    }
    core.answer(&request, target.route, &Effect::default(), errors)
}

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
