//! Records that come again while a list is read, because its pages shift or repeat: each is handed on once.

use std::collections::HashSet;
use std::mem;

use rapidhash::RapidHashSet;

use super::peek::{Members, key_of};
use crate::list::rows::RowBatch;
use crate::operation::Operation;

/// The keys that were read.
#[derive(Debug)]
pub(super) struct Unique {
    members: Members,
    read: HashSet<String>,
}

impl Unique {
    /// `None` where the row does not say how its records are told apart.
    pub(super) fn of(operation: &'static Operation) -> Option<Self> {
        let key = operation.list.unique_by;
        (!key.is_empty()).then(|| Self {
            members: Members { key, time: "" },
            read: HashSet::new(),
        })
    }

    pub(super) fn dedupe(&mut self, batch: &mut RowBatch) {
        batch.retain(|row| match self.members.of(row).key {
            Some(key) => self.read.insert(key),
            None => true,
        });
    }
}

/// So many rows are remembered at least, if so many were read, and those of one page up to the second number.
const REMEMBERED: usize = 1 << 14;
const MOST_OF_A_PAGE: usize = 1 << 18;

/// The records of the last pages, as hashes of their whole text.
///
/// A record that moves to a later page while the list is read comes again; it was handed on already. One with the same
/// key and other text is a newer version of the record, and is handed on. Rows without a key may rightly be equal.
#[derive(Debug)]
pub(super) struct Recent {
    key: &'static str,
    /// The last pages, and those before them: forgotten together, which costs less than one by one.
    newer: RapidHashSet<u64>,
    older: RapidHashSet<u64>,
    /// The rows of the page at hand.
    page: Vec<u64>,
    /// How many rows of it were left out.
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

    /// Leaves out the records of earlier pages. `is_keyed`: the rows of the page carry keys.
    pub(super) fn dedupe(&mut self, batch: &mut RowBatch, is_keyed: bool) {
        let hashes = batch.take_hashes();
        if !is_keyed {
            return;
        }
        let room = MOST_OF_A_PAGE.saturating_sub(self.page.len());
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

    /// Turns to the next page; how many rows of the one before were left out.
    pub(super) fn end_page(&mut self) -> u64 {
        if self.newer.len() + self.page.len() > REMEMBERED {
            mem::swap(&mut self.newer, &mut self.older);
            self.newer.clear();
        }
        self.newer.extend(self.page.drain(..));
        mem::take(&mut self.known)
    }
}
