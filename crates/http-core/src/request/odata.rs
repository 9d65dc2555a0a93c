//! OData filters whose values cannot become syntax.

mod filter;
mod properties;
mod property;

pub use filter::{Filter, Literal};
pub use properties::properties;
pub use property::{Ordered, Property};
