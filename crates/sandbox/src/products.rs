//! Operations that the tables do not describe completely, by product. The rest is answered by
//! [`generic`].
//!
//! A product returns `None` for an operation that the tables describe.

mod alert_sync;
pub(crate) mod graph;
mod guest;
mod hunting;
mod incident_sync;
mod mdca;
mod mde;
mod xdr;

use crate::answer::{Answer, Body};
use crate::call::{Call, Outcome};
use crate::generic;
use crate::http::Incoming;
use crate::refusal::Refusal;
use crate::route::{COUNT, Route};
use crate::service::Service;
use crate::storage;
use crate::store::Store;
use crate::tables;

/// Answers a call that was routed and permitted.
pub(crate) fn answer(call: &mut Call<'_>) -> Outcome {
    if call.path.remove(COUNT).is_some() {
        return count(call);
    }
    whole(call)
}

/// The number of rows of a list that meet its options, on all pages.
///
/// Source: `query-parameters.md` of Graph (`$count` as a segment, text).
fn count(call: &mut Call<'_>) -> Outcome {
    call.query.insert("$count".to_owned(), "true".to_owned());
    call.query.insert("$top".to_owned(), "0".to_owned());
    let answer = whole(call)?;
    let Body::Json(body) = &answer.body else {
        return Ok(answer);
    };
    match body["@odata.count"].as_u64() {
        Some(rows) => Ok(Answer::bytes(200, "text/plain", rows.to_string())),
        None => Err(Refusal::odata("The list cannot be counted.")),
    }
}

/// Answers a call, and all of a list.
fn whole(call: &mut Call<'_>) -> Outcome {
    for param in call
        .operation
        .params_in("query")
        .filter(|param| param.required)
    {
        if call.option(&param.name).is_none_or(str::is_empty) {
            return Err(Refusal::missing_parameter(&param.name));
        }
    }
    if let Some(outcome) = documented(call) {
        return outcome;
    }
    let by_hand = match call.request.service {
        Service::Mde => mde::answer(call),
        Service::Mdca => mdca::answer(call),
        Service::Xdr => xdr::answer(call),
        Service::Guest => guest::answer(call),
        // Graph serves some operations of Defender for Cloud Apps.
        _ if call.operation.product == "mdca" => mdca::answer(call),
        _ => graph::answer(call),
    };
    by_hand.unwrap_or_else(|| generic::answer(call))
}

/// The response that a data folder has for one record that no id names: the machine of an alert,
/// the score of the tenant.
fn documented(call: &mut Call<'_>) -> Option<Outcome> {
    let operation = call.operation;
    let single = operation.method == "GET"
        && operation.response.kind == "entity"
        && !generic::ends_in_param(operation);
    let sample = call
        .store
        .data
        .clone()
        .filter(|_| single)?
        .object(&operation.id)?
        .clone();
    if let Some(param) = operation.params_in("path").last()
        && let Some(entity) = &param.id_of
        && let Err(refusal) = generic::exists(call, entity, &param.name)
    {
        return Some(Err(refusal));
    }
    Some(Ok(Answer::json(operation.response.status, sample)))
}

/// The documented name of a table of advanced hunting, in any letter case.
pub(crate) fn hunting_table(name: &str) -> Option<&'static str> {
    hunting::table(name)
}

/// Whether a call runs a hunting query: it may take long, and reads the organization only.
pub(crate) fn is_hunting(operation: &tables::Operation) -> bool {
    hunting::ROWS.contains(&operation.id.as_str())
}

/// Picks the operation of a request among those with the same method and path. Only scans of activities
/// share them with an ordinary query.
pub(crate) fn choose(route: Route, request: &Incoming) -> Route {
    match route {
        Route::Found(operation, path)
            if operation.id == "mdca.activities.query" && mdca::is_scan(request) =>
        {
            Route::Found(
                tables::operation("mdca.activities.scan").unwrap_or(operation),
                path,
            )
        }
        route => route,
    }
}

/// The file behind a signed address: an export, an investigation package, a live response result.
pub(crate) fn file(store: &mut Store, path: &str) -> Option<storage::File> {
    if path.starts_with("/tvm-export/") {
        let bytes = mde::export_file(store, path)?;
        return Some(storage::File::new("application/octet-stream", bytes));
    }
    let mut parts = path
        .split('/')
        .skip_while(|part| !part.starts_with("OrgId="))
        .skip(1);
    match (parts.next()?, parts.nth(1)) {
        ("packages", None) => {
            // An empty zip archive: its end record alone.
            let mut archive = b"PK\x05\x06".to_vec();
            archive.resize(22, 0);
            Some(storage::File::new("application/zip", archive))
        }
        ("investigation-actions-data", Some(_)) => mde::live_response_file(store, path),
        _ => None,
    }
}
