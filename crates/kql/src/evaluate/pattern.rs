//! `parse` and `parse-where`: columns from a text by a pattern.
//!
//! A pattern becomes one regular expression over the whole text, in which `.` fits line breaks too. `*` and columns
//! of type `string` take the shortest text that fits; the last part takes the rest. Columns of whole numbers fit
//! digits with a sign, of real numbers also a point and an exponent; the other types fit any text and are converted.
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
//! let T = "datatable(Text:string)['size=5, name=x y', 'size=big, name=z', 'other']";
//! let parse = |rest: &str| rows(&format!("{T} | {rest} | project-away Text"));
//! assert_eq!(parse("parse Text with 'size=' Size:long ', name=' Name")?, ["5,x y", ",", ","]);
//! assert_eq!(parse("parse-where Text with 'size=' Size:long ', name=' Name")?, ["5,x y"]);
//! assert_eq!(parse("parse-where Text with 'size=' Size ',' *")?, ["5", "big"]);
//! assert_eq!(parse("parse-where kind=regex Text with 's.*?=' Size ', n.*=' Name")?, ["5,x y", "big,z"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::rc::Rc;

use regex::Regex;

use super::node::Row;
use super::{Result, Rows, Run};
use crate::cell::Cell;
use crate::check::Columns;
use crate::kind::Kind;
use crate::problem::{Problem, ProblemKind};
use crate::syntax::{Expression, PatternPart};

impl<'q> Run<'_, 'q> {
    /// Adds the columns of a pattern. A row whose text does not fit stays with nulls (empty texts), or is dropped by
    /// `parse-where`.
    #[expect(clippy::too_many_arguments, reason = "the clauses of the operator")]
    pub(super) fn parse_rows(
        &mut self,
        columns: Columns,
        input: &Rows,
        filter: bool,
        regex: bool,
        value: &'q Expression,
        pattern: &[PatternPart],
    ) -> Result<Rows> {
        let text = expression(pattern, regex);
        let Some(expression) = self.context.regex(&text) else {
            self.context.budget.check(value.span)?;
            let message = "invalid or too large pattern";
            return Err(Problem::new(ProblemKind::Arguments, value.span, message));
        };
        let node = self.bind(value, &input.columns)?;
        let named = pattern.iter().filter_map(|part| match part {
            PatternPart::Column(name, kind) => Some((columns.place(&name.text)?, *kind)),
            _ => None,
        });
        let named: Vec<(usize, Kind)> = named.collect();
        let mut rows = Vec::new();
        for (at, row) in input.rows.iter().enumerate() {
            let subject = self
                .context
                .value(&node, Row::of(&input.rows, at))
                .to_text();
            self.context.take_search(&text, &subject);
            let found = captured(&expression, &subject, &named);
            if found.is_none() && filter {
                continue;
            }
            let mut row = row.clone();
            row.resize(columns.len(), Cell::Null);
            let cells = found.unwrap_or_else(|| vec![Cell::Null; named.len()]);
            for ((place, kind), cell) in named.iter().zip(cells) {
                row[*place] = match (kind, cell) {
                    (Kind::Text, Cell::Null) => Cell::Text(String::new()),
                    (_, cell) => cell,
                };
            }
            self.context.budget.hold_row(&row);
            self.context.budget.check(value.span)?;
            rows.push(row);
        }
        Ok(Rows { columns, rows })
    }
}

/// The values of the columns. `None` if the text does not match, or a part is not of its type.
///
/// Blanks around a part that is not a `string` are cut off.
fn captured(expression: &Rc<Regex>, subject: &str, named: &[(usize, Kind)]) -> Option<Vec<Cell>> {
    let captures = expression.captures(subject)?;
    let mut cells = Vec::new();
    for (number, (_, kind)) in named.iter().enumerate() {
        let name = format!("c{number}");
        let part = captures.name(&name).map_or("", |part| part.as_str());
        let part = if *kind == Kind::Text {
            part
        } else {
            part.trim()
        };
        let cell = Cell::Text(part.to_owned()).converted(*kind);
        if cell.is_null() {
            return None;
        }
        cells.push(cell);
    }
    Some(cells)
}

/// The pattern as a regular expression over the whole text.
///
/// `flags` of `kind=regex` are not read: matching regards letter case and is not greedy.
fn expression(pattern: &[PatternPart], regex: bool) -> String {
    let mut text = "(?s)^".to_owned();
    let mut number = 0;
    for (at, part) in pattern.iter().enumerate() {
        let is_last = at + 1 == pattern.len();
        match part {
            PatternPart::Skip => text.push_str(if is_last { ".*" } else { ".*?" }),
            PatternPart::Text(literal) if regex => {
                text.push_str("(?:");
                text.push_str(literal);
                text.push(')');
            }
            PatternPart::Text(literal) => text.push_str(&regex::escape(literal)),
            PatternPart::Column(_, kind) => {
                let inner = match kind {
                    Kind::Long | Kind::Int => "\\s*[-+]?\\d+",
                    Kind::Real | Kind::Decimal => "\\s*[-+]?[\\d.]+(?:[eE][-+]?\\d+)?",
                    _ if is_last => ".*",
                    _ => ".*?",
                };
                text.push_str(&format!("(?P<c{number}>{inner})"));
                number += 1;
            }
        }
    }
    text.push('$');
    text
}
