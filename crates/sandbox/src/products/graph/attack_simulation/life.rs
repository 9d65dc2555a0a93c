//! What changes without a request: operations are carried out, simulations and training campaigns
//! begin and end.
//!
//! Nothing runs in the background: each call first brings the records to the present. Records of a
//! data folder stay as they are.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::call::Call;
use crate::clock::{iso, later};
use crate::generic::progress::{self, Progress, Stage};
use crate::store::Store;
use crate::values::{key_text, lower_first};

/// Time from a request until its effect.
const LASTS: Duration = Duration::from_secs(60);
const DAY: Duration = Duration::from_secs(86_400);
/// Duration of a simulation that names none, in days. The page calls the member optional and names
/// no default.
const DAYS: u32 = 7;
/// The store's list of operations that have not ended.
const OPEN: &str = "attack simulation operations";
/// The store's list of simulations that callers created, with what they are made of.
const CREATED: &str = "attack simulations created";

/// Notes a change that an operation will make.
pub(super) fn note(call: &mut Call<'_>, note: Value) {
    progress::start(call.store, OPEN, note, call.now);
}

/// The ids of the content that a simulation was created with. Null for a seeded one.
pub(super) fn chosen(store: &mut Store, simulation: &str) -> Value {
    let created = store.list(CREATED).iter();
    let mut created = created.rev().filter(|one| one["id"] == *simulation);
    created.next().cloned().unwrap_or_default()
}

/// Brings everything to `now`.
pub(super) fn proceed(call: &mut Call<'_>) {
    let now = call.now;
    progress::proceed(call.store, OPEN, LASTS, now, carry_out);
    for (list, entity, apply) in [
        (
            "graph.attack_simulation.simulations_list",
            "Simulation",
            live as fn(&mut Value, Timestamp),
        ),
        (
            "graph.attack_simulation.training_campaigns_list",
            "TrainingCampaign",
            campaign_lives,
        ),
    ] {
        let documented: Vec<String> = call
            .store
            .data
            .as_ref()
            .and_then(|data| data.list(list))
            .into_iter()
            .flatten()
            .map(|record| key_text(&record["id"]))
            .collect();
        let records = call.store.table("xdr", entity).rows_mut();
        for record in records.filter(|record| !documented.contains(&key_text(&record["id"]))) {
            apply(record, now);
        }
    }
}

/// Brings an operation to where it is; its change is made when it has succeeded. False if the
/// operation is gone.
fn carry_out(store: &mut Store, note: &Value, progress: Progress) -> bool {
    let (status, percent, place) = match progress.stage {
        Stage::Accepted => return true,
        Stage::Running => (json!("running"), 50, Value::Null),
        Stage::Ended => {
            let succeeded = note["ends"] == "succeeded";
            let place = if succeeded && make(store, note, progress.since) {
                note["place"].clone()
            } else {
                Value::Null
            };
            (note["ends"].clone(), 100, place)
        }
    };
    let operations = store.table("xdr", "AttackSimulationOperation");
    let Some(operation) = operations.get_mut(&key_text(&note["operation"])) else {
        return false;
    };
    operation["status"] = status;
    operation["percentageCompleted"] = percent.into();
    operation["lastActionDateTime"] = iso(progress.since).into();
    operation["statusDetail"] = "Processed".into();
    operation["resourceLocation"] = place;
    true
}

