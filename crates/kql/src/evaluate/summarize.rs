//! `summarize`: groups of rows, and aggregates over each group.
//!
//! Groups are held as references to the input's rows, so that a group costs its key only. They come in the order of
//! their first rows; the language promises no order. Nulls are one group.
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
//! let T = "datatable(Name:string, Size:long)['a', 3, 'b', 5, 'a', 4, 'c', long(null)]";
//!
//! let query = |rest: &str| rows(&format!("{T} | {rest}"));
//! assert_eq!(query("summarize count(), sum(Size) by Name")?, ["a,2,7", "b,1,5", "c,1,0"]);
//! assert_eq!(query("summarize arg_max(Size, *) by Name")?, ["a,4", "b,5", "c,"]);
//! assert_eq!(query("summarize arg_max(Size, Name)")?, ["5,b"]);
//! assert_eq!(query("summarize Share = 100 * countif(Size > 3) / count()")?, ["50"]);
//! assert_eq!(query("where Size > 100 | summarize count(), max(Size)")?, ["0,"]);
//! assert_eq!(query("where Size > 100 | summarize count() by Name")?, [""; 0]);
//! assert_eq!(query("summarize count() by bin(Size, 2)")?, ["2,1", "4,2", ",1"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::collections::HashMap;

use super::aggregates::{Aggregate, extreme};
use super::context::Context;
use super::node::{Node, Row};
use super::{Result, Rows, Run, not_evaluated};
use crate::cell::{Cell, row_key};
use crate::check::{Columns, Origin, result_names};
use crate::span::Span;
use crate::syntax::{Form, Named};

impl<'q> Run<'_, 'q> {
    /// Groups rows and evaluates aggregates over each group.
    ///
    /// Group columns come first.
    #[expect(clippy::too_many_arguments, reason = "the clauses of the operator")]
    pub(super) fn summarize(
        &mut self,
        span: Span,
        columns: Columns,
        input: &Rows,
        aggregates: &'q [Named],
        by: &'q [Named],
    ) -> Result<Rows> {
        let keys: Vec<String> = (0..by.len())
            .map(|place| columns.list()[place].name.clone())
            .collect();
        let mut parts = Vec::new();
        for named in aggregates {
            parts.push(self.part(named, &keys, &input.columns)?);
        }
        let groups = self.groups(input, by)?;
        let mut rows = Vec::new();
        for (mut row, members) in groups {
            for part in &parts {
                part.add(self.context, &members, &mut row);
            }
            self.context.budget.hold_row(&row);
            self.context.budget.check(span)?;
            row.resize(columns.len(), Cell::Null);
            rows.push(row);
        }
        Ok(Rows { columns, rows })
    }

    /// Rows by the values of expressions, in the order of their first rows. Without expressions there is one group, even
    /// without rows.
    ///
    /// The key of a row is a text for each value, so `1` and `1.0` of a dynamic column are different groups.
    pub(super) fn groups<'r>(
        &mut self,
        input: &'r Rows,
        by: &'q [Named],
    ) -> Result<Vec<Group<'r>>> {
        let nodes = self.bind_all(by.iter().map(|named| &named.value), &input.columns)?;
        let mut places: HashMap<Vec<String>, usize> = HashMap::new();
        let mut groups: Vec<Group<'_>> = Vec::new();
        for (at, row) in input.rows.iter().enumerate() {
            let view = Row::of(&input.rows, at);
            let key: Vec<Cell> = nodes
                .iter()
                .map(|node| self.context.value(node, view))
                .collect();
            let place = *places.entry(row_key(&key)).or_insert_with(|| {
                groups.push((key, Vec::new()));
                groups.len() - 1
            });
            groups[place].1.push(row);
            if self.context.budget.is_spent() {
                break;
            }
        }
        if by.is_empty() && groups.is_empty() {
            groups.push((Vec::new(), Vec::new()));
        }
        Ok(groups)
    }

    /// One part of `summarize`.
    ///
    /// `arg_max` and `take_any` of several columns choose a row, all others are values over the group.
    pub(super) fn part(
        &mut self,
        named: &'q Named,
        keys: &[String],
        columns: &Columns,
    ) -> Result<Part> {
        let several = result_names(named, keys, columns);
        if several.is_empty() {
            let (node, aggregates) = self.bind_aggregated(&named.value, columns)?;
            if let (Node::Slot(0), [one]) = (&node, aggregates.as_slice())
                && one.makes_percentiles()
            {
                return Ok(Part::Percentiles(aggregates));
            }
            return Ok(Part::Value(node, aggregates));
        }
        let Form::Call(function, arguments) = &named.value.form else {
            return Err(not_evaluated(named.value.span, "this aggregate"));
        };
        let is_any = matches!(function.text.as_str(), "any" | "take_any");
        let mut by = None;
        let mut along = Vec::new();
        for (number, (_, origin)) in several.into_iter().enumerate() {
            let node = match origin {
                Origin::Column(place) => Node::Column(place),
                Origin::Argument(place) => self.bind(&arguments[place].value, columns)?,
            };
            if number == 0 && !is_any {
                by = Some(node);
            } else {
                along.push(node);
            }
        }
        let greatest = matches!(function.text.as_str(), "arg_max" | "argmax");
        Ok(Part::Row {
            by,
            greatest,
            along,
        })
    }
}

/// The values that a group has in common, and its rows.
pub(super) type Group<'r> = (Vec<Cell>, Vec<&'r Vec<Cell>>);

/// One part of `summarize`, ready to be evaluated.
///
/// `make-series`, `top-nested` and `pivot` use the same parts.
#[derive(Debug)]
pub(super) enum Part {
    /// An expression over aggregates.
    Value(Node, Vec<Aggregate>),
    /// A column for each percentage.
    Percentiles(Vec<Aggregate>),
    /// Values of one row of the group: that with the extreme value, or the first one.
    Row {
        by: Option<Node>,
        greatest: bool,
        along: Vec<Node>,
    },
}

impl Part {
    /// Appends the values over a group.
    ///
    /// A group without rows gives null, and 0 for counts.
    pub(super) fn add(&self, context: &Context, rows: &[&Vec<Cell>], out: &mut Vec<Cell>) {
        match self {
            Self::Value(node, aggregates) => {
                let slots: Vec<Cell> = aggregates
                    .iter()
                    .map(|one| one.over(context, rows))
                    .collect();
                let first = rows.first().map_or(&[][..], |row| row.as_slice());
                let row = Row {
                    slots: &slots,
                    ..Row::alone(first)
                };
                out.push(context.value(node, row));
            }
            Self::Percentiles(aggregates) => {
                for aggregate in aggregates {
                    out.extend(aggregate.each_percentile(context, rows));
                }
            }
            Self::Row {
                by,
                greatest,
                along,
            } => {
                let found = match by {
                    Some(by) => extreme(context, by, *greatest, rows).map(|(place, cell)| {
                        out.push(cell);
                        rows[place]
                    }),
                    None => rows.first().copied(),
                };
                match found {
                    Some(row) => out.extend(
                        along
                            .iter()
                            .map(|node| context.value(node, Row::alone(row))),
                    ),
                    None => {
                        let missing = along.len() + usize::from(by.is_some());
                        out.extend(std::iter::repeat_n(Cell::Null, missing));
                    }
                }
            }
        }
    }
}
