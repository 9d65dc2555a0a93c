//! How much work one query may be: a bound in steps instead of seconds, so that the answer is the same on every machine.

use std::cell::Cell as Counter;

use serde_json::Value;

use super::QueryError;
use super::cell::Cell;

/// Looks at a value or copies of it. A query of forty terms over tens of thousands of rows stays below; using all of them up
/// takes about a second.
pub(super) const STEPS: u64 = if cfg!(test) { 1_000_000 } else { 30_000_000 };

/// Steps for a cell that is held until the end of an operator.
const HELD: usize = 8;

/// What is left of the steps of a query.
#[derive(Debug)]
pub(super) struct Budget(Counter<u64>);

impl Budget {
    pub(super) fn new(steps: u64) -> Self {
        Self(Counter::new(steps))
    }

    /// Takes steps. Without any left, it is for the caller to stop at the next [`check`](Self::check).
    pub(super) fn take(&self, steps: u64) -> bool {
        let left = self.0.get().checked_sub(steps);
        self.0.set(left.unwrap_or(0));
        left.is_some()
    }

    /// Takes a step for each of so many things.
    pub(super) fn take_each(&self, things: usize) -> bool {
        self.take(u64::try_from(things).unwrap_or(u64::MAX))
    }

    /// Takes the steps of cells that are held: they cost memory besides the time to make them.
    pub(super) fn hold(&self, cells: usize) -> bool {
        self.take_each(cells.saturating_mul(HELD))
    }

    /// Refuses the query if it has used its steps up.
    pub(super) fn check(&self, at: usize) -> Result<(), QueryError> {
        if self.0.get() > 0 {
            return Ok(());
        }
        let what =
            "Query execution has exceeded the allowed limits: it is too complex or reads too much.";
        Err(QueryError::new(at, what))
    }
}

/// What it costs to make or copy a value: long texts and lists cost more.
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
