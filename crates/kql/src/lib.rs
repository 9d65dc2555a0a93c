//! Queries in the Kusto Query Language (KQL): reading, checking and evaluating.
//!
//! - [`tokens`]: the lexer, with places in the text. It accepts every text.
//! - [`parse`]: a syntax tree with places.
//! - [`check`]: names and types against a [`Schema`] that the caller hands in, with the nearest name for a typing error.
//!
//! ```
//! use kql::{Kind, Schema};
//!
//! let mut schema = Schema::new();
//! schema.insert("DeviceInfo", [("Timestamp", Kind::Time), ("DeviceName", Kind::Text)]);
//! let query = "DeviceInfo | where Timestamp > ago(7d) | project DeviceNam";
//! let problems = kql::check(query, &schema);
//! assert_eq!(problems[0].suggestion.as_deref(), Some("DeviceName"));
//! println!("{}", problems[0].render(query));
//! ```
//!
//! Feature `evaluate` adds `evaluate`: queries over tables of the caller, with limits.
//!
//! # Reading without a schema
//!
//! [`tables`], [`operators`] and [`times`] answer what a query reads, does, and how far back it looks. They need no
//! schema, and the last two read queries that do not parse.
//!
//! # Limits
//!
//! Parentheses and calls nest up to [`MAX_DEPTH`] levels (a call counts twice), operators with subqueries up to 30. The
//! check visits each expression once and at most two million of them. All passes take time in proportion to the query.
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "evaluate")]
mod cell;
mod check;
#[cfg(feature = "evaluate")]
mod evaluate;
mod kind;
mod parse;
mod problem;
#[cfg(test)]
mod robustness;
mod schema;
mod span;
mod survey;
pub mod syntax;
mod token;

#[cfg(feature = "evaluate")]
pub use cell::Cell;
pub use check::{check, columns};
#[cfg(feature = "evaluate")]
pub use evaluate::{Data, Limits, Table, evaluate};
pub use kind::Kind;
pub use parse::{MAX_DEPTH, parse};
pub use problem::{Problem, ProblemKind, nearest};
pub use schema::{Column, Schema, TableFunction};
pub use span::{Position, Span};
pub use survey::{TimeForm, TimeLiteral, operators, tables, times};
pub use syntax::Query;
pub use token::{Token, TokenKind, tokens};
