//! Answers of hunting, whose columns depend on the query.
//!
//! The types of a hunting answer are only known when it arrives. A [`HuntingRow`] therefore keeps its members as JSON
//! and reads them on request: by name and expected type (`text`, `long`, `time`), as a [`Cell`] by the type of the
//! column, or all at once into a record ([`decode`](HuntingRow::decode)). The service writes some types in several ways
//! (booleans as numbers, dynamic values as text); reading accepts all of them.

use std::collections::BTreeMap;

use http_core::{Extra, Raw, Timestamp, Value};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::ser::SerializeMap;
use serde_json::value::RawValue;

use super::wire::{Members, strip};
use crate::graph::hunting::{HuntingQueryResults, RUN};

/// Columns and rows of a hunting query.
///
/// ```
/// use xdr_api::graph::hunting::HuntingQueryResults;
/// use xdr_api::hunting::{Cell, HuntingTable};
///
/// let answer: HuntingQueryResults = serde_json::from_str(
///     r#"{"schema": [{"name": "Count", "type": "Int64"}], "results": [{"Count": 3}]}"#,
/// )?;
/// let table = HuntingTable::from(answer);
/// let cells: Vec<Cell> = table.cells(&table.rows[0]).collect();
/// assert_eq!(cells, [Cell::Long(3)]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HuntingTable {
    /// The columns, in the order of the query.
    pub columns: Vec<HuntingColumn>,
    /// The rows, in the order of the service.
    pub rows: Vec<HuntingRow>,
    /// Whether there are as many rows as the service returns at most, so that rows are probably missing.
    pub is_truncated: bool,
}

/// A column of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HuntingColumn {
    /// The name of the member in each row.
    pub name: String,
    /// The type of its values. Values may contradict it; see [`HuntingRow::cell`].
    pub kind: ColumnType,
}

/// The type of a column. The documents list few of the names that the service uses, so an unknown name is kept.
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
    /// `Object`: any JSON, often written as text
    Dynamic,
    /// An unknown name, as the service writes it.
    Other(String),
}

impl HuntingColumn {
    /// The columns that an answer lists in its member `schema`. Names of members are matched in any case, because
    /// documents and service differ.
    pub fn all_of(members: &Extra) -> Vec<Self> {
        let member = |object: &Extra, name: &str| {
            let found = object
                .iter()
                .find(|(known, _)| known.eq_ignore_ascii_case(name));
            found.map(|(_, value)| value.clone())
        };
        let text = |value: Option<Value>| value.and_then(|value| value.as_str().map(str::to_owned));
        let schema = member(members, "schema");
        let schema = schema
            .as_ref()
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        let columns = schema.filter_map(Value::as_object).filter_map(|column| {
            let name = text(member(column, "name"))?;
            Some(Self::new(
                name,
                &text(member(column, "type")).unwrap_or_default(),
            ))
        });
        columns.collect()
    }

    /// A column of the type that the service names.
    pub(super) fn new(name: String, kind: &str) -> Self {
        Self {
            name,
            kind: ColumnType::of(kind),
        }
    }
}

/// One row: the columns of the query as members. Serializes through [`HuntingTable::in_order`], and decodes into a type
/// with [`decode`](Self::decode).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HuntingRow {
    members: Extra,
    /// The text of numbers that no numeric type holds exactly, by column.
    numbers: BTreeMap<String, Box<str>>,
}

/// A value, typed by its column as far as the value allows.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Cell {
    /// No value.
    Null,
    /// Text, identifiers and time spans.
    Text(String),
    /// A whole number.
    Long(i64),
    /// A number.
    Real(f64),
    /// True or false.
    Bool(bool),
    /// A point in time.
    Time(Timestamp),
    /// Any JSON. A value that came as text is parsed.
    Dynamic(Value),
}

impl ColumnType {
    /// The name of the type in the query language, such as `datetime`.
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

    /// The type with that name, in the spelling of the answer or of the language. Prefixes such as `System.` are
    /// ignored.
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
            Some(HuntingColumn::new(name, &kind))
        });
        Self {
            columns: columns.collect(),
            rows: answer
                .results
                .into_iter()
                .map(|row| HuntingRow::of(row.extra))
                .collect(),
            is_truncated: false,
        }
    }
}

