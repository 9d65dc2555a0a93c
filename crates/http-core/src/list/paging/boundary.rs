//! Reads a list in the order of its changes, from one time boundary to the next.
//!
//! Paging by position loses rows on these services. Graph alerts and incidents refuse a `$skip`
//! above 500; next links repeat or stop; a `$top` above the maximum is reduced silently; and a
//! record that changes while the list is read moves to another page. Source: Graph `list-alerts`
//! and `security-error-codes`; OData 4.01, section 11.2.6 (system query options).
//!
//! The algorithm:
//!
//! - Order by the time of the last change, ascending, and filter by `time ge boundary`. The first
//!   page has no boundary.
//! - After a page, the boundary becomes the time of its last row. It is included again, because
//!   more rows may share it. A record that changes meanwhile moves to the end of the list, which is
//!   still ahead.
//! - Rows are compared by key and time. Only keys of the last two boundaries are remembered, so
//!   memory holds about two pages of keys.
//! - If all rows of a page share one instant, the boundary cannot move. Then a next link is
//!   followed, or `$skip` is raised up to 500. Beyond that the instant is passed with `time gt
//!   boundary`, and [`Gap::SameInstant`] reports what may be missing.
//! - If the service fails on a page (500, 504, timeout), the page is halved until one record is
//!   left; that record is requested without `$expand`, then skipped and reported as
//!   [`Gap::Missing`]. Incidents with `$expand=alerts` fail this way on large tenants.
//! - If the rows do not come in order, the service ignores `$orderby` or the filter. The boundary
//!   is then meaningless, so the service's own links are followed and [`Gap::NotInOrder`] is
//!   reported.
//!
//! Invariants: every page is requested from a boundary that was fully returned before it; the
//! boundary never moves back; each step moves the boundary, raises `$skip` (at most to 500) or
//! reduces the page, so the list ends.

use std::collections::HashMap;

use jiff::Timestamp as Instant;

use super::gap::{Gap, Gaps};
use super::paging;
use super::peek::{Members, Peek};
use crate::error::{Error, ErrorKind, Result};
use crate::list::continuation::{Boundary, Next};
use crate::list::rows::RowBatch;
use crate::operation::Paging;
use crate::request::Request;
use crate::wire::Timestamp;

/// The largest `$skip` that Graph security accepts; 501 answers 400.
const MAX_SKIP: u64 = 500;

/// State of a list that is read by time.
#[derive(Debug)]
pub(super) struct BoundaryPager {
    /// The property with the time of the last change.
    property: &'static str,
    /// The members that identify a row: key and time.
    members: Members,
    /// The caller's own `$filter` and `$expand`.
    filter: Option<String>,
    expand: Option<String>,
    /// The boundary of the current page, and the rows skipped from there.
    boundary: Option<Timestamp>,
    skip: u64,
    /// Whether the rows of the boundary itself are excluded (`gt` instead of `ge`).
    past: bool,
    /// The boundary before. Rows with an earlier time were returned and are no longer remembered
    /// one by one.
    floor: Option<Instant>,
    /// The latest time of any row.
    latest: Option<Timestamp>,
    /// The time of the previous row of the current page, to check the order.
    last_of_page: Option<Instant>,
    /// Whether the rows come in order.
    order: Order,
    /// Keys and times of the returned rows at or after the floor.
    read: HashMap<String, Option<Instant>>,
    /// New rows of the current page, and the most rows of any page.
    fresh: u64,
    largest: u64,
    /// How much is requested at once.
    page_size: PageSize,
    /// Where missing records are reported.
    gaps: Gaps,
}

/// Whether the rows come in the requested order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    /// So far on every page.
    #[default]
    Kept,
    /// Not on the current page.
    Broken,
    /// The current page has rows from before its boundary: the service ignores filter and order.
    Ignored,
    /// Not on an earlier page. The service's links are followed from then on.
    LinksOnly,
}

