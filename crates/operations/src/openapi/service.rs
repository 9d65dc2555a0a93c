//! What a host family has of its own besides its address: the form of its error bodies, and what it does with members of
//! a body that it does not know.
//!
//! Both are members of the entry in `services.json`, because two services of one product may differ in them. A host
//! without an entry has errors of any form and refuses unknown members, as OData services do.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{put, schema};

/// An entry of `services.json`, as far as a document shows it.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Service {
    /// Members of an error body.
    #[serde(default)]
    error: Vec<Member>,
    /// Whether members of a body that the service does not know are `refused` (default) or `ignored`.
    #[serde(default)]
    unknown_members: Unknown,
}

/// The fate of an unknown member.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Unknown {
    #[default]
    Refused,
    Ignored,
}

/// A member of an error body, or of an object in it.
#[derive(Clone, Debug, Deserialize)]
struct Member {
    /// The name on the wire.
    name: String,
    /// A type of the tables that names no entity.
    #[serde(rename = "type")]
    kind: String,
    /// Whether the member may be null.
    #[serde(default)]
    nullable: bool,
    /// Whether every error has it.
    #[serde(default)]
    required: bool,
    /// What it tells a user.
    #[serde(default)]
    help: String,
    /// Members, where the value is an object. A type other than `object` beside them: the value is one or the other.
    #[serde(default)]
    fields: Vec<Member>,
}

impl Service {
    /// Whether bodies may have members that the operation does not list.
    pub(super) fn ignores_unknown(&self) -> bool {
        matches!(self.unknown_members, Unknown::Ignored)
    }

    /// The schema of an error body.
    pub(super) fn error(&self) -> Value {
        object(&self.error)
    }
}

/// An object with these members; any object if there are none.
fn object(members: &[Member]) -> Value {
    let properties: Map<_, _> = members
        .iter()
        .map(|member| (member.name.clone(), of_member(member)))
        .collect();
    let required = members.iter().filter(|member| member.required);
    let required: Vec<_> = required.map(|member| member.name.as_str()).collect();
    let mut schema = json!({"type": "object"});
    put(&mut schema, "properties", properties);
    put(&mut schema, "required", required);
    schema
}

fn of_member(member: &Member) -> Value {
    let mut schema = match (member.kind.as_str(), member.fields.is_empty()) {
        ("object", _) => object(&member.fields),
        (kind, true) => of_type(kind),
        (kind, false) => json!({"anyOf": [of_type(kind), object(&member.fields)]}),
    };
    schema::describe(&mut schema, &member.help);
    match member.nullable {
        true => schema::or_null(schema),
        false => schema,
    }
}

fn of_type(kind: &str) -> Value {
    match kind.strip_prefix("array:") {
        Some(item) => json!({"type": "array", "items": of_type(item)}),
        None => schema::plain(kind).unwrap_or_else(|| json!({})),
    }
}
