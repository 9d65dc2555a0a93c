//! `range`, `make-series` and `top-nested`.
//!
//! A list of values costs 8 steps for each, so a range without end stops at the limit.
//!
//! # Examples
//!
//! ```
//! # let now = "2026-01-01T00:00:00Z".parse()?;
//! # let rows = |query: &str| -> Result<Vec<String>, kql::Problem> {
//! #     let table = kql::evaluate(query, &kql::Schema::new(), kql::Limits::default(), now)?;
//! #     let row = |cells: &Vec<kql::Cell>| cells.iter().map(kql::Cell::to_text).collect::<Vec<_>>().join(",");
//! #     Ok(table.rows.iter().map(row).collect())
//! # };
//! let T = "datatable(At:long, Name:string)[0, 'a', 1, 'a', 5, 'a', 4, 'b']";
//! let query = |rest: &str| rows(&format!("{T} | {rest}"));
//! assert_eq!(
//!     query("make-series N = count() on At from 0 to 6 step 2 by Name")?,
//!     ["a,[2,0,1],[0,2,4]", "b,[0,0,1],[0,2,4]"]
//! );
//! assert_eq!(query("make-series max(At) default=-1 on At step 4")?, ["[1,5],[0,4]"]);
//! assert_eq!(
//!     query("top-nested 1 of Name by count(), top-nested 2 of At by max(At)")?,
//!     ["a,3,5,5", "a,3,1,1"]
//! );
//! assert_eq!(rows("range At from 3 to 1 step -1")?, ["3", "2", "1"]);
//! assert_eq!(rows("range At from 3 to 1 step 1 | count")?, ["0"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::cmp::Ordering;

use serde_json::Value;

use super::calculate::arithmetic;
use super::context::Context;
use super::node::Row;
use super::{Result, Rows, Run};
use crate::cell::Cell;
use crate::check::Columns;
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;
use crate::syntax::{Arithmetic, Expression, Level, Named};

/// The values from one to another, both included. Empty if the step does not lead there.
///
/// Serves `range` as an operator and as a function. A step of zero gives nothing.
pub(super) fn steps(context: &Context, from: &Cell, to: &Cell, step: &Cell) -> Vec<Cell> {
    let mut values = Vec::new();
    let mut at = from.clone();
    let Some(direction) =
        arithmetic(Arithmetic::Plus, from, step).and_then(|next| next.compare(from))
    else {
        return values;
    };
    if direction == Ordering::Equal {
        return values;
    }
    while at.compare(to).is_some_and(|order| order != direction) && context.budget.hold(1) {
        values.push(at.clone());
        match arithmetic(Arithmetic::Plus, &at, step) {
            Some(next) => at = next,
            None => break,
        }
    }
    values
}

/// First bin, end of the last bin, and size of a bin.
type Ends<'q> = (
    Option<&'q Expression>,
    Option<&'q Expression>,
    &'q Expression,
);

