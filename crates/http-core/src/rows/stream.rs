//! Rows over all pages of a list.

use std::collections::VecDeque;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use bytes::Bytes;
use http::{StatusCode, header};

use super::{RowBatch, SplitError, Splitter};
use crate::body::Body;
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::operation::{Method, Operation};
use crate::paging::{Continuation, Loss, Losses, PageEnd, PagePlan};
use crate::request::Request;
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
    losses: Losses,
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
    /// The service answered that there is no content.
    is_none: bool,
}

impl Page {
    /// Whether the answer ended without a byte, and may have one when it is asked for again.
    fn is_unsaid(&self, attempts: u32) -> bool {
        !self.is_none && self.splitter.is_blank() && self.attempt < attempts
    }
}

/// Tells whether a page is the one before it once more: by its first and its last row, however they arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fingerprint {
    first: Option<u64>,
    last: Option<u64>,
}

impl Fingerprint {
    fn add(&mut self, batch: &RowBatch) {
        let hash = |row: &[u8]| {
            let mut hasher = DefaultHasher::new();
            row.hash(&mut hasher);
            hasher.finish()
        };
        let mut rows = batch.iter();
        if self.first.is_none() {
            self.first = rows.next().map(hash);
        }
        self.last = batch
            .get(batch.len().saturating_sub(1))
            .as_deref()
            .map(hash);
    }
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

impl Rows {
    pub(crate) fn new(client: Client, request: Request) -> Self {
        let plan = PagePlan::new(request);
        Self {
            losses: plan.losses(),
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
    pub(crate) fn operation(&self) -> Option<&'static Operation> {
        self.plan.as_ref().map(PagePlan::operation)
    }

    /// The members beside the list of the last page that was read to its end.
    pub fn members(&self) -> &Extra {
        &self.members
    }

    /// What the service failed to send whole so far, and what was done about it.
    pub fn losses(&self) -> Losses {
        self.losses.clone()
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
    pub async fn next_batch(&mut self) -> Option<Result<RowBatch>> {
        loop {
            if let Some(part) = self.parts.pop_front() {
                self.rows += part.as_ref().map_or(0, RowBatch::len) as u64;
                return Some(part);
            }
            match self.advance().await {
                Ok(Some(batch)) if batch.is_nothing() => {}
                Ok(Some(batch)) => self.part(batch),
                Ok(None) => return None,
                Err(error) => {
                    self.plan = None;
                    self.page = None;
                    return Some(Err(error));
                }
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

    /// Whether rows remain after those handed on. Reads on to the end of the page at hand at most, so nothing is sent;
    /// a row that is met on the way is dropped, so ask only when done with the list.
    pub async fn has_more(&mut self) -> bool {
        if !self.parts.is_empty() {
            return true;
        }
        while self.page.is_some() {
            match self.advance().await {
                Ok(Some(batch)) if batch.is_nothing() => {}
                // What cannot be read further was not known to be over.
                Ok(Some(_)) | Err(_) => return true,
                Ok(None) => return false,
            }
        }
        self.plan.is_some()
    }

    /// The rest of the page at hand and nothing beyond, or a whole page where none is at hand.
    pub(crate) async fn next_page(&mut self) -> Option<Result<Vec<Bytes>>> {
        self.plan.as_ref()?;
        let before = self.pages;
        let mut rows = Vec::new();
        let mut fault = None;
        while self.pages == before && self.plan.is_some() {
            match self.advance().await {
                Ok(Some(batch)) => {
                    self.part(batch);
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
                Ok(None) => break,
                Err(error) => {
                    self.plan = None;
                    self.page = None;
                    return Some(Err(error));
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
            match open(&self.client, plan, &self.losses, 1).await {
                Ok(page) => self.page = Some(page),
                Err(error) => plan.give_way(error)?,
            }
            return Ok(Some(RowBatch::default()));
        };
        let piece = match page.body.chunk().await {
            Some(Ok(piece)) => piece,
            None if page.is_unsaid(self.client.retry().attempts) => {
                let error = Error::new(ErrorKind::Truncated, "the answer has no body");
                return self.reopen(error).await.map(Some);
            }
            None => return self.end_page().map(Some),
            Some(Err(error)) => {
                let error = Error::new(
                    ErrorKind::Truncated,
                    format!("the answer broke off: {error}"),
                )
                .with_source(error);
                return self.reopen(error).await.map(Some);
            }
        };
        let mut batch = page
            .splitter
            .feed(&piece)
            .map_err(|error| fail(error, page, self.rows, plan))?;
        batch.tell(&self.losses, self.met);
        if !batch.is_empty() {
            page.fingerprint.add(&batch);
            plan.admit(&mut batch)
                .map_err(|error| error.with_request_id(page.request_id.clone()))?;
        }
        Ok(Some(batch))
    }

    fn end_page(&mut self) -> Result<RowBatch> {
        let (Some(page), Some(plan)) = (self.page.take(), &mut self.plan) else {
            return Ok(RowBatch::default());
        };
        let rows = page.splitter.rows();
        let (request_id, fingerprint) = (page.request_id.clone(), page.fingerprint);
        let total = self.rows;
        self.met += rows;
        // An empty answer to the first request is the service's word for none; later it may be a list that breaks off.
        let is_none = page.is_none || self.pages == 0 && page.splitter.is_blank();
        let members = if is_none {
            Ok(Extra::new())
        } else {
            page.splitter.finish()
        };
        self.members = members.map_err(|error| {
            Error::from(error)
                .with_operation(plan.operation())
                .with_request_id(request_id.clone())
                .with_rows(total)
        })?;
        self.pages += 1;
        let end = PageEnd {
            members: &self.members,
            rows,
            total,
            fingerprint,
        };
        let more = plan.turn(&self.client, &end).map_err(|error| {
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

    /// A page that broke off before its first row was handed on can be asked for again without doubling any.
    async fn reopen(&mut self, error: Error) -> Result<RowBatch> {
        let (Some(page), Some(plan)) = (self.page.take(), &mut self.plan) else {
            return Err(error);
        };
        let safe = page.splitter.rows() == 0
            && plan.is_idempotent()
            && page.attempt < self.client.retry().attempts;
        if !safe {
            return Err(error
                .with_operation(plan.operation())
                .with_request_id(page.request_id)
                .with_rows(self.rows)
                .with_hint(
                    "the rows before it are whole; go on from the last page's continuation",
                ));
        }
        self.page = Some(open(&self.client, plan, &self.losses, page.attempt + 1).await?);
        Ok(RowBatch::default())
    }
}

async fn open(client: &Client, plan: &PagePlan, losses: &Losses, attempt: u32) -> Result<Page> {
    if attempt > 1 {
        tokio::time::sleep(client.retry().backoff(attempt)).await;
    }
    let (request, target) = plan.next();
    let (head, body) = client.open(request, target).await?;
    let request_id = crate::response::request_id(&head.headers);
    // A change that is answered in part says so of each of its items.
    if head.status == StatusCode::PARTIAL_CONTENT && plan.operation().method == Method::Get {
        let warning = head.headers.get(header::WARNING);
        let warning = warning.map_or_else(String::new, |text| {
            String::from_utf8_lossy(text.as_bytes()).into_owned()
        });
        losses.add(Loss::Partial {
            warning,
            request_id: request_id.clone(),
        });
    }
    Ok(Page {
        body,
        splitter: Splitter::new(plan.operation().list_member()).with_limits(client.limits()),
        request_id,
        fingerprint: Fingerprint::default(),
        attempt,
        is_none: head.status == StatusCode::NO_CONTENT,
    })
}

fn fail(error: SplitError, page: &Page, rows: u64, plan: &PagePlan) -> Error {
    Error::from(error)
        .with_operation(plan.operation())
        .with_request_id(page.request_id.clone())
        .with_rows(rows)
}
