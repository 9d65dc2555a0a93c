//! Rows over all pages of a list.

use std::collections::VecDeque;
use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::{StatusCode, header};

use super::fingerprint::Fingerprint;
use super::open::open_list;
use super::{RowBatch, SplitError, Splitter};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::list::paging::{Continuation, Gap, Gaps, PageEnd, PagePlan};
use crate::operation::Operation;
use crate::request::Request;
use crate::transport::body::Body;
use crate::wire::Extra;

/// The rows of a list in batches, page after page, each row its own bytes.
///
/// Lazy: nothing is sent before the first batch is asked for, and no page is asked for before the rows of the one
/// before it were taken. A row that is not JSON is an error in its place ([`Error::row`]), and the list goes on; after any
/// other error it ends. What was handed on before stands.
pub struct Rows {
    client: Client,
    plan: Option<PagePlan>,
    page: Option<Page>,
    members: Extra,
    gaps: Gaps,
    /// What came and is not handed on yet: rows around those that are not JSON.
    parts: VecDeque<Result<RowBatch>>,
    /// Rows of the pages that have been read to their end, handed on or not.
    met: u64,
    rows: u64,
    pages: u64,
}

struct Page {
    body: Body,
    splitter: Splitter,
    request_id: Option<String>,
    fingerprint: Fingerprint,
    attempt: u32,
    /// Whether anything but white space came.
    has_text: bool,
    /// Whether the status says that there is nothing.
    is_empty: bool,
    /// Whether the bare word `null` came.
    is_null: bool,
}

impl fmt::Debug for Rows {
    /// What has come and where the list stands is customer data: only numbers are shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rows")
            .field(
                "operation",
                &self.plan.as_ref().map(|plan| plan.operation().id),
            )
            .field("rows", &self.rows)
            .field("pages", &self.pages)
            .finish_non_exhaustive()
    }
}

impl Client {
    /// The rows of a list over all its pages. Nothing is sent before the first one is asked for.
    pub fn rows(&self, request: Request) -> Rows {
        Rows::new(self, request)
    }
}

impl Rows {
    pub(crate) fn new(client: &Client, mut request: Request) -> Self {
        let client = client.for_request(&request);
        let continuation = request.take_continuation();
        let mut plan = PagePlan::new(request, Arc::clone(client.addresses()));
        if let Some(continuation) = &continuation {
            plan.resume(continuation);
        }
        Self {
            gaps: plan.gaps(),
            client,
            plan: Some(plan),
            page: None,
            members: Extra::new(),
            parts: VecDeque::new(),
            met: 0,
            rows: 0,
            pages: 0,
        }
    }

    /// Goes on where another stream stopped.
    #[must_use]
    pub fn resume(mut self, continuation: &Continuation) -> Self {
        if let Some(plan) = &mut self.plan {
            plan.resume(continuation);
        }
        self
    }

