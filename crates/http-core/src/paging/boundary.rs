//! A list read in the order of its changes, so that nothing is lost whatever happens to the service's own paging.
//!
//! Next links that never come, a `$skip` that is refused past some number and a `$top` that is cut without a word all
//! lose rows without an error. Here the list is ordered by the time of the last change, oldest first, and each page is
//! asked for from the time of the last row on, that time included: a record that changes meanwhile moves to the end,
//! which is still ahead. Rows that come twice are known by key and time.

use std::collections::HashMap;

use jiff::Timestamp as Instant;

use super::loss::{Loss, Losses};
use super::peek::{Members, Peek};
use super::{Boundary, Next};
use crate::error::{Error, ErrorKind, Result};
use crate::operation::Paging;
use crate::request::Request;
use crate::rows::RowBatch;
use crate::wire::Timestamp;

/// The most rows that the services let a caller leave out.
const MOST_SKIPPED: u64 = 500;

/// Where the list stands and how carefully it is being read.
#[derive(Debug)]
pub(super) struct Sweep {
    property: &'static str,
    members: Members,
    /// The caller's own filter and expansion.
    filter: Option<String>,
    expand: Option<String>,
    /// The time that the page at hand was asked for from, and the rows left out behind it.
    boundary: Option<Timestamp>,
    skip: u64,
    /// The time of the last row.
    latest: Option<Timestamp>,
    /// The time of the last row of the page at hand.
    last_of_page: Option<Instant>,
    /// Rows at the boundary or behind it that were handed on.
    read: HashMap<String, Option<Instant>>,
    /// New rows on the page at hand, and the most rows seen on any.
    fresh: u64,
    largest: u64,
    care: Care,
    losses: Losses,
}

/// How much is asked for at once. Failures make it less, until the one record is found that the service fails on.
#[derive(Debug, Default)]
struct Care {
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
pub(super) enum Turn {
    Over,
    /// The service's own link is to be followed.
    Link,
    Next(Next),
}

impl Sweep {
    /// `None` where the row is read otherwise, or the caller has an order or a place of their own in mind.
    pub(super) fn of(request: &Request) -> Option<Self> {
        let operation = request.operation();
        let Paging::TimeBoundary { property } = operation.paging else {
            return None;
        };
        let own = ["$orderby", "$skip", "$skiptoken"];
        if own.iter().any(|name| request.query_value(name).is_some()) {
            return None;
        }
        let value = |name| request.query_value(name).map(str::to_owned);
        let most = Some(u64::from(operation.page_size)).filter(|most| *most > 0);
        let usual = value("$top").and_then(|top| top.parse().ok()).or(most);
        Some(Self {
            property,
            members: Members {
                key: operation.unique_by,
                time: property,
            },
            filter: value("$filter"),
            expand: value("$expand"),
            boundary: None,
            skip: 0,
            latest: None,
            last_of_page: None,
            read: HashMap::new(),
            fresh: 0,
            largest: 0,
            care: Care {
                usual,
                size: usual,
                ..Care::default()
            },
            losses: Losses::default(),
        })
    }

    pub(super) fn losses(&self) -> Losses {
        self.losses.clone()
    }

    /// The request of the page at hand.
    pub(super) fn apply(&self, request: Request) -> Request {
        let since = self
            .boundary
            .as_ref()
            .map(|time| format!("{} ge {time}", self.property));
        let filter = match (&self.filter, since) {
            (Some(own), Some(since)) => Some(format!("({own}) and {since}")),
            (own, since) => since.or_else(|| own.clone()),
        };
        let mut request = request.set("$orderby", format!("{} asc", self.property));
        if request.operation().param("$expand").is_some() {
            let bare = matches!(self.care.step, Step::Bare | Step::Passing);
            request = request.set("$expand", self.expand.clone().filter(|_| !bare));
        }
        request
            .set("$filter", filter)
            .set("$top", self.care.size)
            .set("$skip", (self.skip > 0).then_some(self.skip))
    }

    /// Goes on from a place, be it this stream's own or one where another stream stopped.
    pub(super) fn arrive(&mut self, boundary: Boundary) {
        let time = boundary.time.instant();
        let read = boundary.read.into_iter().map(|key| (key, time));
        self.read.extend(read);
        self.skip = boundary.skip;
        self.boundary = Some(boundary.time.clone());
        self.latest = Some(boundary.time);
    }

