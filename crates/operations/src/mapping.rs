//! Records in the field names of another schema: ECS and OCSF.
//!
//! Security tools agree on names for the same facts: Elastic Common Schema, Open Cybersecurity Schema Framework. A
//! table for each schema (`schemas/*.json` of this crate) says for each kind of record where each field comes from.
//! Three rules hold:
//!
//! - Only what is certain is mapped. If a record names several devices, users or files, the fields for a single one stay
//!   empty, and lists such as `related.hosts` hold them all.
//! - Nothing is lost: the whole record is kept as text in the member that the schema has for it.
//! - A word that the table does not list becomes the "other" value of the schema, not a guess.
//!
//! ```
//! use operations::mapping::{Mapping, Schema};
//!
//! let mapping = Mapping::of(Schema::Ecs, "mde.alerts.list")?.expect("the schema is not raw");
//! let mapped = mapping.apply(br#"{"id": "da637"}"#);
//! assert!(String::from_utf8_lossy(&mapped).contains("da637"));
//! assert!(Mapping::of(Schema::Ecs, "mde.machines.list").is_err());
//! # Ok::<(), operations::Error>(())
//! ```

mod path;
mod rule;

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;
use serde_json::{Map, Value};

use self::path::insert;
use self::rule::Rule;
use crate::error::{Error, Result};

/// The names of fields in the output.
///
/// ```
/// use operations::mapping::Schema;
///
/// assert_eq!("ocsf".parse(), Ok(Schema::Ocsf));
/// assert_eq!("cef".parse::<Schema>().unwrap_err().to_string(), "unknown schema `cef`; schemas are raw, ecs, ocsf");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Schema {
    /// The names of the service: records are not changed.
    #[default]
    Raw,
    /// Elastic Common Schema.
    Ecs,
    /// Open Cybersecurity Schema Framework.
    Ocsf,
}

impl Schema {
    /// The names that [`from_str`](Self::from_str) accepts, in small letters only.
    pub const NAMES: [&str; 3] = ["raw", "ecs", "ocsf"];

    /// The table as JSON text; `None` for raw records.
    fn table(self) -> Option<&'static str> {
        match self {
            Self::Raw => None,
            Self::Ecs => Some(include_str!("../schemas/ecs.json")),
            Self::Ocsf => Some(include_str!("../schemas/ocsf.json")),
        }
    }

    /// The name, as in [`NAMES`](Self::NAMES).
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Ecs => "ecs",
            Self::Ocsf => "ocsf",
        }
    }
}

/// A name that is not that of a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownSchema(String);

impl fmt::Display for UnknownSchema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = Schema::NAMES.join(", ");
        write!(f, "unknown schema `{}`; schemas are {known}", self.0)
    }
}

impl std::error::Error for UnknownSchema {}

impl FromStr for Schema {
    type Err = UnknownSchema;

    fn from_str(text: &str) -> Result<Self, UnknownSchema> {
        match text {
            "raw" => Ok(Self::Raw),
            "ecs" => Ok(Self::Ecs),
            "ocsf" => Ok(Self::Ocsf),
            _ => Err(UnknownSchema(text.to_owned())),
        }
    }
}

/// The table of a schema. Its other members are for the page that is printed from it.
#[derive(Debug, Deserialize)]
struct Table {
    raw: String,
    columns: Vec<String>,
    records: Vec<Record>,
}

/// One kind of record.
#[derive(Debug, Deserialize)]
struct Record {
    operations: Vec<String>,
    fields: Vec<Rule>,
}

/// The mapping of one kind of record to a schema. Reading it parses a table, so create one for a list, not for each
/// record.
#[derive(Debug)]
pub struct Mapping {
    raw: String,
    columns: Vec<String>,
    rules: Vec<Rule>,
}

impl Mapping {
    /// The mapping of an operation's records; `None` for [`Schema::Raw`].
    ///
    /// # Errors
    /// [`Error::Unmapped`] if the schema has no mapping for these records.
    pub fn of(schema: Schema, operation: &str) -> Result<Option<Self>> {
        let Some(text) = schema.table() else {
            return Ok(None);
        };
        let mut table: Table = serde_json::from_str(text).map_err(Error::Table)?;
        let is_it = |record: &Record| record.operations.iter().any(|one| one == operation);
        if let Some(at) = table.records.iter().position(is_it) {
            return Ok(Some(Self {
                raw: table.raw,
                columns: table.columns,
                rules: table.records.swap_remove(at).fields,
            }));
        }
        let records = table.records.into_iter();
        Err(Error::Unmapped {
            schema: schema.as_str(),
            mapped: records.flat_map(|record| record.operations).collect(),
        })
    }

    /// The fields that an output table of such records shows by default.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// A record with the fields of the schema, as JSON text. Anything but a JSON object stays as it is.
    ///
    /// ```
    /// use operations::mapping::{Mapping, Schema};
    ///
    /// let mapping = Mapping::of(Schema::Ocsf, "mde.alerts.list")?.expect("the schema is not raw");
    /// let record = br#"{"id": "da637", "severity": "High"}"#;
    /// let mapped: serde_json::Value = serde_json::from_slice(&mapping.apply(record)).expect("JSON");
    /// assert_eq!(mapped["raw_data"], String::from_utf8_lossy(record).as_ref());
    /// # Ok::<(), operations::Error>(())
    /// ```
    pub fn apply(&self, record: &[u8]) -> Vec<u8> {
        let Ok(Value::Object(members)) = serde_json::from_slice::<Value>(record) else {
            return record.to_vec();
        };
        let mut mapped = self.fields(&Value::Object(members));
        let raw = String::from_utf8_lossy(record.trim_ascii()).into_owned();
        insert(&mut mapped, &self.raw, raw.into());
        Value::Object(mapped).to_string().into_bytes()
    }

    fn fields(&self, record: &Value) -> Map<String, Value> {
        rule::object(&self.rules, record)
    }
}

#[cfg(test)]
mod tests;
