//! Finds the rows of a list in a body as it arrives, and returns each as its own bytes.
//!
//! A page may hold 200,000 rows and 200 MB. Nothing here holds a page: the elements of the list are
//! cut out of the stream, the other members (next link, count, schema) are kept aside, and a row is
//! parsed only by a caller that needs its content. Memory is bounded by one piece of the body, one
//! row ([`Limits::row`](crate::Limits)) and the members beside the list
//! ([`Limits::members`](crate::Limits)).
//!
//! - `splitter` with `brackets`, `members` and `row_end`: the scanner. It validates each row,
//!   because a row that is not JSON must not reach a file of JSON Lines.
//! - `page` and `open`: one answer of a list. `stream`: all pages of a list. `table`: a list inside
//!   one object, as hunting queries return it.
//! - `fingerprint`: recognises a page that comes again.

mod brackets;
pub(crate) mod fingerprint;
mod members;
mod open;
mod page;
mod row_end;
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

/// Rows that arrived together, in the order of the service. Each is valid JSON.
///
/// Rows share the memory of the piece they arrived in, so a stored row keeps that piece alive. Copy
/// rows that outlive the batch.
#[derive(Clone, Default)]
pub struct RowBatch {
    /// The text of each row.
    rows: Vec<Bytes>,
    /// Rows that are not JSON, each with the number of valid rows before it in the batch.
    faults: Vec<(usize, RowFault)>,
    /// Numbers of rows whose text was repaired, and what was wrong.
    mended: Vec<(u64, Flaw)>,
    /// Indices of rows with other members than expected.
    unexpected: Vec<usize>,
    /// Hash of each row, if the splitter computes them.
    hashes: Vec<u64>,
}

/// A row that is not JSON, or exceeds a limit: its number in the answer, and why.
#[derive(Clone, Debug)]
pub(crate) struct RowFault {
    row: u64,
    flaw: Flaw,
}

impl RowFault {
    fn new(row: u64, flaw: Flaw) -> Self {
        Self { row, flaw }
    }

    /// The error in the row's place. `before`: rows of earlier answers of the list.
    pub(crate) fn into_error(self, before: u64) -> Error {
        let error = match self.flaw {
            Flaw::Limit(limit) => Error::new(ErrorKind::TooLarge, format!("the row is {limit}"))
                .with_hint(limit.hint())
                .with_source(limit),
            flaw => Error::decode(format!("the row is not JSON: {flaw}"))
                .with_hint("the row was skipped; the others are complete"),
        };
        error.with_row(before + self.row)
    }
}

impl RowBatch {
    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The JSON text of each row.
    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.rows.iter().map(AsRef::as_ref)
    }

    /// Keeps the rows that pass, in their order. Positions of invalid rows are adjusted.
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

    /// The row at an index, sharing the batch's memory. `None` if out of range.
    pub fn get(&self, index: usize) -> Option<Bytes> {
        self.rows.get(index).cloned()
    }

    /// Hash of each row as it came. Empty unless [`Splitter::hashing`] was set.
    pub(crate) fn hashes(&self) -> &[u64] {
        &self.hashes
    }

    /// Takes the hashes. Call before rows are removed, because they are not adjusted.
    pub(crate) fn take_hashes(&mut self) -> Vec<u64> {
        std::mem::take(&mut self.hashes)
    }

    /// Adds a valid row.
    fn push(&mut self, row: Bytes, is_expected: bool) {
        if !is_expected {
            self.unexpected.push(self.rows.len());
        }
        self.rows.push(row);
    }

    /// Adds the error of an invalid row at the current position.
    fn refuse(&mut self, fault: RowFault) {
        self.faults.push((self.rows.len(), fault));
    }

    /// Whether the batch has neither rows nor errors.
    pub(crate) fn is_nothing(&self) -> bool {
        self.rows.is_empty() && self.faults.is_empty()
    }

    /// Adds the repaired rows to the gaps of the list. `before`: rows of earlier answers.
    pub(crate) fn report_mended(&mut self, gaps: &Gaps, before: u64) {
        for (row, flaw) in self.mended.drain(..) {
            gaps.mended(before + row, flaw);
        }
    }

    /// Splits the batch at its invalid rows, so that each error is returned in its place.
    pub(crate) fn split_at_faults(mut self) -> Vec<Result<Self, RowFault>> {
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

    /// The rows of a range, `None` if it is empty.
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

    /// Indices of rows whose members differ from those passed to [`TableRows::expect`], or come in
    /// another order.
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
    /// Shows only the number of rows: rows are customer data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RowBatch({} rows)", self.len())
    }
}
