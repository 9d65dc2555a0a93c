//! The names an expression may use, and the errors about them.

use std::collections::HashMap;

use jiff::Timestamp;

use super::budget::Budget;
use super::cell::{Cell, Kind};
use super::{Column, QueryError};

/// What an expression may name.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) operator: &'static str,
    pub(super) columns: &'a [Column],
    pub(super) scalars: &'a HashMap<String, (Cell, Kind)>,
    pub(super) now: Timestamp,
    pub(super) budget: &'a Budget,
}

impl Scope<'_> {
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    pub(super) fn semantic(&self, at: usize, what: impl AsRef<str>) -> QueryError {
        QueryError::new(
            at,
            format!(
                "Semantic error: '{}' operator: {}.",
                self.operator,
                what.as_ref()
            ),
        )
    }

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
