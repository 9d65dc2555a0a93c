//! Guards against lists that repeat or never end.
//!
//! Services were seen to return the same page without end: Defender for Endpoint after a next link
//! that lost its options, Cloud Apps in scans. A collector would store such rows again and again.
//! Three guards, each for what the others miss:
//!
//! - Places: a link or a set of filters that was visited before is refused. Costs 8 bytes per page.
//! - Fingerprints: a page with the same rows as the one before is refused; if the rows have keys,
//!   as any earlier page. This finds a service that ignores `$skip`, where the places differ.
//! - Counts: 20 pages in a row with only known rows, or 1,000 pages without a new row, end the list
//!   with an error. Services that filter after paging send some empty pages, so the limits are
//!   generous.
//!
//! The reported total is only compared at the end and only reported as a gap, because it is
//! approximate on some services and changes while the list is read.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use serde_json::Value;

use super::gap::Gap;
use super::paging;
use crate::error::Result;
use crate::list::continuation::Next;
use crate::list::rows::fingerprint::PagePrint;
use crate::operation::{Operation, Paging};
use crate::wire::Extra;

/// What is known at the end of a page.
pub(crate) struct PageEnd<'a> {
    /// The members beside the rows.
    pub(crate) members: &'a Extra,
    /// Rows of the page, known ones included.
    pub(crate) rows: u64,
    /// Rows returned over all pages.
    pub(crate) total: u64,
    /// Fingerprint of its rows.
    pub(crate) print: PagePrint,
}

/// Number of consecutive pages without a new row that is an error.
const MAX_BARREN: u32 = 1_000;

/// Number of consecutive pages with only known rows that is an error. Pages may overlap for a
/// while.
const MAX_REPEATED: u32 = 20;

/// What was seen of a list so far. Grows by a few bytes per page.
#[derive(Debug, Default)]
pub(super) struct Progress {
    /// Keyed at random, so that a service cannot construct collisions.
    hasher: RandomState,
    /// Hashes of the places that were visited.
    places: HashSet<u64>,
    /// Fingerprint of the previous page.
    last: Option<PagePrint>,
    /// Fingerprints of pages whose rows have keys, grouped so that equal pages share a group.
    pages: HashMap<(u64, u64), PagePrint>,
    /// Consecutive pages without a new row.
    barren: u32,
    /// Consecutive pages with rows, all of them known.
    repeated: u32,
    /// The smallest total that the service reported.
    total: Option<u64>,
}

impl Progress {
    /// Notes a place. `false` if the list was there before.
    pub(super) fn goes_to(&mut self, place: &str) -> bool {
        self.places.insert(self.hasher.hash_one(place))
    }

    /// Whether the service has sent a link or a place so far.
    pub(super) fn was_led(&self) -> bool {
        self.places.len() > 1
    }

    /// Number of rows of the previous page.
    pub(super) fn last_rows(&self) -> u64 {
        self.last.map_or(0, |page| page.rows)
    }

    /// Whether the service reported a total.
    pub(super) fn knows_total(&self) -> bool {
        self.total.is_some()
    }

    /// Notes a page. `fresh` is the number of its rows that are new as far as the list can tell;
    /// `known` is the number of those that were removed as already returned.
    ///
    /// # Errors
    /// [`ErrorKind::Paging`](crate::ErrorKind::Paging) if the page was returned before, or if too
    /// many pages brought nothing new.
    pub(super) fn note(
        &mut self,
        operation: &Operation,
        end: &PageEnd<'_>,
        (fresh, known): (u64, u64),
    ) -> Result<()> {
        let print = end.print;
        // A list without an order shifts by a row while it is read, so a page of one keyed record
        // may come twice; it was dropped.
        let shifts = print.rows == 1 && !operation.list.unique_by.is_empty();
        let is_like = |page: Option<&PagePrint>| page.is_some_and(|page| print.is_like(page));
        let is_repeated = print.rows > 0
            && (is_like(self.last.as_ref())
                || print.is_keyed && is_like(self.pages.get(&print.group())));
        // The same rows in another order: the rows that belong here did not come.
        let is_known = known > 1 && known == print.rows;
        if (is_repeated || is_known) && !shifts && !print.may_come_twice() {
            let twice = match end.rows.saturating_sub(known) {
                0 => String::new(),
                twice => format!(", the last {twice} of them twice"),
            };
            return Err(paging(format!(
                "the service sent the same page again ({} rows so far{twice})",
                end.total
            )));
        }
        self.last = Some(print);
        if print.is_keyed {
            self.pages.insert(print.group(), print);
        }
        self.barren = if fresh == 0 || is_repeated {
            self.barren + 1
        } else {
            0
        };
        self.repeated = match fresh == 0 && end.rows > 0 {
            true => self.repeated + 1,
            false => 0,
        };
        if self.repeated >= MAX_REPEATED {
            return Err(paging(format!(
                "the last {MAX_REPEATED} pages contained only rows that were already returned, and the service announces more"
            )));
        }
        if self.barren >= MAX_BARREN {
            return Err(paging(format!(
                "the last {MAX_BARREN} pages contained no new row, and the service announces more"
            )));
        }
        Ok(())
    }

    /// Notes the total of an answer. The smallest is kept, because rows may be created while the
    /// list is read.
    pub(super) fn note_total(&mut self, operation: &Operation, end: &PageEnd<'_>) {
        let Some(total) = total_of(operation, end) else {
            return;
        };
        self.total = Some(self.total.map_or(total, |known| known.min(total)));
    }

    /// The gap between the reported total and the rows that came, if rows are missing.
    pub(super) fn shortfall(&self, came: u64) -> Option<Gap> {
        let said = self.total.filter(|total| *total > came)?;
        Some(Gap::Fewer { came, said })
    }
}

/// The total that an answer reports. Some services write it as text.
pub(super) fn total_of(operation: &Operation, end: &PageEnd<'_>) -> Option<u64> {
    let names: &[&str] = match operation.list.paging {
        Paging::SkipLimit | Paging::Scan => &["total"],
        _ => &["@odata.count", "odata.count"],
    };
    let number = |value: &Value| {
        let text = value.as_str().and_then(|text| text.trim().parse().ok());
        value.as_u64().or(text)
    };
    names
        .iter()
        .find_map(|name| end.members.get(*name).and_then(number))
}

/// The identity of a place that the service named, for [`Progress::goes_to`]. Links are compared
/// elsewhere, in a normal form.
pub(super) fn place_of(next: &Next) -> Option<String> {
    match next {
        Next::Filters(filters) => Some(format!("filters {filters}")),
        _ => None,
    }
}
