//! Relations of software, vulnerabilities and recommendations.
//!
//! All three belong to a product of the organization, so each can be found from the others.
//!
//! Source: `get-software-*.md`, `get-machines-by-*.md`, `get-recommendation-*.md`.

use serde_json::{Value, json};

use crate::call::{Call, Outcome};
use crate::generic::entity_answer;
use crate::generic::list::of_rows;
use crate::refusal::Refusal;
use crate::seed::vulnerabilities::{machine_reference, recommendation_id, software};

/// Answers a relation. `None` for lists and gets.
pub(super) fn answer(call: &mut Call<'_>, verb: &str) -> Option<Outcome> {
    if matches!(verb, "get" | "list" | "list_by_machine_and_software") {
        return None;
    }
    let (entity, param) = match call.operation.id.split('.').nth(1) {
        Some("software") => ("Software", "software_id"),
        Some("recommendations") => ("Recommendation", "recommendation_id"),
        Some("remediation_tasks") => ("RemediationTask", "task_id"),
        _ => ("Vulnerability", "cve_id"),
    };
    Some(of_product(call, entity, param, verb))
}

/// The records related to a product.
fn of_product(call: &mut Call<'_>, entity: &str, param: &str, verb: &str) -> Outcome {
    let id = call.path(param);
    let Some(record) = call.table(entity).get(&id) else {
        return Err(Refusal::not_found(entity, &id));
    };
    let product = record["productId"].as_str().map(str::to_owned);
    let seeder = call.store.seeder();
    let estate = seeder.estate();
    let place = match entity {
        "Software" => estate.product(&id),
        "RemediationTask" => product.and_then(|id| estate.product(&id)),
        "Recommendation" => estate
            .products
            .iter()
            .position(|product| recommendation_id(product) == id),
        _ => estate
            .weaknesses
            .iter()
            .find(|weakness| weakness.cve == id)
            .map(|weakness| weakness.product),
    };
    // Records of a data folder belong to no seeded product: they have no relations.
    let Some(place) = place else {
        return of_rows(call, &[]);
    };
    let weaknesses = || {
        estate
            .weaknesses
            .iter()
            .filter(|weakness| weakness.product == place)
    };
    match verb {
        "get_software" => Ok(entity_answer(call, software(estate, place))),
        "list_machines" if entity == "Software" => {
            let rows: Vec<Value> = estate.devices_with(place).map(machine_reference).collect();
            of_rows(call, &rows)
        }
        "list_machines" => {
            let rows: Vec<Value> = estate
                .devices_exposed(place)
                .map(machine_reference)
                .collect();
            of_rows(call, &rows)
        }
        "list_distributions" => {
            let versions =
                estate.products[place]
                    .versions
                    .iter()
                    .enumerate()
                    .map(|(number, version)| {
                        let count = estate
                            .installations
                            .iter()
                            .filter(|one| one.product == place && one.version == number)
                            .count();
                        json!({"version": version, "installations": count,
                       "vulnerabilities": if number == 0 { weaknesses().count() } else { 0 }})
                    });
            let rows: Vec<Value> = versions.collect();
            of_rows(call, &rows)
        }
        "list_missing_kbs" => {
            let keys: Vec<String> = weaknesses().map(|weakness| weakness.kb.clone()).collect();
            picked(call, "MissingKb", &keys)
        }
        _ => {
            let keys: Vec<String> = weaknesses().map(|weakness| weakness.cve.clone()).collect();
            picked(call, "Vulnerability", &keys)
        }
    }
}

/// The records with these keys.
fn picked(call: &mut Call<'_>, entity: &str, keys: &[String]) -> Outcome {
    let rows: Vec<Value> = keys
        .iter()
        .filter_map(|key| call.table(entity).get(key).cloned())
        .collect();
    of_rows(call, &rows)
}
