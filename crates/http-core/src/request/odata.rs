//! OData filters whose values cannot become syntax.
//!
//! [`Filter`] builds an expression, [`properties`] reads which properties one names.

mod filter;
mod properties;

pub use filter::{Filter, Literal};
pub use properties::properties;
