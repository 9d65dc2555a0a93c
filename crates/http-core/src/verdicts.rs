//! Answers of success that say that something failed: as a whole, or for some of the items.

mod net;

use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

pub(crate) use self::net::{check_parts, check_whole};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::operation::{ItemFailed, Operation, Verdicts};
use crate::request::Request;

/// An item of a change that failed although the change as a whole succeeded.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FailedItem {
    /// The item as the answer or the request names it.
    pub name: String,
    /// Why, as the service says.
    pub reason: String,
}

impl fmt::Display for FailedItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.reason)
    }
}

/// The answer to a change of several items, some of which may have failed.
///
/// [`all`](Self::all) gives the answer if nothing failed and an error otherwise; [`into_parts`](Self::into_parts) gives
/// both.
#[derive(Clone, Debug)]
#[must_use = "items may have failed: call `all` or `into_parts`"]
pub struct Outcome<T> {
    answer: T,
    operation: &'static Operation,
    failed: Vec<FailedItem>,
}

impl<T> Outcome<T> {
    fn new(answer: T, request: &Request, body: &[u8]) -> Self {
        Self {
            answer,
            operation: request.operation(),
            failed: request.judge(body).failed,
        }
    }

    /// The items that failed.
    pub fn failed(&self) -> &[FailedItem] {
        &self.failed
    }

    /// The answer, if nothing failed.
    ///
    /// # Errors
    /// [`ErrorKind::Partial`] with the names and the reasons of what failed. The rest is done.
    pub fn all(self) -> Result<T> {
        if self.failed.is_empty() {
            return Ok(self.answer);
        }
        Err(partial(&self.failed).with_operation(self.operation))
    }

    /// The answer and what failed.
    pub fn into_parts(self) -> (T, Vec<FailedItem>) {
        (self.answer, self.failed)
    }
}

/// How many failed items an error names.
const MOST_NAMED: usize = 5;

/// The error of a change that was done in part.
fn partial(failed: &[FailedItem]) -> Error {
    let named: Vec<_> = failed
        .iter()
        .take(MOST_NAMED)
        .map(ToString::to_string)
        .collect();
    let more = match failed.len().saturating_sub(MOST_NAMED) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    let message = format!("{} failed: {}{more}", failed.len(), named.join("; "));
    Error::new(ErrorKind::Partial, message)
        .with_hint("what is not named is done: repeat the change for what failed only")
}

/// What an answer of success says about the items of a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Judged {
    /// The items that failed.
    pub failed: Vec<FailedItem>,
    /// Whether anything was done.
    pub some_done: bool,
}

impl Request {
    /// The items that the answer to this request says, or shows, to have failed.
    ///
    /// Reads never have any. An operation without [`Verdicts`] is judged by the names that the services use elsewhere.
    pub fn judge(&self, body: &[u8]) -> Judged {
        let operation = self.operation();
        let failed = match operation.answer.verdicts {
            Some(verdicts) => {
                let answer: Value = serde_json::from_slice(body).unwrap_or_default();
                // Graph wraps the answers of some actions once more.
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

impl Client {
    /// Sends a change of several items and decodes the answer; what failed stands beside it.
    ///
    /// # Errors
    /// As [`send`](Client::send).
    pub async fn send_outcome<T: DeserializeOwned>(&self, request: Request) -> Result<Outcome<T>> {
        let response = self.send_response(request.clone()).await?;
        let operation = request.operation();
        let answer = response.decode();
        let answer = answer.map_err(|error| error.with_operation(operation))?;
        Ok(Outcome::new(answer, &request, response.body()))
    }

    /// The same for an answer that is a list: its rows.
    ///
    /// # Errors
    /// As [`send`](Client::send).
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

    fn failed_items(&self, request: &Request, answer: &Value) -> Vec<FailedItem> {
        let items = answer[self.items].as_array().map_or(&[][..], Vec::as_slice);
        let asked = self.items_asked_for(request);
        let name = |place: usize, item: &Value| {
            let own = self.name.iter().find_map(|name| word(item.get(name)?));
            own.or_else(|| word(item))
                .or_else(|| asked.get(place).cloned())
                .unwrap_or_else(|| format!("item {}", place + 1))
        };
        if self.failed == ItemFailed::Missing {
            let listed: Vec<String> = items.iter().map(|item| name(usize::MAX, item)).collect();
            let is_listed =
                |one: &String| listed.iter().any(|other| other.eq_ignore_ascii_case(one));
            let missing = asked.iter().filter(|one| !is_listed(one));
            return missing
                .map(|one| self.item(one.clone(), &Value::Null))
                .collect();
        }
        let failed = (0..).zip(items).filter(|(_, item)| self.failed.is(item));
        let mut failed: Vec<_> = failed
            .map(|(place, item)| self.item(name(place, item), item))
            .collect();
        failed.extend(self.shortfall(answer, asked.len(), failed.len()));
        failed
    }

    fn item(&self, name: String, item: &Value) -> FailedItem {
        let reasons = self.reason.iter().filter_map(|path| word(at(item, path)?));
        let reason = reasons.into_iter().find(|reason| !reason.is_empty());
        FailedItem {
            name,
            reason: reason.unwrap_or_else(|| self.note.to_owned()),
        }
    }

    /// What was asked for and is neither counted nor listed.
    fn shortfall(&self, answer: &Value, asked: usize, listed: usize) -> Option<FailedItem> {
        let counts: Vec<_> = self
            .counts
            .iter()
            .filter_map(|name| answer[*name].as_u64())
            .collect();
        let done: u64 = counts.iter().sum();
        let left = (asked as u64).saturating_sub(done.saturating_add(listed as u64));
        (!counts.is_empty() && left > 0).then(|| FailedItem {
            name: format!("{left} of {asked}"),
            reason: "not done; the answer does not say which".to_owned(),
        })
    }

    /// The names of what was asked for.
    fn items_asked_for(&self, request: &Request) -> Vec<String> {
        let (input, path) = self.asked.split_once('/').unwrap_or((self.asked, ""));
        let value = request.body_value(input);
        let value = value.and_then(|value| match path {
            "" => Some(value),
            path => at(value, path),
        });
        match value {
            Some(Value::Array(items)) => items
                .iter()
                .map(|item| {
                    let own = self.name.iter().find_map(|name| word(item.get(name)?));
                    own.or_else(|| word(item)).unwrap_or_default()
                })
                .collect(),
            Some(Value::String(one)) => vec![one.clone()],
            _ => Vec::new(),
        }
    }
}

impl ItemFailed {
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

/// The member at a path of members joined by slashes.
fn at<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('/')
        .try_fold(value, |value, name| value.get(name))
}

/// A single value as text.
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
