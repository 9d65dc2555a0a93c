//! A list read in the order of its changes, so that nothing is lost whatever happens to the service's own paging.
//!
//! Next links that never come, a `$skip` that is refused past some number and a `$top` that is cut without a word all
//! lose rows without an error. Here the list is ordered by the time of the last change, oldest first, and each page is
//! asked for from the time of the last row on, that time included: a record that changes meanwhile moves to the end,
//! which is still ahead. Rows that come twice are known by key and time.

use std::collections::HashMap;

use jiff::Timestamp as Instant;

use super::gap::{Gap, Gaps};
use super::peek::{Members, Peek};
use super::{Boundary, Next, paging};
use crate::error::{Error, ErrorKind, Result};
use crate::list::rows::RowBatch;
use crate::operation::Paging;
use crate::request::Request;
use crate::wire::Timestamp;

/// The most rows that the services let a caller leave out.
const MOST_SKIPPED: u64 = 500;

/// Where the list stands and how carefully it is being read.
#[derive(Debug)]
pub(super) struct BoundaryPager {
    property: &'static str,
    members: Members,
    /// The caller's own filter and expansion.
    filter: Option<String>,
    expand: Option<String>,
    /// The time that the page at hand was asked for from, and the rows left out behind it.
    boundary: Option<Timestamp>,
    skip: u64,
    /// The rows of the boundary itself are passed over.
    past: bool,
    /// The boundary before: rows of a time before it were handed on, and are not remembered one by one any more.
    floor: Option<Instant>,
    /// The time of the last row.
    latest: Option<Timestamp>,
    /// The time of the last row of the page at hand.
    last_of_page: Option<Instant>,
    order: Order,
    /// Rows at the boundary or behind it that were handed on.
    read: HashMap<String, Option<Instant>>,
    /// New rows on the page at hand, and the most rows seen on any.
    fresh: u64,
    largest: u64,
    page_size: PageSize,
    gaps: Gaps,
}

/// Whether the rows come in the order that was asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    #[default]
    Kept,
    /// Not on the page at hand.
    Broken,
    /// The page at hand begins before the time that it was asked for from: the service looks at neither filter nor
    /// order.
    Ignored,
    /// Not on an earlier page: the service's own links lead on.
    Given,
}

/// How much is asked for at once. Failures make it less, until the one record is found that the service fails on.
#[derive(Debug, Default)]
struct PageSize {
    /// Rows asked for when all is well, and now; none where the service decides.
    usual: Option<u64>,
    size: Option<u64>,
    /// Rows to be read with care before all is taken for well again.
    doubtful: u64,
    step: Step,
    /// The failure that is being worked around.
    failure: Option<Error>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Step {
    #[default]
    Plain,
    /// One record is asked for without its expansion.
    Bare,
    /// One record was passed over; whether the next one can be had is not known yet.
    Passing,
}

/// What comes after a page.
pub(super) enum Lead {
    Over,
    /// The service's own link is to be followed.
    Link,
    Next(Next),
}

impl BoundaryPager {
    /// `None` where the row is read otherwise, or the caller has an order or a place of their own in mind.
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

    /// The request of the page at hand.
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

    /// Goes on from a place, be it this stream's own or one where another stream stopped.
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

    /// Leaves only rows that were not handed on before.
    pub(super) fn dedupe(&mut self, batch: &mut RowBatch) {
        batch.retain(|row| {
            let is_new = self.note(self.members.of(row));
            self.fresh += u64::from(is_new);
            is_new
        });
    }

    /// Whether a row is new.
    fn note(&mut self, peek: Peek) -> bool {
        let instant = peek.time.as_ref().and_then(Timestamp::instant);
        if instant.is_some() && self.order != Order::Given {
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

    /// Turns to what comes after the page at hand.
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
        // Rows of one instant fill the page: behind them only the service's link or `$skip` leads on. The link of a
        // page that was asked for with care would keep to that page_size.
        self.skip += rows;
        if has_link && (!careful || rows == 0) {
            return Ok(Lead::Link);
        }
        let full = size.map_or(self.largest, |size| size.min(self.largest));
        if !has_link && (rows == 0 || fresh == 0 && rows < full) {
            return Ok(Lead::Over);
        }
        if self.skip > MOST_SKIPPED {
            return self.pass_the_instant().map(Lead::Next);
        }
        Ok(Lead::Next(self.place()))
    }

    /// Moves the boundary to the last row's time.
    fn move_on(&mut self, step: Step) -> Next {
        // A service that looks at no filter sends the rows before the boundary once more: those of one page are kept.
        self.floor = self.floor.max(instant_of(&self.boundary));
        let floor = self.floor;
        self.read.retain(|_, time| *time >= floor);
        self.boundary.clone_from(&self.latest);
        self.past = false;
        // The record that the service fails on would be asked for again, with its expansion.
        self.skip = if step == Step::Bare {
            self.read_there()
        } else {
            0
        };
        self.place()
    }

    /// How many rows of the boundary's time were handed on.
    fn read_there(&self) -> u64 {
        let boundary = instant_of(&self.boundary);
        let there = self.read.values().filter(|time| **time == boundary);
        there.count() as u64
    }

    /// Rows that do not come in the order that was asked for say nothing about those that are still to come. A page
    /// that nothing follows is whole in any order; where more follow the service's own links lead on.
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
        if self.order != Order::Given {
            let property = self.property;
            self.gaps.add(Gap::NotInOrder { property });
            self.order = Order::Given;
        }
        self.skip += rows;
        if has_link {
            return Ok(Lead::Link);
        }
        if ignored || fresh == 0 || self.skip > MOST_SKIPPED {
            return Err(paging(format!(
                "the rows do not come in the order of `{}`, which was asked for, and nothing leads on",
                self.property
            )));
        }
        Ok(Lead::Next(self.place()))
    }

    /// Goes on behind an instant with more rows than the service gives a way through.
    fn pass_the_instant(&mut self) -> Result<Next> {
        if self.boundary.is_none() {
            return Err(paging(format!(
                "more than {MOST_SKIPPED} rows tell no `{}`, and the service gives no way past them",
                self.property
            )));
        }
        if self.past {
            return Err(paging(format!(
                "rows that were changed at {} come although those behind it were asked for",
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

    fn passed_over(&self) -> Gap {
        let failure = self.page_size.failure.as_ref();
        Gap::Missing {
            since: text_of(&self.boundary),
            request_id: failure.and_then(|error| error.request_id().map(str::to_owned)),
        }
    }

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

    /// Makes the page that failed smaller, or plainer; gives the error back where that is no help.
    pub(super) fn shrink(&mut self, error: Error) -> Result<()> {
        (self.last_of_page, self.fresh) = (None, 0);
        if self.order != Order::Given {
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
            // The record after it fails as well: it is not one record, the service is down.
            Step::Passing => return Err(self.page_size.failure.take().unwrap_or(error)),
        }
        self.page_size.failure.get_or_insert(error);
        Ok(())
    }
}

impl PageSize {
    /// Rows came: once the doubtful ones are behind, pages are as large as before.
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

fn instant_of(time: &Option<Timestamp>) -> Option<Instant> {
    time.as_ref().and_then(Timestamp::instant)
}

fn text_of(time: &Option<Timestamp>) -> String {
    time.as_ref().map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests;
