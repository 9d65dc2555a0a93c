//! Attack simulation training: the content of attacks, simulations of the last year, training
//! campaigns.
//!
//! Targets are people of the organization. Reports are not seeded: they are computed from the
//! simulations when they are read.
//!
//! Source: `simulation.md`, `payload.md`, `training.md`, `trainingcampaign.md`.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::generic;
use super::seeder::Seeder;
use crate::clock::{earlier, iso, later};
use crate::random;

/// Languages that made-up content exists in.
const LOCALES: [&str; 3] = ["en-us", "de-de", "ja-jp"];
const DAY: i64 = 86_400;
/// Status, days from the launch until now (negative: ahead) and duration of each simulation.
const SIMULATIONS: [(&str, i64, i64); generic::ROWS] = [
    ("running", 2, 7),
    ("scheduled", -3, 7),
    ("draft", 0, 7),
    ("cancelled", 20, 7),
    ("excluded", 40, 7),
    ("succeeded", 30, 7),
    ("succeeded", 61, 14),
    ("succeeded", 92, 7),
    ("succeeded", 122, 3),
    ("succeeded", 153, 7),
    ("failed", 184, 7),
    ("succeeded", 214, 30),
];

/// The records of an entity. `None` if this module says nothing about it.
pub(super) fn rows(seeder: &Seeder, entity: &str) -> Option<Vec<Value>> {
    Some(match entity {
        "Simulation" => simulations(seeder),
        "SimulationAutomationRun" => runs(seeder),
        "TrainingCampaign" => campaigns(seeder),
        "AttackSimulationOperation" => operations(seeder),
        "TrainingLanguageDetail" => language_details(seeder),
        "Payload" | "LandingPage" | "LoginPage" | "EndUserNotification" | "Training" => {
            content(seeder, entity)
        }
        _ => return None,
    })
}

/// The id of a training's text in one language. It follows from the two, because no member of the
/// text names its training.
pub(crate) fn language_detail_id(training: &str, locale: &str) -> String {
    random::guid(&mut random::rng(0, &format!("{training}/{locale}")))
}

fn generic_rows(seeder: &Seeder, entity: &str) -> Vec<Value> {
    generic::rows(seeder, "xdr", entity, generic::ROWS)
}

/// Simulations. The first four are in the states that can be changed.
fn simulations(seeder: &Seeder) -> Vec<Value> {
    let mut rows = generic_rows(seeder, "Simulation");
    for (number, (row, (status, ago, days))) in rows.iter_mut().zip(SIMULATIONS).enumerate() {
        let launch = earlier(seeder.plan().base, ago * DAY);
        let is_planned = status != "draft";
        row["status"] = status.into();
        row["displayName"] = format!("Simulation {}", number + 1).into();
        row["attackTechnique"] = "credentialHarvesting".into();
        row["attackType"] = "social".into();
        row["payloadDeliveryPlatform"] = "email".into();
        row["durationInDays"] = days.into();
        row["createdDateTime"] = iso(earlier(seeder.plan().base, ago.max(0) * DAY + DAY)).into();
        row["lastModifiedDateTime"] = row["createdDateTime"].clone();
        row["launchDateTime"] = planned(is_planned, launch, 0);
        row["completionDateTime"] = planned(is_planned, launch, days);
        row["isAutomated"] = false.into();
        row["automationId"] = Value::Null;
        row["oAuthConsentAppDetail"] = Value::Null;
        row["report"] = Value::Null;
        row["includedAccountTarget"] = targets(seeder, number);
        row["excludedAccountTarget"] = Value::Null;
        row["trainingSetting"] = training_setting(number);
        row["endUserNotificationSetting"] = notifications(number);
    }
    rows
}

/// The time some days after the launch, if the simulation is planned.
fn planned(is_planned: bool, launch: Timestamp, days: i64) -> Value {
    match is_planned {
        true => iso(later(
            launch,
            Duration::from_secs(u64::try_from(days * DAY).unwrap_or(0)),
        ))
        .into(),
        false => Value::Null,
    }
}

/// Every fourth has all users of the tenant as targets, the others a dozen of them.
fn targets(seeder: &Seeder, number: usize) -> Value {
    if number % 4 == 3 {
        return json!({
            "@odata.type": "#microsoft.graph.includeAllAccountTargetContent", "type": "includeAll",
        });
    }
    let people = &seeder.estate().people;
    let emails: Vec<&str> = (0..12)
        .filter_map(|step| people.get((number * 5 + step) % people.len().max(1)))
        .map(|person| person.upn.as_str())
        .collect();
    json!({
        "@odata.type": "#microsoft.graph.addressBookAccountTargetContent", "type": "addressBook",
        "accountTargetEmails": emails,
    })
}

