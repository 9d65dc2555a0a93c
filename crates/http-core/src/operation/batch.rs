//! Operations that change several items in one call.
//!
//! Services limit the number of items: 500 indicators per import in Defender for Endpoint, and
//! fewer elsewhere. Longer input has to be split by the caller.

/// The input that holds the items of a change, and how many one call accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Batch {
    /// Name of the input, which holds an array or a list.
    pub input: &'static str,
    /// Maximum number of items per call. 0: no limit is documented.
    pub most: usize,
}

impl Batch {
    /// An input with at most `most` items per call; 0 if no limit is documented.
    pub const fn new(input: &'static str, most: usize) -> Self {
        Self { input, most }
    }
}