impl HuntingTable {
    /// The column of that name, compared exactly.
    pub fn column(&self, name: &str) -> Option<&HuntingColumn> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// A row's values in the order of the columns.
    pub fn cells<'a>(&'a self, row: &'a HuntingRow) -> impl Iterator<Item = Cell> + 'a {
        self.columns.iter().map(|column| row.cell(column))
    }

    /// A row as a JSON object with every column in its order, for output. Members without a column follow at the end.
    pub fn in_order<'a>(&'a self, row: &'a HuntingRow) -> impl Serialize + 'a {
        InOrder { table: self, row }
    }

    /// The rows as records of a type.
    ///
    /// ```
    /// #[derive(serde::Deserialize)]
    /// struct Count {
    ///     #[serde(rename = "Count")]
    ///     count: u64,
    /// }
    ///
    /// # use xdr_api::hunting::HuntingTable;
    /// # let answer: xdr_api::graph::hunting::HuntingQueryResults =
    /// #     serde_json::from_str(r#"{"results": [{"Count": 3}]}"#)?;
    /// # let table = HuntingTable::from(answer);
    /// let counts: Vec<Count> = table.decode()?;
    /// assert_eq!(counts[0].count, 3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) with the number of the first row that does not fit, from 1, and
    /// the member.
    pub fn decode<T: DeserializeOwned>(&self) -> crate::Result<Vec<T>> {
        let rows = (1..).zip(&self.rows);
        rows.map(|(number, row)| row.decode().map_err(|error| error.with_row(number)))
            .collect()
    }
}

impl HuntingRow {
    fn of(mut members: Extra) -> Self {
        let mut whole = Value::Object(std::mem::take(&mut members));
        strip(&mut whole);
        if let Value::Object(stripped) = whole {
            members = stripped;
        }
        Self {
            members,
            numbers: BTreeMap::new(),
        }
    }

    /// Reads a row from its JSON text, and keeps the text of numbers that would lose digits.
    pub(super) fn read(text: &[u8]) -> crate::Result<Self> {
        let members: Members<'_> = serde_json::from_slice(text)
            .map_err(|error| crate::Error::new(crate::ErrorKind::Decode, error.to_string()))?;
        let mut row = Self::default();
        for (name, value) in members.0 {
            let text = value.get();
            let read: Value = serde_json::from_str(text).unwrap_or_else(|_| text.into());
            let is_number = text.starts_with(|first: char| first == '-' || first.is_ascii_digit());
            let again = read.to_string();
            if is_number && again != text {
                row.numbers.insert(name.clone().into_owned(), text.into());
            }
            row.members.insert(name.into_owned(), read);
        }
        Ok(row)
    }

    /// A value as JSON. A number has at most the precision of 64 bits; [`number_text`](Self::number_text) has all
    /// digits.
    pub fn get(&self, column: &str) -> Option<&Value> {
        self.members.get(column)
    }

    /// All values as JSON, by column.
    pub fn members(&self) -> &Extra {
        &self.members
    }

    /// The text of a number with all digits: decimals of the service have more than a number of 64 bits. `None` if the
    /// value is not a number.
    pub fn number_text(&self, column: &str) -> Option<String> {
        let written = self
            .numbers
            .get(column)
            .map(|text| text.as_ref().to_owned());
        written.or_else(|| match self.get(column)? {
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        })
    }

    /// Writes a member. A number is written with the digits that came.
    fn write<M: SerializeMap>(&self, map: &mut M, name: &str) -> Result<(), M::Error> {
        let written = self.numbers.get(name);
        match written.and_then(|text| serde_json::from_str::<&RawValue>(text).ok()) {
            Some(number) => map.serialize_entry(name, number),
            None => map.serialize_entry(name, &self.members.get(name)),
        }
    }

    /// A text; `None` if the value has another type.
    pub fn text(&self, column: &str) -> Option<&str> {
        self.get(column)?.as_str()
    }

