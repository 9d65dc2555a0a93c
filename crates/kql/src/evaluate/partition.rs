//! `partition`: operators over the rows of each value of a column.
//!
//! Values come in the order of their first rows, and so do their results. All nulls are one value. The operators run once for
//! each value; without rows they run once over nothing, which gives the columns.
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
//! let query = |rest: &str| rows(&format!("{T} | {rest}"));
//! assert_eq!(query("partition by Name (top 1 by Size)")?, ["a,4", "b,5", "c,"]);
//! assert_eq!(query("partition by Name (summarize N = count() | where N > 1)")?, ["2"]);
//! assert_eq!(query("where Size > 9 | partition by Name (project Size) | count")?, ["0"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::collections::HashMap;
use std::rc::Rc;

use super::{Result, Rows, Run};
use crate::cell::row_key;
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;
use crate::syntax::{Name, Pipeline};

impl<'q> Run<'_, 'q> {
    /// Runs the operators over each part of the rows, and unites the results.
    pub(super) fn partition(
        &mut self,
        span: Span,
        input: &Rows,
        by: &Name,
        body: &'q Pipeline,
    ) -> Result<Rows> {
        let Some(place) = input.columns.place(&by.text) else {
            let message = format!("unknown column `{}`", by.text);
            return Err(Problem::new(ProblemKind::UnknownColumn, by.span, message));
        };
        let mut results = Vec::new();
        for mut part in self.parts(span, input, place)? {
            for operator in &body.operators {
                part = self.deeper(span, |run| run.operator(operator, Some(part)))?;
                self.context.budget.take_each(part.size());
                self.context.budget.check(span)?;
            }
            results.push((String::new(), Rc::new(part)));
        }
        self.unite(span, None, false, &results)
    }

    /// The rows of each value, or one part without rows.
    fn parts(&self, span: Span, input: &Rows, place: usize) -> Result<Vec<Rows>> {
        let empty = || Rows {
            columns: input.columns.clone(),
            rows: Vec::new(),
        };
        let mut places: HashMap<Vec<String>, usize> = HashMap::new();
        let mut parts = Vec::new();
        for row in &input.rows {
            let key = row_key(&row[place..=place]);
            let part = *places.entry(key).or_insert_with(|| {
                parts.push(empty());
                parts.len() - 1
            });
            self.context.budget.hold_row(row);
            self.context.budget.check(span)?;
            parts[part].rows.push(row.clone());
        }
        if parts.is_empty() {
            parts.push(empty());
        }
        // Each part has a list of columns, and so has each result.
        self.context
            .budget
            .hold(parts.len().saturating_mul(input.columns.len()));
        self.context.budget.check(span)?;
        Ok(parts)
    }
}
