//! Reads successful answers that report failures.
//!
//! A change of several items answers 200 or 206 although some of them failed, and some services
//! answer 200 with an error as the whole body. A caller that only looks at the status believes that
//! a device is isolated or an indicator is active. Two checks find this:
//!
//! - Operations with a documented answer declare [`Verdicts`]. [`Request::judge`] names each failed
//!   item and its reason, and [`Client::send_outcome`] returns them beside the answer.
//! - Changes without one are checked by names that these services use for failures (`net`). Reads
//!   are exempt: a record may have a member `error` of its own.
//!
//! Sources: indicators answer `isFailed` and `failureReason` per item; the batch update of alerts
//! lists ids it did not find; Cloud Apps counts what it did; Graph bulk calls hold a status code
//! per item.

mod net;

use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

pub(crate) use self::net::{check_parts, check_whole};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::operation::{ItemFailed, Operation, Verdicts};
use crate::request::Request;

/// An item of a change that failed although the call succeeded. `Display` gives `name: reason`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FailedItem {
    /// The item as the answer or the request names it. `item 3` if neither does, counted from 1.
    pub name: String,
    /// The service's reason, or a general one if the answer gives none.
    pub reason: String,
    /// The position of the item in the request, from 0. `None` if the answer does not tell.
    pub place: Option<usize>,
}

impl fmt::Display for FailedItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.reason)
    }
}

/// The answer to a change of several items, some of which may have failed.
///
/// [`all`](Self::all) returns the answer if nothing failed and an error otherwise;
/// [`into_parts`](Self::into_parts) returns both parts.
///
/// ```
/// # use http_core::{Client, Request, Result, Value};
/// # async fn run(client: Client, import: Request) -> Result<()> {
/// let outcome = client.send_outcome::<Value>(import).await?;
/// for item in outcome.failed() {
///     eprintln!("{item}");
/// }
/// let (answer, failed) = outcome.into_parts();
/// println!("{} failed, answer: {answer}", failed.len());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "items may have failed: call `all` or `into_parts`"]
pub struct Outcome<T> {
    answer: T,
    operation: &'static Operation,
    failed: Vec<FailedItem>,
}

impl<T> Outcome<T> {
    /// Judges the body of an answer.
    fn new(answer: T, request: &Request, body: &[u8]) -> Self {
        Self {
            answer,
            operation: request.operation(),
            failed: request.judge(body).failed,
        }
    }

    /// The items that failed. Empty if all were done.
    pub fn failed(&self) -> &[FailedItem] {
        &self.failed
    }

    /// The answer, if nothing failed.
    ///
    /// # Errors
    /// [`ErrorKind::Partial`] with names and reasons of failed items. The other items are done.
    pub fn all(self) -> Result<T> {
        if self.failed.is_empty() {
            return Ok(self.answer);
        }
        Err(partial(&self.failed).with_operation(self.operation))
    }

    /// The answer, and the items that failed.
    pub fn into_parts(self) -> (T, Vec<FailedItem>) {
        (self.answer, self.failed)
    }
}

/// Number of failed items that an error names.
const MAX_NAMED: usize = 5;

/// The error of a change that was done in part.
fn partial(failed: &[FailedItem]) -> Error {
    let named: Vec<_> = failed
        .iter()
        .take(MAX_NAMED)
        .map(ToString::to_string)
        .collect();
    let more = match failed.len().saturating_sub(MAX_NAMED) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    let message = format!("{} failed: {}{more}", failed.len(), named.join("; "));
    Error::new(ErrorKind::Partial, message)
        .with_hint("the other items are done: repeat the change only for those that failed")
}

/// What a successful answer reports about the items of a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Judged {
    /// The items that failed.
    pub failed: Vec<FailedItem>,
    /// Whether at least one item was done. `true` if the answer does not say.
    pub some_done: bool,
}

