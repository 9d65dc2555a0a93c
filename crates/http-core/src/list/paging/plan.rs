//! Decides what the next page is, from the end of the one before.
//!
//! [`PagePlan`] owns the request of a list. After each page, [`advance`](PagePlan::advance) turns
//! its members and row count into the next request, or ends the list. The order of the decisions:
//!
//! - A list read by time follows [`boundary`](super::boundary) alone.
//! - A next link is followed, once it was checked ([`links`](super::links)). A link that lost the
//!   caller's filter is replaced by counting: Defender for Endpoint was seen to drop the names of
//!   the options and then to return unfiltered rows without end.
//! - Without a link, a full page is not trusted to be the last: the next page is requested by
//!   `$skip`. With `$top`, Defender for Endpoint never sends a link. If the operation cannot count,
//!   [`Gap::FullLastPage`] is reported.
//! - Cloud Apps: `hasNext` decides. `total` is approximate and used only if `hasNext` is missing.
//!
//! Invariant: no place is visited twice. `progress` remembers a hash per place and refuses a link
//! that leads back, so the list ends even if the service never says so.

use std::sync::Arc;

use serde_json::Value;
use url::Url;

use super::boundary::{BoundaryPager, Lead};
use super::gap::{Gap, Gaps};
use super::links::{has_option, link_of, normal_form, reroot, skipped_by};
use super::page_size::{number, sized};
use super::paging;
use super::progress::{PageEnd, Progress, place_of, total_of};
use super::unique::{Recent, Unique};
use crate::base::Base;
use crate::error::{Error, ErrorKind, Result};
use crate::list::continuation::{Continuation, Next};
use crate::list::rows::RowBatch;
use crate::operation::{Operation, Paging};
use crate::request::Request;
use crate::wire::Extra;

/// The request of the current page, and what was seen of the list so far.
#[derive(Debug)]
pub(crate) struct PagePlan {
    /// The configured addresses. Links are put onto them.
    base: Arc<Base>,
    /// The request, with the options of the current page.
    request: Request,
    /// Path and query of the current page on the base, if a link gave them.
    target: Option<String>,
    /// Rows before the current page. `None` after a stored link was resumed, because a link need
    /// not count them.
    before: Option<u64>,
    /// Rows that the caller skipped. `None` after a stored place was resumed.
    left_out: Option<u64>,
    /// Guards against repetition.
    progress: Progress,
    /// The place of the current page; `None` on the first.
    next: Option<Next>,
    /// New rows of the current page.
    fresh: u64,
    /// Whether the current page was requested only to find out if a full page was the last.
    is_probe: bool,
    /// What is known to be missing.
    gaps: Gaps,
    /// Set for lists that are read by time.
    boundary: Option<BoundaryPager>,
    /// Set for other lists whose records have a key.
    unique: Option<Unique>,
    /// Set for the rest, if they have more than one page.
    recent: Option<Recent>,
}

impl PagePlan {
    /// The plan of a list, before its first page.
    pub(crate) fn new(request: Request, base: Arc<Base>) -> Self {
        let request = sized(request);
        let gaps = Gaps::default();
        let boundary = BoundaryPager::of(&request, &gaps);
        let unique = boundary.is_none().then(|| Unique::of(request.operation()));
        let request = match &boundary {
            Some(boundary) => boundary.apply(request),
            None => request,
        };
        let before = number(&request, "$skip").or_else(|| number(&request, "skip"));
        let before = Some(before.unwrap_or(0));
        let unique = unique.flatten();
        let compares = boundary.is_some() || unique.is_some();
        let recent = (!compares && request.operation().list.paging != Paging::None)
            .then(|| Recent::new(request.operation()));
        Self {
            base,
            request,
            target: None,
            before,
            left_out: before,
            progress: Progress::default(),
            next: None,
            fresh: 0,
            is_probe: false,
            gaps,
            boundary,
            unique,
            recent,
        }
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        self.request.operation()
    }

