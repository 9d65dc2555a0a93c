//! Rows of an answer that is one object with a list in it, as hunting queries return it.
//!
//! The object has a schema before or after the rows (`Schema` and `Results` in Defender for
//! Endpoint, in lower case in Graph). A caller needs the schema first, to open a file or print a
//! header, and the rows as they arrive: an answer can have 100,000 rows and 50 MB. So reading
//! pauses where the list begins, and the members before it can be asked for.
//!
//! There are no pages. An answer that breaks off before its first row is requested again with the
//! client's backoff, up to the attempts of its [`RetryConfig`](crate::RetryConfig).

use std::collections::VecDeque;
use std::fmt;
use std::time::SystemTime;

use bytes::Bytes;
use serde_json::Value;

use super::open::open_list;
use super::{RowBatch, Splitter};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::limits::Limits;
use crate::list::paging::Gaps;
use crate::pipeline::pause;
use crate::request::Request;
use crate::response::date;
use crate::transport::body::Body;
use crate::wire::Extra;

/// The rows of an object with a list in it, returned while the answer arrives.
///
/// Lazy: nothing is sent before [`head`](Self::head) or the first batch is requested. A row that is
/// not JSON is an error in its place ([`Error::row`]), and reading continues. Any other error ends
/// the rows. An answer that breaks off before its first row was returned is requested again, if the
/// operation is idempotent.
///
/// ```
/// # use http_core::{Client, Request, Result};
/// # async fn run(client: Client, query: Request) -> Result<()> {
/// let mut table = client.table_rows(query, "results");
/// println!("schema: {:?}", table.head().await?.get("schema"));
/// while let Some(batch) = table.next_batch().await {
///     println!("{} rows", batch?.len());
/// }
/// # Ok(())
/// # }
/// ```
pub struct TableRows {
    client: Client,
    request: Request,
    /// Name of the list's member, in any case.
    list: &'static str,
    /// The open answer.
    answer: Option<Answer>,
    /// Members that rows are expected to have, in their order.
    expected: Vec<Box<[u8]>>,
    /// The members before the list.
    head: Option<Extra>,
    /// All members beside the list; filled at the end.
    members: Extra,
    gaps: Gaps,
    /// Batches and errors that were read and not returned.
    parts: VecDeque<Result<RowBatch>>,
    /// Rows returned.
    rows: u64,
    /// The service's clock at the last answer.
    date: Option<SystemTime>,
    /// Number of the current attempt, starting at 1.
    attempt: u32,
    over: bool,
}

/// The answer that is being read.
struct Answer {
    body: Body,
    splitter: Splitter,
    request_id: Option<String>,
    /// A piece that was received, and the offset up to which it was read.
    piece: Bytes,
    at: usize,
}

impl Client {
    /// The rows in the member `list` of the object that a request answers with. The name is
    /// compared without case.
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
            date: None,
            attempt: 0,
            over: false,
        }
    }
}

impl TableRows {
    /// The members before the list; all members if the answer has no such list. Reads only as far
    /// as needed. Cancel safe.
    ///
    /// # Errors
    /// Returns the errors of [`Client::send`].
    pub async fn head(&mut self) -> Result<&Extra> {
        while self.head.is_none() && !self.over {
            if let Err(error) = self.advance().await {
                self.over = true;
                return Err(error);
            }
        }
        Ok(self.head.as_ref().unwrap_or(&self.members))
    }

