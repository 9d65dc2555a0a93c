//! Operations and entities of the tables, as far as a document shows them.
//!
//! Members that the document does not show are not read, so a new member of the tables breaks nothing here. Defaults are
//! those of the tables: a missing member is an empty one.

use serde::Deserialize;
use serde_json::Value;

/// An operation of `operations.json`. Members that are shown as they are stay JSON.
#[derive(Debug, Deserialize)]
pub(super) struct Operation {
    /// `<product>.<group>.<verb>`; the `operationId`.
    pub(super) id: String,
    /// The resource family; the tag.
    pub(super) group: String,
    /// One short line.
    #[serde(default)]
    pub(super) summary: String,
    /// What a user must know; empty where the name says it all.
    #[serde(default)]
    pub(super) help: String,
    /// In capitals, as in the tables.
    pub(super) method: String,
    /// Parameters are in braces. Without a leading slash it is a whole address.
    pub(super) path: String,
    /// The family of the base address; names the security schemes as well.
    pub(super) host: String,
    /// `ga`, `preview`, `legacy` or `retired`; the last two are `deprecated`.
    pub(super) status: String,
    /// Least privileged first.
    #[serde(default)]
    pub(super) permissions: Permissions,
    /// Documented budgets, shown as they are.
    #[serde(default)]
    pub(super) limits: Value,
    /// The budget that several operations share.
    #[serde(default)]
    pub(super) limit_class: Value,
    /// Inputs of every place, in the order of the page.
    #[serde(default)]
    pub(super) params: Vec<Param>,
    /// Whether the body takes members that no page lists.
    #[serde(default)]
    pub(super) open_body: bool,
    /// Headers that the operation sends or may send.
    #[serde(default)]
    pub(super) headers: Vec<Header>,
    /// `none`, `json`, `multipart`, `binary` or `text`.
    #[serde(default)]
    pub(super) body_kind: String,
    /// The answer of success.
    pub(super) response: Response,
    /// How the end of what is started is seen; becomes a link.
    #[serde(default)]
    pub(super) completion: Option<Completion>,
    /// The input with several items, and how many one call takes.
    #[serde(default)]
    pub(super) batch: Option<Batch>,
    /// A word, or an object with the undo; shown as it is.
    #[serde(default)]
    pub(super) effect: Value,
    /// How the next page is requested; shown as it is.
    #[serde(default)]
    pub(super) paging: Value,
    /// How a record of a list is known; shown as it is.
    #[serde(default)]
    pub(super) record: Value,
    /// Why the example inputs cannot succeed at once; shown without the exit code of the command line.
    #[serde(default)]
    pub(super) example_end: Value,
    /// Rows of the largest page, added to the paging.
    #[serde(default)]
    pub(super) max_page_size: Value,
    /// Whether the call may be repeated when its outcome is unknown.
    #[serde(default)]
    pub(super) idempotent: bool,
    /// Inputs that take `idempotent` back.
    #[serde(default)]
    pub(super) not_idempotent_with: Value,
    /// The role that a person needs beside the permission.
    #[serde(default)]
    pub(super) role: Value,
    /// What to call instead; the operation is `deprecated`.
    #[serde(default)]
    pub(super) retired: String,
    /// Ids of the operations to call instead; shown as they are.
    #[serde(default)]
    pub(super) replaced_by: Value,
    /// The entity that describes the input `filters`.
    #[serde(default)]
    pub(super) filter_set: Option<String>,
    /// Properties that `$filter` takes. `None`: all members.
    #[serde(default)]
    pub(super) filter_properties: Option<Vec<String>>,
    /// Documented errors; their statuses become answers.
    #[serde(default)]
    pub(super) errors: Vec<Failure>,
    /// The vendor document.
    #[serde(default)]
    pub(super) source: String,
}