/// Every third simulation has no training.
fn training_setting(number: usize) -> Value {
    match number % 3 {
        2 => {
            json!({"@odata.type": "#microsoft.graph.noTrainingSetting", "settingType": "noTraining"})
        }
        _ => json!({
            "@odata.type": "#microsoft.graph.microsoftManagedTrainingSetting",
            "settingType": "microsoftManaged", "trainingCompletionDuration": "month",
            "completionDateTime": null,
        }),
    }
}

/// Notices of a simulation: none where it has no training. Its type is abstract, so the concrete one
/// is named.
fn notifications(number: usize) -> Value {
    let (kind, setting) = match number % 3 {
        2 => ("noTrainingNotificationSetting", "noNotification"),
        _ => ("trainingNotificationSetting", "trainingSelected"),
    };
    json!({
        "@odata.type": format!("#microsoft.graph.{kind}"), "settingType": setting,
        "notificationPreference": "microsoft", "positiveReinforcement": null,
    })
}

/// Runs of simulation automations. Each run created one simulation.
fn runs(seeder: &Seeder) -> Vec<Value> {
    let simulations = generic_rows(seeder, "Simulation");
    let mut runs = generic_rows(seeder, "SimulationAutomationRun");
    for (run, simulation) in runs.iter_mut().zip(simulations) {
        run["simulationId"] = simulation["id"].clone();
    }
    runs
}

/// Training campaigns: the first is in progress, the second is scheduled, the others are over.
fn campaigns(seeder: &Seeder) -> Vec<Value> {
    let mut rows = generic_rows(seeder, "TrainingCampaign");
    for (number, row) in rows.iter_mut().enumerate() {
        let (status, ago) = match number {
            0 => ("inProgress", 1),
            1 => ("scheduled", -2),
            _ => ("completed", i64::try_from(number).unwrap_or(0) * 20),
        };
        let launch = earlier(seeder.plan().base, ago * DAY);
        row["displayName"] = format!("Training campaign {}", number + 1).into();
        row["createdDateTime"] = iso(earlier(seeder.plan().base, ago.max(0) * DAY + DAY)).into();
        row["lastModifiedDateTime"] = row["createdDateTime"].clone();
        row["campaignSchedule"] = json!({
            "launchDateTime": planned(true, launch, 0),
            "completionDateTime": planned(true, launch, 3),
            "status": status,
        });
        row["includedAccountTarget"] = targets(seeder, number);
        row["excludedAccountTarget"] = Value::Null;
        row["trainingSetting"] = training_setting(0);
        row["endUserNotificationSetting"] = notifications(0);
        row["report"] = Value::Null;
    }
    rows
}

/// Operations of the past. All have succeeded.
fn operations(seeder: &Seeder) -> Vec<Value> {
    let mut rows = generic_rows(seeder, "AttackSimulationOperation");
    for row in &mut rows {
        row["status"] = "succeeded".into();
        row["percentageCompleted"] = 100.into();
        row["type"] = "updateSimulation".into();
        row["statusDetail"] = "Done".into();
        row["tenantId"] = seeder.plan().tenant_id.clone().into();
        row["resourceLocation"] = Value::Null;
    }
    rows
}

/// Payloads, pages, notifications and trainings. Every third is the tenant's own.
fn content(seeder: &Seeder, entity: &str) -> Vec<Value> {
    let mut rows = generic_rows(seeder, entity);
    for (number, row) in rows.iter_mut().enumerate() {
        row["displayName"] = format!("{entity} {}", number + 1).into();
        let source = if number % 3 == 0 { "tenant" } else { "global" };
        for (member, value) in [
            ("source", json!(source)),
            ("status", json!("ready")),
            ("technique", json!("credentialHarvesting")),
            ("platform", json!("email")),
            ("language", json!("en")),
            ("locale", json!(LOCALES[0])),
            ("supportedLocales", json!(LOCALES)),
            ("type", json!("phishing")),
            ("availabilityStatus", json!("available")),
            ("durationInMinutes", json!(3 + number)),
            ("tags", json!(["Phishing", "Basic"])),
        ] {
            if row.get(member).is_some() {
                row[member] = value;
            }
        }
    }
    rows
}

/// The texts of all trainings, in all their languages.
fn language_details(seeder: &Seeder) -> Vec<Value> {
    let trainings = content(seeder, "Training");
    let count = trainings.len() * LOCALES.len();
    let mut rows = generic::rows(seeder, "xdr", "TrainingLanguageDetail", count);
    let texts = trainings
        .iter()
        .flat_map(|training| LOCALES.map(|locale| (training, locale)));
    for (row, (training, locale)) in rows.iter_mut().zip(texts) {
        let id = training["id"].as_str().unwrap_or_default();
        row["id"] = language_detail_id(id, locale).into();
        row["displayName"] = training["displayName"].clone();
        row["locale"] = locale.into();
        row["isDefaultLangauge"] = (locale == LOCALES[0]).into();
    }
    rows
}
