//! Removes records that come again because the pages of a list shift.
//!
//! `$skip` counts positions. A record inserted or removed while the list is read moves all later
//! ones, so the next page begins one row early or late. The rows that come again are removed here;
//! the ones that are lost cannot be seen (`boundary` avoids both).
//!
//! [`Unique`] remembers every key of a list and is exact. [`Recent`] serves operations without a
//! documented key: it remembers hashes of whole rows for the last pages, so memory stays bounded.

use std::collections::HashSet;
use std::mem;

use rapidhash::RapidHashSet;

use super::peek::{Members, key_of};
use crate::list::rows::RowBatch;
use crate::operation::Operation;

/// The keys that were read: one text per record of the list.
#[derive(Debug)]
pub(super) struct Unique {
    members: Members,
    read: HashSet<String>,
}

impl Unique {
    /// `None` if the operation does not name the key of its records.
    pub(super) fn of(operation: &'static Operation) -> Option<Self> {
        let key = operation.list.unique_by;
        (!key.is_empty()).then(|| Self {
            members: Members { key, time: "" },
            read: HashSet::new(),
        })
    }

    /// Removes rows whose key was read before. A row without a key stays.
    pub(super) fn dedupe(&mut self, batch: &mut RowBatch) {
        batch.retain(|row| match self.members.of(row).key {
            Some(key) => self.read.insert(key),
            None => true,
        });
    }
}

/// Number of rows that are remembered before older ones are forgotten, and the maximum of one page.
/// 8 bytes each.
const REMEMBERED: usize = 1 << 14;
const MAX_OF_A_PAGE: usize = 1 << 18;

/// The records of the last pages, as hashes of their whole text.
///
/// A row with the same text is the same record, which moved to a later page. A row with the same
/// key and other text is a newer version of its record and is returned. Rows without a key may
/// legitimately be equal, so they are never removed.
#[derive(Debug)]
pub(super) struct Recent {
    /// The member with the key; empty if the operation names none.
    key: &'static str,
    /// Two generations: when the newer one is full, the older one is dropped as a whole, which is
    /// cheaper than one by one.
    newer: RapidHashSet<u64>,
    older: RapidHashSet<u64>,
    /// Hashes of the current page.
    page: Vec<u64>,
    /// Rows of the current page that were removed.
    known: u64,
}

impl Recent {
    pub(super) fn new(operation: &'static Operation) -> Self {
        Self {
            key: operation.list.unique_by,
            newer: RapidHashSet::default(),
            older: RapidHashSet::default(),
            page: Vec::new(),
            known: 0,
        }
    }

    /// Removes records of earlier pages. `is_keyed`: the rows of the page carry a key.
    pub(super) fn dedupe(&mut self, batch: &mut RowBatch, is_keyed: bool) {
        let hashes = batch.take_hashes();
        if !is_keyed {
            return;
        }
        let room = MAX_OF_A_PAGE.saturating_sub(self.page.len());
        self.page.extend(hashes.iter().take(room));
        if !hashes.iter().any(|hash| self.has(*hash)) {
            return;
        }
        let mut hashes = hashes.iter();
        batch.retain(|row| {
            let is_seen = hashes.next().is_some_and(|hash| self.has(*hash));
            let is_known = is_seen && key_of(row, self.key).is_some();
            self.known += u64::from(is_known);
            !is_known
        });
    }

    fn has(&self, hash: u64) -> bool {
        self.newer.contains(&hash) || self.older.contains(&hash)
    }

    /// Ends the current page and returns how many of its rows were removed.
    pub(super) fn end_page(&mut self) -> u64 {
        if self.newer.len() + self.page.len() > REMEMBERED {
            mem::swap(&mut self.newer, &mut self.older);
            self.newer.clear();
        }
        self.newer.extend(self.page.drain(..));
        mem::take(&mut self.known)
    }
}
