//! What will be sent, put together and checked without any I/O.

mod ask;
mod check;
pub(crate) mod content;
mod encode;
mod multipart;
pub mod odata;
mod wire;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::error::Result;
use crate::list::paging::Continuation;
use crate::operation::Operation;
use crate::operation::{Kind, Param, Place};
use crate::request::odata::Filter;

/// One call of an [`Operation`]: the row and the values of its inputs.
///
/// Setters keep the first mistake and [`to_http`](Request::to_http) reports it, so chains need no `?`.
#[derive(Clone)]
pub struct Request {
    operation: &'static Operation,
    path: Vec<(&'static str, String)>,
    query: Vec<(String, String)>,
    headers: HeaderMap,
    body: Map<String, Value>,
    content: Option<Bytes>,
    file_name: Option<String>,
    address: Option<String>,
    idempotent: bool,
    allow_retired: bool,
    continuation: Option<Continuation>,
    mistake: Option<String>,
}

impl Request {
    /// A call of an operation. Inputs that can have one value only have it; nothing else is set.
    pub fn new(operation: &'static Operation) -> Self {
        let request = Self {
            operation,
            path: Vec::new(),
            query: Vec::new(),
            headers: HeaderMap::new(),
            body: Map::new(),
            content: None,
            file_name: None,
            address: None,
            idempotent: operation.conduct.idempotent,
            allow_retired: false,
            continuation: None,
            mistake: None,
        };
        let constants = operation.inputs.iter();
        let constants = constants.filter(|param| !param.constant.is_empty());
        constants.fold(request, |request, param| {
            request.set_text(param.name, param.constant)
        })
    }

    /// The operation that is called.
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// Whether the call may be repeated when its outcome is unknown.
    pub fn is_idempotent(&self) -> bool {
        self.idempotent
    }

    /// Overrides whether the call may be repeated when its outcome is unknown.
    #[must_use]
    pub fn idempotent(mut self, yes: bool) -> Self {
        self.idempotent = yes;
        self
    }

    /// Sends the request although the vendor has [retired](Operation::retired) the operation, where some cloud still answers.
    #[must_use]
    pub fn allow_retired(mut self) -> Self {
        self.allow_retired = true;
        self
    }

    /// Begins a list where another reading of it stopped. The request must be made as the first one was. Without effect on
    /// operations that answer no list.
    #[must_use]
    pub fn resume(mut self, continuation: &Continuation) -> Self {
        self.continuation = Some(continuation.clone());
        self
    }

    /// Where a list begins, if not with its first page.
    pub(crate) fn take_continuation(&mut self) -> Option<Continuation> {
        self.continuation.take()
    }

    /// Gives an input its value; setting it again replaces the value.
    #[must_use]
    pub fn set(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.put(name, value.into());
        self
    }

    /// Gives an input a value that is first written as JSON.
    #[must_use]
    pub fn set_json(mut self, name: &str, value: &impl Serialize) -> Self {
        match serde_json::to_value(value) {
            Ok(value) => self.put(name, value),
            Err(error) => self.blame(format!("`{name}` cannot be written as JSON: {error}")),
        }
        self
    }

    /// Gives a binary input its bytes, with the file name that a form wants.
    #[must_use]
    pub fn set_bytes(
        mut self,
        name: &str,
        bytes: impl Into<Bytes>,
        file_name: Option<&str>,
    ) -> Self {
        let Some(param) = self.param(name) else {
            return self;
        };
        if param.kind != Kind::Bytes {
            self.blame(format!("`{name}` takes no bytes"));
            return self;
        }
        let bytes = bytes.into();
        if param.max_bytes > 0 && bytes.len() > param.max_bytes {
            self.blame(format!(
                "`{name}` takes {} bytes at most, not {}",
                param.max_bytes,
                bytes.len()
            ));
        }
        self.content = Some(bytes);
        self.file_name = file_name.map(str::to_owned);
        self
    }

