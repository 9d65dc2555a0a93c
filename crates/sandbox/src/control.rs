//! The control address `/__sandbox/` at the login service. It is part of no service and needs no token.
//!
//! | request | effect |
//! | --- | --- |
//! | `GET /__sandbox/requests` | the request log: the latest 10,000 requests, oldest first, without headers, bodies and queries, so it holds no token and no secret |
//! | `POST /__sandbox/tenants/ID/mde/alerts` | a record, or an array of records, becomes part of the list `mde.alerts.list` of this tenant; so for every list |
//!
//! A record that is posted is taken as it is: its times may lie in the past or equal those of others, as records that a service shows
//! late. One with the key of a known record takes its place.

use serde_json::{Value, json};

use crate::answer::Answer;
use crate::core::Core;
use crate::http::Incoming;
use crate::log::{KEPT, Received};
use crate::service::Service;
use crate::tables::{self, Operation};

/// Begin of the paths.
const PREFIX: &str = "/__sandbox/";

/// Begin of the paths that take records.
const TENANTS: &str = "/__sandbox/tenants/";

/// Whether a request is for the control address. Such a request is not logged.
pub(crate) fn is_meant(request: &Incoming) -> bool {
    request.service == Service::Login && request.path.starts_with(PREFIX)
}

/// Answers a request to the control address.
pub(crate) fn answer(request: &Incoming, core: &Core) -> Answer {
    if let Some(place) = request.path.strip_prefix(TENANTS) {
        return match request.method.as_str() {
            "POST" => take(core, place, &request.body),
            _ => Answer::empty(405).header("allow", "POST"),
        };
    }
    match (request.method.as_str(), request.path.as_str()) {
        ("GET", "/__sandbox/requests") => {
            let requests: Vec<Value> = core.log().all().iter().map(line).collect();
            Answer::json(200, json!({"kept": KEPT, "requests": requests}))
        }
        (_, "/__sandbox/requests") => Answer::empty(405).header("allow", "GET"),
        _ => Answer::empty(404),
    }
}

/// Adds records to a list of a tenant. `place` is the id of the tenant and the list, such as `ID/mde/alerts`.
fn take(core: &Core, place: &str, body: &[u8]) -> Answer {
    let (tenant, list) = place.split_once('/').unwrap_or((place, ""));
    if !core.identity.knows_tenant(tenant) {
        return refused(404, &format!("there is no tenant `{tenant}`"));
    }
    let Some(operation) = list_of(list) else {
        return refused(404, &format!("there is no list `{list}`"));
    };
    let Some(entity) = operation.response.entity.as_deref() else {
        return refused(404, &format!("the records of `{list}` are not kept"));
    };
    let records = match serde_json::from_slice(body) {
        Ok(Value::Array(records)) => records,
        Ok(record) => vec![record],
        Err(error) => return refused(400, &error.to_string()),
    };
    let count = records.len();
    let taken = core.with_store(tenant, |store| {
        let table = store.table(operation.product, entity);
        let key = table.key_name().map(str::to_owned);
        let has_key = |record: &Value| {
            let key = key.as_deref().map(|key| record.get(key));
            record.is_object()
                && key.is_none_or(|value| value.is_some_and(|value| !value.is_null()))
        };
        if !records.iter().all(has_key) {
            return Err(key.unwrap_or_default());
        }
        records.into_iter().for_each(|record| table.insert(record));
        Ok(())
    });
    match taken {
        Ok(()) => Answer::json(200, json!({"records": count})),
        Err(key) => refused(400, &format!("each record is an object with its `{key}`")),
    }
}

/// The list of a path such as `mde/alerts`.
fn list_of(path: &str) -> Option<&'static Operation> {
    let id = path.replace('/', ".");
    tables::operation(&format!("{id}.list")).or_else(|| tables::operation(&id))
}

fn refused(status: u16, why: &str) -> Answer {
    Answer::json(status, json!({"error": why}))
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
