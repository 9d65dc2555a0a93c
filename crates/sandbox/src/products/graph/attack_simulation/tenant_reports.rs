//! Reports over all simulations of the tenant, a row a user. Excluded simulations do not count.
//!
//! Source: `securityreportsroot-getattacksimulationrepeatoffenders.md` and the pages of the other
//! two functions.

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::life::{instant, launch_of};
use super::report::{Reaction, reactions, targets, trainings, was_launched};
use crate::call::{Call, Outcome};
use crate::clock::iso;
use crate::generic::list;
use crate::seed::{Estate, Seeder};

/// What one user did in all simulations.
#[derive(Clone, Copy, Debug, Default)]
struct History {
    /// Number of simulations whose mail the user got.
    simulations: usize,
    /// Launch of the latest of them.
    latest: Option<Timestamp>,
    clicks: usize,
    compromised: usize,
}

/// Users who fell for more than one simulation.
pub(super) fn repeat_offenders(call: &mut Call<'_>) -> Outcome {
    let seeder = call.store.seeder();
    let rows: Vec<Value> = histories(call, seeder.estate())
        .iter()
        .enumerate()
        .filter(|(_, history)| history.compromised > 1)
        .map(|(person, history)| {
            json!({
                "repeatOffenceCount": history.compromised,
                "attackSimulationUser": user(seeder.estate(), person),
            })
        })
        .collect();
    list::of_rows(call, &rows)
}

/// All users with the number of their simulations. Null for users of none, as in the sample.
pub(super) fn simulation_coverage(call: &mut Call<'_>) -> Outcome {
    let seeder = call.store.seeder();
    let rows: Vec<Value> = histories(call, seeder.estate())
        .iter()
        .enumerate()
        .map(|(person, history)| {
            let count = |count: usize| (history.simulations > 0).then_some(count);
            json!({
                "simulationCount": count(history.simulations), "clickCount": count(history.clicks),
                "compromisedCount": count(history.compromised),
                "latestSimulationDateTime": history.latest.map(iso),
                "attackSimulationUser": user(seeder.estate(), person),
            })
        })
        .collect();
    list::of_rows(call, &rows)
}

/// Users with trainings, from simulations and from training campaigns. Users without one are left
/// out: the sample has none. Trainings of a campaign are never completed here.
pub(super) fn training_coverage(call: &mut Call<'_>) -> Outcome {
    let seeder: Arc<Seeder> = call.store.seeder();
    let estate = seeder.estate();
    let mut of_people: Vec<Vec<Value>> = vec![Vec::new(); estate.people.len()];
    for (simulation, seen) in counted(call, estate) {
        for name in trainings(call.store, &simulation["trainingSetting"]) {
            for one in &seen {
                if let Some(assigned) = one.assigned {
                    of_people[one.person].push(training(&name, assigned, one.completed));
                }
            }
        }
    }
    for campaign in campaigns(call) {
        let launch = instant(&campaign["campaignSchedule"]["launchDateTime"]);
        let Some(launch) = launch.filter(|launch| *launch <= call.now) else {
            continue;
        };
        for name in trainings(call.store, &campaign["trainingSetting"]) {
            for person in targets(estate, &campaign) {
                of_people[person].push(training(&name, launch, None));
            }
        }
    }
    let rows: Vec<Value> = of_people
        .into_iter()
        .enumerate()
        .filter(|(_, trainings)| !trainings.is_empty())
        .map(|(person, trainings)| {
            json!({"userTrainings": trainings, "attackSimulationUser": user(estate, person)})
        })
        .collect();
    list::of_rows(call, &rows)
}

/// The simulations that count in reports, with what their targets did.
fn counted(call: &mut Call<'_>, estate: &Estate) -> Vec<(Value, Vec<Reaction>)> {
    let now = call.now;
    let simulations = call.table("Simulation").rows();
    simulations
        .filter(|one| one["status"] != "excluded" && was_launched(one, now))
        .map(|one| (one.clone(), reactions(estate, one, now)))
        .collect()
}

/// The training campaigns that have begun and were not taken back.
fn campaigns(call: &mut Call<'_>) -> Vec<Value> {
    let rows = call.table("TrainingCampaign").rows();
    let has_begun = |campaign: &&Value| {
        let status = campaign["campaignSchedule"]["status"].as_str();
        matches!(status, Some("inProgress" | "completed"))
    };
    rows.filter(has_begun).cloned().collect()
}

/// The history of each person of the organization, by index.
fn histories(call: &mut Call<'_>, estate: &Estate) -> Vec<History> {
    let mut histories = vec![History::default(); estate.people.len()];
    for (simulation, seen) in counted(call, estate) {
        let launch = launch_of(&simulation);
        for one in seen {
            let history = &mut histories[one.person];
            history.simulations += 1;
            history.latest = history.latest.max(launch);
            history.clicks += usize::from(one.clicked);
            history.compromised += usize::from(one.compromised);
        }
    }
    histories
}

/// A user, as these reports show one.
fn user(estate: &Estate, person: usize) -> Value {
    let person = &estate.people[person];
    json!({"userId": person.object_id, "displayName": person.display_name, "email": person.upn})
}

/// A training of a user. Of the words of its state `assigned` and `completed` occur: no time is set
/// at which one would be overdue.
fn training(name: &str, assigned: Timestamp, completed: Option<Timestamp>) -> Value {
    json!({
        "displayName": name, "assignedDateTime": iso(assigned),
        "completionDateTime": completed.map(iso),
        "trainingStatus": if completed.is_some() { "completed" } else { "assigned" },
    })
}
