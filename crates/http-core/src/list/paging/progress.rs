//! Whether a list gets on: pages that repeat, pages that bring nothing, and a total that says more than came.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use serde_json::Value;

use super::gap::Gap;
use super::{Next, paging};
use crate::error::Result;
use crate::list::rows::fingerprint::PagePrint;
use crate::operation::{Operation, Paging};
use crate::wire::Extra;

/// The end of a page.
pub(crate) struct PageEnd<'a> {
    pub(crate) members: &'a Extra,
    pub(crate) rows: u64,
    pub(crate) total: u64,
    pub(crate) print: PagePrint,
}

/// The most pages in a row that may bring nothing new. A service that filters behind its paging sends empty pages for a
/// while; one that never ends is an error.
const MOST_BARREN: u32 = 1_000;

/// The most pages in a row whose rows had all been returned before. Pages may overlap for a while; these do not get on.
const MOST_REPEATED: u32 = 20;

/// What has been seen of a list so far.
#[derive(Debug, Default)]
pub(super) struct Progress {
    hasher: RandomState,
    /// Places that were gone to.
    places: HashSet<u64>,
    last: Option<PagePrint>,
    /// Pages whose rows carry keys, by what alike pages have in common.
    pages: HashMap<(u64, u64), PagePrint>,
    /// Pages in a row that brought nothing.
    barren: u32,
    /// Pages in a row that held rows, and none that was new.
    repeated: u32,
    /// The smallest total that the service told.
    total: Option<u64>,
}

impl Progress {
    /// Notes where the list goes on; `false` where it was sent there before.
    pub(super) fn goes_to(&mut self, place: &str) -> bool {
        self.places.insert(self.hasher.hash_one(place))
    }

    /// Whether anything led on so far.
    pub(super) fn was_led(&self) -> bool {
        self.places.len() > 1
    }

    /// How many rows were on the page before the one at hand.
    pub(super) fn last_rows(&self) -> u64 {
        self.last.map_or(0, |page| page.rows)
    }

    /// Whether the service told how many rows there are.
    pub(super) fn knows_total(&self) -> bool {
        self.total.is_some()
    }

    /// Refuses a page that was handed on before, and a list that brings nothing for too long. `fresh` is the number
    /// of its rows that are new as far as the list can tell, `known` of those that were left out as known ones.
    pub(super) fn note(
        &mut self,
        operation: &Operation,
        end: &PageEnd<'_>,
        (fresh, known): (u64, u64),
    ) -> Result<()> {
        let print = end.print;
        // The rows of a list without an order of its own shift by one while it is read: a page of one record may
        // rightly come twice, and is dropped.
        let shifts = print.rows == 1 && !operation.list.unique_by.is_empty();
        let is_like = |page: Option<&PagePrint>| page.is_some_and(|page| print.is_like(page));
        let is_repeated = print.rows > 0
            && (is_like(self.last.as_ref())
                || print.is_keyed && is_like(self.pages.get(&print.group())));
        // In another order they are the same rows all the same, and those that belong here did not come.
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
        if self.repeated >= MOST_REPEATED {
            return Err(paging(format!(
                "the last {MOST_REPEATED} pages held only rows that came before, and the service goes on to lead further"
            )));
        }
        if self.barren >= MOST_BARREN {
            return Err(paging(format!(
                "the last {MOST_BARREN} pages brought no new row, and the service goes on to lead further"
            )));
        }
        Ok(())
    }

    /// Notes the total that an answer tells.
    pub(super) fn note_total(&mut self, operation: &Operation, end: &PageEnd<'_>) {
        let Some(total) = total_of(operation, end) else {
            return;
        };
        self.total = Some(self.total.map_or(total, |known| known.min(total)));
    }

    /// What is missing where the service counts more rows than came. It may count rows that were made meanwhile, so
    /// the smallest of its totals is taken.
    pub(super) fn shortfall(&self, came: u64) -> Option<Gap> {
        let said = self.total.filter(|total| *total > came)?;
        Some(Gap::Fewer { came, said })
    }
}

/// How many rows there are in all, as an answer says.
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

/// How a place is told from others, where the service named it.
pub(super) fn place_of(next: &Next) -> Option<String> {
    match next {
        Next::Filters(filters) => Some(format!("filters {filters}")),
        _ => None,
    }
}
