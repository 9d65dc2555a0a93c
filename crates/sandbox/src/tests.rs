//! Shared helpers of the tests of this crate, and tests of all operations.

mod foreign;
pub(crate) mod testing;
mod walk;
