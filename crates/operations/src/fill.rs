//! Fills a request from text and JSON.
//!
//! A command line has texts, a plan has JSON, and both write values as people do: `7d`, `high`, `a,b,c`. [`Filling`]
//! turns them into the values of the service. The table decides how: an input of the kind time takes an age, one of the
//! kind enum gets the documented spelling.
//!
//! The tables come from documentation, which is incomplete. An undocumented word or property is therefore sent and
//! reported as a [`Note`]; only a value that cannot be right, such as text for a number, is an error.

mod asked;
mod filter;
mod odata;
mod parts;
mod spelling;
mod times;

use std::time::SystemTime;

use http_core::odata::properties;
use http_core::{DefaultFilter, Kind, Operation, Param, Place, Request, Value};

use crate::error::{Error, Result};
use crate::time;

/// The input that holds an OData filter, in every operation that takes one.
const FILTER: &str = "$filter";

/// Something to report to the user about an input. The request is valid all the same.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Note {
    /// A word or a property that is not documented and is sent as it is.
    Undocumented(String),
    /// A time that was written as an age, with the absolute time that is sent.
    Time(String),
    /// A day, which begins at midnight UTC and not at midnight of the user's clock.
    Day(String),
    /// A value that was replaced by the service's spelling of it.
    Read(String),
    /// An input that does not do what its name suggests, and the one that does.
    Advice(&'static str),
    /// A list that could not be asked for the newest record first: its order reaches only so many records.
    Order(u32),
    /// A filter that was added by default and leaves records out. The user can turn it off.
    LeftOut(&'static DefaultFilter),
}

/// The requests of a call, and the notes to report about them. Every request has passed its checks.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Filled {
    /// One request, or several where a change has more items than one call takes. Never empty.
    pub requests: Vec<Request>,
    /// In the order of the inputs.
    pub notes: Vec<Note>,
}

impl Filled {
    fn checked(requests: Vec<Request>, notes: Vec<Note>, now: SystemTime) -> Result<Self> {
        for request in &requests {
            request.check_at(now)?;
        }
        Ok(Self { requests, notes })
    }
}

/// A request that is being filled.
///
/// Every method takes a `label`: the name of the input as the user wrote it, for messages. Setting an input again
/// replaces its value; conditions are added.
///
/// ```
/// use http_core::{Kind, Operation, Param};
/// use operations::{Filling, Note};
///
/// static LIST: Operation = Operation::get("x.alerts.list", "/api/alerts")
///     .inputs(&[Param::query("since").kind(Kind::Time), Param::query("$top").kind(Kind::Integer)]);
///
/// let now = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(3600);
/// let mut filling = Filling::new(&LIST, now);
/// filling.text(&LIST.inputs[0], "--since", "1h")?;
/// filling.value(&LIST.inputs[1], "--top", 5.into())?;
/// let filled = filling.finish()?;
/// assert_eq!(filled.requests[0].query_value("since"), Some("1970-01-01T00:00:00Z"));
/// assert_eq!(filled.notes, [Note::Time("--since 1h is 1970-01-01T00:00:00Z".to_owned())]);
/// # Ok::<(), operations::Error>(())
/// ```
#[derive(Debug)]
pub struct Filling {
    pub(crate) request: Request,
    now: SystemTime,
    notes: Vec<Note>,
}

impl Filling {
    /// An empty request of the operation. Ages such as `7d` are counted back from `now`.
    pub fn new(operation: &'static Operation, now: SystemTime) -> Self {
        Self {
            request: Request::new(operation),
            now,
            notes: Vec::new(),
        }
    }

