//! The columns of a table, and how they stand in its log and its files.
//!
//! | kind | in the log | in a file |
//! | --- | --- | --- |
//! | text, json, any, label | `string` | UTF-8 |
//! | long | `long` | 64 bits |
//! | double | `double` | 64 bits |
//! | bool | `boolean` | a bit |
//! | time | `timestamp` | microseconds since 1970, UTC |
//!
//! What a column of text holds stands in the metadata of its field, `defender.kind`: other programs pass over it.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_schema::{DataType, Field, Fields, Schema, TimeUnit};
use serde::{Deserialize, Serialize};

use crate::error::Error;

/// The column with the whole record, where a value did not fit its column.
pub const RAW: &str = "_raw";

/// Marks the kind of a column that its type does not tell.
const MARK: &str = "defender.kind";

/// Most columns of a table. Members beyond it are kept in [`RAW`].
pub(crate) const MOST_COLUMNS: usize = 2_000;

/// Letters that readers refuse in the name of a column.
/// From <https://github.com/delta-io/delta/blob/master/PROTOCOL.md#column-mapping>: without a mapping names go into the files as they are.
const REFUSED: &[char] = &[' ', ',', ';', '{', '}', '(', ')', '\n', '\t', '=', '\r'];

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Text of a JSON string.
    Text,
    /// Any JSON value as its own bytes, a string with its quotes: objects, arrays, and values of any type.
    Json,
    /// Text of a JSON string, and any other value as its own bytes: members that were not expected. What a value looks like does not depend
    /// on the records before it, so two writers agree on the column whichever record each of them meets first. `5` and `"5"` are one.
    Any,
    /// Text of a JSON string, or the bytes of another scalar: versions that are times in one service and numbers in another.
    Label,
    /// A whole number of 64 bits.
    Long,
    /// A number.
    Double,
    /// `true` or `false`.
    Bool,
    /// A time in UTC in microseconds: a text in the forms of RFC 3339, with or without an offset, or milliseconds since 1970.
    Time,
}

impl Kind {
    /// The name of the type in a Delta schema.
    fn delta(self) -> &'static str {
        match self {
            Self::Text | Self::Json | Self::Any | Self::Label => "string",
            Self::Long => "long",
            Self::Double => "double",
            Self::Bool => "boolean",
            Self::Time => "timestamp",
        }
    }

    /// The word of [`MARK`].
    fn mark(self) -> Option<&'static str> {
        match self {
            Self::Json => Some("json"),
            Self::Any => Some("any"),
            Self::Label => Some("label"),
            _ => None,
        }
    }

    /// The type in a file.
    pub(crate) fn arrow(self) -> DataType {
        match self {
            Self::Text | Self::Json | Self::Any | Self::Label => DataType::Utf8,
            Self::Long => DataType::Int64,
            Self::Double => DataType::Float64,
            Self::Bool => DataType::Boolean,
            Self::Time => DataType::Timestamp(TimeUnit::Microsecond, Some(Arc::from("UTC"))),
        }
    }
}

/// A column. Two with the same name and kind are one.
#[derive(Clone, Debug, Eq)]
#[non_exhaustive]
pub struct Column {
    /// The name: that of the member in the records.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// Whether it takes a member of this name in any letter case.
    pub(crate) is_any_case: bool,
}

impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, self.kind) == (&other.name, other.kind)
    }
}

impl Column {
    /// A column with this name.
    pub fn new(name: impl Into<String>, kind: Kind) -> Self {
        Self {
            name: name.into(),
            kind,
            is_any_case: false,
        }
    }

    /// The column takes a member of its name in any letter case: `DeviceId` goes to `deviceId`. Without this call it gets a column of its
    /// own, because some records have both.
    #[must_use]
    pub fn in_any_case(mut self) -> Self {
        self.is_any_case = true;
        self
    }

