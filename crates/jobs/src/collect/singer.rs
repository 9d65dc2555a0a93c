//! Rows as messages of the Singer specification, for targets that load them into warehouses.
//!
//! | message | holds | comes |
//! | --- | --- | --- |
//! | SCHEMA | the documented members, each of which may be null; the key: tenant, key of the record, version | once a stream, before its first record |
//! | RECORD | the row byte for byte, and the time at which it was read | for each row |
//! | STATE | the cursors of all streams and tenants: [`Bookmarks`] | after the records of a pass, and at the end of a round |
//!
//! The members of files have the letter case of the files, which is not documented: the schema of an export takes the names of its first
//! record.
//!
//! Versions of a record are records of their own: a target that updates by key keeps each of them. A version that is null, of a record
//! without a time, leaves that part of the key null; targets that forbid it refuse the record.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use http_core::{AnswerKind, Operation, Record};
use kql::{Column, Kind};
use serde_json::{Map, Value, json};

use super::cursor::Cursor;
use super::line::fetched;
use super::members;
use super::pipe::{Bookmarks, Kept, Lines, Pipe};
use super::receipt::Receipt;
use super::sink::{Sink, SinkError, Writer};
use super::source::name;
use crate::tagged::TENANT;

/// The member with the version of a record.
const VERSION: &str = "_version";

/// Messages of the Singer specification on one output: SCHEMA, RECORD and STATE.
///
/// At least once: a STATE follows the records of its pass, and a target passes it on when it has stored them. Give the last one to
/// [`with_state`](Self::with_state) of the next process. One Singer stream for each stream, with the records of all tenants.
///
/// ```
/// use jobs::collect::{Bookmarks, Singer};
/// use serde_json::json;
/// # use http_core::{Operation, Record, RecordKind};
/// # static RECORD: Record = Record::new(RecordKind::Mutable).key(&["id"]);
/// # static LIST: Operation = Operation::get("x.alerts.list", "/alerts").collection("value").record(&RECORD);
///
/// let schema = json!({"type": "object", "properties": {"id": {"type": "string"}}});
/// let sink = Singer::new(Vec::new())
///     .with_stream(&LIST, Some(&schema))
///     .with_state(Bookmarks::default());
/// # let _ = sink;
/// ```
#[derive(Clone, Debug)]
pub struct Singer {
    pipe: Pipe,
    kept: Arc<Kept>,
    /// By stream.
    schemas: Arc<BTreeMap<String, Schema>>,
    /// The streams whose schema was written.
    announced: Arc<Mutex<HashSet<String>>>,
}

/// What a SCHEMA message says of a stream.
#[derive(Clone, Debug)]
struct Schema {
    schema: Value,
    key: Vec<&'static str>,
    /// Whether the members have the names that the first record gives them.
    is_of_files: bool,
}

impl Schema {
    /// Of a stream that is not described.
    fn unknown() -> Self {
        Self {
            schema: permissive(None),
            key: Vec::new(),
            is_of_files: false,
        }
    }

    /// The message. `first` is the first record of the stream, if it is known.
    fn message(&self, stream: &str, first: Option<&[u8]>) -> Value {
        let sent = match first {
            Some(row) if self.is_of_files => members::names(row),
            _ => Vec::new(),
        };
        let mut schema = self.schema.clone();
        let key: Vec<_> = self.key.iter().map(|name| name_in(&sent, name)).collect();
        if let Some(properties) = schema["properties"].as_object_mut() {
            let members = std::mem::take(properties).into_iter();
            *properties = members
                .map(|(name, member)| (name_in(&sent, &name), member))
                .collect();
            // A target refuses a key that is not described.
            for name in &key {
                properties.entry(name).or_insert_with(scalar);
            }
        }
        json!({"type": "SCHEMA", "stream": stream, "schema": schema, "key_properties": key})
    }
}

