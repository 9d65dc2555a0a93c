//! A call as data: an operation and its inputs.
//!
//! A plan, a journal and a tool call name an operation and carry JSON; the request is filled later, perhaps by another
//! process. [`Invocation`] is that JSON. It holds no secret and no address, so it may be stored. Two of its properties
//! matter to a program that stores it:
//!
//! - [`fill`](Invocation::fill) checks every input, so an invocation from a file is as safe as one from code;
//! - [`settled`](Invocation::settled) removes what depends on the time of the call.

use std::time::SystemTime;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http_core::{Kind, Operation, Param, Place, Request, Value};
use serde::{Deserialize, Serialize};
use serde_json::Map;

use crate::catalog::Catalog;
use crate::error::{Error, Result};
use crate::fill::{Filled, Filling};
use crate::inputs::input;

/// A call as data, for plans, journals and tool calls: the id of an operation and its inputs by name.
///
/// As JSON: `{"operation": "mde.machines.isolate", "inputs": {"machine_id": "1e5b", "Comment": "INC-7"}}`. Unknown
/// members beside these two are an error. Inputs are named as on the wire or in words; text in the place of a number, a
/// time or a list is read as a person would write it. Bytes are base64 text, or an object with `base64` and
/// `file_name`. [`input_schema`](crate::input_schema) describes the inputs of an operation.
///
/// ```
/// use std::time::{Duration, SystemTime};
///
/// use http_core::{Kind, Operation, Param};
/// use operations::{Catalog, Invocation};
///
/// static LIST: Operation =
///     Operation::get("x.alerts.list", "/api/alerts").inputs(&[Param::query("since").kind(Kind::Time)]);
/// static OPERATIONS: &[&Operation] = &[&LIST];
/// let catalog = Catalog::new([OPERATIONS]);
///
/// // An age means another time tomorrow. A plan keeps the absolute time.
/// let now = SystemTime::UNIX_EPOCH + Duration::from_secs(7200);
/// let settled = Invocation::new("x.alerts.list").with("since", "1h").settled(&catalog, now)?;
/// assert_eq!(settled.inputs["since"], "1970-01-01T01:00:00Z");
/// # Ok::<(), operations::Error>(())
/// ```
///
/// It is read back as it was written:
///
/// ```
/// use operations::Invocation;
///
/// let call = Invocation::new("x.alerts.get").with("id", "7");
/// let text = serde_json::to_string(&call)?;
/// assert_eq!(text, r#"{"operation":"x.alerts.get","inputs":{"id":"7"}}"#);
/// assert_eq!(serde_json::from_str::<Invocation>(&text)?, call);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Invocation {
    /// The id of the operation, such as `mde.machines.isolate`. It is looked up when the call is filled.
    pub operation: String,
    /// The inputs by name, in their order. `null` leaves an input out.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub inputs: Map<String, Value>,
}

impl Invocation {
    /// A call of the operation of that id, without inputs. The id is not checked yet.
    pub fn new(operation: impl Into<String>) -> Self {
        Self {
            operation: operation.into(),
            inputs: Map::new(),
        }
    }

