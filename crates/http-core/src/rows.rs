//! The rows of a list, found in the body as it arrives and handed on as their own bytes.
//!
//! A page may hold 200,000 rows. Nothing here holds a page: the elements of the list are cut out of the stream,
//! the other members (next link, count, schema) are kept aside, and a row is parsed only by whoever wants to look
//! into it.

mod brackets;
pub(crate) mod fingerprint;
mod splitter;
pub(crate) mod stream;

use std::fmt;

use bytes::Bytes;

pub use splitter::{SplitError, Splitter};
pub use stream::Rows;

/// Rows that arrived together, in the order served.
#[derive(Clone, Default)]
pub struct RowBatch(Vec<Bytes>);

impl RowBatch {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each row's JSON text.
    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.0.iter().map(AsRef::as_ref)
    }

    /// Keeps the rows that pass, in their order.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(&[u8]) -> bool) {
        self.0.retain(|row| keep(row));
    }

    /// The row at an index, sharing the batch's memory.
    pub fn get(&self, index: usize) -> Option<Bytes> {
        self.0.get(index).cloned()
    }
}

impl IntoIterator for RowBatch {
    type Item = Bytes;
    type IntoIter = std::vec::IntoIter<Bytes>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl fmt::Debug for RowBatch {
    /// Rows are customer data: only their number is shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RowBatch({} rows)", self.len())
    }
}