    /// Whether a page may be requested again.
    pub(crate) fn is_idempotent(&self) -> bool {
        self.request.is_idempotent()
    }

    /// Whether the list compares its rows by key and time, so that pages need no fingerprint.
    pub(crate) fn compares_rows(&self) -> bool {
        self.boundary.is_some()
    }

    /// Whether the current page is the first.
    pub(crate) fn is_first(&self) -> bool {
        self.next.is_none()
    }

    /// Whether the current page may be empty of a list: the first page, and one that nobody
    /// announced.
    pub(crate) fn may_be_nothing(&self) -> bool {
        self.is_first() || self.is_own_step()
    }

    /// Whether the current page was requested because of the client's own counting, without a sign
    /// of the service.
    pub(crate) fn is_own_step(&self) -> bool {
        let counted = matches!(self.next, Some(Next::Skip(_)));
        counted && self.operation().list.paging != Paging::SkipLimit
    }

    /// Request and, after a link, path and query of the current page.
    pub(crate) fn next(&self) -> (&Request, Option<&str>) {
        (&self.request, self.target.as_deref())
    }

    /// Full address of the current page.
    fn address(&self) -> Result<Url> {
        match &self.target {
            Some(target) => self.base.on(target),
            None => self.request.target(self.base.url()),
        }
    }

    /// The place of the current page; `None` on the first and after the last.
    pub(crate) fn continuation(&self) -> Option<Continuation> {
        self.next.clone().map(Continuation)
    }

    /// What is known to be missing, shared with the caller.
    pub(crate) fn gaps(&self) -> Gaps {
        self.gaps.clone()
    }

    /// Removes rows that were already returned. `is_keyed`: the rows of the page carry a key.
    pub(crate) fn dedupe(&mut self, batch: &mut RowBatch, is_keyed: bool) {
        if let Some(unique) = &mut self.unique {
            unique.dedupe(batch);
        }
        if let Some(recent) = &mut self.recent {
            recent.dedupe(batch, is_keyed);
        }
        if let Some(boundary) = &mut self.boundary {
            boundary.dedupe(batch);
        }
        self.fresh += batch.len() as u64;
    }

    /// Handles a page that failed. `true`: request it again, with less. `false`: the list has
    /// ended, because the page was only a probe beyond a full page.
    ///
    /// # Errors
    /// Returns the failure if neither applies.
    pub(crate) fn shrink(&mut self, error: Error) -> Result<bool> {
        if self.is_probe && matches!(error.kind(), ErrorKind::Refused | ErrorKind::NotFound) {
            self.report_full_page();
            return Ok(false);
        }
        let Some(boundary) = &mut self.boundary else {
            return Err(error);
        };
        boundary.shrink(error)?;
        self.fresh = 0;
        self.request = boundary.apply(self.request.clone());
        self.target = None;
        Ok(true)
    }

    /// Reports that the last page was full and more rows may exist.
    pub(crate) fn report_full_page(&self) {
        let rows = self.progress.last_rows();
        self.gaps.add(Gap::FullLastPage { rows });
    }

    /// Continues at a stored place, before the first page was requested.
    pub(crate) fn resume(&mut self, continuation: &Continuation) {
        self.before = match &continuation.0 {
            Next::Link(link) => skipped_by(link),
            _ => None,
        };
        self.left_out = None;
        self.go(continuation.0.clone());
    }

