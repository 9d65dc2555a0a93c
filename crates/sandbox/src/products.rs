//! Answers that a table cannot give, by product; all else is `generic`.

pub(crate) mod graph;
mod hunting;
mod mdca;
mod mde;
mod one_alert;
mod one_incident;
mod xdr;

use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::generic;
use crate::http::Incoming;
use crate::refusal::Refusal;
use crate::route::Route;
use crate::service::Service;
use crate::tables;

/// Answers a routed, permitted call.
pub(crate) fn answer(call: &mut Call<'_>) -> Outcome {
    for param in call.row.params_in("query").filter(|param| param.required) {
        if !call
            .query
            .iter()
            .any(|(name, value)| name.eq_ignore_ascii_case(&param.name) && !value.is_empty())
        {
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
        Service::Guest => {
            generic::action::proceed(call.store, call.now);
            generic::action::start(call)
        }
        // Graph serves some rows of Defender for Cloud Apps.
        _ if call.row.product == "mdca" => mdca::answer(call),
        _ => graph::answer(call),
    };
    by_hand.unwrap_or_else(|| generic::answer(call))
}

/// The body that a data folder holds for a single thing that no id names by itself: the machine of
/// an alert, the score of the tenant.
fn documented(call: &mut Call<'_>) -> Option<Outcome> {
    let row = call.row;
    let single =
        row.method == "GET" && row.response.kind == "entity" && !generic::ends_in_param(row);
    let sample = call
        .store
        .data
        .clone()
        .filter(|_| single)?
        .object(&row.id)?
        .clone();
    if let Some(param) = row.params_in("path").last()
        && let Some(entity) = &param.id_of
        && let Err(refusal) = generic::exists(call, entity, &param.name)
    {
        return Some(Err(refusal));
    }
    Some(Ok(Answer::json(row.response.status, sample)))
}

/// Whether a call may take long, and reads nothing but the organisation.
pub(crate) fn is_hunting(row: &tables::Operation) -> bool {
    hunting::ROWS.contains(&row.id.as_str())
}

/// Picks between rows that share verb and path by what the request holds.
pub(crate) fn choose(route: Route, request: &Incoming) -> Route {
    match route {
        Route::Found(row, path) if row.id == "mdca.activities.query" && mdca::is_scan(request) => {
            Route::Found(
                tables::operation("mdca.activities.scan").unwrap_or(row),
                path,
            )
        }
        route => route,
    }
}

/// The content behind a signed address: its type and bytes.
pub(crate) fn file(store: &mut crate::store::Store, path: &str) -> Option<(&'static str, Vec<u8>)> {
    if path.starts_with("/tvm-export/") {
        return mde::export_file(store, path).map(|bytes| ("application/octet-stream", bytes));
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
            Some(("application/zip", archive))
        }
        ("investigation-actions-data", Some(_)) => mde::live_response_file(store, path),
        _ => None,
    }
}
