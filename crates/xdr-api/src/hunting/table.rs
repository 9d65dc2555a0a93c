//! Answers of hunting: whatever columns the query makes.

use http_core::{Extra, Timestamp, Value};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::ser::SerializeMap;

use crate::graph::hunting::HuntingQueryResults;

/// Columns and rows of a hunting query.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HuntingTable {
    /// The columns, in the order of the query.
    pub columns: Vec<HuntingColumn>,
    /// The rows, in the order served.
    pub rows: Vec<HuntingRow>,
    /// Whether there are as many rows as the service gives at most: take it that some are missing.
    pub is_truncated: bool,
}

/// A column of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HuntingColumn {
    /// The name by which rows hold it.
    pub name: String,
    /// What it holds.
    pub kind: ColumnType,
}

/// What a column holds. Pages show two of the names that the service uses, so any other is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ColumnType {
    /// `DateTime`
    Time,
    /// `String`, `Guid`
    Text,
    /// `Int32`, `Int64`
    Long,
    /// `Double`, `Decimal`
    Real,
    /// `SByte`, `Boolean`
    Bool,
    /// `TimeSpan`
    TimeSpan,
    /// `Object`: any JSON
    Dynamic,
    /// A name that is not known.
    Other(String),
}

/// One row: the query's columns as members.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HuntingRow(Extra);

/// A value, typed by its column as far as the value allows.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Cell {
    /// Nothing.
    Null,
    /// Text, identifiers and lengths of time.
    Text(String),
    /// A whole number.
    Long(i64),
    /// A number.
    Real(f64),
    /// True or false.
    Bool(bool),
    /// A point in time.
    Time(Timestamp),
    /// Any JSON; where it came as text it has been read.
    Dynamic(Value),
}

impl ColumnType {
    /// The name that the query language gives it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Time => "datetime",
            Self::Text => "string",
            Self::Long => "long",
            Self::Real => "real",
            Self::Bool => "bool",
            Self::TimeSpan => "timespan",
            Self::Dynamic => "dynamic",
            Self::Other(name) => name,
        }
    }

    pub(super) fn of(name: &str) -> Self {
        let known = name.rsplit('.').next().unwrap_or(name).to_ascii_lowercase();
        match known.as_str() {
            "datetime" => Self::Time,
            "string" | "guid" => Self::Text,
            "int32" | "int64" | "int" | "long" => Self::Long,
            "double" | "single" | "decimal" | "real" | "sqldecimal" => Self::Real,
            "sbyte" | "boolean" | "bool" => Self::Bool,
            "timespan" => Self::TimeSpan,
            "object" | "dynamic" => Self::Dynamic,
            _ => Self::Other(name.to_owned()),
        }
    }
}

impl From<HuntingQueryResults> for HuntingTable {
    /// Reads the answer of Graph; one documented sample spells the schema's members with capitals.
    fn from(answer: HuntingQueryResults) -> Self {
        let text = |value: Option<String>, extra: &Extra, name: &str| {
            value.or_else(|| extra.get(name).and_then(Value::as_str).map(str::to_owned))
        };
        let columns = answer.schema.into_iter().filter_map(|column| {
            let name = text(column.name, &column.extra, "Name")?;
            let kind = text(column.r#type, &column.extra, "Type").unwrap_or_default();
            Some(HuntingColumn {
                name,
                kind: ColumnType::of(&kind),
            })
        });
        Self {
            columns: columns.collect(),
            rows: answer
                .results
                .into_iter()
                .map(|row| HuntingRow(row.extra))
                .collect(),
            is_truncated: false,
        }
    }
}

impl HuntingTable {
    /// The column of that name.
    pub fn column(&self, name: &str) -> Option<&HuntingColumn> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// A row's values in the order of the columns.
    pub fn cells<'a>(&'a self, row: &'a HuntingRow) -> impl Iterator<Item = Cell> + 'a {
        self.columns.iter().map(|column| row.cell(column))
    }

    /// A row as a JSON object with its members in the order of the columns, every column present.
    pub fn in_order<'a>(&'a self, row: &'a HuntingRow) -> impl Serialize + 'a {
        InOrder { table: self, row }
    }

    /// The rows as records of a type.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) with the member that did not fit.
    pub fn decode<T: DeserializeOwned>(&self) -> crate::Result<Vec<T>> {
        self.rows.iter().map(HuntingRow::decode).collect()
    }