    /// A point in time; `None` if the value is not a time.
    pub fn time(&self, column: &str) -> Option<Timestamp> {
        self.text(column)?.parse().ok()
    }

    /// A whole number, also one that came as text.
    pub fn long(&self, column: &str) -> Option<i64> {
        let value = self.get(column)?;
        value.as_i64().or_else(|| value.as_str()?.parse().ok())
    }

    /// A number, also one that came as text. Decimals are rounded to 64 bits.
    pub fn real(&self, column: &str) -> Option<f64> {
        let value = self.get(column)?;
        value.as_f64().or_else(|| value.as_str()?.parse().ok())
    }

    /// A boolean, also one that came as a number or as text.
    pub fn boolean(&self, column: &str) -> Option<bool> {
        match self.get(column)? {
            Value::Bool(yes) => Some(*yes),
            Value::Number(number) => number.as_i64().map(|number| number != 0),
            Value::String(text) => text.to_ascii_lowercase().parse().ok(),
            _ => None,
        }
    }

    /// A dynamic value. The service writes most of them as JSON text, and an absent one as empty text or as the text
    /// `null`; `None` stands for all absent ones. A text that is not JSON is returned as text.
    pub fn dynamic(&self, column: &str) -> Option<Value> {
        match self.get(column)? {
            Value::Null => None,
            Value::String(text) if is_null(text) => None,
            Value::String(text) => Some(read_json(text).unwrap_or_else(|| text.as_str().into())),
            other => Some(other.clone()),
        }
    }

    /// A value typed by its column. If value and column contradict each other, the type of the value is used.
    ///
    /// ```
    /// use xdr_api::graph::hunting::HuntingQueryResults;
    /// use xdr_api::hunting::{Cell, HuntingTable};
    ///
    /// let answer: HuntingQueryResults = serde_json::from_str(
    ///     r#"{"schema": [{"name": "IsBlocked", "type": "SByte"}], "results": [{"IsBlocked": 1}, {}]}"#,
    /// )?;
    /// let table = HuntingTable::from(answer);
    /// let column = table.column("IsBlocked").expect("it is in the schema");
    /// assert_eq!(table.rows[0].cell(column), Cell::Bool(true));
    /// assert_eq!(table.rows[1].cell(column), Cell::Null);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
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
        // Only a text can be empty; in other columns an empty text stands for an absent value.
        let may_be_text = matches!(column.kind, ColumnType::Text | ColumnType::Other(_));
        if !may_be_text && value.as_str().is_some_and(is_null) {
            return Cell::Null;
        }
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

    /// The row as a record of a type, with the names of the columns as names of its fields.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) with the member that does not fit.
    pub fn decode<T: DeserializeOwned>(&self) -> crate::Result<T> {
        let text = serde_json::to_vec(&Whole(self));
        let text =
            text.map_err(|error| crate::Error::new(crate::ErrorKind::Decode, error.to_string()));
        let decoded = text.and_then(|text| Raw::new(text.into()).decode());
        decoded.map_err(|error| error.with_operation(&RUN))
    }
}

/// Whether a text stands for an absent value.
fn is_null(text: &str) -> bool {
    text.is_empty() || text.eq_ignore_ascii_case("null")
}

/// A row with its members in the order of their names, for decoding.
struct Whole<'a>(&'a HuntingRow);

impl Serialize for Whole<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.members.len()))?;
        for name in self.0.members.keys() {
            self.0.write(&mut map, name)?;
        }
        map.end()
    }
}

/// The object or array in a text. Other JSON stays text: `7` may be a name.
fn read_json(text: &str) -> Option<Value> {
    let value: Value = serde_json::from_str(text).ok()?;
    (value.is_object() || value.is_array()).then_some(value)
}

/// A row with its members in the order of the columns.
struct InOrder<'a> {
    table: &'a HuntingTable,
    row: &'a HuntingRow,
}

impl Serialize for InOrder<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for column in &self.table.columns {
            self.row.write(&mut map, &column.name)?;
        }
        // Members that the schema does not list are kept.
        for name in self.row.members.keys() {
            if self.table.column(name).is_none() {
                self.row.write(&mut map, name)?;
            }
        }
        map.end()
    }
}
