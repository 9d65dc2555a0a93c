//! Operations that change several items in one call.
//!
//! Services limit the number of items: 500 indicators per import in Defender for Endpoint, and
//! fewer elsewhere. Longer input has to be split by the caller.

use super::Operation;

/// The input that holds the items of a change, and how many one call accepts.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Batch {
    /// Name of the input, which holds an array or a list.
    pub input: &'static str,
    /// Maximum number of items per call. 0: no limit is documented.
    pub most: usize,
    /// The operation whose inputs are the members of one item. `None` if an item is a text, or no
    /// operation takes a single one.
    pub one: Option<&'static Operation>,
}

impl Batch {
    /// An input with at most `most` items per call; 0 if no limit is documented.
    pub const fn new(input: &'static str, most: usize) -> Self {
        Self {
            input,
            most,
            one: None,
        }
    }

    /// Sets [`one`](Self::one).
    pub const fn one(mut self, operation: &'static Operation) -> Self {
        self.one = Some(operation);
        self
    }
}
