//! Automated investigations: queued, running after 30 seconds of virtual time, ended after
//! 90.
//!
//! Source: `initiate-autoir-investigation.md`, `get-investigation-object.md`.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::json;

use super::lookup::machine;
use crate::call::{Call, Outcome};
use crate::clock::iso;
use crate::generic::progress::{self, Stage};
use crate::generic::{body, entity_answer};
use crate::refusal::Refusal;
use crate::store::Store;
use crate::values::key_text;

/// Time from the start of an investigation to its end.
const LASTS: Duration = Duration::from_secs(90);
/// The store's list of investigations that have not ended.
const OPEN: &str = "investigations under way";

pub(super) fn answer(call: &mut Call<'_>, verb: &str) -> Option<Outcome> {
    (verb == "get").then(|| get(call))
}

/// Returns an investigation by its id or by the id of the alert that triggered it.
fn get(call: &mut Call<'_>) -> Outcome {
    let id = call.path("investigation_id");
    let table = call.table("Investigation");
    let found = table
        .get(&id)
        .or_else(|| table.find("triggeringAlertId", &id))
        .cloned();
    Ok(entity_answer(
        call,
        found.ok_or_else(|| Refusal::not_found("Investigation", &id))?,
    ))
}

/// Starts an investigation on a machine with Windows. It ends as `Benign` unless a fault
/// says otherwise.
pub(super) fn start(call: &mut Call<'_>) -> Outcome {
    body::check(call)?;
    let machine = machine(call)?;
    let platform = machine["osPlatform"].as_str().unwrap_or_default();
    if !platform.starts_with("Windows") {
        let why = format!("An investigation is not supported on {platform}");
        return Err(Refusal::new(400, "OsPlatformNotSupported", why));
    }
    let id = call.store.next_number("investigations", 70_001).to_string();
    let investigation = json!({
        "id": id, "startTime": iso(call.now), "endTime": null, "cancelledBy": null, "state": "Queued",
        "statusDetails": null, "machineId": machine["id"], "computerDnsName": machine["computerDnsName"],
        "triggeringAlertId": null,
    });
    let ends = call.action_ends.unwrap_or("Benign");
    progress::start(call.store, OPEN, json!({"id": id, "ends": ends}), call.now);
    call.table("Investigation").insert(investigation.clone());
    Ok(entity_answer(call, investigation))
}

/// Brings all investigations to where they are at `now`.
pub(super) fn proceed(store: &mut Store, now: Timestamp) {
    progress::proceed(store, OPEN, LASTS, now, |store, note, progress| {
        let table = store.table("mde", "Investigation");
        let Some(investigation) = table.get_mut(&key_text(&note["id"])) else {
            return false;
        };
        match progress.stage {
            Stage::Accepted => {}
            Stage::Running => investigation["state"] = "Running".into(),
            Stage::Ended => {
                investigation["state"] = note["ends"].clone();
                investigation["endTime"] = iso(progress.since).into();
            }
        }
        true
    });
}
