//! Where records come from: one made-up organisation, told in the forms of every product.
//!
//! [`Estate`] holds the facts (devices, users, files, software, alerts, incidents) as plain data;
//! the modules beside it write them as the entities of one product, so that the same alert is
//! found everywhere. What the estate does not know is made from the entity tables by `generic`.

mod alerts;
mod devices;
mod estate;
pub(crate) mod generic;
pub(crate) mod graph;
pub(crate) mod mdca;
pub(crate) mod mde;
pub(crate) mod vulnerabilities;
pub(crate) mod words;
pub(crate) mod xdr;

pub(crate) use alerts::AlertFact;
pub(crate) use devices::Device;
pub(crate) use estate::Estate;

use serde_json::Value;

use crate::random;
use crate::store::Store;
use crate::tables::guests;

/// Rows of an entity that the estate knows nothing about.
const GENERIC_ROWS: usize = 12;

/// The seeded records of an entity.
pub(crate) fn rows(store: &Store, product: &'static str, entity: &str) -> Vec<Value> {
    let known = match product {
        "mde" => mde::rows(store, entity).or_else(|| vulnerabilities::rows(store, entity)),
        "mdca" => mdca::rows(store, entity),
        guest if guests::find(guest).is_some() => None,
        _ => graph::rows(store, entity).or_else(|| xdr::rows(store, entity)),
    };
    known.unwrap_or_else(|| generic_rows(store, product, entity, GENERIC_ROWS))
}

/// Records made from the entity table alone.
pub(crate) fn generic_rows(
    store: &Store,
    product: &'static str,
    entity: &str,
    count: usize,
) -> Vec<Value> {
    let rng = random::rng(store.plan.seed, &format!("{product}/{entity}"));
    let mut maker = generic::Maker::new(product, rng, store.plan.base);
    (0..count)
        .map(|number| maker.record(entity, number))
        .collect()
}

#[cfg(test)]
mod tests;
