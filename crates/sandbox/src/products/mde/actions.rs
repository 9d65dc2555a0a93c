//! Machine actions: accepted as `Pending`, `InProgress` after 30 seconds of virtual time,
//! ended after 90.
//!
//! Isolation, its release and offboarding have an effect on the machine when they end. An
//! action is refused if the same one is in progress on the machine, if the machine is
//! isolated already, or if its platform does not support it. Antivirus, restriction and
//! quarantine have no visible effect.
//!
//! Source: `machineaction.md`, `isolate-machine.md`, `cancel-machine-action.md`,
//! `get-package-sas-uri.md`; result codes were observed.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::live_response;
use super::lookup::{is_hex, machine};
use crate::call::{Call, Outcome};
use crate::clock::iso;
use crate::generic::progress::{self, Progress, Stage};
use crate::generic::{body, entity_answer_with, record};
use crate::random;
use crate::refusal::Refusal;
use crate::service::Service;
use crate::storage;
use crate::store::Store;
use crate::values::key_text;

/// Time from the start of an action to its end.
const LASTS: Duration = Duration::from_secs(90);
/// The store's list of actions that have not ended.
const OPEN: &str = "machine actions under way";
/// The store's list of isolated machines.
const ISOLATED: &str = "isolated devices";

/// Answers an operation on actions. Actions are started by operations on machines.
pub(super) fn answer(call: &mut Call<'_>, verb: &str) -> Option<Outcome> {
    Some(match verb {
        "cancel" => cancel(call),
        "get_package_uri" => package(call),
        "get_live_response_result" => live_response::result(call),
        _ => return None,
    })
}

/// The `type` of the action that an operation starts, and whether it needs Windows.
fn kind(verb: &str) -> Option<(&'static str, bool)> {
    Some(match verb {
        "isolate" => ("Isolate", false),
        "unisolate" => ("Unisolate", false),
        "restrict_code_execution" => ("RestrictCodeExecution", true),
        "unrestrict_code_execution" => ("UnrestrictCodeExecution", true),
        "run_antivirus_scan" => ("RunAntiVirusScan", true),
        "offboard" => ("Offboard", true),
        "collect_investigation_package" => ("CollectInvestigationPackage", false),
        "stop_and_quarantine_file" => ("StopAndQuarantineFile", true),
        "run_live_response" => ("LiveResponse", false),
        _ => return None,
    })
}

/// Starts the action of an operation on a machine.
///
/// # Errors
///
/// 400 for an empty comment, a hash that is not SHA-1, an unsupported platform, or a
/// conflict; 429 for too many live response sessions.
pub(super) fn start(call: &mut Call<'_>, verb: &str) -> Outcome {
    let Some((kind, windows)) = kind(verb) else {
        return crate::generic::answer(call);
    };
    let members = body::check(call)?;
    let machine = machine(call)?;
    let text = |name: &str| members.get(name).and_then(Value::as_str);
    if text("Comment").is_some_and(|comment| comment.trim().is_empty()) {
        return Err(Refusal::missing_parameter("Comment"));
    }
    if let Some(hash) = text("Sha1")
        && !is_hex(hash, 40)
    {
        return Err(Refusal::new(
            400,
            "InvalidHashValue",
            format!("'{hash}' is not a SHA-1"),
        ));
    }
    let platform = machine["osPlatform"].as_str().unwrap_or_default();
    if windows && !platform.starts_with("Windows") {
        let why = format!("{kind} is not supported on {platform}");
        return Err(Refusal::new(400, "OsPlatformNotSupported", why));
    }
    let machine_id = key_text(&machine["id"]);
    refuse_conflict(call, kind, &machine_id)?;
    if kind == "LiveResponse" {
        live_response::check(call, &members)?;
    }
    let action = action(call, kind, &machine, &members);
    let id = key_text(&action["id"]);
    let note = json!({
        "id": id, "machine": machine_id, "kind": kind,
        "ends": call.action_ends.unwrap_or("Succeeded"), "fails": call.command_fails.unwrap_or(0),
    });
    progress::start(call.store, OPEN, note, call.now);
    call.table("MachineAction").insert(action.clone());
    Ok(entity_answer_with(
        call,
        call.operation.response.status,
        action,
    ))
}

/// Refuses a second action of a type on a machine, and isolating twice.
fn refuse_conflict(call: &mut Call<'_>, kind: &str, machine_id: &str) -> Result<(), Refusal> {
    let open = call.store.list(OPEN).clone();
    if open
        .iter()
        .any(|note| note["machine"] == *machine_id && note["kind"] == *kind)
    {
        return Err(Refusal::new(
            400,
            "ActiveRequestAlreadyExists",
            "Action is already in progress",
        ));
    }
    let sessions = open
        .iter()
        .filter(|note| note["kind"] == "LiveResponse")
        .count();
    if kind == "LiveResponse" && sessions >= live_response::SESSIONS {
        return Err(Refusal::new(
            429,
            "TooManyRequests",
            "Too many live response sessions are active",
        ));
    }
    let isolated = call
        .store
        .list(ISOLATED)
        .iter()
        .any(|one| *one == *machine_id);
    match (kind, isolated) {
        ("Isolate", true) => Err(Refusal::new(
            400,
            "BadRequest",
            "Machine is already isolated",
        )),
        ("Unisolate", false) => Err(Refusal::new(400, "BadRequest", "Machine is not isolated")),
        _ => Ok(()),
    }
}