    /// Marks rows from now on whose members differ from these names, or come in another order. See
    /// [`RowBatch::unexpected`].
    pub fn expect<'a>(&mut self, names: impl IntoIterator<Item = &'a str>) {
        let names = names.into_iter().map(|name| name.as_bytes().into());
        self.expected = names.collect();
        if let Some(answer) = &mut self.answer {
            answer.splitter.expect(self.expected.iter().cloned());
        }
    }

    /// Whether the answer has the list. Known once [`head`](Self::head) has returned. Without the
    /// list, an error comes in place of the rows.
    pub fn has_list(&self) -> bool {
        self.answer
            .as_ref()
            .is_some_and(|answer| answer.splitter.has_list())
    }

    /// The text of the object before and after the list, as far as it came. Without a list, all of
    /// it counts as before.
    pub fn around(&self) -> (&[u8], &[u8]) {
        self.answer
            .as_ref()
            .map_or((&[], &[]), |answer| answer.splitter.around())
    }

    /// The members beside the list. Empty until the list was read to its end.
    pub fn members(&self) -> &Extra {
        &self.members
    }

    /// Number of rows returned.
    pub fn count(&self) -> u64 {
        self.rows
    }

    /// Number of rows read so far, invalid ones included.
    pub fn rows_read(&self) -> u64 {
        self.answer
            .as_ref()
            .map_or(0, |answer| answer.splitter.rows())
    }

    /// The service's clock when it answered: the header `Date`. `None` before the answer, and without the header.
    pub fn date(&self) -> Option<SystemTime> {
        self.date
    }

    /// The limits of the client for the size of an answer.
    pub fn limits(&self) -> &Limits {
        self.client.limits()
    }

    /// Rows whose text was repaired. Complete once the rows have ended.
    pub fn gaps(&self) -> Gaps {
        self.gaps.clone()
    }

    /// The next rows, `None` after the last. Never an empty batch. Cancel safe.
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

    /// One step: opens the answer, or reads a piece of it.
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
        let mut batch = fed.map_err(|error| self.with_context(error.into()))?;
        batch.report_mended(&self.gaps, 0);
        self.enqueue(batch);
        if begun { self.begin() } else { Ok(()) }
    }

    /// Sends the request. Attempts after the first wait for the client's backoff.
    async fn open(&mut self) -> Result<()> {
        self.attempt += 1;
        pause::before_attempt(self.client.retry(), self.attempt).await;
        let (head, body) = open_list(&self.client, &self.request, None).await?;
        self.date = date(&head.headers).or(self.date);
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

    /// Parses the members before the list.
    fn begin(&mut self) -> Result<()> {
        let (before, _) = self.around();
        let whole = [before, b"[]}"].concat();
        let head = match whole.first() {
            Some(b'{') => serde_json::from_slice(&whole),
            // The whole answer is the list.
            _ => Ok(Extra::new()),
        };
        let mut head: Extra = head.map_err(|_| {
            self.with_context(Error::decode("the members before the list are not JSON"))
        })?;
        head.retain(|name, _| !name.eq_ignore_ascii_case(self.list));
        self.head = Some(head);
        Ok(())
    }

    /// Parses the members at the end of the answer. A cut answer may be requested again.
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
                    self.parts.push_back(Err(self.with_context(error)));
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
            Err(error) => Err(self.with_context(error)),
        }
    }

    /// The error for an answer without the list.
    fn no_list(&self, members: &Extra) -> Option<Error> {
        if self.has_list() {
            return None;
        }
        let mut found = members.iter();
        let found = found.find(|(name, _)| name.eq_ignore_ascii_case(self.list));
        let message = match found {
            Some((name, value)) => format!(
                "`{name}` of the answer is {} instead of a list of rows",
                type_name(value)
            ),
            None => format!("the answer has no list `{}`", self.list),
        };
        Some(Error::decode(message))
    }

    /// Requests the answer again if it broke off before its first row was returned; otherwise
    /// returns the error.
    async fn reopen(&mut self, error: Error) -> Result<()> {
        let is_untouched = self.rows_read() == 0 && self.rows == 0;
        let is_safe = self.request.is_idempotent() && self.attempt < self.client.retry().attempts;
        if !is_untouched || !is_safe {
            return Err(self.with_context(error).with_hint(
                "the rows before it are complete; try again, or with a narrower query",
            ));
        }
        self.answer = None;
        self.head = None;
        self.open().await
    }

    /// Queues the rows of a batch, with the errors of invalid rows in their places.
    fn enqueue(&mut self, batch: RowBatch) {
        if batch.is_nothing() {
            return;
        }
        let parts: Vec<_> = batch.split_at_faults();
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

    /// Adds operation, request id and the number of rows before it to an error.
    fn with_context(&self, error: Error) -> Error {
        let request_id = self
            .answer
            .as_ref()
            .and_then(|answer| answer.request_id.clone());
        let queued: u64 = self
            .parts
            .iter()
            .flatten()
            .map(|batch| batch.len() as u64)
            .sum();
        let error = error
            .with_operation(self.request.operation())
            .with_request_id(request_id);
        match self.rows + queued {
            0 => error,
            rows => error.with_rows(rows),
        }
    }
}

/// The type of a value, without its content.
fn type_name(value: &Value) -> &'static str {
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
    /// Shows only numbers: rows are customer data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TableRows")
            .field("operation", &self.request.operation().id)
            .field("rows", &self.rows)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
