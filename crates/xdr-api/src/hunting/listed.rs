//! Hunts and schemas as rows of a list, for programs that print or serve them.

use std::path::Path;

use http_core::Result;
use serde::Serialize;

use super::library::LibraryHunt;
use super::{DocumentedFunction, DocumentedTable, Hunting, HuntingSchema, Parameter};

/// A ready hunt in a list. Serializes with the members in this order.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ListedHunt<'a> {
    /// The name by which it is found.
    pub name: &'a str,
    /// The parameters in one line, optional ones as `name=default`.
    pub takes: String,
    /// One short line; may be empty.
    pub title: &'a str,
    /// What its rows are; may be empty.
    pub finds: &'a str,
    /// The parameters.
    pub parameters: Vec<ListedParameter<'a>>,
    /// The file, or `built in`.
    pub source: String,
}

/// A parameter of a [`ListedHunt`].
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ListedParameter<'a> {
    /// The name in the query.
    pub name: &'a str,
    /// The type, such as `text`.
    pub kind: &'static str,
    /// The value if none is given. `None`: a value is required.
    pub default: Option<String>,
    /// What it is for; may be empty.
    pub help: &'a str,
}

impl LibraryHunt {
    /// The hunt as a row of a list. `file` is `None` for a hunt of this crate.
    pub fn listed(&self, file: Option<&Path>) -> ListedHunt<'_> {
        let takes = self.parameters.iter().map(|one| match &one.default {
            Some(default) => format!("{}={default}", one.name),
            None => one.name.clone(),
        });
        let parameters = self.parameters.iter().map(|one| ListedParameter {
            name: &one.name,
            kind: one.kind.as_str(),
            default: one.default.as_ref().map(Parameter::to_string),
            help: &one.help,
        });
        let file = file.map(|file| file.display().to_string());
        ListedHunt {
            name: &self.name,
            takes: takes.collect::<Vec<_>>().join(" "),
            title: &self.title,
            finds: &self.finds,
            parameters: parameters.collect(),
            source: file.unwrap_or_else(|| "built in".to_owned()),
        }
    }
}

/// A table or function in a list. Serializes with the members in this order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ListedName<'a> {
    /// The name in queries.
    pub name: &'a str,
    /// `table` or `function`.
    pub kind: &'static str,
    /// `ga`, `preview` or `deprecated`; `tenant` for a table that only the tenant is known to have.
    pub status: &'static str,
    /// Number of columns. Of a function, those it adds or returns.
    pub columns: usize,
    /// What a row is, or what the function does; may be empty.
    pub help: &'static str,
}

/// A column of a table in a list. Serializes as `table`, `column`, `type`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ListedColumn<'a> {
    /// The table.
    pub table: &'a str,
    /// The column.
    pub column: &'a str,
    /// The type as the service names it.
    #[serde(rename = "type")]
    pub kind: &'a str,
}

impl HuntingSchema {
    /// The tables by name, then the documented functions.
    pub fn names(&self) -> impl Iterator<Item = ListedName<'_>> {
        let tables = self.tables.iter().map(|(name, columns)| {
            let known = DocumentedTable::named(name);
            ListedName {
                name,
                kind: "table",
                status: known.map_or("tenant", DocumentedTable::status),
                columns: columns.len(),
                help: known.map_or("", DocumentedTable::help),
            }
        });
        let functions = DocumentedFunction::all().iter().map(|function| ListedName {
            name: function.name(),
            kind: "function",
            status: function.status(),
            columns: function.adds().count() + function.returns().count(),
            help: function.help(),
        });
        tables.chain(functions)
    }

    /// The columns of a table, or those that a documented function adds or returns. `None` for an unknown name. Letter
    /// case does not count.
    pub fn columns_named(&self, name: &str) -> Option<Vec<ListedColumn<'_>>> {
        let mut tables = self.tables.iter();
        let table = tables.find(|(known, _)| known.eq_ignore_ascii_case(name));
        if let Some((table, columns)) = table {
            let columns = columns.iter().map(|(column, kind)| ListedColumn {
                table,
                column,
                kind,
            });
            return Some(columns.collect());
        }
        let mut functions = DocumentedFunction::all().iter();
        let function = functions.find(|known| known.name().eq_ignore_ascii_case(name))?;
        let columns = function.adds().chain(function.returns());
        let columns = columns.map(|(column, kind)| ListedColumn {
            table: function.name(),
            column,
            kind,
        });
        Some(columns.collect())
    }

    /// The columns of all tables, in the order of the tables' names.
    pub fn columns(&self) -> impl Iterator<Item = ListedColumn<'_>> {
        self.tables.iter().flat_map(|(table, columns)| {
            columns.iter().map(move |(column, kind)| ListedColumn {
                table,
                column,
                kind,
            })
        })
    }
}

impl Hunting {
    /// Reads the columns of tables, one query for each. Returns the schema, and the tables that the tenant does not have.
    ///
    /// # Errors
    /// Returns the errors of [`columns_of`](Self::columns_of) for the first table that fails.
    pub async fn schema_of<'a>(&self, tables: &[&'a str]) -> Result<(HuntingSchema, Vec<&'a str>)> {
        let mut schema = HuntingSchema::of_now();
        let mut missing = Vec::new();
        for table in tables {
            match self.columns_of(table).await? {
                Some(columns) => schema.insert(*table, &columns),
                None => missing.push(*table),
            }
        }
        Ok((schema, missing))
    }
}
