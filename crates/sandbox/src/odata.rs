//! OData system query options: an own reader of `$filter`, its evaluation, order, options.

mod evaluate;
mod filter;
mod lexer;
mod options;

#[cfg(test)]
pub(crate) use filter::parse;
pub(crate) use lexer::date;
pub(crate) use options::{Options, Page, skip_token};
