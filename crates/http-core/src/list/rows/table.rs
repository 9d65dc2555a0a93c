//! Rows of an answer that is one object: a list among other members, as hunting queries have it.

use std::collections::VecDeque;
use std::fmt;

use bytes::Bytes;
use serde_json::Value;

use super::open::open_list;
use super::{RowBatch, Splitter};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::limits::Limits;
use crate::list::paging::Gaps;
use crate::request::Request;
use crate::transport::body::Body;
use crate::wire::Extra;

/// The rows of an object with a list in it, handed on while the answer arrives.
///
/// Lazy: nothing is sent before [`head`](Self::head) or the first batch is asked for. A row that is not JSON is an error
/// in its place ([`Error::row`]), and the rows go on; after any other error they end. An answer that breaks off before its
/// first row was handed on is asked for again, where that does no harm.
pub struct TableRows {
    client: Client,
    request: Request,
    list: &'static str,
    answer: Option<Answer>,
    /// The members that rows are expected to have, in their order.
    expected: Vec<Box<[u8]>>,
    /// The members before the list.
    head: Option<Extra>,
    members: Extra,
    gaps: Gaps,
    parts: VecDeque<Result<RowBatch>>,
    rows: u64,
    attempt: u32,
    over: bool,
}

struct Answer {
    body: Body,
    splitter: Splitter,
    request_id: Option<String>,
    /// What has come and is not read yet.
    piece: Bytes,
    at: usize,
}

impl Client {
    /// The rows in the member `list` (in whatever case) of the object that a request answers with.
    pub fn table_rows(&self, request: Request, list: &'static str) -> TableRows {
        TableRows {
            client: self.for_request(&request),
            request,
            list,
            answer: None,
            expected: Vec::new(),
            head: None,
            members: Extra::new(),
            gaps: Gaps::default(),
            parts: VecDeque::new(),
            rows: 0,
            attempt: 0,
            over: false,
        }
    }
}

impl TableRows {
    /// The members before the list, or all where the answer holds no such list. Reads as far as that takes.
    ///
    /// # Errors
    /// As [`Client::send`].
    pub async fn head(&mut self) -> Result<&Extra> {
        while self.head.is_none() && !self.over {
            if let Err(error) = self.advance().await {
                self.over = true;
                return Err(error);
            }
        }
        Ok(self.head.as_ref().unwrap_or(&self.members))
    }

