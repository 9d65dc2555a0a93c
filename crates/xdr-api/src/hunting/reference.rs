//! The documented tables and functions, without a request.
//!
//! ```
//! use xdr_api::hunting::DocumentedTable;
//!
//! let table = DocumentedTable::named("DeviceProcessEvents").unwrap();
//! let (name, kind) = table.columns().next().unwrap();
//! assert_eq!((name, kind), ("Timestamp", "datetime"));
//! ```

use super::documented::pairs;
use super::{DocumentedFunction, DocumentedTable, HuntingSchema};
use crate::generated::hunting_tables::{FORMER, FUNCTIONS, TABLES, WORKSPACE};

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
