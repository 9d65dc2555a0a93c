//! A limit on the work of a query, counted in steps.
//!
//! A limit in seconds would give other results on a slow machine. One step is one look at a
//! value or one copy of it; cells that stay in memory cost more.

use std::cell::Cell as Counter;

use serde_json::Value;

use super::QueryError;
use super::cell::Cell;

/// Steps of a query. Using all of them takes about a second. A query of 40 terms over tens
/// of thousands of rows needs fewer.
pub(super) const STEPS: u64 = if cfg!(test) { 1_000_000 } else { 30_000_000 };

/// Steps of a cell that stays in memory until the end of an operator.
const HELD: usize = 8;

/// The steps that a query has left.
#[derive(Debug)]
pub(super) struct Budget(Counter<u64>);

impl Budget {
    pub(super) fn new(steps: u64) -> Self {
        Self(Counter::new(steps))
    }

    /// Takes steps. Returns false without enough left; the caller then stops at the next
    /// [`check`](Self::check).
    pub(super) fn take(&self, steps: u64) -> bool {
        let left = self.0.get().checked_sub(steps);
        self.0.set(left.unwrap_or(0));
        left.is_some()
    }

    /// Takes one step for each of so many things.
    pub(super) fn take_each(&self, things: usize) -> bool {
        self.take(u64::try_from(things).unwrap_or(u64::MAX))
    }

    /// Takes the steps of cells that stay in memory.
    pub(super) fn hold(&self, cells: usize) -> bool {
        self.take_each(cells.saturating_mul(HELD))
    }

    /// Refuses the query if no steps are left.
    pub(super) fn check(&self, at: usize) -> Result<(), QueryError> {
        if self.0.get() > 0 {
            return Ok(());
        }
        let message =
            "Query execution has exceeded the allowed limits: it is too complex or reads too much.";
        Err(QueryError::new(at, message))
    }
}

/// Steps to make or copy a value. Long texts and lists cost more.
pub(super) fn weight(cell: &Cell) -> u64 {
    match cell {
        Cell::Text(text) => 1 + length(text.len()) / 4,
        Cell::Dynamic(value) => of_json(value),
        _ => 1,
    }
}

fn of_json(value: &Value) -> u64 {
    match value {
        Value::String(text) => 1 + length(text.len()) / 4,
        Value::Array(items) => items.iter().map(of_json).fold(1, u64::saturating_add),
        Value::Object(members) => members.values().map(of_json).fold(1, u64::saturating_add),
        _ => 1,
    }
}

fn length(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}
