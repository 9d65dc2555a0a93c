//! The rows of a list over all its pages.
//!
//! [`Rows`] joins the two layers: it reads pieces of a page, feeds them to the splitter, removes
//! rows that came before, and asks the plan for the next page at the end. Each step is small and
//! leaves a consistent state, so a future of [`next_batch`](Rows::next_batch) may be dropped at any
//! await.
//!
//! A page that breaks off can be requested again only while none of its rows was returned;
//! otherwise rows would come twice. The caller then resumes from the continuation of the last
//! complete page.

use std::collections::VecDeque;
use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use bytes::Bytes;

use super::RowBatch;
use super::page::{Page, is_nothing, no_rows_error, open, says_more, split_failure};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::list::continuation::Continuation;
use crate::list::paging::{Gaps, PageEnd, PagePlan};
use crate::operation::Operation;
use crate::request::Request;
use crate::wire::Extra;

/// The rows of a list in batches, page after page, each row as its own bytes.
///
/// Lazy: nothing is sent before the first batch is requested, and no page before the rows of the
/// one before were read. A row that is not JSON is an error in its place ([`Error::row`]), and the
/// list continues. Any other error ends the list; rows returned before it are valid.
///
/// ```
/// # use http_core::{Client, Request, Result};
/// # async fn run(client: Client, request: Request) -> Result<()> {
/// let mut rows = client.rows(request);
/// while let Some(batch) = rows.next_batch().await {
///     for row in batch?.iter() {
///         println!("{}", String::from_utf8_lossy(row));
///     }
/// }
/// assert!(rows.gaps().is_empty());
/// # Ok(())
/// # }
/// ```
pub struct Rows {
    client: Client,
    /// The next page; `None` once the list has ended.
    plan: Option<PagePlan>,
    /// The page that is being read.
    page: Option<Page>,
    /// The members of the last page that was read.
    members: Extra,
    gaps: Gaps,
    /// Batches and errors that were read and not returned.
    parts: VecDeque<Result<RowBatch>>,
    /// Rows of the pages that were read to their end, known and invalid ones included.
    rows_of_read_pages: u64,
    /// Rows returned.
    rows: u64,
    /// Pages read to their end.
    pages: u64,
    /// The service's clock at the last answer.
    date: Option<SystemTime>,
}

impl fmt::Debug for Rows {
    /// Shows only numbers: the rows and the position of the list are customer data.
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
    /// The rows of a list over all its pages. Nothing is sent before the first batch is requested.
    pub fn rows(&self, request: Request) -> Rows {
        Rows::new(self, request)
    }
}

