//! What users did in a simulation, and its overview.
//!
//! What a user does, and when, follows from the ids of the simulation and of the user: always the
//! same, within two days after the launch. An event counts once its time has come, and none counts
//! after the end. Event names are those of the sample.
//!
//! | share of targets | what they do |
//! | --- | --- |
//! | 20 % | click and fall for it |
//! | 20 % | click |
//! | 30 % | report the mail |
//! | 30 % | nothing |
//!
//! Who clicks gets a training, unless the simulation has none. Half of them complete it a day later.
//!
//! Source: `simulationreportoverview-get.md`, `simulationreportoverview.md`.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::bound::kind;
use super::life::{instant, launch_of};
use crate::clock::later;
use crate::random;
use crate::seed::{Estate, Seeder};
use crate::store::Store;
use crate::values::key_text;

/// Users act within this many seconds after the launch.
const ACTIVE: u64 = 2 * 86_400;
/// Time from an assignment until a training is completed, by those who complete it.
const LEARNS: Duration = Duration::from_secs(86_400);

/// What a target of a simulation did until now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reaction {
    /// Index of the person in the organization.
    pub(super) person: usize,
    pub(super) clicked: bool,
    /// Fell for the attack, after a click.
    pub(super) compromised: bool,
    pub(super) reported: bool,
    /// When a training was assigned because of a click.
    pub(super) assigned: Option<Timestamp>,
    /// When that training was completed.
    pub(super) completed: Option<Timestamp>,
}

/// The indexes of the users that a simulation or a training campaign selects. Addresses of nobody
/// are left out.
pub(super) fn targets(estate: &Estate, record: &Value) -> Vec<usize> {
    let (included, excluded) = (
        &record["includedAccountTarget"],
        &record["excludedAccountTarget"],
    );
    let selects = |target: &Value, upn: &str| {
        let emails = target["accountTargetEmails"]
            .as_array()
            .into_iter()
            .flatten();
        let mut emails = emails.filter_map(Value::as_str);
        kind(target).eq_ignore_ascii_case("includeAll")
            || emails.any(|email| email.eq_ignore_ascii_case(upn))
    };
    let people = estate.people.iter().enumerate();
    people
        .filter(|(_, person)| selects(included, &person.upn) && !selects(excluded, &person.upn))
        .map(|(index, _)| index)
        .collect()
}

/// Whether mails of a simulation were sent by now. One that was cancelled before its launch sent
/// none; one that failed sent none either.
pub(super) fn was_launched(simulation: &Value, now: Timestamp) -> bool {
    let status = simulation["status"].as_str();
    let was_started = matches!(
        status,
        Some("running" | "succeeded" | "cancelled" | "excluded")
    );
    let end = instant(&simulation["completionDateTime"]).unwrap_or(now);
    was_started && launch_of(simulation).is_some_and(|launch| launch <= now && launch <= end)
}

/// What each target did until now. Empty before the launch.
pub(super) fn reactions(estate: &Estate, simulation: &Value, now: Timestamp) -> Vec<Reaction> {
    let Some(launch) = launch_of(simulation).filter(|_| was_launched(simulation, now)) else {
        return Vec::new();
    };
    let end = instant(&simulation["completionDateTime"]).map_or(now, |end| end.min(now));
    let has_training = has_training(simulation);
    let react = |person: usize| {
        let subject = format!(
            "{}/{}",
            key_text(&simulation["id"]),
            estate.people[person].object_id
        );
        let chance = random::hash(&subject);
        let at = later(launch, Duration::from_secs((chance >> 16) % ACTIVE));
        let (way, acted) = ((chance >> 8) % 10, at <= end);
        let clicked = acted && way < 4;
        let assigned = (clicked && has_training).then_some(at);
        let completes = later(at, LEARNS);
        Reaction {
            person,
            clicked,
            compromised: acted && way < 2,
            reported: acted && (4..7).contains(&way),
            assigned,
            completed: assigned
                .filter(|_| chance.is_multiple_of(2) && completes <= now)
                .map(|_| completes),
        }
    };
    targets(estate, simulation).into_iter().map(react).collect()
}

/// Whether users who fall for a simulation get a training.
fn has_training(simulation: &Value) -> bool {
    let setting = &simulation["trainingSetting"];
    let is_none = setting["settingType"] == "noTraining"
        || setting["@odata.type"] == "#microsoft.graph.noTrainingSetting";
    setting.is_object() && !is_none
}

/// The names of the trainings of a setting: those that it names, else the first one there is.
pub(super) fn trainings(store: &mut Store, setting: &Value) -> Vec<String> {
    let name = |value: &Value| value["displayName"].as_str().map(str::to_owned);
    let mapped = setting["trainingAssignmentMappings"].as_array();
    let named = mapped.into_iter().flatten();
    let named: Vec<String> = named
        .filter_map(|mapping| name(&mapping["training"]))
        .chain(name(setting))
        .collect();
    if !named.is_empty() {
        return named;
    }
    let first = store.table("xdr", "Training").first();
    first.and_then(name).into_iter().collect()
}

/// The overview of the report of a simulation. The rate is of those who got the mail, and the advice
/// is there as soon as one of them fell for it.
pub(super) fn overview(store: &mut Store, simulation: &Value, now: Timestamp) -> Value {
    let seeder: std::sync::Arc<Seeder> = store.seeder();
    let estate = seeder.estate();
    let seen = reactions(estate, simulation, now);
    let count = |is: fn(&Reaction) -> bool| seen.iter().filter(|one| is(one)).count();
    let (clicked, compromised) = (count(|one| one.clicked), count(|one| one.compromised));
    let assigned = count(|one| one.assigned.is_some());
    let completed = count(|one| one.completed.is_some());
    let event = |name: &str, count: usize| json!({"eventName": name, "count": count});
    let infos: Vec<Value> = trainings(store, &simulation["trainingSetting"])
        .into_iter()
        .filter(|_| assigned > 0)
        .map(|name| {
            json!({
                "displayName": name, "assignedUserCount": assigned, "completedUserCount": completed,
            })
        })
        .collect();
    let advice = json!({
        "title": "Require phishing-resistant sign-in", "potentialScoreImpact": 5.0,
        "actionWebUrl": "https://security.microsoft.com/securescore",
    });
    json!({
        "resolvedTargetsCount": targets(estate, simulation).len(),
        "simulationEventsContent": {
            "compromisedRate": rate(compromised, seen.len()),
            "events": [
                event("SuccessfullyDeliveredMail", seen.len()),
                event("ReportedEmail", count(|one| one.reported)),
                event("EmailLinkClicked", clicked),
            ],
        },
        "trainingEventsContent": {
            "trainingsAssignedUserCount": assigned, "assignedTrainingsInfos": infos,
        },
        "recommendedActions": if compromised > 0 { json!([advice]) } else { json!([]) },
    })
}

/// A share in percent; zero of nothing.
fn rate(part: usize, whole: usize) -> f64 {
    let number = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
    match whole {
        0 => 0.0,
        _ => 100.0 * number(part) / number(whole),
    }
}
