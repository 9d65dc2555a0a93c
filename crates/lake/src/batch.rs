//! Records as columns: each record is walked once, and a value goes to the column of its member.
//!
//! A value that does not fit its column leaves it empty, and the whole record goes to [`RAW`]. So does a record with a member that
//! cannot be a column. No record is refused and none ends a batch.
//!
//! | kind | takes | does not fit |
//! | --- | --- | --- |
//! | text | a string | anything else |
//! | label | a string, a number, a truth value | an object, an array |
//! | json, any | anything | |
//! | long | a whole number of 64 bits | `1.5`, `1e3`, `"7"` |
//! | double | a number that a double holds whole | whole numbers beyond 2^53, text |
//! | bool | `true`, `false` | `1`, `"true"` |
//! | time | a time as text, milliseconds since 1970 | other text |
//!
//! `null` fits all: the column is empty, as it is for a member that is missing.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use arrow_array::builder::{
    ArrayBuilder, BooleanBuilder, Float64Builder, Int64Builder, StringBuilder,
    TimestampMicrosecondBuilder,
};
use arrow_array::{ArrayRef, RecordBatch};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::column::{Column, Kind, MOST_COLUMNS, RAW, is_plain, to_arrow};
use crate::error::Error;
use crate::time::{Micros, micros, micros_of_millis};

/// The end of the name of a column whose member has the name of another in other letters.
const SECOND: &str = "_2";

/// Records as columns.
pub(crate) struct Batch {
    columns: Vec<Column>,
    builders: Vec<Builder>,
    /// Columns by their name in small letters: readers do not tell `a` from `A`.
    by_name: HashMap<String, usize>,
    /// The columns that the members of the record before went to. Records of a list have their members in one order.
    order: Vec<usize>,
    raw: usize,
    rows: usize,
    bytes: usize,
    misfits: u64,
    /// Members that the folders of the file say already, as JSON.
    partition: Vec<(String, String)>,
}

/// A value of a column for every record so far.
enum Builder {
    Text(StringBuilder),
    Long(Int64Builder),
    Double(Float64Builder),
    Bool(BooleanBuilder),
    Time(TimestampMicrosecondBuilder),
}

/// How a value went to its column.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    /// A time that is finer than the column. Only its last digits are lost there.
    Finer,
    No,
}

impl Batch {
    /// No records. `columns` are those of the table. `partition` are the columns that are folders, with their values: a record may
    /// repeat them, and a record with other values does not fit.
    pub(crate) fn new(columns: &[Column], partition: &[(String, String)]) -> Self {
        let mut batch = Self {
            columns: Vec::new(),
            builders: Vec::new(),
            by_name: HashMap::new(),
            order: Vec::new(),
            raw: usize::MAX,
            rows: 0,
            bytes: 0,
            misfits: 0,
            partition: Vec::new(),
        };
        for (name, value) in partition {
            batch.by_name.insert(name.to_lowercase(), usize::MAX);
            let value = serde_json::Value::from(value.as_str()).to_string();
            batch.partition.push((name.clone(), value));
        }
        for column in columns {
            batch.add_column(column.clone());
        }
        if batch.raw == usize::MAX {
            batch.add_column(Column::new(RAW, Kind::Text));
        }
        batch
    }

    fn add_column(&mut self, column: Column) -> usize {
        let index = self.columns.len();
        let mut builder = Builder::new(column.kind);
        for _ in 0..self.rows {
            builder.append_null();
        }
        if column.name == RAW {
            self.raw = index;
        }
        self.by_name.insert(column.name.to_lowercase(), index);
        self.columns.push(column);
        self.builders.push(builder);
        index
    }

    /// Number of records.
    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// Bytes of the records as they came.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Records with a value that did not fit, since the batch was made.
    pub(crate) fn misfits(&self) -> u64 {
        self.misfits
    }

