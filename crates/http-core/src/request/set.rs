//! Setting inputs: each value goes where the operation places its input.
//!
//! Values come typed from builders ([`Request::set`]), as text from command lines ([`Request::set_text`])
//! and as JSON from files ([`Request::set_body`]). All end in the same place, so that the same checks
//! apply. Setters collect the first mistake instead of returning it.

use bytes::Bytes;
use http::{HeaderName, HeaderValue};
use serde::Serialize;
use serde_json::{Map, Value};

use super::{Request, plain};
use crate::operation::{Kind, Param, Place};

impl Request {
    /// Sets an input. Setting it again replaces the value; `null` removes it.
    ///
    /// An unknown name is a mistake that lists the known ones. Text for an input of kind
    /// [`Time`](Kind::Time) must name an instant.
    #[must_use]
    pub fn set(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.put(name, value.into());
        self
    }

    /// Sets an input to a value that is serialized to JSON first.
    #[must_use]
    pub fn set_json(mut self, name: &str, value: &impl Serialize) -> Self {
        match serde_json::to_value(value) {
            Ok(value) => self.put(name, value),
            Err(error) => self.blame(format!("`{name}` cannot be written as JSON: {error}")),
        }
        self
    }

    /// Sets the binary input, with the file name for a form. Default name: `file`. More bytes than
    /// [`Param::max_bytes`](crate::Param::max_bytes) are a mistake.
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

    /// Sets an input from text as a person writes it. The kind of the input decides how the text is
    /// read: numbers, booleans, times, JSON, lists separated by commas, known words in any case.
    ///
    /// An unknown word is accepted, because services add words without notice.
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

    /// Sets an input, or adds an undocumented member to the body of an operation that accepts such
    /// members ([`Http::open_body`](crate::Http::open_body)).
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

    /// Sets the members of a JSON object as inputs of the body. Unknown members are mistakes unless the
    /// operation accepts undocumented ones.
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
                    Some(param) => param.normalized(value.clone()),
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

    /// Checks a value and stores it where the input belongs.
    fn put(&mut self, name: &str, value: Value) {
        let Some(param) = self.param(name) else {
            return;
        };
        if value.is_null() {
            return self.clear(param);
        }
        let value = param.normalized(value);
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

    /// Checks the conditions of `filters`, the filter language of Defender for Cloud Apps.
    ///
    /// The service ignores unknown fields and then acts on more than was meant, or rejects the request
    /// without a reason. A required but empty filter is a mistake as well: a change without a condition
    /// acts on everything.
    fn check_filters(&self, param: &Param, value: &Value) -> Result<(), String> {
        let fields = self.operation.list.filter_fields;
        if fields.is_empty() || param.name != "filters" {
            return Ok(());
        }
        crate::filters::check(fields, value)?;
        if param.required && value.as_object().is_some_and(Map::is_empty) {
            return Err(
                "`filters` needs a condition: without one the change acts on everything".to_owned(),
            );
        }
        Ok(())
    }

    /// Sets a body member to a value that the service returned, without checks. Page cursors are such.
    pub(crate) fn set_as_served(mut self, name: &str, value: Value) -> Self {
        self.body.insert(name.to_owned(), value);
        self
    }

    /// Removes an input. Headers stay: no operation clears one.
    fn clear(&mut self, param: &'static Param) {
        self.path.retain(|(name, _)| *name != param.name);
        self.query.retain(|(name, _)| name != param.name);
        self.body.remove(param.name);
    }

    /// Marks the call as not idempotent if the service appends this member, as it does comments.
    fn note_append(&mut self, name: &str) {
        if self.operation.conduct.appends.contains(&name) {
            self.idempotent = false;
        }
    }

    /// The input with this name. An unknown name is a mistake.
    fn param(&mut self, name: &str) -> Option<&'static Param> {
        let found = self.operation.input(name);
        if found.is_none() {
            self.blame(self.unknown(name));
        }
        found
    }

    /// The message for an unknown input, with the known ones.
    fn unknown(&self, name: &str) -> String {
        let known: Vec<_> = self
            .operation
            .inputs
            .iter()
            .map(|param| param.name)
            .collect();
        if known.is_empty() {
            return format!("unknown input `{name}`: {} takes none", self.operation.id);
        }
        format!(
            "unknown input `{name}`; {} takes {}",
            self.operation.id,
            known.join(", ")
        )
    }

    /// Keeps the first mistake; later ones often follow from it.
    pub(super) fn blame(&mut self, mistake: String) {
        self.mistake.get_or_insert(mistake);
    }
}

/// Sets the value of a name, replacing an earlier one in its place.
fn replace<K: PartialEq>(values: &mut Vec<(K, String)>, name: K, value: String) {
    match values.iter_mut().find(|(known, _)| *known == name) {
        Some(entry) => entry.1 = value,
        None => values.push((name, value)),
    }
}
