//! The documented tables and their columns.
//!
//! Every table exists, also one that no seed fills, with every documented column in its order.

use std::sync::OnceLock;

use kql::{Cell, Column, Kind, Schema};
use serde::Deserialize;
use serde_json::Value;

use crate::odata;

/// The part of the reference that the emulator needs.
#[derive(Default, Deserialize)]
struct Reference {
    tables: Vec<Described>,
    functions: Vec<DescribedFunction>,
}

/// A documented function: it returns a table, adds columns to its input, or keeps some of its rows.
#[derive(Deserialize)]
struct DescribedFunction {
    name: String,
    #[serde(default)]
    adds: Vec<DescribedColumn>,
    returns: Option<Vec<DescribedColumn>>,
}

/// A documented table.
#[derive(Deserialize)]
pub(super) struct Described {
    pub(super) name: String,
    columns: Vec<DescribedColumn>,
}

#[derive(Deserialize)]
struct DescribedColumn {
    name: String,
    #[serde(rename = "type")]
    kind: String,
}

/// All tables and functions. They are compiled in and checked by a test, so an error leads to none and not to a panic.
fn reference() -> &'static Reference {
    static REFERENCE: OnceLock<Reference> = OnceLock::new();
    REFERENCE.get_or_init(|| serde_json::from_str(reference::HUNTING).unwrap_or_default())
}

/// The documented tables.
pub(super) fn tables() -> &'static [Described] {
    &reference().tables
}

/// The names that queries may use.
pub(super) fn known() -> &'static Schema {
    static SCHEMA: OnceLock<Schema> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        let pairs = |columns: &[DescribedColumn]| -> Vec<(String, Kind)> {
            let columns = columns.iter().map(DescribedColumn::column);
            columns.map(|column| (column.name, column.kind)).collect()
        };
        let mut schema = Schema::new();
        for table in tables() {
            schema.insert(&table.name, pairs(&table.columns));
        }
        for function in &reference().functions {
            match &function.returns {
                Some(columns) => schema.insert_table_function(&function.name, pairs(columns)),
                None => schema.insert_enrichment(&function.name, pairs(&function.adds)),
            }
        }
        schema
    })
}

/// A table by its name, in any letter case.
pub(super) fn table(name: &str) -> Option<&'static Described> {
    tables()
        .iter()
        .find(|table| table.name.eq_ignore_ascii_case(name))
}

impl Described {
    /// Rows of all columns. `seeded` names the columns that the rows have; the others are
    /// empty text or null.
    pub(super) fn filled(&self, seeded: &[&str], rows: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
        let columns: Vec<Column> = self.columns.iter().map(DescribedColumn::column).collect();
        let places: Vec<_> = columns
            .iter()
            .map(|column| seeded.iter().position(|name| *name == column.name))
            .collect();
        let widen = |mut row: Vec<Cell>| {
            let cell = |(column, place): (&Column, &Option<usize>)| {
                let given = place.and_then(|place| row.get_mut(place));
                let given = given.map(|cell| std::mem::replace(cell, Cell::Null));
                fitted(given.unwrap_or(Cell::Null), column.kind)
            };
            columns.iter().zip(&places).map(cell).collect()
        };
        rows.into_iter().map(widen).collect()
    }

    /// A row of all columns from an object. Other members are left out.
    pub(super) fn row(&self, row: &Value) -> Vec<Cell> {
        let columns = self.columns.iter().map(DescribedColumn::column);
        let cells = columns.map(|column| cell(&row[&column.name], column.kind));
        cells.collect()
    }
}

/// A value of a posted row, as its column has it. One of another kind is null.
fn cell(value: &Value, kind: Kind) -> Cell {
    let cell = match kind {
        Kind::Bool => value.as_bool().map(Cell::Bool),
        Kind::Int | Kind::Long => value.as_i64().map(Cell::Long),
        Kind::Real => value.as_f64().map(Cell::Real),
        Kind::Time => value.as_str().and_then(odata::date).map(Cell::Time),
        Kind::Dynamic => (!value.is_null()).then(|| Cell::Dynamic(value.clone())),
        _ => value.as_str().map(|text| Cell::Text(text.to_owned())),
    };
    fitted(cell.unwrap_or(Cell::Null), kind)
}

impl DescribedColumn {
    fn column(&self) -> Column {
        Column::new(&self.name, Kind::of(&self.kind).unwrap_or(Kind::Text))
    }
}

/// The cell as its column has it. Text has no null, and objects in text columns are JSON text.
fn fitted(cell: Cell, kind: Kind) -> Cell {
    match (cell, kind) {
        (Cell::Null, Kind::Text) => Cell::Text(String::new()),
        (Cell::Dynamic(value), Kind::Text) => Cell::Text(value.to_string()),
        (cell, _) => cell,
    }
}