    /// The columns: those of the table, and then the new ones.
    pub(crate) fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Adds a record. `whole` is what [`RAW`] gets if a value does not fit.
    ///
    /// # Errors
    /// If it is no object.
    pub(crate) fn push(
        &mut self,
        row: &[u8],
        whole: impl FnOnce() -> Vec<u8>,
    ) -> Result<(), serde_json::Error> {
        // Checked once: read from bytes, each name and each value would be checked on its own.
        let row = std::str::from_utf8(row).map_err(serde::de::Error::custom)?;
        let Members(members) = serde_json::from_str(row)?;
        let mut fit = Fit::Whole;
        for (position, (name, value)) in members.iter().enumerate() {
            fit = fit.max(self.member(position, name, value.get()));
        }
        self.misfits += u64::from(fit == Fit::No);
        if fit != Fit::Whole
            && let Some(Builder::Text(raw)) = self.builders.get_mut(self.raw)
            && raw.len() == self.rows
        {
            raw.append_value(String::from_utf8_lossy(&whole()));
        }
        self.rows += 1;
        self.bytes += row.len();
        for builder in &mut self.builders {
            if builder.len() < self.rows {
                builder.append_null();
            }
        }
        Ok(())
    }

    /// Puts the value of a member into its column.
    fn member(&mut self, position: usize, name: &str, value: &str) -> Fit {
        let known = self.order.get(position).copied();
        let known = known.filter(|index| {
            self.columns
                .get(*index)
                .is_some_and(|column| column.takes(name))
        });
        let index = match known {
            Some(index) => index,
            None => match self.column_of(name) {
                Some(index) => index,
                None if value == "null" || self.is_of_folder(name, value) => return Fit::Whole,
                None => return Fit::No,
            },
        };
        if known.is_none() {
            self.order.resize(self.order.len().max(position + 1), index);
            self.order[position] = index;
        }
        let builder = &mut self.builders[index];
        match builder.len() > self.rows {
            // A second member of the name.
            true => Fit::No,
            false => builder.append(self.columns[index].kind, value),
        }
    }

    /// Whether the folders of the file say the same.
    fn is_of_folder(&self, name: &str, value: &str) -> bool {
        let mut folders = self.partition.iter();
        folders.any(|folder| (folder.0.as_str(), folder.1.as_str()) == (name, value))
    }

    /// The column of a member, which may be new. `None` if it cannot be a column.
    ///
    /// Readers do not tell `fTags` from `ftags`, and a service has both. The second one gets a column with [`SECOND`] at its end, unless the
    /// column takes both.
    fn column_of(&mut self, name: &str) -> Option<usize> {
        let known = self.by_name.get(&name.to_lowercase()).copied();
        match known {
            None => self.named(name, name),
            Some(index) => {
                let column = self.columns.get(index)?;
                match column.takes(name) {
                    true => Some(index).filter(|index| *index != self.raw),
                    false => self.named(&format!("{name}{SECOND}"), name),
                }
            }
        }
    }

    /// The column with a name for a member of another, which may be new.
    fn named(&mut self, name: &str, member: &str) -> Option<usize> {
        if let Some(&index) = self.by_name.get(&name.to_lowercase()) {
            return self
                .columns
                .get(index)
                .filter(|column| column.name == name)
                .map(|_| index);
        }
        let is_new = is_plain(member) && self.columns.len() < MOST_COLUMNS;
        is_new.then(|| self.add_column(Column::new(name, Kind::Any)))
    }

    /// The records as arrays. The batch is empty afterwards and keeps its columns.
    pub(crate) fn finish(&mut self, place: &str) -> Result<RecordBatch, Error> {
        let arrays = self.builders.iter_mut().map(Builder::finish).collect();
        self.rows = 0;
        self.bytes = 0;
        RecordBatch::try_new(to_arrow(&self.columns), arrays)
            .map_err(|error| Error::parquet(place, &error))
    }
}

impl Builder {
    fn new(kind: Kind) -> Self {
        match kind {
            Kind::Text | Kind::Json | Kind::Any | Kind::Label => {
                Self::Text(StringBuilder::with_capacity(0, 0))
            }
            Kind::Long => Self::Long(Int64Builder::with_capacity(0)),
            Kind::Double => Self::Double(Float64Builder::with_capacity(0)),
            Kind::Bool => Self::Bool(BooleanBuilder::with_capacity(0)),
            Kind::Time => Self::Time(TimestampMicrosecondBuilder::with_capacity(0)),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Text(values) => values.len(),
            Self::Long(values) => values.len(),
            Self::Double(values) => values.len(),
            Self::Bool(values) => values.len(),
            Self::Time(values) => values.len(),
        }
    }