    /// Turns to the next page. `false` if the list has ended.
    ///
    /// # Errors
    /// [`ErrorKind::Paging`] if the pages contradict each other: a link that leads back or
    /// elsewhere, the same page again, `hasNext` without a way to continue, or too many pages
    /// without a new row.
    pub(crate) fn advance(&mut self, end: &PageEnd<'_>) -> Result<bool> {
        let fresh = std::mem::take(&mut self.fresh);
        let known = self.recent.as_mut().map_or(0, Recent::end_page);
        let link = link_of(end.members)?;
        if self.boundary.is_none() || self.is_first() {
            self.progress.note_total(self.operation(), end);
        }
        if self.is_first() {
            let first = normal_form(&self.address()?);
            self.progress.goes_to(&first);
        }
        if let Some(boundary) = &mut self.boundary {
            let next = match boundary.advance(end.rows, link.is_some())? {
                Lead::Over => None,
                Lead::Next(next) => Some(next),
                Lead::Link => link.map(|link| self.link(link)).transpose()?,
            };
            self.progress.note(self.operation(), end, (fresh, 0))?;
            return Ok(self.go_or_end(next, end));
        }
        let was_probe = std::mem::take(&mut self.is_probe);
        let is_extra = was_probe && link.is_none() && self.operation().list.paging != Paging::Skip;
        if is_extra && known > 0 && fresh == 0 {
            // The service ignores `$skip`, so rows after the previous page cannot be requested.
            if !self.progress.knows_total() {
                self.report_full_page();
            }
            return Ok(self.go_or_end(None, end));
        }
        let next = match self.operation().list.paging {
            Paging::None | Paging::NextLink | Paging::Skip | Paging::TimeBoundary { .. } => {
                match link {
                    Some(link) => self.follow(link, end)?,
                    None => self.step(end),
                }
            }
            Paging::SkipLimit => self.more_by_limit(end)?,
            Paging::Scan => more_by_filters(end)?,
        };
        if let Some(place) = next.as_ref().and_then(place_of)
            && !self.progress.goes_to(&place)
        {
            return Err(paging(
                "the service returned the same continuation twice, so the list cannot advance",
            ));
        }
        self.progress.note(self.operation(), end, (fresh, known))?;
        Ok(self.go_or_end(next, end))
    }

    /// Whether the members of an answer announce more rows: a next link, or `hasNext`.
    pub(crate) fn says_more(members: &Extra) -> bool {
        let has_next = members.get("hasNext").and_then(Value::as_bool);
        has_next == Some(true) || !matches!(link_of(members), Ok(None))
    }

    /// Turns to a place, or ends the list and compares the number of rows with the reported total.
    fn go_or_end(&mut self, next: Option<Next>, end: &PageEnd<'_>) -> bool {
        let Some(next) = next else {
            self.next = None;
            let came = self.left_out.map(|rows| rows.saturating_add(end.total));
            if let Some(gap) = came.and_then(|came| self.progress.shortfall(came)) {
                self.gaps.add(gap);
            }
            return false;
        };
        self.before = self.before.map(|before| before.saturating_add(end.rows));
        self.go(next);
        true
    }

    /// The service's link on the configured base.
    ///
    /// # Errors
    /// [`ErrorKind::Paging`] if it leads back to a page that was already read.
    fn link(&mut self, link: &str) -> Result<Next> {
        let target = self.reroot(link)?;
        let address = self.base.on(&target)?;
        if !self.progress.goes_to(&normal_form(&address)) {
            return Err(paging(
                "the service links back to a page that was already read",
            ));
        }
        Ok(Next::Link(target))
    }

    /// A link as path and query on the configured base.
    fn reroot(&self, link: &str) -> Result<String> {
        reroot(link, &self.address()?, &self.base)
    }

    /// Follows the service's link, or counts instead if the link lost its options.
    fn follow(&mut self, link: &str, end: &PageEnd<'_>) -> Result<Option<Next>> {
        if self.is_degraded(&self.reroot(link)?) {
            if end.rows == 0 {
                return Ok(None);
            }
            let counts = self.operation().input("$skip").is_some();
            return match self.before.filter(|_| counts) {
                Some(before) => Ok(Some(Next::Skip(before.saturating_add(end.rows)))),
                None => Err(paging("the next link lacks the options that were sent")),
            };
        }
        self.link(link).map(Some)
    }

    /// Whether a link would lead to other rows than requested: it lost the filter, or an option has
    /// no name. A `$skiptoken` may carry the filter inside.
    fn is_degraded(&self, link: &str) -> bool {
        let lost_filter = self.request.query_value("$filter").is_some()
            && !has_option(link, &["$filter", "$skiptoken"]);
        lost_filter || has_option(link, &[""])
    }