    /// Whether a member of this name goes to it.
    pub(crate) fn takes(&self, member: &str) -> bool {
        match self.is_any_case {
            true => self.name.eq_ignore_ascii_case(member),
            false => self.name == member,
        }
    }
}

/// Whether readers accept the name of a column.
pub(crate) fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.len() <= 255 && !name.contains(REFUSED)
}

/// The schema of a table as its log has it.
#[derive(Serialize, Deserialize)]
struct Struct {
    r#type: String,
    fields: Vec<StructField>,
}

#[derive(Serialize, Deserialize)]
struct StructField {
    name: String,
    r#type: serde_json::Value,
    nullable: bool,
    #[serde(default)]
    metadata: HashMap<String, serde_json::Value>,
}

/// The schema of columns, for the log.
pub(crate) fn to_schema(columns: &[Column]) -> String {
    let field = |column: &Column| StructField {
        name: column.name.clone(),
        r#type: column.kind.delta().into(),
        nullable: true,
        metadata: column
            .kind
            .mark()
            .map(|mark| (MARK.to_owned(), mark.into()))
            .into_iter()
            .collect(),
    };
    let schema = Struct {
        r#type: "struct".to_owned(),
        fields: columns.iter().map(field).collect(),
    };
    serde_json::to_string(&schema).unwrap_or_default()
}

/// The columns of a schema in a log.
///
/// # Errors
/// If it is no schema, or has a type that this program does not write.
pub(crate) fn from_schema(place: &str, text: &str) -> Result<Vec<Column>, Error> {
    let schema: Struct = serde_json::from_str(text)
        .map_err(|error| Error::broken(place, format!("its schema cannot be read: {error}")))?;
    let column = |field: StructField| {
        let mark = field.metadata.get(MARK).and_then(|mark| mark.as_str());
        let kind = match (field.r#type.as_str(), mark) {
            (Some("string"), Some("json")) => Kind::Json,
            (Some("string"), Some("any")) => Kind::Any,
            (Some("string"), Some("label")) => Kind::Label,
            (Some("string"), _) => Kind::Text,
            (Some("long"), _) => Kind::Long,
            (Some("double"), _) => Kind::Double,
            (Some("boolean"), _) => Kind::Bool,
            (Some("timestamp"), _) => Kind::Time,
            _ => {
                let why = format!("column `{}` has the type {}", field.name, field.r#type);
                return Err(Error::broken(place, why));
            }
        };
        Ok(Column::new(field.name, kind))
    };
    schema.fields.into_iter().map(column).collect()
}

/// The schema of a file.
pub(crate) fn to_arrow(columns: &[Column]) -> Arc<Schema> {
    let fields: Fields = columns
        .iter()
        .map(|column| Field::new(&column.name, column.kind.arrow(), true))
        .collect();
    Arc::new(Schema::new(fields))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_is_read_as_it_was_written() {
        let columns = vec![
            Column::new("id", Kind::Text),
            Column::new("evidence", Kind::Json),
            Column::new("priority", Kind::Any),
            Column::new("_version", Kind::Label),
            Column::new("score", Kind::Long),
            Column::new("share", Kind::Double),
            Column::new("isActive", Kind::Bool),
            Column::new("firstSeen", Kind::Time),
        ];
        let text = to_schema(&columns);
        assert!(
            text.contains(
                r#"{"name":"firstSeen","type":"timestamp","nullable":true,"metadata":{}}"#
            )
        );
        assert_eq!(from_schema("t", &text).unwrap(), columns);
    }

    #[test]
    fn a_type_of_others_is_named() {
        let text = r#"{"type":"struct","fields":[{"name":"a","type":"decimal(3,1)","nullable":true,"metadata":{}}]}"#;
        let error = from_schema("s3://b/t", text).unwrap_err().to_string();
        assert_eq!(
            error,
            "`s3://b/t` is broken: column `a` has the type \"decimal(3,1)\""
        );
    }
}
