//! The control address `/__sandbox/` at the login service. It is part of no service and needs no token.
//!
//! | request | effect |
//! | --- | --- |
//! | `GET /__sandbox/requests` | the request log: the latest 10,000 requests, oldest first, without headers, bodies and queries, so it holds no token and no secret |
//! | `POST /__sandbox/tenants/ID/mde/alerts` | a record, or an array of records, becomes part of the list `mde.alerts.list` of this tenant; so for every list, and for the rows of an export by files |
//! | `POST /__sandbox/tenants/ID/hunting/DeviceEvents` | a row becomes part of this table of advanced hunting; so for every documented table |
//!
//! A record that is posted is taken as it is: its times may lie in the past or equal those of others, as records that a service shows
//! late. One with the key of a known record takes its place.

use serde_json::{Value, json};

use crate::answer::Answer;
use crate::http::Incoming;
use crate::log::{KEPT, Received};
use crate::products;
use crate::service::Service;
use crate::store::Store;
use crate::tables::{self, Operation};

/// Begin of the paths.
const PREFIX: &str = "/__sandbox/";

/// Begin of the paths that take records.
const TENANTS: &str = "/__sandbox/tenants/";

/// Begin of the lists that are tables of advanced hunting.
const HUNTING: &str = "hunting/";

/// Whether a request is for the control address. Such a request is not logged.
pub(crate) fn is_meant(request: &Incoming) -> bool {
    request.service == Service::Login && request.path.starts_with(PREFIX)
}

/// What is done with the records of a tenant.
pub(crate) type Work = Box<dyn FnOnce(&mut Store) -> Answer>;

/// Answers a request to the control address. `log` lists the requests as [`line`] shows them; `records` does work with the records of
/// a tenant, and returns `None` for an unknown one.
pub(crate) fn answer(
    request: &Incoming,
    log: impl FnOnce() -> Vec<Value>,
    records: impl FnOnce(&str, Work) -> Option<Answer>,
) -> Answer {
    if let Some(place) = request.path.strip_prefix(TENANTS) {
        return match request.method.as_str() {
            "POST" => take(place, &request.body, records),
            _ => Answer::empty(405).header("allow", "POST"),
        };
    }
    match (request.method.as_str(), request.path.as_str()) {
        ("GET", "/__sandbox/requests") => {
            Answer::json(200, json!({"kept": KEPT, "requests": log()}))
        }
        (_, "/__sandbox/requests") => Answer::empty(405).header("allow", "GET"),
        _ => Answer::empty(404),
    }
}

/// Adds records to a list of a tenant. `place` is the id of the tenant and the list, such as `ID/mde/alerts`.
fn take(place: &str, body: &[u8], records: impl FnOnce(&str, Work) -> Option<Answer>) -> Answer {
    let (tenant, list) = place.split_once('/').unwrap_or((place, ""));
    let rows = match serde_json::from_slice(body) {
        Ok(Value::Array(rows)) => rows,
        Ok(row) => vec![row],
        Err(error) => return refused(400, &error.to_string()),
    };
    let work = match list.strip_prefix(HUNTING) {
        Some(table) => events(table, rows),
        None => records_of(list, rows),
    };
    let unknown = || refused(404, &format!("there is no tenant `{tenant}`"));
    match work {
        Ok(work) => records(tenant, work).unwrap_or_else(unknown),
        Err(refused) => refused,
    }
}

/// Adds rows to a table of advanced hunting.
fn events(table: &str, rows: Vec<Value>) -> Result<Work, Answer> {
    let unknown = || refused(404, &format!("there is no table `{table}`"));
    let name = products::hunting_table(table).ok_or_else(unknown)?;
    if !rows.iter().all(Value::is_object) {
        return Err(refused(400, "each row is an object"));
    }
    Ok(Box::new(move |store| {
        let count = rows.len();
        store.list(name).extend(rows);
        Answer::json(200, json!({"records": count}))
    }))
}

/// Adds records to a list, or to the rows of an export by files.
fn records_of(list: &str, rows: Vec<Value>) -> Result<Work, Answer> {
    let unknown = || refused(404, &format!("there is no list `{list}`"));
    let operation = list_of(list).ok_or_else(unknown)?;
    let response = &operation.response;
    let entity = response.row.as_deref().or(response.entity.as_deref());
    let unkept = || refused(404, &format!("the records of `{list}` are not kept"));
    let entity = entity.ok_or_else(unkept)?;
    Ok(Box::new(move |store| {
        let table = store.table(operation.product, entity);
        let key = table.key_name().map(str::to_owned);
        let has_key = |row: &Value| {
            let value = key.as_deref().map(|key| row.get(key));
            row.is_object() && value.is_none_or(|value| value.is_some_and(|value| !value.is_null()))
        };
        if !rows.iter().all(has_key) {
            let key = key.unwrap_or_default();
            return refused(400, &format!("each record is an object with its `{key}`"));
        }
        let count = rows.len();
        rows.into_iter().for_each(|row| table.insert(row));
        Answer::json(200, json!({"records": count}))
    }))
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
pub(crate) fn line(received: &Received) -> Value {
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