    /// Gives an input its value as a person wrote it: numbers, booleans, times, known words and JSON are recognised
    /// by what the row says.
    #[must_use]
    pub fn set_text(mut self, name: &str, text: &str) -> Self {
        if let Some(param) = self.param(name) {
            match param.parse(text) {
                Ok(value) => self.put(param.name, value),
                Err(mistake) => self.blame(mistake),
            }
        }
        self
    }

    /// Adds a member to the body of an operation that takes members no page lists.
    #[must_use]
    pub fn set_open(mut self, name: &str, value: impl Into<Value>) -> Self {
        if self.operation.input(name).is_some() {
            self.put(name, value.into());
        } else if self.operation.http.open_body {
            self.body.insert(name.to_owned(), value.into());
        } else {
            self.blame(self.unknown(name));
        }
        self
    }

    /// Takes a whole JSON body; each member is checked against the row.
    #[must_use]
    pub fn set_body(mut self, body: &Value) -> Self {
        let Some(members) = body.as_object() else {
            self.blame("the body must be a JSON object".to_owned());
            return self;
        };
        for (name, value) in members {
            let known = self
                .operation
                .input(name)
                .is_some_and(|param| param.place == Place::Body);
            let filters = self
                .operation
                .input(name)
                .map(|param| self.check_filters(param, value));
            if let Some(Err(mistake)) = filters {
                self.blame(mistake);
            } else if known || self.operation.http.open_body {
                let value = match self.operation.input(name) {
                    Some(param) => param.normal(value.clone()),
                    None => value.clone(),
                };
                self.body.insert(name.clone(), value);
                self.note_append(name);
            } else {
                self.blame(self.unknown(name));
            }
        }
        self
    }