    /// The operation whose rows these are; `None` once they have ended.
    pub fn operation(&self) -> Option<&'static Operation> {
        self.plan.as_ref().map(PagePlan::operation)
    }

    /// The members beside the list of the last page that was read to its end.
    pub fn members(&self) -> &Extra {
        &self.members
    }

    /// What the service failed to send whole so far, and what was done about it.
    pub fn gaps(&self) -> Gaps {
        self.gaps.clone()
    }

    /// How many rows have been handed on.
    pub fn count(&self) -> u64 {
        self.rows
    }

    /// How many pages have been read to their end.
    pub fn pages(&self) -> u64 {
        self.pages
    }

    /// Where to go on after the last page that was read to its end; `None` where it was the last one.
    pub fn continuation(&self) -> Option<Continuation> {
        self.plan.as_ref().and_then(PagePlan::continuation)
    }

    /// The next rows, `None` after the last. Never an empty batch.
    ///
    /// Cancel safe: rows are handed on or kept. A page that was being opened is asked for again.
    pub async fn next_batch(&mut self) -> Option<Result<RowBatch>> {
        loop {
            if let Some(part) = self.parts.pop_front() {
                self.rows += part.as_ref().map_or(0, RowBatch::len) as u64;
                return Some(part);
            }
            match self.advance().await {
                Ok(Some(batch)) => self.part(batch),
                Ok(None) => return None,
                Err(error) => return Some(Err(self.end_with(error))),
            }
        }
    }

    /// Puts the rows and the errors in the places of those that are not JSON where they are taken from.
    fn part(&mut self, batch: RowBatch) {
        let request_id = self.page.as_ref().and_then(|page| page.request_id.clone());
        let operation = self.operation();
        let before = self.met;
        let parts = batch.parted().into_iter().map(|part| {
            part.map_err(|fault| {
                let error = fault.into_error(before).with_request_id(request_id.clone());
                match operation {
                    Some(operation) => error.with_operation(operation),
                    None => error,
                }
            })
        });
        self.parts.extend(parts);
    }

    /// Whether rows remain after those handed on, as far as that is known without sending anything: the page at hand
    /// is read to its next row or its end. What is met is kept and comes next. `true` as well where only the next page
    /// could tell.
    pub async fn has_more(&mut self) -> bool {
        while self.parts.is_empty() && self.page.is_some() {
            match self.advance().await {
                Ok(Some(batch)) => self.part(batch),
                // What cannot be read further was not known to be over.
                Err(error) => {
                    let error = self.end_with(error);
                    self.parts.push_back(Err(error));
                }
                Ok(None) => return false,
            }
        }
        !self.parts.is_empty() || self.plan.is_some()
    }

    /// Ends the list. However it fails, the caller is told how much came before.
    fn end_with(&mut self, error: Error) -> Error {
        self.plan = None;
        self.page = None;
        if self.rows > 0 || self.pages > 0 {
            error.with_rows(self.rows)
        } else {
            error
        }
    }

    /// The rest of the page at hand and nothing beyond, or a whole page where none is at hand.
    pub(crate) async fn next_page(&mut self) -> Option<Result<Vec<Bytes>>> {
        if self.parts.is_empty() {
            self.plan.as_ref()?;
        }
        let before = self.pages;
        let mut rows = Vec::new();
        let mut fault = None;
        while !self.parts.is_empty() || self.pages == before && self.plan.is_some() {
            if self.parts.is_empty() {
                match self.advance().await {
                    Ok(Some(batch)) => self.part(batch),
                    Ok(None) => break,
                    Err(error) => return Some(Err(self.end_with(error))),
                }
            }
            for part in self.parts.drain(..) {
                match part {
                    Ok(batch) => {
                        self.rows += batch.len() as u64;
                        rows.extend(batch);
                    }
                    Err(error) => fault = fault.or(Some(error)),
                }
            }
        }
        Some(fault.map_or(Ok(rows), Err))
    }

    async fn advance(&mut self) -> Result<Option<RowBatch>> {
        let Some(plan) = &mut self.plan else {
            return Ok(None);
        };
        let Some(page) = &mut self.page else {
            match open(&self.client, plan, 1).await {
                Ok(page) => self.page = Some(page),
                Err(error) => {
                    if !plan.shrink(error)? {
                        self.plan = None;
                    }
                }
            }
            return Ok(Some(RowBatch::default()));
        };
        let piece = match page.body.chunk().await {
            Some(Ok(piece)) => piece,
            None => return self.end_page().await.map(Some),
            Some(Err(error)) => {
                let error = Error::new(
                    ErrorKind::Truncated,
                    format!("the answer broke off: {error}"),
                )
                .with_source(error);
                return self.reopen(error).await.map(Some);
            }
        };
        if !page.has_text && is_nothing(&piece) {
            page.is_null |= !piece.trim_ascii().is_empty();
            return Ok(Some(RowBatch::default()));
        }
        page.has_text = true;
        let mut batch = page
            .splitter
            .feed(&piece)
            .map_err(|error| fail(error, page.request_id.clone(), self.rows, plan))?;
        batch.tell(&self.gaps, self.met);
        if !batch.is_empty() {
            page.fingerprint
                .add(&batch, plan.operation().list.unique_by);
            plan.dedupe(&mut batch, page.fingerprint.is_keyed());
        }
        Ok(Some(batch))
    }

    async fn end_page(&mut self) -> Result<RowBatch> {
        let (Some(page), Some(plan)) = (&self.page, &self.plan) else {
            return Ok(RowBatch::default());
        };
        let is_nothing = page.is_empty || !page.has_text;
        let has_list = !is_nothing && page.splitter.has_list();
        // No body at all is no answer of a list, unless the status says so or it stays that way. The bare word is none
        // however often it comes, nor is an answer that holds no rows and says that more follow.
        let is_doubtful = match is_nothing {
            true => !page.is_empty,
            false => !has_list && says_more(&page.splitter),
        };
        let is_hollow = !has_list && (is_doubtful || !plan.may_be_nothing());
        if is_hollow && !self.is_last_attempt() {
            let error = hollow(is_nothing, plan.is_first());
            return self.reopen(error).await;
        }
        let may_stay = plan.is_own_step() || plan.is_first() && !page.is_null;
        let is_told = is_nothing && may_stay;
        self.close_page(is_nothing, has_list, is_hollow && !is_told)
    }

    /// The page has been read: what it says beside its rows leads on.
    fn close_page(
        &mut self,
        is_nothing: bool,
        has_list: bool,
        is_hollow: bool,
    ) -> Result<RowBatch> {
        let (Some(page), Some(plan)) = (self.page.take(), &mut self.plan) else {
            return Ok(RowBatch::default());
        };
        let rows = page.splitter.rows();
        let (request_id, print) = (page.request_id, page.fingerprint.of_page());
        let total = self.rows;
        self.met += rows;
        self.members = match is_nothing {
            true => Extra::new(),
            false => page
                .splitter
                .finish()
                .map_err(|error| fail(error, request_id.clone(), total, plan))?,
        };
        if is_hollow {
            let error = hollow(is_nothing, plan.is_first()).with_operation(plan.operation());
            return Err(error.with_request_id(request_id));
        }
        if !has_list && !plan.is_first() {
            plan.tell_full_page();
        }
        self.pages += 1;
        let end = PageEnd {
            members: &self.members,
            rows,
            total,
            print,
        };
        let more = plan.advance(&end).map_err(|error| {
            error
                .with_operation(plan.operation())
                .with_request_id(request_id)
                .with_rows(total)
        })?;
        if !more {
            self.plan = None;
        }
        Ok(RowBatch::default())
    }

    /// Whether the page at hand cannot be asked for again without doubling a row, or was asked for often enough.
    fn is_last_attempt(&self) -> bool {
        let (Some(page), Some(plan)) = (&self.page, &self.plan) else {
            return true;
        };
        page.splitter.rows() > 0
            || !plan.is_idempotent()
            || page.attempt >= self.client.retry().attempts
    }

    /// A page that broke off before its first row was handed on can be asked for again without doubling any.
    async fn reopen(&mut self, error: Error) -> Result<RowBatch> {
        let is_last = self.is_last_attempt();
        let (Some(page), Some(plan)) = (&self.page, &self.plan) else {
            return Err(error);
        };
        if is_last {
            return Err(error
                .with_operation(plan.operation())
                .with_request_id(page.request_id.clone())
                .with_rows(self.rows)
                .with_hint(
                    "the rows before it are whole; go on from the last page's continuation",
                ));
        }
        self.page = Some(open(&self.client, plan, page.attempt + 1).await?);
        Ok(RowBatch::default())
    }
}