impl Rows {
    /// The list before its first page, or at the continuation of the request.
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
            rows_of_read_pages: 0,
            rows: 0,
            pages: 0,
            date: None,
        }
    }

    /// Continues where another stream stopped. Call it before the first batch.
    #[must_use]
    pub fn resume(mut self, continuation: &Continuation) -> Self {
        if let Some(plan) = &mut self.plan {
            plan.resume(continuation);
        }
        self
    }

    /// The operation of the list. `None` once it has ended.
    pub fn operation(&self) -> Option<&'static Operation> {
        self.plan.as_ref().map(PagePlan::operation)
    }

    /// The members beside the rows of the last page that was read to its end.
    pub fn members(&self) -> &Extra {
        &self.members
    }

    /// What is missing or incomplete so far. Complete once the list has ended.
    pub fn gaps(&self) -> Gaps {
        self.gaps.clone()
    }

    /// Number of rows returned.
    pub fn count(&self) -> u64 {
        self.rows
    }

    /// Number of pages read to their end.
    pub fn pages(&self) -> u64 {
        self.pages
    }

    /// The service's clock when it answered with the last page that was opened: the header `Date`. `None` before the first page, and
    /// without the header.
    pub fn date(&self) -> Option<SystemTime> {
        self.date
    }

    /// Where to continue after the last page that was read to its end. `None` if it was the last,
    /// and before the first.
    pub fn continuation(&self) -> Option<Continuation> {
        self.plan.as_ref().and_then(PagePlan::continuation)
    }

    /// The next rows, `None` after the last. Never an empty batch.
    ///
    /// Cancel safe: rows are either returned or kept. A page that was being opened is requested
    /// again.
    pub async fn next_batch(&mut self) -> Option<Result<RowBatch>> {
        loop {
            if let Some(part) = self.parts.pop_front() {
                self.rows += part.as_ref().map_or(0, RowBatch::len) as u64;
                return Some(part);
            }
            match self.advance().await {
                Ok(Some(batch)) => self.enqueue(batch),
                Ok(None) => return None,
                Err(error) => return Some(Err(self.end_with(error))),
            }
        }
    }

    /// Queues the rows of a batch, with the errors of invalid rows in their places.
    fn enqueue(&mut self, batch: RowBatch) {
        let request_id = self.page.as_ref().and_then(|page| page.request_id.clone());
        let operation = self.operation();
        let before = self.rows_of_read_pages;
        let parts = batch.split_at_faults().into_iter().map(|part| {
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

    /// Whether rows remain, as far as that is known without sending a request: reads the current
    /// page up to its next row or its end, and keeps what it reads. `true` if only another page
    /// could tell.
    pub async fn has_more(&mut self) -> bool {
        while self.parts.is_empty() && self.page.is_some() {
            match self.advance().await {
                Ok(Some(batch)) => self.enqueue(batch),
                // The next call returns the error.
                Err(error) => {
                    let error = self.end_with(error);
                    self.parts.push_back(Err(error));
                }
                Ok(None) => return false,
            }
        }
        !self.parts.is_empty() || self.plan.is_some()
    }

    /// Ends the list with an error that says how many rows came before.
    fn end_with(&mut self, error: Error) -> Error {
        self.plan = None;
        self.page = None;
        if self.rows > 0 || self.pages > 0 {
            error.with_rows(self.rows)
        } else {
            error
        }
    }

    /// The rest of the current page, or the next page if none is open. An invalid row makes the
    /// whole page an error.
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
                    Ok(Some(batch)) => self.enqueue(batch),
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

    /// One step: opens a page, reads a piece of it, or ends it. `None` once the list has ended.
    async fn advance(&mut self) -> Result<Option<RowBatch>> {
        let Some(plan) = &mut self.plan else {
            return Ok(None);
        };
        let Some(page) = &mut self.page else {
            match open(&self.client, plan, 1).await {
                Ok(page) => {
                    self.date = page.date.or(self.date);
                    self.page = Some(page);
                }
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
            .map_err(|error| split_failure(error, page.request_id.clone(), self.rows, plan))?;
        batch.report_mended(&self.gaps, self.rows_of_read_pages);
        if !batch.is_empty() {
            page.fingerprint
                .add(&batch, plan.operation().list.unique_by);
            plan.dedupe(&mut batch, page.fingerprint.is_keyed());
        }
        Ok(Some(batch))
    }

    /// Judges the end of a body: a complete page is closed; one without a list may be requested
    /// again.
    async fn end_page(&mut self) -> Result<RowBatch> {
        let (Some(page), Some(plan)) = (&self.page, &self.plan) else {
            return Ok(RowBatch::default());
        };
        let is_nothing = page.is_empty || !page.has_text;
        let has_list = !is_nothing && page.splitter.has_list();
        // A body without content is an empty list only if the status says so, or if it stays that
        // way over all attempts. `null` and an announcement of more rows are never accepted.
        let is_doubtful = match is_nothing {
            true => !page.is_empty,
            false => !has_list && says_more(&page.splitter),
        };
        let lacks_rows = !has_list && (is_doubtful || !plan.may_be_nothing());
        if lacks_rows && !self.is_last_attempt() {
            let error = no_rows_error(is_nothing, plan.is_first());
            return self.reopen(error).await;
        }
        let may_stay = plan.is_own_step() || plan.is_first() && !page.is_null;
        let is_accepted = is_nothing && may_stay;
        self.close_page(is_nothing, has_list, lacks_rows && !is_accepted)
    }

    /// Closes a page that was read to its end and turns to the next one.
    fn close_page(
        &mut self,
        is_nothing: bool,
        has_list: bool,
        lacks_rows: bool,
    ) -> Result<RowBatch> {
        let (Some(page), Some(plan)) = (self.page.take(), &mut self.plan) else {
            return Ok(RowBatch::default());
        };
        let rows = page.splitter.rows();
        let (request_id, print) = (page.request_id, page.fingerprint.of_page());
        let total = self.rows;
        self.rows_of_read_pages += rows;
        self.members = match is_nothing {
            true => Extra::new(),
            false => page
                .splitter
                .finish()
                .map_err(|error| split_failure(error, request_id.clone(), total, plan))?,
        };
        if lacks_rows {
            let error = no_rows_error(is_nothing, plan.is_first()).with_operation(plan.operation());
            return Err(error.with_request_id(request_id));
        }
        if !has_list && !plan.is_first() {
            plan.report_full_page();
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

    /// Whether the page cannot be requested again: a row of it was returned, the list is not
    /// idempotent, or the attempts are used up.
    fn is_last_attempt(&self) -> bool {
        let (Some(page), Some(plan)) = (&self.page, &self.plan) else {
            return true;
        };
        page.splitter.rows() > 0
            || !plan.is_idempotent()
            || page.attempt >= self.client.retry().attempts
    }

    /// Requests the page again after a failure, if no row would come twice; otherwise returns the
    /// error with a hint.
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
                    "the rows before it are complete; resume from the continuation of the last page",
                ));
        }
        self.page = Some(open(&self.client, plan, page.attempt + 1).await?);
        Ok(RowBatch::default())
    }
}