/// How much is requested at once. Failures reduce it until the record is isolated on which the
/// service fails.
#[derive(Debug, Default)]
struct PageSize {
    /// Rows requested normally, and now. `None`: the service decides.
    usual: Option<u64>,
    size: Option<u64>,
    /// Rows to read at the reduced size before the usual one is used again.
    doubtful: u64,
    /// How the current page is requested.
    step: Step,
    /// The failure that is being worked around; returned if nothing helps.
    failure: Option<Error>,
}

/// How the current page is requested.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Step {
    /// As the caller requested it, possibly with fewer rows.
    #[default]
    Plain,
    /// A single record, without its expansion.
    Bare,
    /// One record was skipped; whether the next one can be read is not known yet.
    Passing,
}

/// What follows a page.
pub(super) enum Lead {
    /// Nothing; the list has ended.
    Over,
    /// Follow the service's next link.
    Link,
    /// Request this page.
    Next(Next),
}

impl BoundaryPager {
    /// `None` if the operation is paged otherwise, or if the caller sets an order or a position of
    /// their own.
    pub(super) fn of(request: &Request, gaps: &Gaps) -> Option<Self> {
        let operation = request.operation();
        let Paging::TimeBoundary { property } = operation.list.paging else {
            return None;
        };
        let own = ["$orderby", "$skip", "$skiptoken"];
        if own.iter().any(|name| request.query_value(name).is_some()) {
            return None;
        }
        let value = |name| request.query_value(name).map(str::to_owned);
        let most = Some(u64::from(operation.list.page_size)).filter(|most| *most > 0);
        let usual = value("$top").and_then(|top| top.parse().ok()).or(most);
        Some(Self {
            property,
            members: Members {
                key: operation.list.unique_by,
                time: property,
            },
            filter: value("$filter"),
            expand: value("$expand"),
            boundary: None,
            skip: 0,
            past: false,
            floor: None,
            latest: None,
            last_of_page: None,
            order: Order::default(),
            read: HashMap::new(),
            fresh: 0,
            largest: 0,
            page_size: PageSize {
                usual,
                size: usual,
                ..PageSize::default()
            },
            gaps: gaps.clone(),
        })
    }

    /// The request of the current page: the caller's filter joined with the boundary, ascending
    /// order, page size and skip.
    pub(super) fn apply(&self, request: Request) -> Request {
        let from = if self.past { "gt" } else { "ge" };
        let since = self
            .boundary
            .as_ref()
            .map(|time| format!("{} {from} {time}", self.property));
        let filter = match (&self.filter, since) {
            (Some(own), Some(since)) => Some(format!("({own}) and {since}")),
            (own, since) => since.or_else(|| own.clone()),
        };
        let mut request = request.set("$orderby", format!("{} asc", self.property));
        if request.operation().input("$expand").is_some() {
            let bare = matches!(self.page_size.step, Step::Bare | Step::Passing);
            request = request.set("$expand", self.expand.clone().filter(|_| !bare));
        }
        request
            .set("$filter", filter)
            .set("$top", self.page_size.size)
            .set("$skip", (self.skip > 0).then_some(self.skip))
    }

    /// Continues at a place, of this stream or of another one that stopped.
    pub(super) fn resume_from(&mut self, boundary: Boundary) {
        let time = boundary.time.instant();
        let read = boundary.read.into_iter().map(|key| (key, time));
        self.read.extend(read);
        self.skip = boundary.skip;
        self.past = boundary.past;
        self.floor = self.floor.max(time);
        self.boundary = Some(boundary.time.clone());
        self.latest = Some(boundary.time);
    }

    /// Removes rows that were already returned, and notes the others.
    pub(super) fn dedupe(&mut self, batch: &mut RowBatch) {
        batch.retain(|row| {
            let is_new = self.note(self.members.of(row));
            self.fresh += u64::from(is_new);
            is_new
        });
    }

