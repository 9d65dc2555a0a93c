//! A limit on the work of a query, counted in steps.
//!
//! A query has one budget, which is only taken from. Taking more than is left empties it; functions of values then
//! return null and the operator that called them reports the limit at its next [`check`](Budget::check). So results
//! that lack steps are never seen.
//!
//! | what | steps |
//! | --- | --- |
//! | evaluating a node | 1, and the weight of its value |
//! | a text of n bytes | 1 + n / 4 |
//! | a dynamic value | the sum over its items and names |
//! | a cell that stays in memory | 8, and its weight |
//! | compiling a regular expression | 1,000 and 50 for each byte |

use std::cell::Cell as Counter;

use serde_json::Value;

use crate::cell::Cell;
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;

/// Steps of a cell that stays in memory until the end of an operator.
///
/// A cell is 40 bytes and more, and making a row copies it: the factor was chosen so that memory ends with the
/// steps.
const HELD: usize = 8;

/// The steps that a query has left.
#[derive(Debug)]
pub(super) struct Budget(Counter<u64>);

impl Budget {
    /// A budget of so many steps.
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
    ///
    /// More things than fit into 64 bits empty the budget.
    pub(super) fn take_each(&self, things: usize) -> bool {
        self.take(u64::try_from(things).unwrap_or(u64::MAX))
    }

    /// Takes the steps of cells that stay in memory.
    pub(super) fn hold(&self, cells: usize) -> bool {
        self.take_each(cells.saturating_mul(HELD))
    }

    /// Takes the steps of a row that stays in memory.
    pub(super) fn hold_row(&self, row: &[Cell]) -> bool {
        let cost = row.iter().map(weight).fold(1, u64::saturating_add);
        self.take(cost) && self.hold(row.len())
    }

    /// Refuses the query if no steps are left.
    ///
    /// The message is close to that of the service, which names its limits the same way.
    pub(super) fn check(&self, span: Span) -> Result<(), Problem> {
        if self.0.get() > 0 {
            return Ok(());
        }
        let message = "the query exceeded the allowed limits: it is too complex or reads too much";
        Err(Problem::new(ProblemKind::Limit, span, message))
    }

    /// Whether no steps are left.
    pub(super) fn is_spent(&self) -> bool {
        self.0.get() == 0
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

/// The steps of a dynamic value, with names and items at any depth.
fn of_json(value: &Value) -> u64 {
    match value {
        Value::String(text) => 1 + length(text.len()) / 4,
        Value::Array(items) => items.iter().map(of_json).fold(1, u64::saturating_add),
        Value::Object(members) => members.iter().fold(1, |sum, (name, value)| {
            sum.saturating_add(1 + length(name.len()) / 4)
                .saturating_add(of_json(value))
        }),
        _ => 1,
    }
}

fn length(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}
