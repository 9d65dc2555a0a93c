//! The documented tables and functions, without a request.
//!
//! ```
//! use xdr_api::hunting::DocumentedTable;
//!
//! let table = DocumentedTable::named("DeviceProcessEvents").unwrap();
//! let (name, kind) = table.columns().next().unwrap();
//! assert_eq!((name, kind), ("Timestamp", "datetime"));
//! ```

use super::HuntingSchema;
use crate::generated::hunting_tables::{FORMER, FUNCTIONS, TABLES, WORKSPACE};

/// A documented table of advanced hunting. A tenant has those of its licences.
///
/// Source: the vendor's page of each table and, for types and columns that pages do not have, an export of a tenant's
/// schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentedTable {
    pub(crate) name: &'static str,
    pub(crate) help: &'static str,
    pub(crate) status: &'static str,
    pub(crate) replaced_by: &'static str,
    /// Former names of columns and their present ones, a line each.
    pub(crate) former: &'static str,
    /// Names and types, a line each.
    pub(crate) columns: &'static str,
}

/// A documented function of advanced hunting, beside those of the query language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentedFunction {
    pub(crate) name: &'static str,
    pub(crate) call: &'static str,
    pub(crate) help: &'static str,
    pub(crate) status: &'static str,
    pub(crate) adds: &'static str,
    pub(crate) returns: &'static str,
}

impl DocumentedTable {
    /// All tables, by name.
    pub fn all() -> &'static [Self] {
        TABLES
    }

    /// The table of that name. Letter case does not count.
    pub fn named(name: &str) -> Option<&'static Self> {
        TABLES
            .iter()
            .find(|table| table.name.eq_ignore_ascii_case(name))
    }

    /// The name in queries.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What a row is.
    pub const fn help(&self) -> &'static str {
        self.help
    }

    /// `ga`, `preview` or `deprecated`.
    pub const fn status(&self) -> &'static str {
        self.status
    }

    /// The table that takes the place of a deprecated one.
    pub fn replaced_by(&self) -> Option<&'static str> {
        Some(self.replaced_by).filter(|name| !name.is_empty())
    }

    /// Names and types of the columns, in the order of the table. Types are those of the query language, such as
    /// `datetime`.
    pub fn columns(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        pairs(self.columns)
    }

    /// Names that columns had before, each with the present one. The service does not know the former ones any more.
    pub fn former_columns(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        pairs(self.former)
    }

    /// Tables that are gone, each with the one that took its place.
    pub fn former() -> impl Iterator<Item = (&'static str, &'static str)> {
        pairs(FORMER)
    }

    /// Columns that a connected workspace adds to any table.
    pub fn of_workspace() -> impl Iterator<Item = (&'static str, &'static str)> {
        pairs(WORKSPACE)
    }
}

impl DocumentedFunction {
    /// All functions.
    pub fn all() -> &'static [Self] {
        FUNCTIONS
    }

    /// The function of that name, compared exactly.
    pub fn named(name: &str) -> Option<&'static Self> {
        FUNCTIONS.iter().find(|function| function.name == name)
    }

    /// The name in queries.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// How a query calls it, such as `invoke FileProfile(x, y)`.
    pub const fn call(&self) -> &'static str {
        self.call
    }

    /// What it returns.
    pub const fn help(&self) -> &'static str {
        self.help
    }

    /// `ga` or `preview`.
    pub const fn status(&self) -> &'static str {
        self.status
    }

    /// Columns that it adds to those of its input. Empty if it adds none.
    pub fn adds(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        pairs(self.adds)
    }

    /// Columns of its result, which replace those of its input. Empty if the columns of the input stay.
    pub fn returns(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        pairs(self.returns)
    }
}

impl HuntingSchema {
    /// The schema of the documented tables. Sends nothing.
    pub fn documented() -> Self {
        let tables = TABLES.iter().map(|table| {
            let columns = table.columns();
            let columns = columns.map(|(name, kind)| (name.to_owned(), kind.to_owned()));
            (table.name.to_owned(), columns.collect())
        });
        Self {
            asked: None,
            tables: tables.collect(),
        }
    }

    /// Adds tables and columns that this schema lacks and the other one has.
    pub fn extend(&mut self, other: Self) {
        for (table, columns) in other.tables {
            let known = self.tables.entry(table).or_default();
            for (name, kind) in columns {
                if !known.iter().any(|(known, _)| *known == name) {
                    known.push((name, kind));
                }
            }
        }
    }
}

/// The first and the further words of each line.
fn pairs(lines: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
    lines.lines().filter_map(|line| line.split_once(' '))
}
