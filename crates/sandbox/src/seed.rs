//! Where records come from: one made-up organisation, told in the forms of every product.
//!
//! [`Estate`] holds the facts (devices, users, files, software, alerts, incidents) as plain data;
//! the modules beside it write them as the entities of one product, so that the same alert is
//! found everywhere. What the estate does not know is made from the entity tables by `generic`.

mod alerts;
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

/// The seeded records of an entity.
pub(crate) fn rows(seeder: &Seeder, product: &'static str, entity: &str) -> Vec<Value> {
    let known = match product {
        "mde" => mde::rows(seeder, entity).or_else(|| vulnerabilities::rows(seeder, entity)),
        "mdca" => mdca::rows(seeder, entity),
        guest if guests::find(guest).is_some() => None,
        _ => graph::rows(seeder, entity).or_else(|| xdr::rows(seeder, entity)),
    };
    known.unwrap_or_else(|| generic::rows(seeder, product, entity, generic::ROWS))
}

#[cfg(test)]
mod tests;