/// Makes a change. False if its record was deleted meanwhile.
///
/// Changes are made in the order in which they were accepted, each on what the one before left.
fn make(store: &mut Store, note: &Value, at: Timestamp) -> bool {
    let entity = note["entity"].as_str().unwrap_or_default();
    let id = key_text(&note["id"]);
    let change = note["change"].as_object().cloned().unwrap_or_default();
    let is_new = change.contains_key("id");
    let table = store.table("xdr", entity);
    let mut record = match (table.get(&id).and_then(Value::as_object), is_new) {
        (Some(known), _) => known.clone(),
        (None, true) => Map::new(),
        (None, false) => return false,
    };
    record.extend(change);
    let now = iso(at);
    if is_new {
        record.insert("createdDateTime".to_owned(), now.clone().into());
    } else {
        record.insert("lastModifiedBy".to_owned(), note["by"].clone());
    }
    record.insert("lastModifiedDateTime".to_owned(), now.into());
    let mut record = Value::Object(record);
    match entity {
        "Simulation" => plan(&mut record, at),
        _ => settle(&mut record),
    }
    table.insert(record);
    if entity == "Simulation" {
        choose(store, &id, note["content"].as_object(), is_new);
    }
    true
}

/// Notes what a simulation is made of. A change adds to what was there.
fn choose(store: &mut Store, id: &str, content: Option<&Map<String, Value>>, is_new: bool) {
    let content = content.filter(|content| is_new || !content.is_empty());
    let Some(content) = content else {
        return;
    };
    let mut made = chosen(store, id).as_object().cloned().unwrap_or_default();
    made.extend(content.clone());
    made.insert("id".to_owned(), id.to_owned().into());
    store.list(CREATED).push(Value::Object(made));
}

/// Sets the dates that follow from the status of a simulation.
///
/// A schedule gets a launch, if it has none, and an end. A simulation that is cancelled ends then, so
/// later events do not count. A change of the duration of a running one moves its end.
fn plan(simulation: &mut Value, at: Timestamp) {
    match simulation["status"].as_str() {
        Some("running") if launch_of(simulation).is_none() => {
            simulation["status"] = "scheduled".into();
            plan(simulation, at);
        }
        Some("scheduled" | "running") => {
            let launch = launch_of(simulation).unwrap_or(at);
            let days = simulation["durationInDays"].as_u64();
            let days = days
                .and_then(|days| u32::try_from(days).ok())
                .unwrap_or(DAYS);
            simulation["launchDateTime"] = iso(launch).into();
            simulation["durationInDays"] = days.into();
            simulation["completionDateTime"] = iso(later(launch, DAY * days)).into();
        }
        Some("cancelled") => simulation["completionDateTime"] = iso(at).into(),
        _ => {}
    }
}

/// Writes the status of a campaign as responses do: the samples of requests capitalize it.
fn settle(campaign: &mut Value) {
    let status = campaign["campaignSchedule"]["status"].as_str();
    if let Some(status) = status.map(lower_first) {
        campaign["campaignSchedule"]["status"] = status.into();
    }
}

/// Launches and ends a simulation. One whose launch and end have both passed goes through both
/// states in one call.
fn live(simulation: &mut Value, now: Timestamp) {
    let has_come = |at: Option<Timestamp>| at.is_some_and(|at| at <= now);
    if simulation["status"] == "scheduled" && has_come(launch_of(simulation)) {
        simulation["status"] = "running".into();
    }
    if simulation["status"] == "running" && has_come(instant(&simulation["completionDateTime"])) {
        simulation["status"] = "succeeded".into();
    }
}

/// Begins and ends a training campaign. Drafts and cancelled ones stay as they are.
fn campaign_lives(campaign: &mut Value, now: Timestamp) {
    let schedule = &mut campaign["campaignSchedule"];
    let has_come = |at: &Value| instant(at).is_some_and(|at| at <= now);
    if schedule["status"] == "scheduled" && has_come(&schedule["launchDateTime"]) {
        schedule["status"] = "inProgress".into();
    }
    if schedule["status"] == "inProgress" && has_come(&schedule["completionDateTime"]) {
        schedule["status"] = "completed".into();
    }
}

/// The launch of a simulation.
pub(super) fn launch_of(simulation: &Value) -> Option<Timestamp> {
    instant(&simulation["launchDateTime"])
}

/// The time in a member.
pub(super) fn instant(value: &Value) -> Option<Timestamp> {
    value.as_str()?.parse().ok()
}