    /// Takes over the rows of a later part.
    pub(super) fn append(&mut self, part: Self) {
        if self.columns.is_empty() {
            self.columns = part.columns;
        }
        self.rows.extend(part.rows);
        self.is_truncated |= part.is_truncated;
    }
}

impl HuntingRow {
    /// A value as it came.
    pub fn get(&self, column: &str) -> Option<&Value> {
        self.0.get(column)
    }

    /// All values as they came.
    pub fn members(&self) -> &Extra {
        &self.0
    }

    /// Text; `None` where it is none.
    pub fn text(&self, column: &str) -> Option<&str> {
        self.get(column)?.as_str()
    }

    /// A point in time; `None` where it is none.
    pub fn time(&self, column: &str) -> Option<Timestamp> {
        self.text(column)?.parse().ok()
    }

    /// A whole number, also where it came as text.
    pub fn long(&self, column: &str) -> Option<i64> {
        let value = self.get(column)?;
        value.as_i64().or_else(|| value.as_str()?.parse().ok())
    }

    /// A number, also where it came as text.
    pub fn real(&self, column: &str) -> Option<f64> {
        let value = self.get(column)?;
        value.as_f64().or_else(|| value.as_str()?.parse().ok())
    }

    /// True or false; the service writes booleans as numbers, too.
    pub fn boolean(&self, column: &str) -> Option<bool> {
        match self.get(column)? {
            Value::Bool(yes) => Some(*yes),
            Value::Number(number) => number.as_i64().map(|number| number != 0),
            Value::String(text) => text.to_ascii_lowercase().parse().ok(),
            _ => None,
        }
    }

    /// A dynamic value; the service delivers those as JSON text more often than not.
    pub fn dynamic(&self, column: &str) -> Option<Value> {
        match self.get(column)? {
            Value::Null => None,
            Value::String(text) => Some(read_json(text).unwrap_or_else(|| text.as_str().into())),
            other => Some(other.clone()),
        }
    }

    /// A value typed by its column. The value's own form decides where the two contradict each other.
    pub fn cell(&self, column: &HuntingColumn) -> Cell {
        let name = &column.name;
        let Some(value) = self.get(name).filter(|value| !value.is_null()) else {
            return Cell::Null;
        };
        let typed = match column.kind {
            ColumnType::Time => self.time(name).map(Cell::Time),
            ColumnType::Long => self.long(name).map(Cell::Long),
            ColumnType::Real => self.real(name).map(Cell::Real),
            ColumnType::Bool => self.boolean(name).map(Cell::Bool),
            ColumnType::Dynamic => self.dynamic(name).map(Cell::Dynamic),
            ColumnType::Text | ColumnType::TimeSpan | ColumnType::Other(_) => None,
        };
        typed.unwrap_or_else(|| match value {
            Value::String(text) => Cell::Text(text.clone()),
            Value::Bool(yes) => Cell::Bool(*yes),
            Value::Number(number) => match number.as_i64() {
                Some(number) => Cell::Long(number),
                None => Cell::Real(number.as_f64().unwrap_or(f64::NAN)),
            },
            other => Cell::Dynamic(other.clone()),
        })
    }

    /// The row as a record of a type.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) with the member that did not fit.
    pub fn decode<T: DeserializeOwned>(&self) -> crate::Result<T> {
        serde_json::from_value(Value::Object(self.0.clone()))
            .map_err(|error| crate::Error::new(crate::ErrorKind::Decode, error.to_string()))
    }
}

/// An object or a list written as text.
fn read_json(text: &str) -> Option<Value> {
    let value: Value = serde_json::from_str(text).ok()?;
    (value.is_object() || value.is_array()).then_some(value)
}

struct InOrder<'a> {
    table: &'a HuntingTable,
    row: &'a HuntingRow,
}

impl Serialize for InOrder<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let members = &self.row.0;
        let mut map = serializer.serialize_map(None)?;
        for column in &self.table.columns {
            map.serialize_entry(&column.name, &members.get(&column.name))?;
        }
        // What the schema does not tell of is not lost.
        for (name, value) in members {
            if self.table.column(name).is_none() {
                map.serialize_entry(name, value)?;
            }
        }
        map.end()
    }
}
