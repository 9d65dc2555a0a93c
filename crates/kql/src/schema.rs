//! Tables and functions that a query may use.

use std::collections::BTreeMap;

use crate::kind::Kind;

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Name. Letter case counts.
    pub name: String,
    /// Type.
    pub kind: Kind,
}

impl Column {
    /// A column from its name and type.
    pub fn new(name: impl Into<String>, kind: Kind) -> Self {
        Self {
            name: name.into(),
            kind,
        }
    }
}

/// A function of the service that returns a table, beside those of the language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TableFunction {
    /// Whether the function is called by `invoke` and keeps the columns of its input.
    pub keeps_input: bool,
    /// The columns it returns or adds.
    pub columns: Vec<Column>,
}

/// The tables and functions that a query may use.
///
/// Names of tables are matched without regard to letter case, names of columns and functions exactly.
///
/// ```
/// use kql::{Kind, Schema};
///
/// let mut schema = Schema::new();
/// schema.insert("DeviceInfo", [("Timestamp", Kind::Time), ("DeviceName", Kind::Text)]);
/// schema.insert_enrichment("FileProfile", [("GlobalPrevalence", Kind::Int)]);
/// assert!(schema.columns("deviceinfo").is_some());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Schema {
    tables: BTreeMap<String, (String, Vec<Column>)>,
    functions: BTreeMap<String, TableFunction>,
    open: bool,
}

impl Schema {
    /// A schema without tables.
    pub fn new() -> Self {
        Self::default()
    }

    /// Accepts tables and functions that are not in the schema, with any columns. For tenants whose tables are only
    /// partly known.
    #[must_use]
    pub fn open(mut self) -> Self {
        self.open = true;
        self
    }

    /// Whether unknown tables and functions are accepted.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Adds a table, or replaces it.
    pub fn insert<N: Into<String>>(
        &mut self,
        table: &str,
        columns: impl IntoIterator<Item = (N, Kind)>,
    ) {
        let columns = collect(columns);
        self.tables
            .insert(table.to_ascii_lowercase(), (table.to_owned(), columns));
    }

    /// Adds a function that is called by `invoke` and adds columns to its input, such as `FileProfile`.
    pub fn insert_enrichment<N: Into<String>>(
        &mut self,
        name: &str,
        columns: impl IntoIterator<Item = (N, Kind)>,
    ) {
        self.insert_function(name, true, collect(columns));
    }

    /// Adds a function that returns a table, such as `DeviceFromIP`.
    pub fn insert_table_function<N: Into<String>>(
        &mut self,
        name: &str,
        columns: impl IntoIterator<Item = (N, Kind)>,
    ) {
        self.insert_function(name, false, collect(columns));
    }

    fn insert_function(&mut self, name: &str, keeps_input: bool, columns: Vec<Column>) {
        let function = TableFunction {
            keeps_input,
            columns,
        };
        self.functions.insert(name.to_owned(), function);
    }

    /// The columns of a table, in order.
    pub fn columns(&self, table: &str) -> Option<&[Column]> {
        let found = self.tables.get(&table.to_ascii_lowercase());
        found.map(|(_, columns)| columns.as_slice())
    }

    /// Names of the tables, in the spelling with which they were added.
    pub fn tables(&self) -> impl Iterator<Item = &str> {
        self.tables.values().map(|(name, _)| name.as_str())
    }

    /// A function by its name.
    pub fn function(&self, name: &str) -> Option<&TableFunction> {
        self.functions.get(name)
    }

    /// Names of the functions.
    pub fn functions(&self) -> impl Iterator<Item = &str> {
        self.functions.keys().map(String::as_str)
    }
}

fn collect<N: Into<String>>(columns: impl IntoIterator<Item = (N, Kind)>) -> Vec<Column> {
    let columns = columns.into_iter();
    columns
        .map(|(name, kind)| Column::new(name, kind))
        .collect()
}
