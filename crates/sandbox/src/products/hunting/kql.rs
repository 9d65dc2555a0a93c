//! The part of the Kusto query language that is understood, over the seeded tables.
//!
//! Statements: `let` of a scalar. Operators: `where`, `project`, `project-away`, `extend`, `take`/`limit`, `top`,
//! `sort`/`order`, `count`, `getschema`, `distinct`, `summarize`, `join kind=inner`. What is not known, and what the language
//! refuses, is refused with the place it stands at; nothing is answered that the service would answer otherwise.

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

/// Columns and rows; a row has a cell for each column.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<Cell>>,
}

impl Table {
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }
}

/// What is wrong with a query, and where: characters from its beginning.
#[derive(Debug, PartialEq, Eq)]
struct QueryError {
    at: usize,
    what: String,
}

impl QueryError {
    fn new(at: usize, what: impl Into<String>) -> Self {
        let what = what.into();
        Self { at, what }
    }
}

/// Runs a query.
pub(super) fn run(
    text: &str,
    find: &dyn Fn(&str) -> Option<Table>,
    now: Timestamp,
) -> Result<Table, String> {
    let outcome = token::read(text)
        .and_then(parse::query)
        .and_then(|query| operators::run(&query, find, now));
    outcome.map_err(|wrong| {
        let before: String = text.chars().take(wrong.at).collect();
        let line = before.matches('\n').count() + 1;
        let column = before
            .chars()
            .rev()
            .take_while(|letter| *letter != '\n')
            .count()
            + 1;
        format!("{} Line: {line}, Position: {column}", wrong.what)
    })
}

#[cfg(test)]
mod tests;
