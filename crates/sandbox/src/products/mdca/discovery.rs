//! Cloud discovery: streams, categories, tags of apps, block scripts, log uploads.
//!
//! An upload has three steps: initiate (returns a signed address), upload to blob storage,
//! finalize. The log is not parsed: finalizing counts it in its stream. The answer says only that the log was taken; its
//! entry in the governance log is pending, and gets a status after 90 seconds of virtual time.
//!
//! Source: `api-discovery-*.md`; the envelope of streams and the course of parsing were observed.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::apps;
use super::filter::invalid;
use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::clock::iso;
use crate::generic::body;
use crate::generic::progress::{self, Stage};
use crate::random;
use crate::seed::mdca::parsed;
use crate::service::Service;
use crate::storage;
use crate::store::Store;
use crate::values::key_text;

/// Lifetime of an upload address.
const UPLOAD: Duration = Duration::from_secs(3600);
/// Time from the end of an upload to the status of its entry in the governance log.
const PARSING: Duration = Duration::from_secs(90);
/// The store's list of logs that are being parsed.
const OPEN: &str = "discovery logs under way";

/// Answers an operation of cloud discovery.
pub(super) fn answer(call: &mut Call<'_>, verb: &str) -> Option<Outcome> {
    Some(match verb {
        "list_streams" => streams(call),
        "list_categories" => bare_list(call, "DiscoveryCategory"),
        "list_app_tags" => bare_list(call, "AppTag"),
        "generate_block_script" => script(call),
        "initiate_upload" => initiate(call),
        "finalize_upload" => finalize(call),
        "add_app_tag" => tag(call, true),
        "remove_app_tag" => tag(call, false),
        _ => return None,
    })
}

/// Lists streams in the observed envelope. The page shows one bare stream.
fn streams(call: &mut Call<'_>) -> Outcome {
    let rows = records(call, "DiscoveryStream");
    Ok(Answer::json(200, json!({"streams": rows})))
}

/// The records of a data folder for this operation, or those of the table.
fn records(call: &mut Call<'_>, entity: &str) -> Vec<Value> {
    let data = call.store.data.clone();
    match data.as_ref().and_then(|data| data.list(&call.operation.id)) {
        Some(rows) => rows.to_vec(),
        None => call.table(entity).rows().cloned().collect(),
    }
}

/// A list without an envelope, with `skip` and `limit` (maximum 100) in the body.
fn bare_list(call: &mut Call<'_>, entity: &str) -> Outcome {
    let members = body::check(call)?;
    let number = |name: &str| {
        members
            .get(name)
            .and_then(Value::as_u64)
            .and_then(|one| usize::try_from(one).ok())
    };
    let rows = records(call, entity);
    let limit = number("limit").unwrap_or(100).min(100);
    let page: Vec<Value> = rows
        .into_iter()
        .skip(number("skip").unwrap_or(0))
        .take(limit)
        .collect();
    Ok(Answer::json(200, page.into()))
}

/// Adds an app to a tag or removes it. A new tag is created; removing from an unknown one
/// does nothing.
fn tag(call: &mut Call<'_>, add: bool) -> Outcome {
    let members = body::check(call)?;
    let name = members.get("tagName").map(key_text).unwrap_or_default();
    let text = call.path("app_id");
    let app: i64 = text.parse().map_err(|_| invalid(&text.as_str().into()))?;
    let known = call.table("AppTag").get(&name).cloned();
    let mut tag = match known {
        Some(tag) => tag,
        None if add => json!({"name": name, "id": name, "appIds": []}),
        None => return Ok(Answer::empty(200)),
    };
    if let Some(apps) = tag["appIds"].as_array_mut() {
        apps.retain(|one| *one != app);
        if add {
            apps.push(app.into());
        }
    }
    call.table("AppTag").insert(tag);
    Ok(Answer::empty(200))
}

