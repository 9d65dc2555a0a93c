//! The names an expression may use, and the errors about them.

use std::collections::HashMap;

use jiff::Timestamp;

use super::budget::Budget;
use super::cell::{Cell, Kind};
use super::{Column, QueryError};

/// The names that an expression may use, and the operator it belongs to.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    /// Named in errors.
    pub(super) operator: &'static str,
    pub(super) columns: &'a [Column],
    /// Values and types of `let`.
    pub(super) scalars: &'a HashMap<String, (Cell, Kind)>,
    pub(super) now: Timestamp,
    pub(super) budget: &'a Budget,
}

impl Scope<'_> {
    /// Index of a column. Letter case counts.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// An error about the meaning of a part, in the words of the service.
    pub(super) fn semantic(&self, at: usize, message: impl AsRef<str>) -> QueryError {
        QueryError::new(
            at,
            format!(
                "Semantic error: '{}' operator: {}.",
                self.operator,
                message.as_ref()
            ),
        )
    }

    /// The error of two types that do not go together.
    pub(super) fn mismatch(&self, at: usize, one: Kind, other: Kind) -> QueryError {
        self.semantic(
            at,
            format!(
                "Cannot compare or combine values of types {} and {}. Try adding explicit casts",
                one.name(),
                other.name()
            ),
        )
    }
}
