//! Attack simulation training: simulations and training campaigns, their life, their reports.
//!
//! A change is accepted with an empty answer whose `location` names an operation. It takes effect
//! when the operation succeeds, a minute of virtual time later. After that a simulation lives by
//! its dates: `scheduled` until its launch, `running` until its end, then `succeeded`. Reports are
//! computed from the simulations and the time.
//!
//! | operation | meaning |
//! | --- | --- |
//! | `notStarted` | accepted; nothing is changed yet |
//! | `running` | after 30 seconds |
//! | `succeeded` | the change is made, `resourceLocation` is the address of the record |
//! | `failed` | by a fault alone; nothing is changed |
//!
//! Chosen here, because no page says it: a missing status makes a draft, a missing launch is now,
//! a missing duration is a week. Not emulated: mail, automations that start simulations, the
//! report of a training campaign.
//!
//! Source: `attacksimulationroot-post-simulation.md`, `simulation-update.md`,
//! `attacksimulationroot-post-trainingcampaigns.md`, `trainingcampaign-update.md`.

mod bound;
mod changes;
mod life;
mod report;
mod tenant_reports;

use serde_json::{Map, Value, json};

use crate::answer::Body;
use crate::call::{Call, Outcome};
use crate::generic::{self, list, record};
use crate::odata::Options;
use crate::random;
use crate::refusal::Refusal;
use crate::seed::simulations::language_detail_id;
use crate::tables;

/// The relationships of a simulation, and the entities they lead to.
const CONTENT: [(&str, &str); 3] = [
    ("payload", "Payload"),
    ("loginPage", "LoginPage"),
    ("landingPage", "LandingPage"),
];

/// Answers an operation of attack simulation training. `None` for others, and for those that the
/// tables describe.
pub(super) fn answer(call: &mut Call<'_>) -> Option<Outcome> {
    let id = call.operation.id.strip_prefix("graph.attack_simulation")?;
    life::proceed(call);
    Some(match id {
        ".simulation_create" | ".training_campaign_create" => changes::create(call),
        ".simulation_update" => changes::update(call, "simulation_id"),
        ".training_campaign_update" => changes::update(call, "training_campaign_id"),
        ".simulation_get" => expanded_one(call, "simulation_id"),
        ".training_get" => expanded_one(call, "training_id"),
        ".simulations_list" | ".trainings_list" => expanded_list(call),
        ".training_language_detail_get" => language_detail(call),
        ".simulation_report_overview_get" => return report_overview(call),
        "_reports.list_repeat_offenders" => tenant_reports::repeat_offenders(call),
        "_reports.list_simulation_coverage" => tenant_reports::simulation_coverage(call),
        "_reports.list_training_coverage" => tenant_reports::training_coverage(call),
        _ => return None,
    })
}

/// The names in `$expand`. Nested options are not read. The pages of these operations document no
/// `$expand`; the SDK sends it, and it is the only way to the ids of the texts of a training.
fn expands(call: &Call<'_>) -> Vec<String> {
    let names = call.option("$expand").unwrap_or_default().split(',');
    names.map(|name| name.trim().to_owned()).collect()
}

/// One record, with the relationships that the request expands.
fn expanded_one(call: &mut Call<'_>, param: &str) -> Outcome {
    let options = Options::read(call.operation, call.request.service, &call.query)?;
    let entity = call.operation.response.entity.clone().unwrap_or_default();
    let mut found = record(call, &entity, param)?;
    expand(call, &mut found);
    Ok(generic::entity_answer(call, options.project(&found)))
}

/// A list, with the relationships that the request expands. Records without their id, left out by
/// `$select`, are not expanded.
fn expanded_list(call: &mut Call<'_>) -> Outcome {
    let mut answer = list::answer(call)?;
    if let Body::Json(body) = &mut answer.body
        && let Some(rows) = body["value"].as_array_mut()
    {
        for row in rows {
            expand(call, row);
        }
    }
    Ok(answer)
}

/// Adds the relationships that the request expands. Unknown names were refused before, with the
/// other options.
fn expand(call: &mut Call<'_>, record: &mut Value) {
    let Some(id) = record["id"].as_str().map(str::to_owned) else {
        return;
    };
    for name in expands(call) {
        if let Some((_, entity)) = CONTENT.iter().find(|(member, _)| *member == name) {
            record[&name] = content(call, &id, &name, entity);
        } else if name == "languageDetails" {
            record[&name] = language_details(call, &id).into();
        }
    }
}

/// What a simulation is made of: what it was created with. A seeded one has some record of the
/// kind, always the same.
fn content(call: &mut Call<'_>, simulation: &str, member: &str, entity: &str) -> Value {
    let chosen = life::chosen(call.store, simulation);
    let table = call.table(entity);
    if !chosen.is_null() {
        let found = chosen[member].as_str().and_then(|id| table.get(id));
        return found.cloned().unwrap_or_default();
    }
    let count = u64::try_from(table.len()).unwrap_or(1).max(1);
    let at = usize::try_from(random::hash(simulation) % count).unwrap_or(0);
    table.rows().nth(at).cloned().unwrap_or_default()
}

/// The texts of a training, in the languages that it names.
fn language_details(call: &mut Call<'_>, training: &str) -> Vec<Value> {
    let locales = call.table("Training").get(training);
    let locales = locales.map(|training| training["supportedLocales"].clone());
    let locales: Vec<Value> = locales
        .and_then(|one| one.as_array().cloned())
        .unwrap_or_default();
    let table = call.table("TrainingLanguageDetail");
    locales
        .iter()
        .filter_map(|locale| table.get(&language_detail_id(training, locale.as_str()?)))
        .cloned()
        .collect()
}

/// A training in one language. The text of another training is not found below this one.
fn language_detail(call: &mut Call<'_>) -> Outcome {
    let (training, id) = (call.path("training_id"), call.path("language_detail_id"));
    generic::exists(call, "Training", "training_id")?;
    let found = language_details(call, &training);
    let found = found.into_iter().find(|one| one["id"] == *id);
    let found = found.ok_or_else(|| Refusal::not_found("TrainingLanguageDetail", &id))?;
    Ok(generic::entity_answer(call, found))
}

/// The overview of a simulation's report. `None` if a data folder has the response.
///
/// A simulation that was not launched has a report, too: its targets are counted, its events are
/// zero.
fn report_overview(call: &mut Call<'_>) -> Option<Outcome> {
    let data = call.store.data.as_ref();
    if data.is_some_and(|data| data.object(&call.operation.id).is_some()) {
        return None;
    }
    Some(
        record(call, "Simulation", "simulation_id").map(|simulation| {
            let overview = report::overview(call.store, &simulation, call.now);
            generic::entity_answer(call, overview)
        }),
    )
}

/// Who made a change, as these records hold it. Only the client id of the caller is known.
fn identity(call: &Call<'_>) -> Value {
    json!({"id": call.actor(), "displayName": null, "email": null})
}

/// The words of enums with a small first letter, as responses have them. Requests may capitalize
/// them, as a sample does.
fn small_words(call: &Call<'_>, members: &mut Map<String, Value>) {
    let is_enum = |name: &str| {
        let mut inputs = call.operation.params_in("body");
        inputs.any(|param: &tables::Param| param.name == name && param.kind == "enum")
    };
    for (name, value) in members.iter_mut() {
        if let Some(word) = value.as_str().filter(|_| is_enum(name)) {
            *value = crate::values::lower_first(word).into();
        }
    }
}
