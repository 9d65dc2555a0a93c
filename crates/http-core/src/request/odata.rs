//! OData filters that cannot be broken out of.

mod filter;
mod properties;

pub use filter::{Filter, Literal};
pub use properties::properties;
