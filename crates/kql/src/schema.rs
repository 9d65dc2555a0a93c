//! Tables and functions that a query may use.
//!
//! A schema belongs to the caller: this crate has no list of tables. It may be built from a service's documentation
//! or from the result of `getschema`.

use std::collections::BTreeMap;

use crate::kind::Kind;

/// A column of a table.
///
/// ```
/// let column = kql::Column::new("Timestamp", kql::Kind::Time);
/// assert_eq!((column.name.as_str(), column.kind), ("Timestamp", kql::Kind::Time));
/// ```
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
///
/// `DeviceFromIP` returns a table, `FileProfile` adds columns to its input.
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
    ///
    /// ```
    /// let schema = kql::Schema::new().open();
    /// assert!(kql::check("Custom_CL | where Anything > 5", &schema).is_empty());
    /// assert_eq!(kql::check("Custom_CL | wehre Anything > 5", &schema).len(), 1);
    /// ```
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
    ///
    /// ```
    /// use kql::{Kind, Schema};
    ///
    /// let mut schema = Schema::new();
    /// schema.insert("T", [("A", Kind::Long)]);
    /// schema.insert("t", [("B", Kind::Text)]);
    /// assert_eq!(schema.tables().collect::<Vec<_>>(), ["t"]);
    /// ```
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
    ///
    /// ```
    /// use kql::{Kind, Schema};
    ///
    /// let mut schema = Schema::new();
    /// schema.insert("DeviceFileEvents", [("SHA1", Kind::Text)]);
    /// schema.insert_enrichment("FileProfile", [("GlobalPrevalence", Kind::Int)]);
    /// let query = "DeviceFileEvents | invoke FileProfile(SHA1, 500) | where GlobalPrevalence < 100";
    /// assert!(kql::check(query, &schema).is_empty());
    /// ```
    pub fn insert_enrichment<N: Into<String>>(
        &mut self,
        name: &str,
        columns: impl IntoIterator<Item = (N, Kind)>,
    ) {
        self.insert_function(name, true, collect(columns));
    }

    /// Adds a function that returns a table, such as `DeviceFromIP`.
    ///
    /// ```
    /// use kql::{Kind, Schema};
    ///
    /// let mut schema = Schema::new();
    /// schema.insert_table_function("DeviceFromIP", [("DeviceId", Kind::Text)]);
    /// assert!(kql::check("DeviceFromIP('10.0.0.1') | project DeviceId", &schema).is_empty());
    /// ```
    pub fn insert_table_function<N: Into<String>>(
        &mut self,
        name: &str,
        columns: impl IntoIterator<Item = (N, Kind)>,
    ) {
        self.insert_function(name, false, collect(columns));
    }

    /// Adds a function, or replaces the one of the same name.
    fn insert_function(&mut self, name: &str, keeps_input: bool, columns: Vec<Column>) {
        let function = TableFunction {
            keeps_input,
            columns,
        };
        self.functions.insert(name.to_owned(), function);
    }

    /// The columns of a table, in order.
    ///
    /// `None` for an unknown table. Letter case of the name is ignored.
    pub fn columns(&self, table: &str) -> Option<&[Column]> {
        let found = self.tables.get(&table.to_ascii_lowercase());
        found.map(|(_, columns)| columns.as_slice())
    }

    /// Names of the tables, in the spelling with which they were added.
    pub fn tables(&self) -> impl Iterator<Item = &str> {
        self.tables.values().map(|(name, _)| name.as_str())
    }

    /// A function by its name.
    ///
    /// Letter case counts.
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