    /// Sets an input. A second value for the same name replaces the first; a second spelling of the name is an error of
    /// [`fill`](Self::fill).
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.inputs.insert(name.into(), value.into());
        self
    }

    /// The requests of the call, checked. Ages such as `7d` are counted from `now`.
    ///
    /// A change with more items than one call takes becomes several requests; all other calls become one.
    ///
    /// # Errors
    /// [`Error::UnknownOperation`], [`Error::Input`] for an input that is unknown, given twice or of another kind, and
    /// [`Error::Request`] for one that is missing or invalid.
    pub fn fill(&self, catalog: &Catalog, now: SystemTime) -> Result<Filled> {
        self.filling(catalog.require(&self.operation)?, now)?
            .finish()
    }

    /// The same call in the names and spellings of the service and with absolute times, so that it means the same at
    /// any later time. Settling a settled call changes nothing.
    ///
    /// # Errors
    /// Returns the errors of [`fill`](Self::fill).
    pub fn settled(&self, catalog: &Catalog, now: SystemTime) -> Result<Self> {
        let operation = catalog.require(&self.operation)?;
        let filling = self.filling(operation, now)?;
        let request = filling.request.clone();
        filling.finish()?;
        let mut inputs = Map::new();
        for (name, given) in &self.inputs {
            let Some(param) = input(operation, name) else {
                inputs.insert(name.clone(), given.clone());
                continue;
            };
            if !given.is_null() {
                let value = value_of(&request, param).unwrap_or_else(|| given.clone());
                inputs.insert(param.name.to_owned(), value);
            }
        }
        Ok(Self {
            operation: self.operation.clone(),
            inputs,
        })
    }

    /// Sets the inputs one after the other. Members that no table lists are kept if the operation takes an open body.
    fn filling(&self, operation: &'static Operation, now: SystemTime) -> Result<Filling> {
        let mut filling = Filling::new(operation, now);
        let mut given: Vec<&str> = Vec::new();
        for (name, value) in &self.inputs {
            let Some(param) = input(operation, name) else {
                if !operation.http.open_body {
                    return Err(unknown(operation, name));
                }
                filling.open(name, value.clone());
                continue;
            };
            if given.contains(&param.name) {
                return Err(Error::input(
                    operation.id,
                    format!("`{}` is given twice", param.name),
                ));
            }
            given.push(param.name);
            match param.kind {
                Kind::Bytes if !value.is_null() => {
                    let (bytes, file_name) = bytes(operation, param, value)?;
                    filling.bytes(param, bytes, file_name);
                }
                _ => filling.value(param, &format!("`{name}`"), value.clone())?,
            }
        }
        Ok(filling)
    }
}

/// The error for an input that the operation does not have, with those that it has.
fn unknown(operation: &'static Operation, name: &str) -> Error {
    let known: Vec<_> = operation.inputs.iter().map(|param| param.name).collect();
    let known = match known[..] {
        [] => "it takes none".to_owned(),
        _ => format!("inputs are {}", known.join(", ")),
    };
    Error::input(operation.id, format!("unknown input `{name}`; {known}"))
}

/// The value of an input as the request carries it; `None` if the request does not show it, as for headers and bytes.
fn value_of(request: &Request, param: &Param) -> Option<Value> {
    match param.place {
        Place::Body | Place::Part => request.body_value(param.name).cloned(),
        // The request carries these as text; numbers and lists keep the type in which they were given.
        _ if !matches!(
            param.kind,
            Kind::Text | Kind::Time | Kind::Enum(_) | Kind::Flags(_)
        ) =>
        {
            None
        }
        Place::Path => request.path_value(param.name).map(Value::from),
        Place::Query => request.query_value(param.name).map(Value::from),
        _ => None,
    }
}

/// Decodes bytes, and returns the name of the file that held them if the object gives one.
fn bytes<'a>(
    operation: &'static Operation,
    param: &Param,
    value: &'a Value,
) -> Result<(Vec<u8>, Option<&'a str>)> {
    let invalid = |why: &str| Error::input(operation.id, format!("`{}` {why}", param.name));
    let text = value.get("base64").unwrap_or(value).as_str();
    let text = text
        .ok_or_else(|| invalid("takes base64 text, or an object with `base64` and `file_name`"))?;
    let bytes = STANDARD
        .decode(text)
        .map_err(|error| invalid(&format!("is not base64: {error}")))?;
    Ok((bytes, value.get("file_name").and_then(Value::as_str)))
}

#[cfg(test)]
mod tests {
    use http_core::{BodyKind, Url};
    use serde_json::json;

    use super::*;

