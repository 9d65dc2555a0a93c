//! `--schema`: records in the field names of another schema, by tables beside the source.
//!
//! A table says for each kind of record where each field comes from. The record itself is always kept whole, as text
//! in the member that the schema has for it. What is not certain is not mapped: where several devices, users or files
//! are named, the fields for one of them stay empty, and lists such as `related.hosts` hold them all.

mod path;
mod rule;

use std::str::FromStr;

use auth_core::http_core::Operation;
use serde::Deserialize;
use serde_json::{Map, Value};

use self::path::insert;
use self::rule::Rule;
use crate::failure::{Failure, Result};
use crate::words;

/// The names of fields in the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Schema {
    /// As the service sends them.
    #[default]
    Raw,
    /// Elastic Common Schema.
    Ecs,
    /// Open Cybersecurity Schema Framework.
    Ocsf,
}

impl Schema {
    pub(crate) const NAMES: [&str; 3] = ["raw", "ecs", "ocsf"];

    fn table(self) -> Option<&'static str> {
        match self {
            Self::Raw => None,
            Self::Ecs => Some(include_str!("../schemas/ecs.json")),
            Self::Ocsf => Some(include_str!("../schemas/ocsf.json")),
        }
    }
}

impl FromStr for Schema {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "raw" => Ok(Self::Raw),
            "ecs" => Ok(Self::Ecs),
            "ocsf" => Ok(Self::Ocsf),
            _ => Err(format!("`{text}` is none of {}", Self::NAMES.join(", "))),
        }
    }
}

/// A schema's table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    name: String,
    #[expect(dead_code, reason = "for the page that is made of the table")]
    about: String,
    raw: String,
    columns: Vec<String>,
    records: Vec<Record>,
}

/// One kind of record.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    operations: Vec<String>,
    #[cfg_attr(
        not(test),
        expect(
            dead_code,
            reason = "for the test that knows the tables of the services"
        )
    )]
    product: String,
    #[cfg_attr(
        not(test),
        expect(
            dead_code,
            reason = "for the test that knows the tables of the services"
        )
    )]
    entity: String,
    #[expect(dead_code, reason = "for the page that is made of the table")]
    about: String,
    fields: Vec<Rule>,
}

/// How the records of an operation are written in a schema.
#[derive(Debug)]
pub(crate) struct Mapping {
    raw: String,
    /// The fields that a table shows where none are asked for.
    pub(crate) columns: Vec<String>,
    rules: Vec<Rule>,
}

impl Mapping {
    /// The mapping of a command; nothing where records stay as they are. A command without one is refused.
    pub(crate) fn of(schema: Schema, row: Option<&Operation>) -> Result<Option<Self>> {
        let Some(text) = schema.table() else {
            return Ok(None);
        };
        let table: Table = serde_json::from_str(text).map_err(|error| {
            Failure::machine("the table of the schema cannot be read", &error.into())
        })?;
        let id = row.map(|row| row.id);
        let is_it = |record: &&Record| record.operations.iter().any(|one| Some(one.as_str()) == id);
        if let Some(at) = table.records.iter().position(|record| is_it(&record)) {
            let mut records = table.records;
            return Ok(Some(Self {
                raw: table.raw,
                columns: table.columns,
                rules: records.swap_remove(at).fields,
            }));
        }
        let mapped: Vec<_> = table
            .records
            .iter()
            .flat_map(|record| &record.operations)
            .collect();
        let mapped: Vec<_> = mapped
            .into_iter()
            .map(|id| id.split('.').map(words::word).collect::<Vec<_>>().join(" "))
            .collect();
        Err(Failure::usage(format!(
            "--schema {}: the records of this command have no mapping",
            table.name
        ))
        .with_hint(format!(
            "mapped are {}; --schema raw prints any record as it is",
            mapped.join(", ")
        )))
    }

    /// A record in the schema's fields; what is no object stays as it is.
    pub(crate) fn apply(&self, record: &[u8]) -> Vec<u8> {
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