/// The name of a member as a record has it: in the same letter case, or else in that of the record's other members.
fn name_in(sent: &[String], name: &str) -> String {
    if let Some(found) = sent.iter().find(|sent| sent.eq_ignore_ascii_case(name)) {
        return found.clone();
    }
    let mut own = sent.iter().filter(|name| !name.starts_with('_'));
    let is_capital = !sent.is_empty() && own.all(|name| name.starts_with(char::is_uppercase));
    let mut letters = name.chars();
    match letters.next() {
        Some(first) if is_capital => first.to_uppercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}

impl Singer {
    /// Writes to this output.
    pub fn new(out: impl Write + Send + 'static) -> Self {
        Self {
            pipe: Pipe::new(out),
            kept: Arc::default(),
            schemas: Arc::default(),
            announced: Arc::default(),
        }
    }

    /// Describes the records of an operation by their JSON Schema, which may be unknown. A stream that is not described has records
    /// without a schema and without a key.
    #[must_use]
    pub fn with_stream(mut self, operation: &'static Operation, record: Option<&Value>) -> Self {
        let is_of_files = matches!(operation.answer.kind, AnswerKind::Files { .. });
        let schema = Schema {
            schema: permissive(record),
            key: key(operation.list.record),
            is_of_files,
        };
        Arc::make_mut(&mut self.schemas).insert(name(operation).to_owned(), schema);
        self
    }

    /// Describes the rows of a query by the columns of its result. They have no key.
    #[must_use]
    pub fn with_query(mut self, stream: &str, result: &[Column]) -> Self {
        let members = result.iter();
        let members = members.map(|column| (column.name.clone(), member_of_query(column.kind)));
        let record = json!({"properties": members.collect::<Map<_, _>>()});
        let schema = Schema {
            schema: permissive(Some(&record)),
            ..Schema::unknown()
        };
        Arc::make_mut(&mut self.schemas).insert(stream.to_owned(), schema);
        self
    }

    /// Goes on where the last process ended.
    #[must_use]
    pub fn with_state(mut self, state: Bookmarks) -> Self {
        self.kept = Arc::new(Kept::new(state));
        self
    }

    /// Writes a STATE, if a cursor has moved.
    fn write_state(&self) -> Result<(), SinkError> {
        self.kept.write(|value| {
            let message = [br#"{"type":"STATE","value":"#, value, b"}\n"].concat();
            self.pipe.write(&message)
        })
    }

    /// Writes the schema of a stream, unless that was done. `first` is its first record.
    fn announce(&self, stream: &str, first: Option<&[u8]>) -> Result<(), SinkError> {
        let mut announced = self
            .announced
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if announced.contains(stream) {
            return Ok(());
        }
        let unknown = Schema::unknown();
        let known = self.schemas.get(stream).unwrap_or(&unknown);
        if known.is_of_files && first.is_none() {
            return Ok(());
        }
        let message = known.message(stream, first);
        self.pipe.write(format!("{message}\n").as_bytes())?;
        announced.insert(stream.to_owned());
        Ok(())
    }
}

#[async_trait]
impl Sink for Singer {
    async fn open(
        &self,
        tenant: &str,
        stream: &str,
    ) -> Result<(Option<Cursor>, Box<dyn Writer>), SinkError> {
        self.announce(stream, None)?;
        let pass = Pass {
            is_announced: false,
            lines: Lines::new(&self.pipe),
            head: format!("{{\"type\":\"RECORD\",\"stream\":{}", Value::from(stream)),
            sink: self.clone(),
            tenant: tenant.to_owned(),
            stream: stream.to_owned(),
        };
        Ok((self.kept.get(tenant, stream), Box::new(pass)))
    }

    /// Writes a STATE for passes without a new row. Those with new rows have written theirs.
    async fn settle(&self) -> Result<(), SinkError> {
        self.write_state()
    }
}

/// The records of a pass.
struct Pass {
    lines: Lines,
    /// The begin of a RECORD.
    head: String,
    /// Whether a SCHEMA stands before the records for sure.
    is_announced: bool,
    sink: Singer,
    tenant: String,
    stream: String,
}

#[async_trait]
impl Writer for Pass {
    async fn write(&mut self, row: &[u8]) -> Result<(), SinkError> {
        if !std::mem::replace(&mut self.is_announced, true) {
            self.sink.announce(&self.stream, Some(row))?;
        }
        let head = self.head.as_bytes();
        match fetched(row) {
            Some(time) => {
                let parts = [
                    head,
                    b",\"time_extracted\":",
                    time,
                    b",\"record\":",
                    row,
                    b"}",
                ];
                self.lines.line(&parts)
            }
            None => self.lines.line(&[head, b",\"record\":", row, b"}"]),
        }
    }

    async fn commit(
        mut self: Box<Self>,
        cursor: &Cursor,
        receipt: &Receipt,
    ) -> Result<(), SinkError> {
        self.lines.flush()?;
        self.sink.kept.set(&self.tenant, &self.stream, cursor);
        match receipt.rows_written {
            0 => Ok(()),
            _ => self.sink.write_state(),
        }
    }
}

impl fmt::Debug for Pass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pass")
            .field("tenant", &self.tenant)
            .field("stream", &self.stream)
            .finish_non_exhaustive()
    }
}

/// The members that tell a record in a version from all others. None if nothing does.
fn key(record: Option<&Record>) -> Vec<&'static str> {
    match record.map(|record| record.key) {
        Some(key) if !key.is_empty() => [&[TENANT], key, &[VERSION]].concat(),
        _ => Vec::new(),
    }
}

/// A member of which no more is known. Services write times as text or as milliseconds, and ids as text or as numbers.
fn scalar() -> Value {
    json!({"type": ["string", "integer", "null"]})
}

