//! Sends any number of items through an operation that takes a bounded number in each call.
//!
//! Two things make long lists difficult: a call may fail without naming the item that causes it, and
//! a failure in the middle leaves some items done and others not. So the list is split by the
//! operation's [`Batch`](crate::Batch), a failing call is halved until the item is found, and every
//! item is accounted for in the result.

use std::fmt;

use bytes::Bytes;
use serde_json::Value;

use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::operation::Operation;
use crate::request::Request;

/// Number of items in a row that may fail alone. If the next call fails as well, the rest is not
/// sent.
const MOST_IN_A_ROW: u32 = 2;

/// The status of an answer that is not complete.
const PARTIAL_CONTENT: u16 = 206;

/// What became of each item of a list. See [`Client::send_items`].
#[derive(Default)]
#[non_exhaustive]
#[must_use = "items may have failed"]
pub struct SentItems {
    /// The bodies of the successful answers, in the order of the calls.
    pub answers: Vec<Bytes>,
    /// Number of items that were done.
    pub done: usize,
    /// The items that failed, in their order.
    pub failed: Vec<RefusedItem>,
    /// Number of items with a result. If [`error`](Self::error) ended the list, or the future was
    /// dropped, the call that failed begins with this item: if its outcome is unknown, some of its
    /// items may have been done.
    pub judged: usize,
    /// The error that ended the list. `None` if every item was done or failed on its own.
    pub error: Option<Error>,
    /// Whether the service reported an incomplete result without saying of which item (206).
    pub is_partial: bool,
}

impl fmt::Debug for SentItems {
    /// Shows only numbers: answers are customer data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SentItems")
            .field("answers", &self.answers.len())
            .field("done", &self.done)
            .field("failed", &self.failed.len())
            .field("judged", &self.judged)
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}

/// An item that failed.
#[derive(Debug)]
#[non_exhaustive]
pub struct RefusedItem {
    /// Its position in the list. `None` if the answer does not say which item it was.
    pub place: Option<usize>,
    /// The item as the answer or the request names it.
    pub name: String,
    /// The reason of the service.
    pub reason: String,
    /// The error of the call with this item alone. `None` if a successful answer reports the item.
    pub error: Option<Error>,
}

/// How the rest of a list is sent.
struct Plan {
    /// Number of items in the next call.
    size: usize,
    /// The most that a call may have.
    most: usize,
    failed_in_a_row: u32,
}

impl Client {
    /// Sends a request once for every part of a list of items, which replaces the input that the
    /// operation's [`Batch`](crate::Batch) names. An item that fails keeps no other back.
    ///
    /// A call that fails as a whole is halved until the item is found: the services answer
    /// `UnknownError` for one bad indicator among hundreds
    /// (microsoftgraph/security-api-solutions#71), and 404 for one unknown id. If two single items in a
    /// row and the call after them fail, other than by being unknown, the list ends: then it is not
    /// the item.
    ///
    /// ```
    /// # use http_core::{Client, Request, SentItems, Value};
    /// # async fn run(client: Client, import: Request, indicators: Vec<Value>) {
    /// let mut sent = SentItems::default();
    /// client.send_items(&import, &indicators, &mut sent).await;
    /// for item in &sent.failed {
    ///     eprintln!("{}: {}", item.name, item.reason);
    /// }
    /// # }
    /// ```
    ///
    /// Results are added to `sent` as they come, and it starts where `sent` ends. So a future that is
    /// dropped loses nothing but the call it was in.
    pub async fn send_items(&self, request: &Request, items: &[Value], sent: &mut SentItems) {
        let Some(batch) = request.operation().action.batch else {
            sent.error = Some(not_a_batch(request.operation()));
            return;
        };
        let most = match batch.most {
            0 => items.len().max(1),
            most => most,
        };
        let mut plan = Plan {
            size: most,
            most,
            failed_in_a_row: 0,
        };
        while sent.judged < items.len() && sent.error.is_none() {
            let end = items.len().min(sent.judged + plan.size);
            let part = &items[sent.judged..end];
            let call = request.clone().set(batch.input, part.to_vec());
            let answer = self.send_response(call.clone()).await;
            let answer = answer.map(|answer| {
                sent.is_partial |= answer.status().as_u16() == PARTIAL_CONTENT;
                answer.body().clone()
            });
            plan.take(&call, part, answer, sent);
        }
    }
}

impl Plan {
    /// Takes the result of a call, and chooses the next one.
    fn take(
        &mut self,
        call: &Request,
        part: &[Value],
        answer: Result<Bytes>,
        sent: &mut SentItems,
    ) {
        let error = match answer {
            Ok(body) => {
                judge(call, part, &body, sent);
                sent.answers.push(body);
                sent.judged += part.len();
                (self.size, self.failed_in_a_row) = ((self.size * 2).min(self.most), 0);
                return;
            }
            Err(error) => error,
        };
        let is_unknown = error.kind() == ErrorKind::NotFound;
        if !may_be_of_one_item(&error) || self.failed_in_a_row == MOST_IN_A_ROW {
            sent.error = Some(error);
        } else if part.len() > 1 {
            self.size = part.len() / 2;
        } else {
            self.failed_in_a_row += u32::from(!is_unknown);
            sent.failed.push(RefusedItem {
                place: Some(sent.judged),
                name: name_of(&part[0]),
                reason: error.message().to_owned(),
                error: Some(error),
            });
            sent.judged += 1;
        }
    }
}

/// Adds the items that a successful answer reports.
fn judge(call: &Request, part: &[Value], body: &[u8], sent: &mut SentItems) {
    let judged = call.judge(body);
    sent.done += part.len().saturating_sub(judged.failed.len());
    let begin = sent.judged;
    let failed = judged.failed.into_iter().map(|item| RefusedItem {
        place: item.place.map(|place| begin + place),
        name: item.name,
        reason: item.reason,
        error: None,
    });
    sent.failed.extend(failed);
}

/// Whether a single item may have caused the failure of its call.
fn may_be_of_one_item(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Service | ErrorKind::Refused | ErrorKind::NotFound
    )
}

/// An item as a person calls it: a text itself, of an object the first member with a text.
fn name_of(item: &Value) -> String {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let first = item
        .as_object()
        .and_then(|members| members.values().find_map(text));
    text(item)
        .or(first)
        .unwrap_or_else(|| item.to_string().chars().take(60).collect())
}

fn not_a_batch(operation: &'static Operation) -> Error {
    Error::usage("this operation takes no list of items").with_operation(operation)
}