    /// Notes from now on which rows have other members than these, or in another order
    /// ([`RowBatch::unexpected`]).
    pub fn expect<'a>(&mut self, names: impl IntoIterator<Item = &'a str>) {
        let names = names.into_iter().map(|name| name.as_bytes().into());
        self.expected = names.collect();
        if let Some(answer) = &mut self.answer {
            answer.splitter.expect(self.expected.iter().cloned());
        }
    }

    /// Whether the answer holds the list; known once [`head`](Self::head) is. Where it does not, an error comes in place
    /// of the rows.
    pub fn has_list(&self) -> bool {
        self.answer
            .as_ref()
            .is_some_and(|answer| answer.splitter.has_list())
    }

    /// The text of the object before the list and behind it, with what has come by now. All of it is before the list
    /// where the answer holds none.
    pub fn around(&self) -> (&[u8], &[u8]) {
        self.answer
            .as_ref()
            .map_or((&[], &[]), |answer| answer.splitter.around())
    }

    /// The members beside the list, once it was read to its end.
    pub fn members(&self) -> &Extra {
        &self.members
    }

    /// How many rows have been handed on.
    pub fn count(&self) -> u64 {
        self.rows
    }

    /// How many rows have been met, those that are not JSON included.
    pub fn met(&self) -> u64 {
        self.answer
            .as_ref()
            .map_or(0, |answer| answer.splitter.rows())
    }

    /// How much of an answer is read.
    pub fn limits(&self) -> &Limits {
        self.client.limits()
    }

    /// Rows whose text was mended; complete once the rows have ended.
    pub fn gaps(&self) -> Gaps {
        self.gaps.clone()
    }

    /// The next rows, `None` after the last. Never an empty batch.
    pub async fn next_batch(&mut self) -> Option<Result<RowBatch>> {
        loop {
            if let Some(part) = self.parts.pop_front() {
                self.rows += part.as_ref().map_or(0, RowBatch::len) as u64;
                return Some(part);
            }
            if self.over {
                return None;
            }
            if let Err(error) = self.advance().await {
                self.over = true;
                return Some(Err(error));
            }
        }
    }

    /// Reads a piece of the answer.
    async fn advance(&mut self) -> Result<()> {
        let Some(answer) = &mut self.answer else {
            return self.open().await;
        };
        if answer.at == answer.piece.len() {
            match answer.body.chunk().await {
                Some(Ok(piece)) => (answer.piece, answer.at) = (piece, 0),
                Some(Err(error)) => {
                    let message = format!("the answer broke off: {error}");
                    let error = Error::new(ErrorKind::Truncated, message).with_source(error);
                    return self.reopen(error).await;
                }
                None => return self.end().await,
            }
        }
        let before = answer.splitter.has_list();
        let piece = answer.piece.clone();
        let fed = answer.splitter.feed_from(&piece, &mut answer.at);
        let begun = !before && answer.splitter.has_list();
        let mut batch = fed.map_err(|error| self.told(error.into()))?;
        batch.tell(&self.gaps, 0);
        self.part(batch);
        if begun { self.begin() } else { Ok(()) }
    }

    async fn open(&mut self) -> Result<()> {
        self.attempt += 1;
        if self.attempt > 1 {
            tokio::time::sleep(self.client.retry().backoff(self.attempt)).await;
        }
        let (head, body) = open_list(&self.client, &self.request, None).await?;
        let splitter = Splitter::new(self.list).pausing();
        let mut splitter = splitter.with_limits(self.client.limits());
        splitter.expect(self.expected.iter().cloned());
        self.answer = Some(Answer {
            body,
            splitter,
            request_id: crate::response::request_id(&head.headers),
            piece: Bytes::new(),
            at: 0,
        });
        Ok(())
    }

    /// Reads the members before the list.
    fn begin(&mut self) -> Result<()> {
        let (before, _) = self.around();
        let whole = [before, b"[]}"].concat();
        let head = match whole.first() {
            Some(b'{') => serde_json::from_slice(&whole),
            // The whole answer is the list.
            _ => Ok(Extra::new()),
        };
        let mut head: Extra =
            head.map_err(|_| self.told(Error::decode("the members before the list are not JSON")))?;
        head.retain(|name, _| !name.eq_ignore_ascii_case(self.list));
        self.head = Some(head);
        Ok(())
    }

    async fn end(&mut self) -> Result<()> {
        let Some(answer) = &mut self.answer else {
            return Ok(());
        };
        let members = if answer.splitter.is_blank() {
            Err(Error::new(ErrorKind::Truncated, "the answer has no body"))
        } else {
            answer.splitter.object().map_err(Error::from)
        };
        match members {
            Ok(mut members) => {
                if let Some(error) = self.no_list(&members) {
                    self.parts.push_back(Err(self.told(error)));
                }
                members.retain(|name, value| {
                    let is_list = name.eq_ignore_ascii_case(self.list);
                    !(is_list && value.as_array().is_none_or(Vec::is_empty))
                });
                if self.head.is_none() {
                    self.head = Some(members.clone());
                }
                self.members = members;
                self.over = true;
                Ok(())
            }
            Err(error) if error.kind() == ErrorKind::Truncated => self.reopen(error).await,
            Err(error) => Err(self.told(error)),
        }
    }

    /// The error of an answer without the list. An answer without rows holds an empty one.
    fn no_list(&self, members: &Extra) -> Option<Error> {
        if self.has_list() {
            return None;
        }
        let mut found = members.iter();
        let found = found.find(|(name, _)| name.eq_ignore_ascii_case(self.list));
        let message = match found {
            Some((name, value)) => format!(
                "`{name}` of the answer is {} and not a list of rows",
                sort_of(value)
            ),
            None => format!("the answer holds no list `{}`", self.list),
        };
        Some(Error::decode(message))
    }

    /// Asks again after an answer that broke off before its first row was handed on.
    async fn reopen(&mut self, error: Error) -> Result<()> {
        let is_untouched = self.met() == 0 && self.rows == 0;
        let is_safe = self.request.is_idempotent() && self.attempt < self.client.retry().attempts;
        if !is_untouched || !is_safe {
            return Err(self
                .told(error)
                .with_hint("the rows before it are whole; ask for less at once, or again"));
        }
        self.answer = None;
        self.head = None;
        self.open().await
    }

    fn part(&mut self, batch: RowBatch) {
        if batch.is_nothing() {
            return;
        }
        let parts: Vec<_> = batch.parted();
        for part in parts {
            let part = part.map_err(|fault| {
                let error = fault.into_error(0);
                let request_id = self
                    .answer
                    .as_ref()
                    .and_then(|answer| answer.request_id.clone());
                error
                    .with_operation(self.request.operation())
                    .with_request_id(request_id)
            });
            self.parts.push_back(part);
        }
    }

    fn told(&self, error: Error) -> Error {
        let request_id = self
            .answer
            .as_ref()
            .and_then(|answer| answer.request_id.clone());
        let handed_on: u64 = self
            .parts
            .iter()
            .flatten()
            .map(|batch| batch.len() as u64)
            .sum();
        let error = error
            .with_operation(self.request.operation())
            .with_request_id(request_id);
        match self.rows + handed_on {
            0 => error,
            rows => error.with_rows(rows),
        }
    }
}

/// What a value is, without any of it.
fn sort_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

impl fmt::Debug for TableRows {
    /// Rows are customer data: only numbers are shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TableRows")
            .field("operation", &self.request.operation().id)
            .field("rows", &self.rows)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