impl Request {
    /// The failed items that the answer to this request reports.
    ///
    /// Reads never have any. An operation without [`Verdicts`] is judged by the names that the
    /// services use elsewhere. A body that is not JSON has none; other checks refuse it.
    pub fn judge(&self, body: &[u8]) -> Judged {
        let operation = self.operation();
        let failed = match operation.answer.verdicts {
            Some(verdicts) => {
                let answer: Value = serde_json::from_slice(body).unwrap_or_default();
                // Graph wraps the answers of some actions in another `value`.
                let answer = match &answer["value"] {
                    Value::Object(_) if answer[verdicts.items].is_null() => &answer["value"],
                    _ => &answer,
                };
                return verdicts.judge(self, answer);
            }
            None => net::undescribed(operation, body),
        };
        Judged {
            failed,
            some_done: true,
        }
    }
}

impl Request {
    /// The items that this request asks to change, in the order that
    /// [`FailedItem::place`] counts them. Empty if the operation has no [`Verdicts`] that name them.
    pub fn asked_items(&self) -> Vec<Value> {
        let asked = self.operation().answer.verdicts.map_or("", |one| one.asked);
        let (input, path) = asked.split_once('/').unwrap_or((asked, ""));
        let value = self.body_value(input);
        let value = value.and_then(|value| match path {
            "" => Some(value),
            path => at(value, path),
        });
        match value {
            Some(Value::Array(items)) => items.clone(),
            Some(one @ Value::String(_)) => vec![one.clone()],
            _ => Vec::new(),
        }
    }
}

impl Client {
    /// Sends a change of several items and decodes the answer; failed items are returned beside it.
    ///
    /// # Errors
    /// Returns the errors of [`send`](Client::send). Failed items are not an error; see
    /// [`Outcome::all`].
    pub async fn send_outcome<T: DeserializeOwned>(&self, request: Request) -> Result<Outcome<T>> {
        let response = self.send_response(request.clone()).await?;
        let operation = request.operation();
        let answer = response.decode();
        let answer = answer.map_err(|error| error.with_operation(operation))?;
        Ok(Outcome::new(answer, &request, response.body()))
    }

    /// Like [`send_outcome`](Self::send_outcome), for an answer that is a list: returns its rows. A
    /// missing list counts as empty.
    ///
    /// # Errors
    /// Returns the errors of [`send`](Client::send), and [`ErrorKind::Decode`] if a row does not
    /// fit `T`.
    pub async fn send_outcome_rows<T: DeserializeOwned>(
        &self,
        request: Request,
    ) -> Result<Outcome<Vec<T>>> {
        let operation = request.operation();
        let outcome = self.send_outcome::<Map<String, Value>>(request).await?;
        let Outcome {
            mut answer, failed, ..
        } = outcome;
        let rows = answer
            .remove(operation.list_member())
            .unwrap_or_else(|| Value::Array(Vec::new()));
        let answer = serde_json::from_value(rows)
            .map_err(|error| Error::decode(error.to_string()).with_operation(operation))?;
        Ok(Outcome {
            answer,
            operation,
            failed,
        })
    }
}

impl Verdicts {
    /// Judges an answer by these facts.
    fn judge(&self, request: &Request, answer: &Value) -> Judged {
        let failed = self.failed_items(request, answer);
        let items = answer[self.items].as_array().map_or(0, Vec::len);
        let counted = self
            .counts
            .iter()
            .any(|name| answer[*name].as_u64() > Some(0));
        let some_done = match self.failed {
            ItemFailed::Listed => counted || self.counts.is_empty(),
            ItemFailed::Missing => items > 0,
            _ => failed.len() < items,
        };
        Judged { failed, some_done }
    }