    /// Leaves only rows that were not handed on before.
    pub(super) fn admit(&mut self, batch: &mut RowBatch) -> Result<()> {
        let mut outcome = Ok(());
        batch.retain(|row| {
            let kept = outcome.is_ok() && {
                let peek = self.members.of(row);
                self.note(peek).unwrap_or_else(|error| {
                    outcome = Err(error);
                    false
                })
            };
            self.fresh += u64::from(kept);
            kept
        });
        outcome
    }

    /// Whether a row is new.
    fn note(&mut self, peek: Peek) -> Result<bool> {
        let instant = peek.time.as_ref().and_then(Timestamp::instant);
        if instant.is_some() {
            if instant < self.last_of_page.or(instant_of(&self.boundary)) {
                return Err(paging(format!(
                    "the rows do not come in the order of `{}`, which was asked for",
                    self.property
                )));
            }
            self.last_of_page = instant;
        }
        let key = peek.key.unwrap_or_default();
        let known = self.read.insert(key.clone(), instant) == Some(instant) && !key.is_empty();
        if self.care.step == Step::Bare && !known {
            self.losses.add(Loss::NotExpanded { key });
        }
        if instant > instant_of(&self.latest) {
            self.latest = peek.time;
        }
        Ok(!known)
    }

    /// Turns to what comes after the page at hand.
    pub(super) fn turn(&mut self, rows: u64, has_link: bool) -> Result<Turn> {
        let fresh = std::mem::take(&mut self.fresh);
        self.last_of_page = None;
        self.largest = self.largest.max(rows);
        let full = self
            .care
            .size
            .map_or(self.largest, |size| size.min(self.largest));
        let step = self.care.step;
        let careful = self.care.failure.is_some();
        if step == Step::Passing {
            self.losses.add(self.passed_over());
        }
        self.care.read(rows);
        if instant_of(&self.latest) > instant_of(&self.boundary) {
            self.boundary.clone_from(&self.latest);
            let boundary = instant_of(&self.boundary);
            self.read.retain(|_, time| *time >= boundary);
            // The record that the service fails on would be asked for again, with its expansion.
            self.skip = if step == Step::Bare {
                self.read.len() as u64
            } else {
                0
            };
            return Ok(Turn::Next(self.place()));
        }
        // Rows of one instant fill the page: behind them only the service's link or `$skip` leads on. The link of a
        // page that was asked for with care would keep to that care.
        self.skip += rows;
        if has_link && (!careful || rows == 0) {
            return Ok(Turn::Link);
        }
        if !has_link && (rows == 0 || fresh == 0 && rows < full) {
            return Ok(Turn::Over);
        }
        if self.skip > MOST_SKIPPED {
            return Err(paging(format!(
                "more than {MOST_SKIPPED} rows were changed at the same instant, {}, and the service gives no way \
                 past them",
                text_of(&self.boundary)
            )));
        }
        Ok(Turn::Next(self.place()))
    }

    fn passed_over(&self) -> Loss {
        let failure = self.care.failure.as_ref();
        Loss::Missing {
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
                })
            }
            None => Next::Skip(self.skip),
        }
    }

    /// Makes the page that failed smaller, or plainer; gives the error back where that is no help.
    pub(super) fn give_way(&mut self, error: Error) -> Result<()> {
        (self.last_of_page, self.fresh) = (None, 0);
        let heavy = error.kind() == ErrorKind::Timeout
            || matches!(
                error.status().map(|status| status.as_u16()),
                Some(500 | 504)
            );
        if !heavy {
            return Err(self.care.failure.take().unwrap_or(error));
        }
        let size = self.care.size.unwrap_or(self.largest.max(2));
        match self.care.step {
            Step::Plain if size > 1 => {
                self.care.doubtful = self.care.doubtful.max(size);
                self.care.size = Some(size / 2);
            }
            Step::Plain if self.expand.is_some() => self.care.step = Step::Bare,
            Step::Plain | Step::Bare => {
                self.care.step = Step::Passing;
                self.skip += 1;
            }
            // The record after it fails as well: it is not one record, the service is down.
            Step::Passing => return Err(self.care.failure.take().unwrap_or(error)),
        }
        self.care.failure.get_or_insert(error);
        Ok(())
    }
}

impl Care {
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

fn paging(message: String) -> Error {
    Error::new(ErrorKind::Paging, message).with_hint(
        "the rows before it are whole, but the list is not: narrow the filter and ask again",
    )
}

#[cfg(test)]
mod tests;
