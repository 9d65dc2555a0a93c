//! What this crate and the product crates test themselves with.

mod samples;
#[cfg(test)]
pub(crate) mod script;

pub use samples::{Sample, check, list, one};
