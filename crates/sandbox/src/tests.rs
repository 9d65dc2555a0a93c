//! Shared helpers of the tests of this crate, and tests of all operations.

pub(crate) mod testing;
mod walk;