/// The record of a new action.
fn action(call: &Call<'_>, kind: &str, machine: &Value, members: &Map<String, Value>) -> Value {
    let now = iso(call.now);
    let scope = match kind {
        "Isolate" => members
            .get("IsolationType")
            .cloned()
            .unwrap_or_else(|| "Full".into()),
        "RunAntiVirusScan" => members.get("ScanType").cloned().unwrap_or_default(),
        _ => Value::Null,
    };
    let source = members
        .get("RequestSource")
        .cloned()
        .unwrap_or_else(|| "PublicApi".into());
    let file = members
        .get("Sha1")
        .map(|hash| json!({"fileIdentifier": hash, "fileIdentifierType": "Sha1"}));
    json!({
        "id": random::request_id(), "type": kind, "title": members.get("Title"), "scope": scope, "requestor": call.actor(),
        "requestorComment": members.get("Comment"), "requestSource": source,
        "externalId": members.get("ExternalId"),
        "status": "Pending", "machineId": machine["id"], "computerDnsName": machine["computerDnsName"],
        "creationDateTimeUtc": now, "lastUpdateDateTimeUtc": now, "cancellationRequestor": null,
        "cancellationComment": null, "cancellationDateTimeUtc": null, "errorHResult": 0,
        "relatedFileInfo": file, "commands": live_response::commands(members), "troubleshootInfo": null,
    })
}

/// Brings all actions to where they are at `now`.
pub(super) fn proceed(store: &mut Store, now: Timestamp) {
    progress::proceed(store, OPEN, LASTS, now, step);
}

/// Brings the record of an action to its stage, and applies its effect at the end.
fn step(store: &mut Store, note: &Value, progress: Progress) -> bool {
    let id = key_text(&note["id"]);
    let ends = note["ends"].as_str().unwrap_or("Succeeded");
    let Some(action) = store.table("mde", "MachineAction").get_mut(&id) else {
        return false;
    };
    match progress.stage {
        Stage::Accepted => {}
        Stage::Running => {
            action["status"] = "InProgress".into();
            action["lastUpdateDateTimeUtc"] = iso(progress.since).into();
        }
        Stage::Ended => {
            action["status"] = ends.into();
            action["errorHResult"] = result_code(ends).into();
            action["lastUpdateDateTimeUtc"] = iso(progress.since).into();
            let end = live_response::End {
                started: progress.started,
                ended: progress.since,
                status: ends,
                fails: note["fails"].as_u64().unwrap_or(0),
            };
            live_response::finish(action, &end);
            if ends == "Succeeded" {
                take_effect(store, note);
            }
        }
    }
    true
}

/// The `errorHResult` observed with each final state.
fn result_code(status: &str) -> i64 {
    match status {
        "Succeeded" => 0,
        "TimeOut" => -2_145_844_840,
        "Cancelled" => -2_147_467_260,
        _ => -2_147_467_259,
    }
}

/// The effect of an action that succeeded.
fn take_effect(store: &mut Store, note: &Value) {
    let machine = note["machine"].clone();
    match note["kind"].as_str() {
        Some("Isolate") => store.list(ISOLATED).push(machine),
        Some("Unisolate") => store.list(ISOLATED).retain(|one| *one != machine),
        Some("Offboard") => {
            if let Some(machine) = store.table("mde", "Machine").get_mut(&key_text(&machine)) {
                machine["onboardingStatus"] = "CanBeOnboarded".into();
            }
        }
        _ => {}
    }
}

/// Cancels an action. Only a `Pending` one can be cancelled.
fn cancel(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let mut action = record(call, "MachineAction", "action_id")?;
    if action["status"] != "Pending" {
        return Err(Refusal::new(
            400,
            "BadRequest",
            "Only a pending action can be cancelled",
        ));
    }
    let now = iso(call.now);
    action["status"] = "Cancelled".into();
    action["errorHResult"] = result_code("Cancelled").into();
    action["cancellationRequestor"] = call.actor().into();
    action["cancellationComment"] = members.get("Comment").cloned().unwrap_or_default();
    action["cancellationDateTimeUtc"] = now.clone().into();
    action["lastUpdateDateTimeUtc"] = now.into();
    call.store
        .list(OPEN)
        .retain(|note| note["id"] != action["id"]);
    call.table("MachineAction").insert(action.clone());
    Ok(entity_answer_with(
        call,
        call.operation.response.status,
        action,
    ))
}

/// The signed address of an investigation package, valid for 10 minutes. The service puts
/// it into quotation marks inside the JSON text. The package is an empty zip archive.
fn package(call: &mut Call<'_>) -> Outcome {
    let action = record(call, "MachineAction", "action_id")?;
    let id = key_text(&action["id"]);
    if action["type"] != "CollectInvestigationPackage" || action["status"] != "Succeeded" {
        return Err(Refusal::not_found("Package of machine action", &id));
    }
    let path = storage::path(call.store, &format!("packages/{id}.zip"));
    let link = storage::signed(
        call.url(Service::Storage),
        &path,
        call.now,
        Duration::from_secs(600),
    );
    Ok(entity_answer_with(
        call,
        200,
        json!({"value": format!("\"{link}\"")}),
    ))
}

#[cfg(test)]
mod tests;