impl<'q> Run<'_, 'q> {
    /// A list of aggregates for each group: one item for each bin of the axis.
    ///
    /// Bins are `[start, start + step)`. Rows outside are dropped, also those whose axis is null. Without rows there
    /// is no series: `kind=nonempty`, which gives one of defaults, is read and dropped.
    #[expect(clippy::too_many_arguments, reason = "the clauses of the operator")]
    pub(super) fn make_series(
        &mut self,
        span: Span,
        columns: Columns,
        input: &Rows,
        aggregates: &'q [(Named, Option<Expression>)],
        axis: &'q Named,
        (from, to, step): Ends<'q>,
        by: &'q [Named],
    ) -> Result<Rows> {
        let node = self.bind(&axis.value, &input.columns)?;
        let step = self.constant(step)?;
        let places: Vec<Cell> = (0..input.rows.len())
            .map(|at| self.context.value(&node, Row::of(&input.rows, at)))
            .collect();
        let known = |wanted: Ordering| {
            let values = places.iter().filter(|cell| !cell.is_null()).cloned();
            values.reduce(|one, other| {
                if other.compare(&one) == Some(wanted) {
                    other
                } else {
                    one
                }
            })
        };
        let from = match from {
            Some(from) => self.constant(from)?,
            None => known(Ordering::Less).unwrap_or(Cell::Null),
        };
        let (to, open) = match to {
            Some(to) => (self.constant(to)?, true),
            None => (known(Ordering::Greater).unwrap_or(Cell::Null), false),
        };
        let mut bins = steps(self.context, &from, &to, &step);
        if open
            && bins
                .last()
                .is_some_and(|last| last.compare(&to) == Some(Ordering::Equal))
        {
            bins.pop();
        }
        self.context.budget.check(span)?;
        let mut parts = Vec::new();
        for (named, default) in aggregates {
            let default = match default {
                Some(default) => self.constant(default)?,
                None => Cell::Long(0),
            };
            parts.push((self.part(named, &[], &input.columns)?, default));
        }
        let bin_of = |cell: &Cell| {
            let later = bins
                .iter()
                .position(|bin| bin.compare(cell) == Some(Ordering::Greater));
            later.unwrap_or(bins.len()).checked_sub(1)
        };
        let end = |cell: &Cell| match open {
            true => cell.compare(&to) == Some(Ordering::Less),
            false => true,
        };
        let mut rows = Vec::new();
        for (mut row, members) in self.groups(input, by)? {
            let mut in_bins: Vec<Vec<&Vec<Cell>>> = vec![Vec::new(); bins.len()];
            for member in members {
                let cell = self.context.value(&node, Row::alone(member));
                self.context.budget.take_each(bins.len());
                if let Some(bin) = bin_of(&cell).filter(|_| !cell.is_null() && end(&cell)) {
                    in_bins[bin].push(member);
                }
            }
            self.context
                .budget
                .hold(bins.len().saturating_mul(parts.len() + 1));
            self.context.budget.check(span)?;
            for (part, default) in &parts {
                let items = in_bins.iter().map(|members| {
                    let mut cells = Vec::new();
                    if members.is_empty() {
                        return default.to_dynamic();
                    }
                    part.add(self.context, members, &mut cells);
                    cells.first().map_or(Value::Null, Cell::to_dynamic)
                });
                row.push(Cell::Dynamic(items.collect()));
            }
            row.push(Cell::Dynamic(bins.iter().map(Cell::to_dynamic).collect()));
            row.resize(columns.len(), Cell::Null);
            rows.push(row);
        }
        Ok(Rows { columns, rows })
    }

    /// The first values of each level, within each value of the level before.
    ///
    /// A value whose aggregate is null is last in descending order. `with others` is not evaluated.
    pub(super) fn top_nested(
        &mut self,
        columns: Columns,
        input: &Rows,
        levels: &'q [Level],
    ) -> Result<Rows> {
        let mut rows = Vec::new();
        self.nested_level(input, levels, &mut Vec::new(), &mut rows)?;
        Ok(Rows { columns, rows })
    }

    /// One level: groups the rows, orders the groups, and goes into each with the levels that are left. At most 16
    /// levels.
    fn nested_level(
        &mut self,
        input: &Rows,
        levels: &'q [Level],
        before: &mut Vec<Cell>,
        rows: &mut Vec<Vec<Cell>>,
    ) -> Result<()> {
        let Some((level, rest)) = levels.split_first() else {
            rows.push(before.clone());
            return Ok(());
        };
        if levels.len() > 16 {
            let message = "the query is too complex: too many levels of `top-nested`";
            return Err(Problem::new(
                ProblemKind::TooComplex,
                level.of.value.span,
                message,
            ));
        }
        let count = match &level.count {
            Some(count) => self.count(count)?,
            None => usize::MAX,
        };
        let part = self.part(&level.by, &[], &input.columns)?;
        let groups = self.groups(input, std::slice::from_ref(&level.of))?;
        let mut ranked = Vec::new();
        for (key, members) in groups {
            let mut cells = Vec::new();
            part.add(self.context, &members, &mut cells);
            let by = cells.into_iter().next().unwrap_or(Cell::Null);
            ranked.push((key.into_iter().next().unwrap_or(Cell::Null), by, members));
        }
        ranked.sort_by(|one, other| {
            let order = one.1.compare(&other.1).unwrap_or(Ordering::Equal);
            if level.ascending {
                order
            } else {
                order.reverse()
            }
        });
        for (key, by, members) in ranked.into_iter().take(count) {
            let inner = Rows {
                columns: input.columns.clone(),
                rows: members.into_iter().cloned().collect(),
            };
            self.context.budget.hold(inner.size());
            self.context.budget.check(level.of.value.span)?;
            before.extend([key, by]);
            self.nested_level(&inner, rest, before, rows)?;
            before.truncate(before.len() - 2);
        }
        Ok(())
    }
}