    /// Notes a row and checks the order. Returns whether the row is new.
    fn note(&mut self, peek: Peek) -> bool {
        let instant = peek.time.as_ref().and_then(Timestamp::instant);
        if instant.is_some() && self.order != Order::LinksOnly {
            if instant < instant_of(&self.boundary) {
                self.order = Order::Ignored;
            } else if instant < self.last_of_page && self.order == Order::Kept {
                self.order = Order::Broken;
            }
            self.last_of_page = instant;
        }
        if instant.is_some() && instant < self.floor {
            return false;
        }
        let key = peek.key.unwrap_or_default();
        let known = self.read.insert(key.clone(), instant) == Some(instant) && !key.is_empty();
        if self.page_size.step == Step::Bare && !known {
            self.gaps.add(Gap::NotExpanded { key });
        }
        if instant > instant_of(&self.latest) {
            self.latest = peek.time;
        }
        !known
    }

    /// Decides what follows the current page, which had `rows` rows.
    ///
    /// # Errors
    /// [`ErrorKind::Paging`] if more rows must exist and no way to request them is left.
    pub(super) fn advance(&mut self, rows: u64, has_link: bool) -> Result<Lead> {
        let fresh = std::mem::take(&mut self.fresh);
        self.last_of_page = None;
        self.largest = self.largest.max(rows);
        let careful = self.page_size.failure.is_some();
        if self.page_size.step == Step::Passing {
            self.gaps.add(self.passed_over());
        }
        let (step, size) = (self.page_size.step, self.page_size.size);
        self.page_size.read(rows);
        if self.order != Order::Kept {
            let full = size.unwrap_or(self.largest.max(1));
            return self.turn_without_order(rows, rows >= full, fresh, has_link);
        }
        if instant_of(&self.latest) > instant_of(&self.boundary) {
            return Ok(Lead::Next(self.move_on(step)));
        }
        // Rows of one instant fill the page, so only the service's link or `$skip` leads further.
        // The link of a reduced page would keep its size.
        self.skip += rows;
        if has_link && (!careful || rows == 0) {
            return Ok(Lead::Link);
        }
        let full = size.map_or(self.largest, |size| size.min(self.largest));
        if !has_link && (rows == 0 || fresh == 0 && rows < full) {
            return Ok(Lead::Over);
        }
        if self.skip > MAX_SKIP {
            return self.pass_the_instant().map(Lead::Next);
        }
        Ok(Lead::Next(self.place()))
    }

    /// Moves the boundary to the time of the last row.
    fn move_on(&mut self, step: Step) -> Next {
        // A service that ignores the filter sends earlier rows again, so the rows of one more page
        // are remembered.
        self.floor = self.floor.max(instant_of(&self.boundary));
        let floor = self.floor;
        self.read.retain(|_, time| *time >= floor);
        self.boundary.clone_from(&self.latest);
        self.past = false;
        // Otherwise the record on which the service fails would be requested again with its
        // expansion.
        self.skip = if step == Step::Bare {
            self.read_there()
        } else {
            0
        };
        self.place()
    }

    /// Number of returned rows with the time of the boundary.
    fn read_there(&self) -> u64 {
        let boundary = instant_of(&self.boundary);
        let there = self.read.values().filter(|time| **time == boundary);
        there.count() as u64
    }

    /// Decides what follows a page that is not in order. Such rows say nothing about those to come:
    /// without a next link, a page that is not full is the last one; with one, the service's links
    /// are followed.
    fn turn_without_order(
        &mut self,
        rows: u64,
        is_full: bool,
        fresh: u64,
        has_link: bool,
    ) -> Result<Lead> {
        let ignored = self.order == Order::Ignored;
        if !has_link && !is_full {
            return Ok(Lead::Over);
        }
        if self.order != Order::LinksOnly {
            let property = self.property;
            self.gaps.add(Gap::NotInOrder { property });
            self.order = Order::LinksOnly;
        }
        self.skip += rows;
        if has_link {
            return Ok(Lead::Link);
        }
        if ignored || fresh == 0 || self.skip > MAX_SKIP {
            return Err(paging(format!(
                "the rows are not ordered by `{}` as requested, and no next link follows",
                self.property
            )));
        }
        Ok(Lead::Next(self.place()))
    }