/// A block script with one rule per domain of the unsanctioned apps. All formats have the
/// same content; the format must be a documented one.
fn script(call: &mut Call<'_>) -> Outcome {
    let format = call.query.get("format").cloned().unwrap_or_default();
    let known = call
        .operation
        .params_in("query")
        .find(|param| param.name == "format")
        .and_then(|param| param.values.as_ref());
    if known.is_some_and(|known| !known.iter().any(|one| key_text(one) == format)) {
        return Err(invalid(&format.into()));
    }
    let rules: String = apps::unsanctioned_domains(call)
        .iter()
        .map(|host| format!("url.domain={host} deny\n"))
        .collect();
    Ok(Answer::bytes(200, "text/plain; charset=utf-8", rules))
}

/// Returns the signed address for an upload.
fn initiate(call: &mut Call<'_>) -> Outcome {
    let name: String = call
        .query
        .get("filename")
        .into_iter()
        .flat_map(|name| name.chars())
        .map(|letter| {
            if letter.is_ascii_alphanumeric() || letter == '.' {
                letter
            } else {
                '-'
            }
        })
        .collect();
    let path = storage::path(
        call.store,
        &format!("uploads/{}/{name}", random::request_id()),
    );
    let url = storage::signed(call.url(Service::Storage), &path, call.now, UPLOAD);
    Ok(Answer::json(200, json!({"url": url, "provider": "azure"})))
}

/// Counts an uploaded log. Refuses an address that was not returned by initiate or to which
/// nothing was uploaded.
fn finalize(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let url = members.get("uploadUrl").map(key_text).unwrap_or_default();
    let base = call.url(Service::Storage).to_owned();
    let path = url
        .strip_prefix(&base)
        .and_then(|rest| rest.split('?').next())
        .unwrap_or_default();
    if !storage::was_uploaded(call.store, path) {
        return Err(invalid(&url.into()));
    }
    let is_snapshot = members.get("uploadAsSnapshot") == Some(&true.into());
    let stream = match members.get("inputStreamName").filter(|_| !is_snapshot) {
        Some(name) => count(call, &key_text(name)),
        None => Value::Null,
    };
    log_parsing(call, &stream);
    Ok(Answer::empty(200))
}

/// Counts a log in the stream of a name, and returns the id of the stream. An unknown stream is accepted: the log is
/// dropped.
fn count(call: &mut Call<'_>, name: &str) -> Value {
    let now = iso(call.now);
    let mut streams = call.table("DiscoveryStream").rows_mut();
    let Some(stream) = streams.find(|stream| stream["displayName"] == *name) else {
        return Value::Null;
    };
    let count = stream["logFilesHistoryCount"].as_i64().unwrap_or(0);
    stream["logFilesHistoryCount"] = (count + 1).into();
    stream["lastDataReceived"] = now.into();
    stream["_id"].clone()
}

/// Notes in the governance log that an uploaded log is being parsed.
fn log_parsing(call: &mut Call<'_>, stream: &Value) {
    let now = call.now.as_millisecond();
    let id = random::hex(&mut fastrand::Rng::new(), 24);
    call.table("GovernanceLogEntry").insert(json!({
        "_id": id, "taskName": "DiscoveryParseLogTask", "appId": null, "inputStreamId": stream,
        "timestamp": now, "updateTimestamp": now,
    }));
    progress::start(call.store, OPEN, json!({"id": id}), call.now);
}

/// Gives logs that were parsed by `now` their status.
pub(super) fn proceed(store: &mut Store, now: Timestamp) {
    progress::proceed(store, OPEN, PARSING, now, |store, note, progress| {
        let table = store.table("mdca", "GovernanceLogEntry");
        let Some(entry) = table.get_mut(&key_text(&note["id"])) else {
            return false;
        };
        if progress.stage == Stage::Ended {
            entry["status"] = parsed(true);
            entry["updateTimestamp"] = progress.since.as_millisecond().into();
        }
        true
    });
}