impl Operation {
    /// Whether the caller holds the whole address, as of a signed upload. Such an operation belongs to no host family,
    /// and its address takes no token.
    pub(super) fn is_absolute(&self) -> bool {
        !self.path.starts_with('/')
    }
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Permissions {
    /// For tokens of applications.
    #[serde(default)]
    pub(super) application: Vec<String>,
    /// For tokens of users; the first one is the scope of the requirement.
    #[serde(default)]
    pub(super) delegated: Vec<String>,
}

/// An input.
#[derive(Debug, Deserialize)]
pub(super) struct Param {
    /// The name on the wire.
    pub(super) name: String,
    /// `path`, `query`, `header`, `body` or `part`.
    pub(super) place: String,
    /// A type of the tables, such as `array:guid` or `object:Machine`.
    #[serde(rename = "type")]
    pub(super) kind: String,
    /// Whether it has to be there.
    #[serde(default)]
    pub(super) required: bool,
    /// Documented words; closed in requests, open in answers.
    #[serde(default)]
    pub(super) values: Vec<Value>,
    /// Whether several words stand in one text, separated by commas.
    #[serde(default)]
    pub(super) flags: bool,
    /// The one value that the input can have, as text.
    #[serde(default)]
    pub(super) constant: Option<String>,
    /// The value that stands for a missing input.
    #[serde(default)]
    pub(super) default: Value,
    /// A value that the emulator with its default seed accepts.
    #[serde(default)]
    pub(super) example: Value,
    /// What a user must know; empty where the name says it all.
    #[serde(default)]
    pub(super) help: String,
    /// The entity whose id it is.
    #[serde(default)]
    pub(super) id_of: Option<String>,
    /// Whether a time has to lie ahead.
    #[serde(default)]
    pub(super) until: bool,
    /// How far back a time may lie.
    #[serde(default)]
    pub(super) within_days: Option<u32>,
    /// The largest size of a content.
    #[serde(default)]
    pub(super) max_bytes: Option<u64>,
    /// The least number.
    #[serde(default)]
    pub(super) min: Option<i64>,
    /// The largest number.
    #[serde(default)]
    pub(super) max: Option<i64>,
    /// `ip`, `domain`, or an object with the lengths of `hex`.
    #[serde(default)]
    pub(super) form: Value,
}

#[derive(Debug, Deserialize)]
pub(super) struct Header {
    /// The name on the wire.
    pub(super) name: String,
    /// The value that is sent.
    pub(super) value: String,
    /// What a user must know; empty where the name says it all.
    #[serde(default)]
    pub(super) help: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Response {
    /// `ga`, `preview`, `legacy` or `retired`; the last two are `deprecated`.
    pub(super) status: u16,
    /// A type of the tables, such as `array:guid` or `object:Machine`.
    pub(super) kind: String,
    /// The type of the record, or of each record of a list.
    #[serde(default)]
    pub(super) entity: Option<String>,
    /// The type of each row, where the answer has the addresses of files.
    #[serde(default)]
    pub(super) row: Option<String>,
    /// The member that holds the rows.
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
    /// What a user must know; empty where the name says it all.
    #[serde(default)]
    pub(super) help: String,
}

/// The operation that shows the end of what this one starts.
#[derive(Debug, Deserialize)]
pub(super) struct Completion {
    /// The operation that shows the end.
    #[serde(default)]
    pub(super) ask: Option<String>,
    /// The input of `ask`, and the member of the answer with its value.
    #[serde(default)]
    pub(super) id: Option<(String, String)>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Batch {
    /// The input with the items.
    pub(super) input: String,
    /// How many items one call takes.
    #[serde(default)]
    pub(super) most: Option<u64>,
}

/// A documented error.
#[derive(Debug, Deserialize)]
pub(super) struct Failure {
    /// Null where the page names a code only.
    #[serde(default)]
    pub(super) status: Option<u16>,
    /// The code in the body of the error.
    #[serde(default)]
    pub(super) code: Value,
    /// Why the service answers so.
    #[serde(default)]
    pub(super) when: Value,
}

/// An entry of `entities.json`.
#[derive(Debug, Deserialize)]
pub(super) struct Entity {
    /// Members, in the order of the page.
    pub(super) fields: Vec<Field>,
    /// The member that identifies a record; links read it.
    #[serde(default)]
    pub(super) key: Option<String>,
    /// Carries members that no page lists.
    #[serde(default)]
    pub(super) open: bool,
    /// Derived types, where the entity is a base.
    #[serde(default)]
    pub(super) family: Vec<Derived>,
    /// What the members have to agree on before they are sent.
    #[serde(default)]
    pub(super) checks: Checks,
    /// Set where the entity describes conditions and no record.
    #[serde(default)]
    pub(super) filters: Value,
    /// What a user must know; empty where the name says it all.
    #[serde(default)]
    pub(super) help: String,
}

/// What the members of an object must agree on before it is sent.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Checks {
    /// Whether it has to be there.
    #[serde(default)]
    pub(super) required: Vec<String>,
    /// Whether a time has to lie ahead.
    #[serde(default)]
    pub(super) until: Vec<String>,
}

/// A derived type, by its `@odata.type`.
#[derive(Debug, Deserialize)]
pub(super) struct Derived {
    /// A type of the tables, such as `array:guid` or `object:Machine`.
    #[serde(rename = "type")]
    pub(super) kind: String,
    /// The type of the record, or of each record of a list.
    pub(super) entity: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Field {
    /// The name on the wire.
    pub(super) name: String,
    /// A type of the tables, such as `array:guid` or `object:Machine`.
    #[serde(rename = "type")]
    pub(super) kind: String,
    /// Whether an answer may have null.
    #[serde(default)]
    pub(super) nullable: bool,
    /// Documented words; closed in requests, open in answers.
    #[serde(default)]
    pub(super) values: Vec<Value>,
    /// Whether several words stand in one text, separated by commas.
    #[serde(default)]
    pub(super) flags: bool,
    /// Operators of a condition.
    #[serde(default)]
    pub(super) operators: Vec<String>,
    /// Absent unless `$expand` names it.
    #[serde(default)]
    pub(super) relationship: bool,
    /// How a time is written, where it is not RFC 3339.
    #[serde(default)]
    pub(super) wire: String,
    /// What a user must know; empty where the name says it all.
    #[serde(default)]
    pub(super) help: String,
}
