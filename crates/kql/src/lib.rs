//! Queries in the Kusto Query Language (KQL): reading, checking and evaluating.
//!
//! - [`tokens`]: the lexer, with places in the text. It accepts every text.
//! - [`parse()`]: a syntax tree with places.
//! - [`check()`]: names and types against a [`Schema`] that the caller hands in, with the nearest name for a typing error.
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
//!
//! # The language in short
//!
//! A query is a table and operators with bars between: each operator takes a whole table and returns one.
//!
//! ```text
//! let since = ago(7d);                                  statements end with a semicolon
//! DeviceProcessEvents                                   a table
//! | where Timestamp > since and FileName =~ "cmd.exe"   rows for which a condition holds
//! | summarize Runs = count() by DeviceName              a row for each group
//! | join kind=leftouter (DeviceInfo) on DeviceName      pairs of rows
//! | top 10 by Runs                                      the first ones in descending order
//! ```
//!
//! - [`syntax::OperatorForm`] lists the operators with the rules of each.
//! - [`syntax::Form`] lists the expressions, [`Kind`] the types.
//! - The names of columns that the language makes up (`count_`, `DeviceName1`, `Column1`) are those of
//!   [`columns()`].
//!
//! # Traps of the language
//!
//! | query | what happens |
//! | --- | --- |
//! | `join U on A` | rows of the left side with the same key count once: the default is `innerunique` |
//! | `sort by A`, `top 5 by A` | descending order; nulls come last |
//! | `Name has "cmd"` | finds whole terms: not in `cmdline`; `contains` finds parts |
//! | `Name == "a"` | letter case counts; `=~` ignores it |
//! | `not(A > 5)` | drops rows whose `A` is null, as `A > 5` does |
//! | `extend A = 1, B = A` | `B` is the column `A` before the operator |
//! | `7 / 2` | 3: two whole numbers have a whole quotient |
//! | `dayofweek(At)` | a timespan from Sunday, not a number |
//! | `dcount(A)` | an estimate at the service; exact here |
//! | `take 5` without `sort` | any five rows |
//! | `union isfuzzy=true T, U` | a misspelt table is left out without a message |
//!
//! # One pass of a program
//!
//! A command that sends a query to a service does this:
//!
//! ```
//! use kql::{Kind, Schema, TimeForm};
//!
//! let mut schema = Schema::new();
//! schema.insert("DeviceInfo", [("Timestamp", Kind::Time), ("DeviceName", Kind::Text)]);
//! let query = "DeviceInfo | where Timestamp > ago(90d) | summarize count() by DeviceName";
//!
//! // Typing errors are reported before anything is sent.
//! assert!(kql::check(query, &schema).is_empty());
//! // A service with a retention of 30 days cannot answer for 90.
//! let oldest = kql::times(query).into_iter().find_map(|time| match time.form {
//!     TimeForm::Ago(span) => Some(span.as_hours() / 24),
//!     _ => None,
//! });
//! assert_eq!(oldest, Some(90));
//! // The columns of the answer are known before it comes.
//! let columns = kql::columns(query, &schema).unwrap_or_default();
//! assert_eq!((columns[1].name.as_str(), columns[1].kind), ("count_", Kind::Long));
//! ```
//!
//! # Places
//!
//! All places are [`Span`]s in bytes of the query. [`Span::of`] takes the part out of the text again; with another text it
//! is empty instead of a panic. [`Span::position`] gives line and column, which editors and people use.
//!
//! # Errors
//!
//! [`parse()`] returns the first [`Problem`], [`check()`] up to 20, and `evaluate` one. A problem has a
//! [`ProblemKind`] to act on and a message to show; its text quotes names of the query and never its values, so it
//! may be logged.
//!
//! # Stability
//!
//! Enums of the tree and of kinds are `non_exhaustive`: the language grows, and a new operator is a new variant. An
//! operator that the parser knows by name only is [`OperatorForm::Other`](syntax::OperatorForm::Other), so that a
//! query with it is not refused.
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