    fn operation(&self) -> &'static Operation {
        self.request.operation()
    }

    fn invalid(&self, message: impl Into<String>) -> Error {
        Error::input(self.operation().id, message)
    }

    fn update(&mut self, change: impl FnOnce(Request) -> Request) {
        let empty = Request::new(self.operation());
        self.request = change(std::mem::replace(&mut self.request, empty));
    }

    /// Sets an input from text, as its kind says:
    ///
    /// | kind | text |
    /// | --- | --- |
    /// | time | RFC 3339, a day or an age, see [`time::absolute`]; the end of a validity as in [`time::ahead`] |
    /// | list | items between commas, or a JSON array |
    /// | enum, flags | documented words in any case; others are sent and noted |
    /// | integer, bool | a whole number; `true` or `false` in any case |
    /// | JSON | any JSON |
    /// | text | as it is; the properties of an OData filter are compared with the documented ones |
    ///
    /// # Errors
    /// [`Error::Input`] if the text does not fit the kind of the input. An input of the kind bytes takes no text.
    pub fn text(&mut self, param: &'static Param, label: &str, text: &str) -> Result<()> {
        match param.kind {
            Kind::Time => self.time(param, label, text)?,
            Kind::Json => {
                let value = serde_json::from_str(text)
                    .map_err(|error| self.invalid(format!("{label} takes JSON: {error}")))?;
                self.value(param, label, value)?;
            }
            Kind::List => self.texts(param, label, std::iter::once(text))?,
            Kind::Flags(known) => {
                let words = text.split(',').map(str::trim);
                for word in words.filter(|word| !word.is_empty()) {
                    self.note_unknown(label, word, known);
                }
                self.set(param, text.into());
            }
            Kind::Enum(known) => {
                let mut aliases = param.value_aliases.iter();
                if !aliases.any(|(alias, _)| alias.eq_ignore_ascii_case(text)) {
                    self.note_unknown(label, text, known);
                }
                self.set(param, text.into());
            }
            Kind::Integer => {
                let number: i64 = text.parse().map_err(|_| {
                    self.invalid(format!("{label} takes a whole number, not `{text}`"))
                })?;
                self.set(param, number.into());
            }
            Kind::Bool => {
                let yes: bool = text.to_ascii_lowercase().parse().map_err(|_| {
                    self.invalid(format!("{label} takes true or false, not `{text}`"))
                })?;
                self.set(param, yes.into());
            }
            Kind::Bytes => return Err(self.invalid(format!("{label} takes bytes, not text"))),
            _ => {
                if param.name == FILTER {
                    return self.filter(param, label, text);
                }
                let text = self.behind(param, label, text);
                self.set(param, text.into());
            }
        }
        Ok(())
    }

    /// The part of a typed value that the service takes, and a note if a part is dropped.
    fn behind<'a>(&mut self, param: &'static Param, label: &str, text: &'a str) -> &'a str {
        let dropped = text
            .rsplit_once(param.after)
            .filter(|_| !param.after.is_empty());
        let Some((_, sent)) = dropped.filter(|(_, sent)| !sent.is_empty()) else {
            return text;
        };
        let note = format!("{label} {text} is sent as {sent}");
        self.notes.push(Note::Read(note));
        sent
    }

    /// Notes a word that is not documented, with the documented ones.
    fn note_unknown(&mut self, label: &str, word: &str, known: &[&str]) {
        if !known.iter().any(|one| one.eq_ignore_ascii_case(word)) {
            self.notes.push(Note::Undocumented(format!(
                "{label}: `{word}` is not documented and is sent as it is; documented are {}",
                known.join(", ")
            )));
        }
    }

    /// Sets a list from texts: each is an item, several items with commas between them, or a JSON array. Without any
    /// text the input is left out.
    ///
    /// # Errors
    /// [`Error::Input`] if a text begins like a JSON array and is not one.
    pub fn texts<'a>(
        &mut self,
        param: &'static Param,
        label: &str,
        texts: impl Iterator<Item = &'a str>,
    ) -> Result<()> {
        let mut texts = texts.peekable();
        if texts.peek().is_none() {
            return Ok(());
        }
        let mut items = Vec::new();
        for text in texts {
            let some = list(text).map_err(|error| self.invalid(format!("{label}: {error}")))?;
            items.extend(some);
        }
        self.set(param, items.into());
        Ok(())
    }

    fn time(&mut self, param: &'static Param, label: &str, text: &str) -> Result<()> {
        let time = match param.until {
            true => time::ahead(text, self.now),
            false => time::absolute(text, self.now),
        };
        let time = time.map_err(|message| self.invalid(format!("{label}: {message}")))?;
        self.note_time(label, text, &time);
        self.set(param, time.into());
        Ok(())
    }

    /// Notes how a time was understood, once for each text.
    fn note_time(&mut self, label: &str, text: &str, time: &str) {
        let understood = time::understood(label, text, time);
        let note = match time::is_day(text) {
            true => Note::Day(understood),
            false => Note::Time(understood),
        };
        if time != text && !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Sets an input from JSON. Text is read as by [`text`](Self::text), `null` leaves the input out. A number is
    /// accepted for text in the path or query, because ids are often numbers.
    ///
    /// # Errors
    /// [`Error::Input`] if the value does not fit the kind of the input.
    pub fn value(&mut self, param: &'static Param, label: &str, value: Value) -> Result<()> {
        if value.is_null() {
            return Ok(());
        }
        let mut value = value;
        if param.kind == Kind::Json {
            self.resolve_items(param, &mut value)?;
        }
        match (param.kind, &value) {
            (Kind::Json, _) => {}
            (_, Value::String(text)) => return self.text(param, label, text),
            (Kind::Text, Value::Object(_)) if self.is_filters(param) => {
                self.set(param, value.to_string().into());
                return Ok(());
            }
            (Kind::Text, Value::Number(number)) if param.place != Place::Body => {
                self.set(param, number.to_string().into());
                return Ok(());
            }
            (kind, value) if !fits(kind, value) => {
                let wanted = wanted(kind);
                return Err(self.invalid(format!("{label} takes {wanted}, not {value}")));
            }
            _ => {}
        }
        self.set(param, value);
        Ok(())
    }

    /// Sets a binary input, with the file name that a form sends. The bytes are not copied.
    pub fn bytes(&mut self, param: &'static Param, bytes: Vec<u8>, file_name: Option<&str>) {
        self.update(|request| request.set_bytes(param.name, bytes, file_name));
    }

    /// Adds a member that no document lists to a body that takes such members.
    pub(crate) fn open(&mut self, name: &str, value: Value) {
        self.update(|request| request.set_open(name, value));
    }

    /// Takes a whole JSON body. Each member has to be of the kind that the table names; members are named in any case,
    /// and times are read as by [`text`](Self::text).
    ///
    /// Inputs that are set later replace members of the body.
    ///
    /// # Errors
    /// [`Error::Input`] if a member is of another kind. Unknown members are an error of [`finish`](Self::finish).
    pub fn body(&mut self, label: &str, body: Value) -> Result<()> {
        let mut body = spelling::spelled(self.operation(), body);
        for (name, value) in body.as_object().into_iter().flatten() {
            let param = self.operation().input(name);
            let Some(param) = param.filter(|param| param.place == Place::Body) else {
                continue;
            };
            let is_text = matches!(param.kind, Kind::Bytes) && value.is_string();
            if !value.is_null() && !is_text && !fits(param.kind, value) {
                let wanted = wanted(param.kind);
                return Err(self.invalid(format!("{label}: `{name}` takes {wanted}, not {value}")));
            }
        }
        self.resolve_body(&mut body)?;
        self.update(|request| request.set_body(&body));
        Ok(())
    }

    /// Adds the default filter of the operation, and notes it. A filter of the user by the same property takes its
    /// place. Call it after the other inputs are set.
    pub fn default_filter(&mut self) {
        let Some(default) = self.operation().list.default_filter else {
            return;
        };
        let names_it = self.request.query_value(FILTER).is_some_and(|own| {
            let mut named = properties(own).into_iter();
            named.any(|property| property.eq_ignore_ascii_case(default.property))
        });
        if names_it {
            return;
        }
        self.update(|request| request.and_filter(default.filter));
        self.notes.push(Note::LeftOut(default));
    }

    /// Checks the request. A change with more items than one call takes becomes several requests.
    ///
    /// # Errors
    /// [`Error::Request`] with the first invalid or missing input.
    pub fn finish(self) -> Result<Filled> {
        let requests = parts::of(self.request)?;
        Filled::checked(requests, self.notes, self.now)
    }

    /// Like [`finish`](Self::finish), with one request for each value of an input, in their order. Used to read many
    /// records by their ids.
    ///
    /// # Errors
    /// As [`finish`](Self::finish); the first invalid value is reported and no request is returned.
    pub fn finish_each(
        self,
        param: &'static Param,
        values: impl IntoIterator<Item = String>,
    ) -> Result<Filled> {
        let with = |value: String| self.request.clone().set(param.name, value);
        let requests = values.into_iter().map(with).collect();
        Filled::checked(requests, self.notes, self.now)
    }

    fn set(&mut self, param: &'static Param, value: Value) {
        self.update(|request| request.set(param.name, value));
    }

    /// Whether an input holds conditions in the service's own filter language.
    pub(crate) fn is_filters(&self, param: &Param) -> bool {
        param.name == filter::FILTERS && !self.operation().list.filter_fields.is_empty()
    }
}

/// Items with commas between them, or a JSON array. Empty items are dropped.
fn list(text: &str) -> Result<Vec<Value>, serde_json::Error> {
    if text.trim_start().starts_with('[') {
        return serde_json::from_str(text);
    }
    let words = text.split(',').map(str::trim);
    Ok(words
        .filter(|word| !word.is_empty())
        .map(Value::from)
        .collect())
}

fn fits(kind: Kind, value: &Value) -> bool {
    match kind {
        Kind::Text | Kind::Time | Kind::Enum(_) | Kind::Flags(_) => value.is_string(),
        Kind::Integer => value.is_i64() || value.is_u64(),
        Kind::Bool => value.is_boolean(),
        Kind::List => value.is_array(),
        Kind::Bytes => false,
        _ => true,
    }
}

/// The value that a kind takes, for messages.
fn wanted(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Time | Kind::Enum(_) | Kind::Flags(_) => "text",
        Kind::Integer => "a whole number",
        Kind::Bool => "true or false",
        Kind::List => "an array",
        Kind::Bytes => "bytes",
        _ => "JSON",
    }
}

#[cfg(test)]
mod tests;
