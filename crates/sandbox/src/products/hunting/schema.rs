//! The documented tables and their columns.
//!
//! Every table exists, also one that no seed fills, with every documented column in its order.

use std::sync::OnceLock;

use serde::Deserialize;

use super::kql::{Cell, Column, Kind, Table};

/// The part of the reference that the emulator needs.
#[derive(Default, Deserialize)]
struct Reference {
    tables: Vec<Described>,
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

/// All tables. They are compiled in and checked by a test, so an error leads to none and not
/// to a panic.
pub(super) fn tables() -> &'static [Described] {
    static TABLES: OnceLock<Vec<Described>> = OnceLock::new();
    TABLES.get_or_init(|| {
        serde_json::from_str(reference::HUNTING)
            .map(|reference: Reference| reference.tables)
            .unwrap_or_default()
    })
}

/// A table by its name, in any letter case.
pub(super) fn table(name: &str) -> Option<&'static Described> {
    tables()
        .iter()
        .find(|table| table.name.eq_ignore_ascii_case(name))
}

impl Described {
    /// The table with these rows. `seeded` names the columns that the rows have; the others are
    /// empty text or null.
    pub(super) fn filled(&self, seeded: &[&str], rows: Vec<Vec<Cell>>) -> Table {
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
        Table {
            rows: rows.into_iter().map(widen).collect(),
            columns,
        }
    }
}

impl DescribedColumn {
    fn column(&self) -> Column {
        Column {
            name: self.name.clone(),
            kind: match self.kind.as_str() {
                "bool" => Kind::Bool,
                "int" | "long" => Kind::Long,
                "real" => Kind::Real,
                "datetime" => Kind::Time,
                "dynamic" => Kind::Dynamic,
                _ => Kind::Text,
            },
        }
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
