//! Records that come again while a list is read, because its pages shift or repeat: each is handed on once.

use std::collections::{HashSet, VecDeque};

use rustc_hash::FxBuildHasher;

use super::peek::{Members, key_of};
use crate::operation::Operation;
use crate::rows::RowBatch;
use crate::rows::fingerprint::hash;

/// The keys that were read.
#[derive(Debug)]
pub(super) struct Unique {
    members: Members,
    read: HashSet<String>,
}

impl Unique {
    /// `None` where the row does not say how its records are told apart.
    pub(super) fn of(operation: &'static Operation) -> Option<Self> {
        let key = operation.unique_by;
        (!key.is_empty()).then(|| Self {
            members: Members { key, time: "" },
            read: HashSet::new(),
        })
    }

    pub(super) fn admit(&mut self, batch: &mut RowBatch) {
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
    /// Whether the rows of the list carry keys; known from its first row on.
    is_keyed: Option<bool>,
    seen: HashSet<u64, FxBuildHasher>,
    /// The same in the order read.
    order: VecDeque<u64>,
    /// The rows of the page at hand.
    page: Vec<u64>,
    /// How many rows of it were left out.
    known: u64,
}

impl Recent {
    pub(super) fn new(operation: &'static Operation) -> Self {
        Self {
            key: operation.unique_by,
            is_keyed: None,
            seen: HashSet::default(),
            order: VecDeque::new(),
            page: Vec::new(),
            known: 0,
        }
    }

    /// Leaves out the records of earlier pages.
    pub(super) fn admit(&mut self, batch: &mut RowBatch) {
        let key = self.key;
        let first = batch.iter().next().map(|row| key_of(row, key).is_some());
        if self.is_keyed.is_none() {
            self.is_keyed = first;
        }
        if self.is_keyed != Some(true) {
            return;
        }
        batch.retain(|row| {
            let hash = hash(row);
            if self.page.len() < MOST_OF_A_PAGE {
                self.page.push(hash);
            }
            let is_known = self.seen.contains(&hash) && key_of(row, key).is_some();
            self.known += u64::from(is_known);
            !is_known
        });
    }

    /// Turns to the next page; how many rows of the one before were left out.
    pub(super) fn end_page(&mut self) -> u64 {
        let most = REMEMBERED.max(self.page.len());
        for hash in self.page.drain(..) {
            if self.seen.insert(hash) {
                self.order.push_back(hash);
            }
        }
        while self.order.len() > most {
            if let Some(oldest) = self.order.pop_front() {
                self.seen.remove(&oldest);
            }
        }
        std::mem::take(&mut self.known)
    }
}