    /// Continues without a link. After a full page the next one is requested by counting, if the
    /// operation can count.
    fn step(&mut self, end: &PageEnd<'_>) -> Option<Next> {
        let operation = self.operation();
        if end.rows == 0 || !self.is_full(end) {
            return None;
        }
        let counts = operation.list.paging != Paging::None && operation.input("$skip").is_some();
        let Some(before) = self.before.filter(|_| counts) else {
            self.gaps.add(Gap::FullLastPage { rows: end.rows });
            return None;
        };
        self.is_probe = true;
        Some(Next::Skip(before.saturating_add(end.rows)))
    }

    /// Whether more rows may follow this page: it is as large as requested or as the maximum, or
    /// the total is higher.
    fn is_full(&self, end: &PageEnd<'_>) -> bool {
        let operation = self.operation();
        let most = u64::from(operation.list.page_size);
        let counts = operation.input("$skip").is_some();
        let asked = match number(&self.request, "$top") {
            // A service that has sent links before sends one whenever a page follows.
            Some(top) => end.rows >= top && (counts || !self.progress.was_led()),
            None => operation.list.paging == Paging::Skip && counts,
        };
        let has_more = total_of(operation, end).is_some_and(|total| {
            let before = self.before.unwrap_or(u64::MAX);
            total > before.saturating_add(end.rows)
        });
        asked || most > 0 && end.rows >= most || has_more && counts
    }

    /// The next page of a list with `skip` and `limit`. `hasNext` decides; without it, a full page
    /// or the total.
    ///
    /// # Errors
    /// [`ErrorKind::Paging`] if more is announced and the page is empty.
    fn more_by_limit(&self, end: &PageEnd<'_>) -> Result<Option<Next>> {
        let most = u64::from(self.operation().list.page_size);
        let limit = number(&self.request, "limit").unwrap_or(most);
        let after = self.before.unwrap_or(0).saturating_add(end.rows);
        let has_more = || total_of(self.operation(), end).is_some_and(|total| total > after);
        let more = match end.members.get("hasNext").and_then(Value::as_bool) {
            Some(more) => more,
            None => limit > 0 && end.rows >= limit || end.rows > 0 && has_more(),
        };
        if more && end.rows == 0 {
            return Err(paging("the service announces more rows and returns none"));
        }
        Ok(more.then_some(Next::Skip(after)))
    }

    /// Prepares the request for a place.
    fn go(&mut self, next: Next) {
        self.next = Some(next.clone());
        self.target = None;
        let request = self.request.clone();
        match next {
            Next::Link(link) => {
                self.target = Some(link);
            }
            Next::Skip(rows) => {
                self.before = Some(rows);
                let name = if request.operation().input("$skip").is_some() {
                    "$skip"
                } else {
                    "skip"
                };
                self.request = request.set(name, rows);
            }
            Next::Filters(filters) => {
                let filters: Value = serde_json::from_str(&filters).unwrap_or_default();
                self.request = request.set_as_served("filters", filters);
            }
            Next::From(time) => {
                if let Some(boundary) = &mut self.boundary {
                    boundary.resume_from(time);
                    self.request = boundary.apply(request);
                }
            }
        }
    }
}

/// The next page of a scan: the filters that the answer returns.
///
/// # Errors
/// [`ErrorKind::Paging`] if more is announced without filters.
fn more_by_filters(end: &PageEnd<'_>) -> Result<Option<Next>> {
    if end.members.get("hasNext").and_then(Value::as_bool) != Some(true) {
        return Ok(None);
    }
    match end.members.get("nextQueryFilters") {
        Some(filters) if filters.is_object() => Ok(Some(Next::Filters(filters.to_string()))),
        _ => Err(paging(
            "the service announces more rows without `nextQueryFilters`",
        )),
    }
}