/// A schema that takes what the services send: every known member may be null or absent, further ones are allowed, and nothing is said
/// about what is inside of objects and lists.
fn permissive(record: Option<&Value>) -> Value {
    let mut properties = Map::new();
    let text = || json!({"type": ["string", "null"]});
    properties.insert(TENANT.to_owned(), text());
    let time = json!({"type": ["string", "null"], "format": "date-time"});
    properties.insert("_fetched_at".to_owned(), time);
    properties.insert("_operation".to_owned(), text());
    properties.insert(VERSION.to_owned(), scalar());
    if let Some(root) = record {
        let known = &target(root, root)["properties"];
        for (name, member) in known.as_object().into_iter().flatten() {
            properties.insert(name.clone(), member_of(root, member));
        }
    }
    json!({"type": "object", "properties": properties, "additionalProperties": true})
}

/// The schema that a reference leads to, or itself.
fn target<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let reference = schema["$ref"].as_str();
    let pointer = reference.and_then(|reference| reference.strip_prefix('#'));
    pointer
        .and_then(|pointer| root.pointer(pointer))
        .unwrap_or(schema)
}

/// The type of a member, or null. Any type where it is not known.
fn member_of(root: &Value, member: &Value) -> Value {
    let choices = member["anyOf"]
        .as_array()
        .map_or(std::slice::from_ref(member), Vec::as_slice);
    let mut types: Vec<&str> = Vec::new();
    let mut format = None;
    for choice in choices {
        let choice = target(root, choice);
        let found = match &choice["type"] {
            Value::String(one) => vec![one.as_str()],
            Value::Array(some) => some.iter().filter_map(Value::as_str).collect(),
            _ => return json!({}),
        };
        types.extend(found.into_iter().filter(|one| *one != "null"));
        format = format.or(choice["format"]
            .as_str()
            .filter(|format| *format == "date-time"));
    }
    types.sort_unstable();
    types.dedup();
    let is_array = types.contains(&"array");
    types.push("null");
    let mut schema = json!({"type": types});
    if let Some(format) = format {
        schema["format"] = format.into();
    }
    if is_array {
        schema["items"] = json!({});
    }
    schema
}

/// The type of a column in a result. Any type where services write a value in several ways.
fn member_of_query(kind: Kind) -> Value {
    match kind {
        Kind::Time => json!({"type": "string", "format": "date-time"}),
        Kind::Text | Kind::Guid | Kind::Span => json!({"type": "string"}),
        Kind::Int | Kind::Long => json!({"type": "integer"}),
        Kind::Real => json!({"type": "number"}),
        _ => json!({}),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_allows_what_a_service_may_send() {
        let record = json!({
            "$defs": {
                "Alert": {"type": "object", "properties": {
                    "id": {"type": "string"},
                    "seen": {"type": "string", "format": "date-time"},
                    "user": {"anyOf": [{"$ref": "#/$defs/User"}, {"type": "null"}]},
                    "tags": {"type": "array", "items": {"type": "string"}},
                    "any": {}
                }},
                "User": {"type": "object", "required": ["name"]}
            },
            "$ref": "#/$defs/Alert"
        });
        let schema = permissive(Some(&record));
        let member = |name: &str| schema["properties"][name].to_string();
        assert_eq!(member("id"), r#"{"type":["string","null"]}"#);
        assert_eq!(
            member("seen"),
            r#"{"format":"date-time","type":["string","null"]}"#
        );
        assert_eq!(member("user"), r#"{"type":["object","null"]}"#);
        assert_eq!(member("tags"), r#"{"items":{},"type":["array","null"]}"#);
        assert_eq!(member("any"), "{}");
        assert_eq!(schema["required"], Value::Null);
    }

    #[test]
    fn members_of_files_are_named_as_the_first_record_names_them() {
        let schema = json!({"properties": {"id": {}, "osPlatform": {}, "cveId": {}}});
        let schema = Schema {
            schema: permissive(Some(&schema)),
            key: vec![TENANT, "id", VERSION],
            is_of_files: true,
        };
        let row = br#"{"_tenant":"t","_version":null,"Id":"1","OSPlatform":"x"}"#;
        let message = schema.message("s", Some(row));
        assert_eq!(
            message["key_properties"],
            json!(["_tenant", "Id", "_version"])
        );
        let members = message["schema"]["properties"].as_object().unwrap().keys();
        let members: Vec<_> = members.filter(|name| !name.starts_with('_')).collect();
        assert_eq!(members, ["CveId", "Id", "OSPlatform"]);
    }

    #[test]
    fn a_key_is_described_though_the_tables_do_not_have_it() {
        let schema = Schema {
            key: vec!["id"],
            ..Schema::unknown()
        };
        let message = schema.message("s", None);
        let described = &message["schema"]["properties"]["id"]["type"];
        assert_eq!(*described, json!(["string", "integer", "null"]));
    }

    #[test]
    fn the_time_of_a_row_is_found_and_its_absence_is_no_error() {
        let row = br#"{"_tenant":"t","_fetched_at":"2026-03-01T12:00:00Z","a":1}"#;
        assert_eq!(fetched(row), Some(&b"\"2026-03-01T12:00:00Z\""[..]));
        assert_eq!(fetched(br#"{"a":1}"#), None);
        assert_eq!(fetched(br#"{"_fetched_at":"#), None);
    }
}
