//! A part of the Kusto Query Language, evaluated over the tables of the organization.
//!
//! - Statements: `let` of a scalar, and one tabular expression.
//! - Operators: `where`, `project`, `project-away`, `extend`, `take`/`limit`, `top`,
//!   `sort`/`order`, `count`, `getschema`, `distinct`, `summarize`, `join kind=inner`.
//! - Functions and aggregates: see [`functions`] and [`aggregate`].
//!
//! Everything else is refused with its position, also where the language would accept it. A
//! query that is accepted has the result that the service would give. Work is limited in
//! steps instead of seconds ([`budget`]), so that a result does not depend on the machine.
//!
//! Source: the KQL reference of Azure Data Explorer; messages of the advanced hunting API
//! as observed.

mod aggregate;
mod budget;
mod cell;
mod check;
mod evaluate;
mod functions;
mod join;
mod operators;
mod parse;
mod scope;
mod syntax;
mod token;

use jiff::Timestamp;

pub(super) use cell::{Cell, Kind};

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) kind: Kind,
}

/// Columns and rows. Each row has a cell for each column.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Index of a column. Letter case counts.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }
}

/// An error in a query, and its position in characters.
#[derive(Debug, PartialEq, Eq)]
struct QueryError {
    at: usize,
    message: String,
}

impl QueryError {
    fn new(at: usize, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { at, message }
    }
}

/// Runs a query. `find` returns the table of a name.
///
/// # Errors
///
/// The message of the service with line and position, both counted from 1.
pub(super) fn run(
    text: &str,
    find: &dyn Fn(&str) -> Option<Table>,
    now: Timestamp,
) -> Result<Table, String> {
    let outcome = token::read(text)
        .and_then(parse::query)
        .and_then(|query| operators::run(&query, find, now));
    outcome.map_err(|error| {
        let before: String = text.chars().take(error.at).collect();
        let line = before.matches('\n').count() + 1;
        let column = before
            .chars()
            .rev()
            .take_while(|letter| *letter != '\n')
            .count()
            + 1;
        format!("{} Line: {line}, Position: {column}", error.message)
    })
}

#[cfg(test)]
mod tests;
