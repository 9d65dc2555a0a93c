//! OData filters whose values cannot become syntax.
//!
//! [`Filter`] builds an expression, [`Property`] is a property with its type, and [`properties`] reads which
//! properties an expression names.

mod filter;
mod properties;
mod property;

pub use filter::{Filter, Literal};
pub(crate) use properties::is_guid;
pub use properties::properties;
pub use property::{Ordered, Property};
