//! What the next page is, decided from the end of the one before.

use std::sync::Arc;

use serde_json::Value;
use url::Url;

use super::boundary::{BoundaryPager, Lead};
use super::gap::{Gap, Gaps};
use super::links::{link_of, names, reroot, skipped_by, spelled_alike};
use super::progress::{PageEnd, Progress, place_of, total_of};
use super::unique::{Recent, Unique};
use super::{Continuation, Next, paging};
use crate::base::Base;
use crate::error::{Error, ErrorKind, Result};
use crate::list::rows::RowBatch;
use crate::operation::{Operation, Paging};
use crate::request::Request;
use crate::wire::Extra;

/// The request of the next page and what has been seen so far.
#[derive(Debug)]
pub(crate) struct PagePlan {
    base: Arc<Base>,
    request: Request,
    /// Path and query of the page on the base, where it is not the request's own.
    target: Option<String>,
    /// How many rows lie before the page at hand; unknown after a stored link was taken up.
    before: Option<u64>,
    /// The rows that the caller left out; unknown after a stored place was taken up.
    left_out: Option<u64>,
    progress: Progress,
    next: Option<Next>,
    /// New rows on the page at hand.
    fresh: u64,
    /// The page at hand was asked for to see whether the one before, which was full, was the last.
    is_probe: bool,
    gaps: Gaps,
    boundary: Option<BoundaryPager>,
    unique: Option<Unique>,
    recent: Option<Recent>,
}

impl PagePlan {
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

    pub(crate) fn is_idempotent(&self) -> bool {
        self.request.is_idempotent()
    }

    /// Whether rows are compared by the list itself, so that a page needs no fingerprint.
    pub(crate) fn compares_rows(&self) -> bool {
        self.boundary.is_some()
    }

    /// Whether the page at hand is the list's first.
    pub(crate) fn is_first(&self) -> bool {
        self.next.is_none()
    }

    /// Whether the page at hand may rightly be nothing: the first one, and one that nobody promised.
    pub(crate) fn may_be_nothing(&self) -> bool {
        self.is_first() || self.is_own_step()
    }

    /// Whether the page at hand was asked for by our own counting alone.
    pub(crate) fn is_own_step(&self) -> bool {
        let counted = matches!(self.next, Some(Next::Skip(_)));
        counted && self.operation().list.paging != Paging::SkipLimit
    }

    pub(crate) fn next(&self) -> (&Request, Option<&str>) {
        (&self.request, self.target.as_deref())
    }

    /// The address of the page at hand.
    fn address(&self) -> Result<Url> {
        match &self.target {
            Some(target) => self.base.on(target),
            None => self.request.target(self.base.url()),
        }
    }

    pub(crate) fn continuation(&self) -> Option<Continuation> {
        self.next.clone().map(Continuation)
    }

    /// What was lost so far, shared with the one who asks.
    pub(crate) fn gaps(&self) -> Gaps {
        self.gaps.clone()
    }

    /// Leaves only rows that were not handed on before.
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

