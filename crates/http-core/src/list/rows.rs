//! The rows of a list, found in the body as it arrives and handed on as their own bytes.
//!
//! A page may hold 200,000 rows. Nothing here holds a page: the elements of the list are cut out of the stream,
//! the other members (next link, count, schema) are kept aside, and a row is parsed only by whoever wants to look
//! into it.

mod brackets;
pub(crate) mod fingerprint;
mod members;
mod open;
pub(crate) mod split_error;
mod splitter;
pub(crate) mod stream;
pub(crate) mod table;

use std::fmt;

use bytes::Bytes;

pub use split_error::SplitError;
pub use splitter::Splitter;
pub use stream::Rows;
pub use table::TableRows;

use crate::error::{Error, ErrorKind};
use crate::list::paging::Gaps;
use crate::response::syntax::Flaw;

/// Rows that arrived together, in the order served. Each is JSON.
#[derive(Clone, Default)]
pub struct RowBatch {
    rows: Vec<Bytes>,
    /// Rows that are not JSON, each with the number of rows before it in the batch.
    faults: Vec<(usize, RowFault)>,
    /// The numbers of rows whose text was mended.
    mended: Vec<(u64, Flaw)>,
    /// Indices of rows whose members are not the expected ones.
    unexpected: Vec<usize>,
    /// The hash of each row, where the splitter makes them.
    hashes: Vec<u64>,
}

/// A row that is not JSON.
#[derive(Clone, Debug)]
pub(crate) struct RowFault {
    row: u64,
    flaw: Flaw,
}

impl RowFault {
    fn new(row: u64, flaw: Flaw) -> Self {
        Self { row, flaw }
    }

    /// The error that stands in the row's place; `before` rows came with earlier answers of the list.
    pub(crate) fn into_error(self, before: u64) -> Error {
        let error = match self.flaw {
            Flaw::Limit(limit) => Error::new(ErrorKind::TooLarge, format!("the row is {limit}"))
                .with_hint(limit.hint())
                .with_source(limit),
            flaw => Error::decode(format!("the row is not JSON: {flaw}"))
                .with_hint("the row was left out, the others are whole"),
        };
        error.with_row(before + self.row)
    }
}

impl RowBatch {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Each row's JSON text.
    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.rows.iter().map(AsRef::as_ref)
    }

    /// Keeps the rows that pass, in their order.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(&[u8]) -> bool) {
        let mut kept = 0;
        let mut at = 0;
        let faults = &mut self.faults;
        let mut moved = 0;
        self.rows.retain(|row| {
            while let Some((before, _)) = faults.get_mut(moved).filter(|(before, _)| *before == at)
            {
                *before = kept;
                moved += 1;
            }
            at += 1;
            let is_kept = keep(row);
            kept += usize::from(is_kept);
            is_kept
        });
        faults
            .iter_mut()
            .skip(moved)
            .for_each(|(before, _)| *before = kept);
    }

    /// The row at an index, sharing the batch's memory.
    pub fn get(&self, index: usize) -> Option<Bytes> {
        self.rows.get(index).cloned()
    }

    /// The hash of each row as it came, where [`Splitter::hashing`] was asked for.
    pub(crate) fn hashes(&self) -> &[u64] {
        &self.hashes
    }

    /// Takes the hashes, before rows are left out.
    pub(crate) fn take_hashes(&mut self) -> Vec<u64> {
        std::mem::take(&mut self.hashes)
    }

    fn push(&mut self, row: Bytes, is_expected: bool) {
        if !is_expected {
            self.unexpected.push(self.rows.len());
        }
        self.rows.push(row);
    }

    fn refuse(&mut self, fault: RowFault) {
        self.faults.push((self.rows.len(), fault));
    }

    /// Whether neither a row came nor one that is not JSON.
    pub(crate) fn is_nothing(&self) -> bool {
        self.rows.is_empty() && self.faults.is_empty()
    }

    /// Counts the mended rows among the gaps of their list.
    pub(crate) fn tell(&mut self, gaps: &Gaps, before: u64) {
        for (row, flaw) in self.mended.drain(..) {
            gaps.mended(before + row, flaw);
        }
    }

    /// The rows in their order, with what stands in the places of those that are not JSON.
    pub(crate) fn parted(mut self) -> Vec<Result<Self, RowFault>> {
        let faults = std::mem::take(&mut self.faults);
        let mut parts = Vec::with_capacity(2 * faults.len() + 1);
        let mut taken = 0;
        for (before, fault) in faults {
            parts.extend(self.part(taken, before).map(Ok));
            parts.push(Err(fault));
            taken = before;
        }
        parts.extend(self.part(taken, self.rows.len()).map(Ok));
        parts
    }

    /// The rows of a range, where there are any.
    fn part(&self, from: usize, to: usize) -> Option<Self> {
        let rows = self.rows.get(from..to).filter(|rows| !rows.is_empty())?;
        let unexpected = self.unexpected.iter();
        Some(Self {
            rows: rows.to_vec(),
            unexpected: unexpected
                .filter(|index| (from..to).contains(index))
                .map(|index| index - from)
                .collect(),
            ..Self::default()
        })
    }

    /// The indices of rows whose members are others than [`TableRows::expect`] was told, or in another order.
    pub fn unexpected(&self) -> &[usize] {
        &self.unexpected
    }
}

impl FromIterator<Bytes> for RowBatch {
    fn from_iter<I: IntoIterator<Item = Bytes>>(rows: I) -> Self {
        Self {
            rows: rows.into_iter().collect(),
            ..Self::default()
        }
    }
}

impl IntoIterator for RowBatch {
    type Item = Bytes;
    type IntoIter = std::vec::IntoIter<Bytes>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.into_iter()
    }
}

impl fmt::Debug for RowBatch {
    /// Rows are customer data: only their number is shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RowBatch({} rows)", self.len())
    }
}