    /// Sets `$filter`.
    ///
    /// A property that the row does not call filterable is a mistake, and so is one that is no name: the service
    /// would refuse the call or, worse, read something else. The documents do not list every property that works;
    /// [`Filter::raw`] goes past the check.
    #[must_use]
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter = filter.into();
        let known = self.operation.list.filterable;
        for property in filter.properties() {
            let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '/' | '.' | '@');
            let is_known = known.is_empty()
                || known
                    .iter()
                    .any(|known| known.eq_ignore_ascii_case(property));
            if property.is_empty() || !property.chars().all(is_name) {
                self.blame(format!("`{property}` is no property's name"));
            } else if !is_known {
                self.blame(format!(
                    "`{property}` is not documented as filterable; {} filters by {}. A raw filter is not checked",
                    self.operation.id,
                    known.join(", ")
                ));
            }
        }
        self.set("$filter", filter)
    }

    /// Adds a request header; those the pipeline sets itself are refused.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let parsed = (HeaderName::try_from(name), HeaderValue::try_from(value));
        match parsed {
            (Ok(name), _) if RESERVED.contains(&name.as_str()) => {
                self.blame(format!("the header `{name}` is set by the client itself"));
            }
            (Ok(name), Ok(value)) => {
                self.headers.insert(name, value);
            }
            _ => self.blame(format!("`{name}` is no valid header")),
        }
        self
    }

    /// Asks for the answer as it is stored, not packed for the way.
    pub(crate) fn unpacked(mut self) -> Self {
        let identity = HeaderValue::from_static("identity");
        self.headers.insert(http::header::ACCEPT_ENCODING, identity);
        self
    }

    /// Goes to this path and query of the base, already encoded, instead of the row's path.
    pub(crate) fn at(mut self, path_and_query: String) -> Self {
        self.address = Some(path_and_query);
        self
    }

    /// The value a part of the path has, if it was set.
    pub fn path_value(&self, name: &str) -> Option<&str> {
        let mut values = self.path.iter();
        let found = values.find(|(known, _)| *known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The value a query option has, if it was set.
    pub fn query_value(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// The value a member of the JSON body has, if it was set.
    pub fn body_value(&self, name: &str) -> Option<&Value> {
        self.body.get(name)
    }

    fn put(&mut self, name: &str, value: Value) {
        let Some(param) = self.param(name) else {
            return;
        };
        if value.is_null() {
            return self.clear(param);
        }
        let value = param.normal(value);
        if let Err(mistake) = self.check_filters(param, &value) {
            return self.blame(mistake);
        }
        if let (Kind::Time, Some(Err(error))) = (
            param.kind,
            value.as_str().map(str::parse::<crate::wire::Timestamp>),
        ) {
            return self.blame(format!("`{name}`: {error}"));
        }
        match param.place {
            Place::Body | Place::Part => {
                self.note_append(param.name);
                self.body.insert(param.name.to_owned(), value);
            }
            Place::Path => replace(&mut self.path, param.name, plain(value)),
            Place::Query => replace(&mut self.query, param.name.to_owned(), plain(value)),
            Place::Header => match HeaderValue::try_from(plain(value)) {
                Ok(value) => {
                    self.headers
                        .insert(HeaderName::from_static(param.name), value);
                }
                Err(_) => self.blame(format!("`{name}` holds characters a header cannot carry")),
            },
        }
    }

    /// What would be ignored, or refused without a reason, is refused here; so is a change without any condition,
    /// which would act on everything.
    fn check_filters(&self, param: &Param, value: &Value) -> Result<(), String> {
        let fields = self.operation.list.filter_fields;
        if fields.is_empty() || param.name != "filters" {
            return Ok(());
        }
        crate::filters::check(fields, value)?;
        if param.required && value.as_object().is_some_and(Map::is_empty) {
            return Err(
                "`filters` must say what is meant: without a condition everything is".to_owned(),
            );
        }
        Ok(())
    }

    /// Takes a body member that the service itself gave, unchecked.
    pub(crate) fn set_as_served(mut self, name: &str, value: Value) -> Self {
        self.body.insert(name.to_owned(), value);
        self
    }

    fn clear(&mut self, param: &'static Param) {
        self.path.retain(|(name, _)| *name != param.name);
        self.query.retain(|(name, _)| name != param.name);
        self.body.remove(param.name);
    }

    /// What the service appends makes the call one that must not be repeated.
    fn note_append(&mut self, name: &str) {
        if self.operation.conduct.appends.contains(&name) {
            self.idempotent = false;
        }
    }

    fn param(&mut self, name: &str) -> Option<&'static Param> {
        let found = self.operation.input(name);
        if found.is_none() {
            self.blame(self.unknown(name));
        }
        found
    }

    fn unknown(&self, name: &str) -> String {
        let known: Vec<_> = self
            .operation
            .inputs
            .iter()
            .map(|param| param.name)
            .collect();
        if known.is_empty() {
            return format!(
                "there is no input `{name}`: {} takes none",
                self.operation.id
            );
        }
        format!(
            "there is no input `{name}`; {} takes {}",
            self.operation.id,
            known.join(", ")
        )
    }

    fn blame(&mut self, mistake: String) {
        self.mistake.get_or_insert(mistake);
    }
}

impl std::fmt::Debug for Request {
    /// The operation and the names of what was set; values may be secrets.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names = self.query.iter().map(|(name, _)| name.as_str());
        let names: Vec<_> = names.chain(self.body.keys().map(String::as_str)).collect();
        write!(f, "Request({} {names:?})", self.operation.id)
    }
}

/// Headers that belong to the pipeline.
const RESERVED: &[&str] = &[
    "authorization",
    "host",
    "content-length",
    "transfer-encoding",
    "connection",
    "accept-encoding",
    "user-agent",
    "cookie",
];

fn replace<K: PartialEq>(values: &mut Vec<(K, String)>, name: K, value: String) {
    match values.iter_mut().find(|(known, _)| *known == name) {
        Some(entry) => entry.1 = value,
        None => values.push((name, value)),
    }
}

/// A value outside a JSON body: text without quotes, lists joined by commas.
fn plain(value: Value) -> String {
    match value {
        Value::String(text) => text,
        Value::Array(values) => values.into_iter().map(plain).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests;