    fn append_null(&mut self) {
        match self {
            Self::Text(values) => values.append_null(),
            Self::Long(values) => values.append_null(),
            Self::Double(values) => values.append_null(),
            Self::Bool(values) => values.append_null(),
            Self::Time(values) => values.append_null(),
        }
    }

    /// Adds a JSON value. One that does not fit leaves the column empty.
    fn append(&mut self, kind: Kind, value: &str) -> Fit {
        if value == "null" {
            self.append_null();
            return Fit::Whole;
        }
        let fit = match self {
            Self::Text(values) => text(kind, value).map(|text| values.append_value(text)),
            Self::Long(values) => value.parse().ok().map(|number| values.append_value(number)),
            Self::Double(values) => double(value).map(|number| values.append_value(number)),
            Self::Bool(values) => value.parse().ok().map(|is| values.append_value(is)),
            Self::Time(values) => {
                let time = time(value);
                if let Some(Micros { value, is_exact }) = time {
                    values.append_value(value);
                    return match is_exact {
                        true => Fit::Whole,
                        false => Fit::Finer,
                    };
                }
                None
            }
        };
        match fit {
            Some(()) => Fit::Whole,
            None => {
                self.append_null();
                Fit::No
            }
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Text(values) => Arc::new(values.finish()),
            Self::Long(values) => Arc::new(values.finish()),
            Self::Double(values) => Arc::new(values.finish()),
            Self::Bool(values) => Arc::new(values.finish()),
            Self::Time(values) => Arc::new(values.finish().with_timezone("UTC")),
        }
    }
}

/// The text of a column with text. `None` if the value is of another type.
fn text(kind: Kind, value: &str) -> Option<Cow<'_, str>> {
    let is_string = value.starts_with('"');
    match kind {
        Kind::Json => Some(value.into()),
        // A string that is no text, such as half of a surrogate pair, stays as it is.
        Kind::Any if is_string => unquoted(value).or(Some(value.into())),
        Kind::Any => Some(value.into()),
        Kind::Label if !is_string && !value.starts_with(['{', '[']) => Some(value.into()),
        _ if is_string => unquoted(value),
        _ => None,
    }
}

/// The text of a JSON string.
fn unquoted(value: &str) -> Option<Cow<'_, str>> {
    let inner = value.get(1..value.len().checked_sub(1)?)?;
    match inner.contains('\\') {
        false => Some(inner.into()),
        true => serde_json::from_str::<String>(value).ok().map(Cow::Owned),
    }
}

/// A number that a double holds whole: text, and whole numbers beyond 2^53, are none.
fn double(value: &str) -> Option<f64> {
    const MOST: i64 = 1 << 53;
    if !value.starts_with(|first: char| first == '-' || first.is_ascii_digit()) {
        return None;
    }
    let is_whole = !value.contains(['.', 'e', 'E']);
    let fits = !is_whole
        || value
            .parse::<i64>()
            .is_ok_and(|number| (-MOST..=MOST).contains(&number));
    fits.then(|| value.parse::<f64>().ok())
        .flatten()
        .filter(|number| number.is_finite())
}

/// A time: text, or milliseconds since 1970.
fn time(value: &str) -> Option<Micros> {
    match value.starts_with('"') {
        true => micros(&unquoted(value)?),
        false => micros_of_millis(value.parse().ok()?),
    }
}

/// The members of a record, in order.
struct Members<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_map(Walk)
    }
}

struct Walk;

impl<'de> Visitor<'de> for Walk {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
        let mut members = Vec::with_capacity(32);
        while let Some(Name(name)) = map.next_key()? {
            members.push((name, map.next_value()?));
        }
        Ok(Members(members))
    }
}

/// The name of a member, borrowed where it has no escapes.
#[derive(Deserialize)]
#[serde(transparent)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

#[cfg(test)]
mod tests;
