//! The control address `/__sandbox/` at the login service. It is part of no service and needs no token.
//!
//! `GET /__sandbox/requests` is the request log: the latest 10,000 requests, oldest first, without headers, bodies and queries, so
//! it holds no token and no secret.

use serde_json::{Value, json};

use crate::answer::Answer;
use crate::http::Incoming;
use crate::log::{KEPT, Log, Received};
use crate::service::Service;

/// Begin of the paths.
const PREFIX: &str = "/__sandbox/";

/// Whether a request is for the control address. Such a request is not logged.
pub(crate) fn is_meant(request: &Incoming) -> bool {
    request.service == Service::Login && request.path.starts_with(PREFIX)
}

/// Answers a request to the control address.
pub(crate) fn answer(request: &Incoming, log: &Log) -> Answer {
    match (request.method.as_str(), request.path.as_str()) {
        ("GET", "/__sandbox/requests") => {
            let requests: Vec<Value> = log.all().iter().map(line).collect();
            Answer::json(200, json!({"kept": KEPT, "requests": requests}))
        }
        (_, "/__sandbox/requests") => Answer::empty(405).header("allow", "GET"),
        _ => Answer::empty(404),
    }
}

/// A request without what may be secret.
fn line(received: &Received) -> Value {
    let path = received.path_and_query.split('?').next();
    json!({
        "time": received.time.to_string(),
        "service": received.service.name(),
        "method": received.method,
        "path": path,
        "operation": received.operation,
        "tenant": received.tenant,
        "status": received.status,
    })
}