async fn open(client: &Client, plan: &PagePlan, attempt: u32) -> Result<Page> {
    if attempt > 1 {
        tokio::time::sleep(client.retry().backoff(attempt)).await;
    }
    let (request, target) = plan.next();
    let (head, body) = open_list(client, request, target).await?;
    let request_id = crate::response::request_id(&head.headers);
    // A change that is answered in part says so of each of its items.
    if head.status == StatusCode::PARTIAL_CONTENT && plan.operation().is_read() {
        let warning = head.headers.get(header::WARNING);
        let warning = warning.map_or_else(String::new, |text| {
            String::from_utf8_lossy(text.as_bytes()).into_owned()
        });
        plan.gaps().add(Gap::Partial {
            warning,
            request_id: request_id.clone(),
        });
    }
    let splitter = Splitter::new(plan.operation().list_member()).with_limits(client.limits());
    Ok(Page {
        body,
        splitter: match plan.compares_rows() {
            true => splitter,
            false => splitter.hashing(),
        },
        request_id,
        fingerprint: Fingerprint::default(),
        attempt,
        has_text: false,
        is_null: false,
        is_empty: matches!(
            head.status,
            StatusCode::NO_CONTENT | StatusCode::RESET_CONTENT
        ),
    })
}

/// Whether a piece that begins an answer holds nothing: white space, or the word for nothing.
fn is_nothing(piece: &[u8]) -> bool {
    let text = piece.trim_ascii();
    text.is_empty() || text == b"null"
}

/// Whether an answer without a list says all the same that more follows.
fn says_more(splitter: &Splitter) -> bool {
    let (text, _) = splitter.around();
    serde_json::from_slice(text).is_ok_and(|members| PagePlan::says_more(&members))
}

/// A page that holds no list where one has to be.
fn hollow(is_nothing: bool, is_first: bool) -> Error {
    let what = match (is_nothing, is_first) {
        (true, _) => "nothing",
        (false, true) => "no rows and says that more follow",
        (false, false) => "`null` in place of its rows",
    };
    let place = match is_first {
        true => "the first page of the list",
        false => "a page in the middle of the list",
    };
    let error = Error::new(ErrorKind::Truncated, format!("{place} holds {what}"));
    error.with_hint(match is_first {
        true => "no row came: ask again",
        false => "the rows before it are whole; go on from the last page's continuation",
    })
}

fn fail(error: SplitError, request_id: Option<String>, rows: u64, plan: &PagePlan) -> Error {
    Error::from(error)
        .with_operation(plan.operation())
        .with_request_id(request_id)
        .with_rows(rows)
}
