//! Records that belong to a parent: below its path, and in its relationships.
//!
//! The tables do not say which records belong together. A hash of the id of the parent chooses them,
//! so that the list below a record, the same list in another call and the relationship with
//! `$expand` agree. Products whose records do belong together (alerts of an incident, software of a
//! machine) have handlers of their own.

use serde_json::{Value, json};

use crate::call::Call;

/// The record of an entity that belongs to a parent, always the same one.
pub(super) fn row_of(call: &mut Call<'_>, entity: &str, parent: &str) -> Value {
    let place = crate::random::hash(parent);
    let table = call.table(entity);
    let count = u64::try_from(table.len()).unwrap_or(1).max(1);
    let at = usize::try_from(place % count).unwrap_or(0);
    table.rows().nth(at).cloned().unwrap_or_else(|| json!({}))
}

/// Up to five records of an entity that belong to a parent, always the same ones.
pub(super) fn rows_of(call: &mut Call<'_>, entity: &str, parent: &str) -> Vec<Value> {
    let start = crate::random::hash(parent);
    let table = call.table(entity);
    let count = table.len();
    let at = usize::try_from(start % 1024).unwrap_or(0);
    table
        .rows()
        .cycle_from(at % count.max(1))
        .take(count.min(5))
        .cloned()
        .collect()
}

/// Iterates from a position to the end, and on from the start.
trait CycleFrom: Iterator + Sized {
    fn cycle_from(self, at: usize) -> std::vec::IntoIter<Self::Item> {
        let mut items: Vec<Self::Item> = self.collect();
        if !items.is_empty() {
            let at = at % items.len();
            items.rotate_left(at);
        }
        items.into_iter()
    }
}

impl<I: Iterator> CycleFrom for I {}
