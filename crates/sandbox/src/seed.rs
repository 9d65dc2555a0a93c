//! Made-up records: one organization, written in the forms of every product.
//!
//! [`Estate`] holds the facts (devices, people, files, software, alerts, incidents) as
//! plain data. The modules named after products write them as entities, so that the same
//! alert or device is found in all products under the same id. Records of other entities
//! are made from the tables alone, by `generic`.
//!
//! All values are invented. Domains and addresses are those reserved for documentation,
//! except `contoso.com`, the vendor's own example. No documentation sample is copied.

mod alerts;
pub(crate) mod assessments;
pub(crate) mod cases;
mod customers;
mod devices;
mod estate;
mod evidence;
mod files;
pub(crate) mod generic;
pub(crate) mod graph;
pub(crate) mod mdca;
pub(crate) mod mde;
mod people;
mod plan;
mod seeder;
pub(crate) mod simulations;
mod software;
pub(crate) mod vulnerabilities;
mod words;
mod xdr;

pub(crate) use alerts::AlertFact;
pub(crate) use devices::Device;
pub(crate) use estate::Estate;
pub(crate) use plan::Plan;
pub(crate) use seeder::Seeder;

use serde_json::Value;

use crate::tables::guests;

/// The seeded records of an entity, in the order of its list.
pub(crate) fn rows(seeder: &Seeder, product: &'static str, entity: &str) -> Vec<Value> {
    let known = match product {
        "mde" => mde::rows(seeder, entity).or_else(|| vulnerabilities::rows(seeder, entity)),
        "mdca" => mdca::rows(seeder, entity),
        guest if guests::find(guest).is_some() => None,
        _ => graph::rows(seeder, entity)
            .or_else(|| simulations::rows(seeder, entity))
            .or_else(|| assessments::rows(seeder, entity))
            .or_else(|| xdr::rows(seeder, entity))
            .or_else(|| cases::rows(seeder, entity))
            .or_else(|| customers::rows(seeder, entity)),
    };
    known.unwrap_or_else(|| generic::rows(seeder, product, entity, generic::ROWS))
}

#[cfg(test)]
mod tests;
