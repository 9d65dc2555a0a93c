//! Tasks of Defender Experts for incidents, and the actions that they propose.
//!
//! | `actionStatus` | `status` | when |
//! | --- | --- | --- |
//! | `notStarted` | `open` | as seeded |
//! | `inProgress` | `inProgress` | after the action was started |
//! | `completed` or `failed` | the same word | after 60 seconds |
//!
//! [`Fault::action_ends`](crate::Fault::action_ends) chooses the last word. No request makes or deletes a task.
//!
//! An action runs at once and ends after 60 seconds of virtual time. The device or file that it is for is not changed.
//!
//! Source: `security-list-incidenttasks.md`, `security-incidenttask-executeresponseaction.md`.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::answer::{Answer, Body};
use crate::call::{Call, Outcome};
use crate::clock::iso;
use crate::generic::progress::{self, Stage};
use crate::generic::{list, record};
use crate::refusal::Refusal;
use crate::store::Store;
use crate::values::key_text;

/// Time from the start of an action to its end.
const LASTS: Duration = Duration::from_secs(60);
/// The store's list of actions that have not ended.
const OPEN: &str = "actions of incident tasks";

/// Actions that the service carries out by itself.
const SUPPORTED: [&str; 8] = [
    "collectInvestigationPackage",
    "isolateDevice",
    "unRestrictAppExecution",
    "unIsolateDevice",
    "restrictAppExecution",
    "runAntiVirusScan",
    "stopAndQuarantineFile",
    "submitIocRule",
];

/// Names that filters use and records do not have, with the member that they mean.
const ALIASES: [(&str, &str); 3] = [
    ("incidentId", "/incident/id"),
    ("type", "/actionType"),
    ("lastUpdateDateTime", "/lastModifiedDateTime"),
];

/// Lists the tasks. Filters and order may use names that records do not have.
pub(super) fn rows(call: &mut Call<'_>) -> Outcome {
    let mut rows: Vec<Value> = call.table("IncidentTask").rows().cloned().collect();
    for row in &mut rows {
        if let Some(incident) = row["incident"]["id"].as_str().map(str::to_owned) {
            let found = call.table("Incident").get(&incident).cloned();
            row["incident"] = found.unwrap_or_else(|| row["incident"].take());
        }
        for (name, pointer) in ALIASES {
            row[name] = row.pointer(pointer).cloned().unwrap_or_default();
        }
    }
    let mut answer = list::of_rows(call, &rows)?;
    if let Body::Json(body) = &mut answer.body {
        let shown = body["value"].as_array_mut().into_iter().flatten();
        for members in shown.filter_map(Value::as_object_mut) {
            members.retain(|name, _| !ALIASES.iter().any(|(alias, _)| alias == name));
        }
    }
    Ok(answer)
}

/// Starts the action of a task.
///
/// # Errors
///
/// 400 for an action that people have to do, and for one that was started before.
pub(super) fn execute(call: &mut Call<'_>) -> Outcome {
    let mut task = record(call, "IncidentTask", "incident_task_id")?;
    let action = task["actionType"].as_str().unwrap_or_default();
    if !SUPPORTED.contains(&action) {
        let why = format!("The action '{action}' is not carried out by the service");
        return Err(Refusal::invalid_input(why));
    }
    if task["actionStatus"] != "notStarted" {
        return Err(Refusal::invalid_input("The action was started before"));
    }
    task["status"] = "inProgress".into();
    task["actionStatus"] = "inProgress".into();
    task["lastModifiedDateTime"] = iso(call.now).into();
    task["lastModifiedByDisplayName"] = call.actor().into();
    call.table("IncidentTask").insert(task);
    let ends = call.action_ends.unwrap_or("completed");
    let note = json!({"id": call.path("incident_task_id"), "ends": ends});
    progress::start(call.store, OPEN, note, call.now);
    Ok(Answer::empty(204))
}

/// Ends the actions that have lasted long enough. A failed action fails its task.
pub(super) fn proceed(store: &mut Store, now: Timestamp) {
    progress::proceed(store, OPEN, LASTS, now, |store, note, progress| {
        let id = key_text(&note["id"]);
        let Some(task) = store.table("xdr", "IncidentTask").get_mut(&id) else {
            return false;
        };
        if progress.stage == Stage::Ended {
            task["actionStatus"] = note["ends"].clone();
            task["status"] = note["ends"].clone();
            task["lastModifiedDateTime"] = iso(progress.since).into();
        }
        true
    });
}
