//! Changes of several items in one call.

/// The input that holds the items of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Batch {
    /// The input.
    pub input: &'static str,
    /// The most items of one call; 0 where no bound is documented.
    pub most: usize,
}

impl Batch {
    /// An input that takes at most this many items; 0 where no bound is documented.
    pub const fn new(input: &'static str, most: usize) -> Self {
        Self { input, most }
    }
}