    /// What to do about a page that could not be opened: less is asked for, or the list is over (`false`) where nobody
    /// promised that page. Gives the failure back where that is no help.
    pub(crate) fn shrink(&mut self, error: Error) -> Result<bool> {
        if self.is_probe && matches!(error.kind(), ErrorKind::Refused | ErrorKind::NotFound) {
            self.tell_full_page();
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

    /// Says that nobody knows whether the full page was the last.
    pub(crate) fn tell_full_page(&self) {
        let rows = self.progress.last_rows();
        self.gaps.add(Gap::FullLastPage { rows });
    }

    pub(crate) fn resume(&mut self, continuation: &Continuation) {
        self.before = match &continuation.0 {
            Next::Link(link) => skipped_by(link),
            _ => None,
        };
        self.left_out = None;
        self.go(continuation.0.clone());
    }

    /// Turns to the next page; `false` where there is none.
    pub(crate) fn advance(&mut self, end: &PageEnd<'_>) -> Result<bool> {
        let fresh = std::mem::take(&mut self.fresh);
        let known = self.recent.as_mut().map_or(0, Recent::end_page);
        let link = link_of(end.members)?;
        if self.boundary.is_none() || self.is_first() {
            self.progress.note_total(self.operation(), end);
        }
        if self.is_first() {
            let first = spelled_alike(&self.address()?);
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
            // The service does not look at `$skip`: what is behind the page before cannot be asked for.
            if !self.progress.knows_total() {
                self.tell_full_page();
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
                "the service names the same continuation again: it does not get on",
            ));
        }
        self.progress.note(self.operation(), end, (fresh, known))?;
        Ok(self.go_or_end(next, end))
    }

    /// Whether an answer says that more follows.
    pub(crate) fn says_more(members: &Extra) -> bool {
        let has_next = members.get("hasNext").and_then(Value::as_bool);
        has_next == Some(true) || !matches!(link_of(members), Ok(None))
    }

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

    /// The service's link on our own base, unless it leads back.
    fn link(&mut self, link: &str) -> Result<Next> {
        let target = self.reroot(link)?;
        let address = self.base.on(&target)?;
        if !self.progress.goes_to(&spelled_alike(&address)) {
            return Err(paging(
                "the service links back to a page that was read already",
            ));
        }
        Ok(Next::Link(target))
    }

    fn reroot(&self, link: &str) -> Result<String> {
        reroot(link, &self.address()?, &self.base)
    }

    /// The service's link, put on our own base; a link that lost its options is replaced by our own counting.
    fn follow(&mut self, link: &str, end: &PageEnd<'_>) -> Result<Option<Next>> {
        if self.is_degraded(&self.reroot(link)?) {
            if end.rows == 0 {
                return Ok(None);
            }
            let counts = self.operation().input("$skip").is_some();
            return match self.before.filter(|_| counts) {
                Some(before) => Ok(Some(Next::Skip(before.saturating_add(end.rows)))),
                None => Err(paging("the next link has lost the options that were sent")),
            };
        }
        self.link(link).map(Some)
    }

    /// Whether a link would lead to other rows than those asked for: one service was seen to drop the names
    /// of the options and then to answer with the first page, unfiltered.
    fn is_degraded(&self, link: &str) -> bool {
        let lost_filter = self.request.query_value("$filter").is_some()
            && !names(link, &["$filter", "$skiptoken"]);
        lost_filter || names(link, &[""])
    }

    /// No link: behind a page that was full, more rows may follow. They are asked for by counting, and where that is
    /// not possible it is told.
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

    fn is_full(&self, end: &PageEnd<'_>) -> bool {
        let operation = self.operation();
        let most = u64::from(operation.list.page_size);
        let counts = operation.input("$skip").is_some();
        let asked = match number(&self.request, "$top") {
            // A service that has given links before gives one wherever a page follows.
            Some(top) => end.rows >= top && (counts || !self.progress.was_led()),
            None => operation.list.paging == Paging::Skip && counts,
        };
        let has_more = total_of(operation, end).is_some_and(|total| {
            let before = self.before.unwrap_or(u64::MAX);
            total > before.saturating_add(end.rows)
        });
        asked || most > 0 && end.rows >= most || has_more && counts
    }

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
            return Err(paging(
                "the service says that there is more and sends nothing",
            ));
        }
        Ok(more.then_some(Next::Skip(after)))
    }

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

/// Where pages are counted, the page size must be known: it is sent, and cut to what the service honours.
fn sized(request: Request) -> Request {
    let operation = request.operation();
    let most = u64::from(operation.list.page_size);
    let request = match number(&request, "$top") {
        Some(top) if most > 0 && top > most => request.set("$top", most),
        _ => request,
    };
    match operation.list.paging {
        Paging::Skip if operation.list.page_size > 0 && operation.input("$top").is_some() => {
            match number(&request, "$top") {
                Some(_) => request,
                None => request.set("$top", operation.list.page_size),
            }
        }
        Paging::SkipLimit => match number(&request, "limit") {
            // A larger limit is cut without a word.
            Some(limit) if most > 0 && limit > most => request.set("limit", most),
            _ => request,
        },
        _ => request,
    }
}

fn more_by_filters(end: &PageEnd<'_>) -> Result<Option<Next>> {
    if end.members.get("hasNext").and_then(Value::as_bool) != Some(true) {
        return Ok(None);
    }
    match end.members.get("nextQueryFilters") {
        Some(filters) if filters.is_object() => Ok(Some(Next::Filters(filters.to_string()))),
        _ => Err(paging(
            "the service says that there is more and not how to get it",
        )),
    }
}

fn number(request: &Request, name: &str) -> Option<u64> {
    let in_query = request.query_value(name).and_then(|text| text.parse().ok());
    in_query.or_else(|| request.body_value(name).and_then(Value::as_u64))
}