    /// The failed items. Those without a name get one from the request, by position.
    fn failed_items(&self, request: &Request, answer: &Value) -> Vec<FailedItem> {
        let items = answer[self.items].as_array().map_or(&[][..], Vec::as_slice);
        let requested = self.requested_items(request);
        let name = |place: usize, item: &Value| {
            let own = self.name.iter().find_map(|name| word(item.get(name)?));
            own.or_else(|| word(item))
                .or_else(|| requested.get(place).cloned())
                .unwrap_or_else(|| format!("item {}", place + 1))
        };
        if self.failed == ItemFailed::Missing {
            let listed: Vec<String> = items.iter().map(|item| name(usize::MAX, item)).collect();
            let is_listed =
                |one: &String| listed.iter().any(|other| other.eq_ignore_ascii_case(one));
            let missing = requested.iter().filter(|one| !is_listed(one));
            return missing
                .map(|one| self.item(one.clone(), &Value::Null))
                .map(|failed| placed(failed, &requested))
                .collect();
        }
        let answers_each = items.len() == requested.len();
        let failed = (0..).zip(items).filter(|(_, item)| self.failed.is(item));
        let mut failed: Vec<_> = failed
            .map(|(place, item)| {
                let mut failed = placed(self.item(name(place, item), item), &requested);
                if failed.place.is_none() && answers_each {
                    failed.place = Some(place);
                }
                failed
            })
            .collect();
        failed.extend(self.shortfall(answer, requested.len(), failed.len()));
        failed
    }

    /// A failed item with the first reason that is present.
    fn item(&self, name: String, item: &Value) -> FailedItem {
        let reasons = self.reason.iter().filter_map(|path| word(at(item, path)?));
        let reason = reasons.into_iter().find(|reason| !reason.is_empty());
        FailedItem {
            name,
            reason: reason.unwrap_or_else(|| self.note.to_owned()),
            place: None,
        }
    }

    /// Requested items that are neither counted as done nor listed as failed, as one item.
    fn shortfall(&self, answer: &Value, requested: usize, listed: usize) -> Option<FailedItem> {
        let counts: Vec<_> = self
            .counts
            .iter()
            .filter_map(|name| answer[*name].as_u64())
            .collect();
        let done: u64 = counts.iter().sum();
        let left = (requested as u64).saturating_sub(done.saturating_add(listed as u64));
        (!counts.is_empty() && left > 0).then(|| FailedItem {
            name: format!("{left} of {requested}"),
            reason: "not done; the answer does not say which".to_owned(),
            place: None,
        })
    }

    /// The names of the requested items.
    fn requested_items(&self, request: &Request) -> Vec<String> {
        let items = request.asked_items();
        let own = |item: &Value| self.name.iter().find_map(|name| word(item.get(name)?));
        let name = |item: &Value| own(item).or_else(|| word(item)).unwrap_or_default();
        items.iter().map(name).collect()
    }
}

impl ItemFailed {
    /// Whether an item counts as failed. Words are compared without case.
    fn is(self, item: &Value) -> bool {
        match self {
            Self::Listed => true,
            Self::Missing => false,
            Self::Is(member, failed) => at(item, member)
                .and_then(word)
                .is_some_and(|word| word.eq_ignore_ascii_case(failed)),
            Self::IsNot(member, done) => at(item, member)
                .and_then(word)
                .is_some_and(|word| !word.eq_ignore_ascii_case(done)),
            Self::From(member, least) => match at(item, member) {
                Some(Value::Number(number)) => {
                    number.as_i64().is_some_and(|number| number >= least)
                }
                Some(Value::String(text)) => text.parse().is_ok_and(|number: i64| number >= least),
                _ => false,
            },
        }
    }
}

/// Adds the position of the item, if exactly one requested item has its name.
fn placed(mut failed: FailedItem, requested: &[String]) -> FailedItem {
    let named = requested.iter().enumerate();
    let mut named = named.filter(|(_, name)| name.eq_ignore_ascii_case(&failed.name));
    if let (Some((place, _)), None) = (named.next(), named.next()) {
        failed.place = Some(place);
    }
    failed
}

/// The value at a path with parts joined by slashes.
fn at<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('/')
        .try_fold(value, |value, name| value.get(name))
}

/// A single value as text. `None` for objects, arrays and null.
fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(yes) => Some(yes.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
