//! Operations and entities of the tables, as far as a document shows them.

use serde::Deserialize;
use serde_json::Value;

/// An operation of `operations.json`. Members that are shown as they are stay JSON.
#[derive(Debug, Deserialize)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) group: String,
    #[serde(default)]
    pub(super) summary: String,
    #[serde(default)]
    pub(super) help: String,
    pub(super) method: String,
    pub(super) path: String,
    pub(super) host: String,
    pub(super) status: String,
    #[serde(default)]
    pub(super) permissions: Permissions,
    #[serde(default)]
    pub(super) limits: Value,
    #[serde(default)]
    pub(super) limit_class: Value,
    #[serde(default)]
    pub(super) params: Vec<Param>,
    #[serde(default)]
    pub(super) open_body: bool,
    #[serde(default)]
    pub(super) headers: Vec<Header>,
    #[serde(default)]
    pub(super) body_kind: String,
    pub(super) response: Response,
    #[serde(default)]
    pub(super) completion: Option<Completion>,
    #[serde(default)]
    pub(super) batch: Option<Batch>,
    #[serde(default)]
    pub(super) effect: Value,
    #[serde(default)]
    pub(super) paging: Value,
    #[serde(default)]
    pub(super) record: Value,
    #[serde(default)]
    pub(super) max_page_size: Value,
    #[serde(default)]
    pub(super) idempotent: bool,
    #[serde(default)]
    pub(super) not_idempotent_with: Value,
    #[serde(default)]
    pub(super) role: Value,
    #[serde(default)]
    pub(super) retired: String,
    #[serde(default)]
    pub(super) filter_set: Option<String>,
    #[serde(default)]
    pub(super) filter_properties: Option<Vec<String>>,
    #[serde(default)]
    pub(super) errors: Vec<Failure>,
    #[serde(default)]
    pub(super) source: String,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Permissions {
    #[serde(default)]
    pub(super) application: Vec<String>,
    #[serde(default)]
    pub(super) delegated: Vec<String>,
}

/// An input.
#[derive(Debug, Deserialize)]
pub(super) struct Param {
    pub(super) name: String,
    pub(super) place: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    #[serde(default)]
    pub(super) required: bool,
    #[serde(default)]
    pub(super) values: Vec<Value>,
    #[serde(default)]
    pub(super) flags: bool,
    #[serde(default)]
    pub(super) constant: Option<String>,
    #[serde(default)]
    pub(super) default: Value,
    #[serde(default)]
    pub(super) example: Value,
    #[serde(default)]
    pub(super) help: String,
    #[serde(default)]
    pub(super) id_of: Option<String>,
    #[serde(default)]
    pub(super) until: bool,
    #[serde(default)]
    pub(super) within_days: Option<u32>,
    #[serde(default)]
    pub(super) max_bytes: Option<u64>,
    #[serde(default)]
    pub(super) min: Option<i64>,
    #[serde(default)]
    pub(super) max: Option<i64>,
    /// `ip`, `domain`, or an object with the lengths of `hex`.
    #[serde(default)]
    pub(super) form: Value,
}

#[derive(Debug, Deserialize)]
pub(super) struct Header {
    pub(super) name: String,
    pub(super) value: String,
    #[serde(default)]
    pub(super) help: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Response {
    pub(super) status: u16,
    pub(super) kind: String,
    #[serde(default)]
    pub(super) entity: Option<String>,
    #[serde(default)]
    pub(super) list: Option<String>,
    /// Whether the rows are the whole answer.
    #[serde(default)]
    pub(super) bare: bool,
    /// The type of a scalar.
    #[serde(default, rename = "type")]
    pub(super) scalar: Option<String>,
    /// The status of an answer in which some items failed.
    #[serde(default)]
    pub(super) partial: Option<u16>,
    #[serde(default)]
    pub(super) help: String,
}

/// The operation that shows the end of what this one starts.
#[derive(Debug, Deserialize)]
pub(super) struct Completion {
    #[serde(default)]
    pub(super) ask: Option<String>,
    /// The input of `ask`, and the member of the answer with its value.
    #[serde(default)]
    pub(super) id: Option<(String, String)>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Batch {
    pub(super) input: String,
    #[serde(default)]
    pub(super) most: Option<u64>,
}

/// A documented error.
#[derive(Debug, Deserialize)]
pub(super) struct Failure {
    /// Null where the page names a code only.
    #[serde(default)]
    pub(super) status: Option<u16>,
    #[serde(default)]
    pub(super) code: Value,
    #[serde(default)]
    pub(super) when: Value,
}

/// An entry of `entities.json`.
#[derive(Debug, Deserialize)]
pub(super) struct Entity {
    pub(super) fields: Vec<Field>,
    #[serde(default)]
    pub(super) key: Option<String>,
    /// Carries members that no page lists.
    #[serde(default)]
    pub(super) open: bool,
    #[serde(default)]
    pub(super) family: Vec<Derived>,
    #[serde(default)]
    pub(super) checks: Checks,
    #[serde(default)]
    pub(super) filters: Value,
    #[serde(default)]
    pub(super) help: String,
}

/// What the members of an object must agree on before it is sent.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Checks {
    #[serde(default)]
    pub(super) required: Vec<String>,
    #[serde(default)]
    pub(super) until: Vec<String>,
}

/// A derived type, by its `@odata.type`.
#[derive(Debug, Deserialize)]
pub(super) struct Derived {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) entity: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Field {
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    #[serde(default)]
    pub(super) nullable: bool,
    #[serde(default)]
    pub(super) values: Vec<Value>,
    #[serde(default)]
    pub(super) flags: bool,
    #[serde(default)]
    pub(super) operators: Vec<String>,
    /// Absent unless `$expand` names it.
    #[serde(default)]
    pub(super) relationship: bool,
    /// How a time is written, where it is not RFC 3339.
    #[serde(default)]
    pub(super) wire: String,
    #[serde(default)]
    pub(super) help: String,
}