    static INPUTS: &[Param] = &[
        Param::path("machine_id"),
        Param::body("Comment").required(),
        Param::body("IsolationType").kind(Kind::Enum(&["Full", "Selective"])),
        Param::body("until").kind(Kind::Time).until(),
        Param::body("rules")
            .kind(Kind::Json)
            .array()
            .words(&[("action/kind", &["Block"])]),
        Param::query("$top").kind(Kind::Integer),
    ];
    static ISOLATE: Operation =
        Operation::post("t.machines.isolate", "/machines/{machine_id}/isolate")
            .body(BodyKind::Json)
            .inputs(INPUTS);
    static UPLOAD: Operation = Operation::post("t.files.upload", "/files")
        .body(BodyKind::Binary)
        .inputs(&[Param::body("content").kind(Kind::Bytes).required()]);
    static TABLE: &[&Operation] = &[&ISOLATE, &UPLOAD];

    fn catalog() -> Catalog {
        Catalog::new([TABLE])
    }

    fn now() -> SystemTime {
        "2026-03-02T10:20:30Z"
            .parse::<jiff::Timestamp>()
            .unwrap()
            .into()
    }

    fn read(value: Value) -> Invocation {
        serde_json::from_value(value).unwrap()
    }

    fn error(value: Value) -> String {
        let filled = read(value).fill(&catalog(), now());
        filled.unwrap_err().to_string()
    }

    #[test]
    fn a_call_is_the_same_after_a_round_trip() {
        let call = Invocation::new("t.machines.isolate")
            .with("machine_id", "m1")
            .with("Comment", "x");
        let text = serde_json::to_string(&call).unwrap();
        assert_eq!(
            text,
            r#"{"operation":"t.machines.isolate","inputs":{"Comment":"x","machine_id":"m1"}}"#
        );
        assert_eq!(serde_json::from_str::<Invocation>(&text).unwrap(), call);
        assert!(
            serde_json::from_value::<Invocation>(json!({"operation": "a", "input": {}})).is_err()
        );
    }

    #[test]
    fn words_are_spelled_as_the_service_does_in_every_depth() {
        let call = read(json!({"operation": "t.machines.isolate", "inputs": {
            "machine-id": "m1", "comment": "x", "isolation-type": "full", "until": "7d", "top": "5",
            "rules": [{"action": {"kind": "block"}}]
        }}));
        let settled = call.settled(&catalog(), now()).unwrap();
        assert_eq!(
            json!(settled.inputs),
            json!({
                "machine_id": "m1", "Comment": "x", "IsolationType": "Full", "until": "2026-03-09T10:20:30Z",
                "$top": "5", "rules": [{"action": {"kind": "Block"}}]
            })
        );
        let sent = |call: &Invocation| {
            let filled = call.fill(&catalog(), now()).unwrap();
            let base = Url::parse("https://h.example").unwrap();
            let http = filled.requests[0].to_http(&base).unwrap();
            (http.uri().to_string(), http.body().clone())
        };
        assert_eq!(sent(&call), sent(&settled));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let call = |inputs: Value| json!({"operation": "t.machines.isolate", "inputs": inputs});
        for (value, expected) in [
            (
                json!({"operation": "t.nothing"}),
                "unknown operation `t.nothing`",
            ),
            (
                call(json!({"machine": "m"})),
                "unknown input `machine`; inputs are machine_id, Comment",
            ),
            (call(json!({"machine_id": "m"})), "`Comment` is required"),
            (call(json!({"Comment": 1})), "`Comment` takes text, not 1"),
            (
                call(json!({"Comment": "a", "comment": "b"})),
                "`Comment` is given twice",
            ),
            (
                json!({"operation": "t.files.upload", "inputs": {"content": "%"}}),
                "`content` is not base64",
            ),
        ] {
            let error = error(value);
            assert!(error.contains(expected), "{error}");
        }
    }

    #[test]
    fn bytes_are_base64() {
        for content in [
            json!("aGk="),
            json!({"base64": "aGk=", "file_name": "a.txt"}),
        ] {
            let call = Invocation::new("t.files.upload").with("content", content);
            let filled = call.fill(&catalog(), now()).unwrap();
            let base = Url::parse("https://h.example").unwrap();
            let http = filled.requests[0].to_http(&base).unwrap();
            assert_eq!(&http.body()[..], b"hi");
        }
    }
}