    /// Continues after an instant with more rows than `$skip` can page through.
    fn pass_the_instant(&mut self) -> Result<Next> {
        if self.boundary.is_none() {
            return Err(paging(format!(
                "more than {MAX_SKIP} rows have no `{}`, and the service cannot page past them",
                self.property
            )));
        }
        if self.past {
            return Err(paging(format!(
                "the service returned rows changed at {} although later ones were requested",
                text_of(&self.boundary)
            )));
        }
        self.gaps.add(Gap::SameInstant {
            at: text_of(&self.boundary),
            read: self.read_there(),
        });
        (self.past, self.skip) = (true, 0);
        Ok(self.place())
    }

    /// The gap of a record that was skipped because the service fails on it.
    fn passed_over(&self) -> Gap {
        let failure = self.page_size.failure.as_ref();
        Gap::Missing {
            since: text_of(&self.boundary),
            request_id: failure.and_then(|error| error.request_id().map(str::to_owned)),
        }
    }

    /// The continuation at the current boundary, with the keys returned there.
    fn place(&self) -> Next {
        match self.boundary.clone() {
            Some(time) => {
                let instant = time.instant();
                let here = self.read.iter().filter(|(_, time)| **time == instant);
                let mut read: Vec<_> = here.map(|(key, _)| key.clone()).collect();
                read.sort_unstable();
                Next::From(Boundary {
                    time,
                    skip: self.skip,
                    read,
                    past: self.past,
                })
            }
            None => Next::Skip(self.skip),
        }
    }

    /// Retries a failed page with fewer rows, then without `$expand`, then without the record.
    ///
    /// # Errors
    /// Returns the first failure if the service fails on the next record as well, because then it
    /// is down. Other errors than 500, 504 and timeouts are returned unchanged.
    pub(super) fn shrink(&mut self, error: Error) -> Result<()> {
        (self.last_of_page, self.fresh) = (None, 0);
        if self.order != Order::LinksOnly {
            self.order = Order::Kept;
        }
        let heavy = error.kind() == ErrorKind::Timeout
            || matches!(
                error.status().map(|status| status.as_u16()),
                Some(500 | 504)
            );
        if !heavy {
            return Err(self.page_size.failure.take().unwrap_or(error));
        }
        let size = self.page_size.size.unwrap_or(self.largest.max(2));
        match self.page_size.step {
            Step::Plain if size > 1 => {
                self.page_size.doubtful = self.page_size.doubtful.max(size);
                self.page_size.size = Some(size / 2);
            }
            Step::Plain if self.expand.is_some() => self.page_size.step = Step::Bare,
            Step::Plain | Step::Bare => {
                self.page_size.step = Step::Passing;
                self.skip += 1;
            }
            // The next record fails as well, so the cause is not a single record.
            Step::Passing => return Err(self.page_size.failure.take().unwrap_or(error)),
        }
        self.page_size.failure.get_or_insert(error);
        Ok(())
    }
}

impl PageSize {
    /// Counts rows that came. Returns to the usual size once the doubtful ones were read.
    fn read(&mut self, rows: u64) {
        self.doubtful = self.doubtful.saturating_sub(rows.max(1));
        if self.doubtful == 0 || self.step != Step::Plain {
            self.size = self.usual;
            self.doubtful = 0;
            self.step = Step::Plain;
            self.failure = None;
        }
    }
}

/// The instant of a time, if it is one.
fn instant_of(time: &Option<Timestamp>) -> Option<Instant> {
    time.as_ref().and_then(Timestamp::instant)
}

/// The time as the service spelled it; empty if there is none.
fn text_of(time: &Option<Timestamp>) -> String {
    time.as_ref().map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests;
