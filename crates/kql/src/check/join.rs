//! The columns of operators that put tables together: `join`, `lookup` and `union`.

use super::Checker;
use super::columns::{Columns, joined_columns, united};
use crate::kind::Kind;
use crate::problem::{Problem, ProblemKind};
use crate::schema::Column;
use crate::span::Span;
use crate::syntax::{Expression, Form, JoinKey, JoinKind, Name};

impl Checker<'_> {
    /// The columns of a join, and checks of its keys.
    ///
    /// Keys must exist on their side and have types that go with each other. `lookup` without `on` is accepted.
    pub(crate) fn join(&self, joining: Joining<'_>, left: &Columns, right: &Columns) -> Columns {
        let Joining {
            span,
            kind,
            on,
            lookup,
        } = joining;
        if on.is_empty() && !lookup {
            let message = "a join needs `on` and a column";
            self.report(Problem::new(ProblemKind::Arguments, span, message));
        }
        for key in on {
            let side = |name: &Name, columns: &Columns| {
                let form = Form::Name(name.text.clone());
                match columns.kind(&name.text) {
                    Some(kind) => kind,
                    None => self.kind(
                        &Expression {
                            span: name.span,
                            form,
                        },
                        columns,
                    ),
                }
            };
            let (one, other) = (side(&key.left, left), side(&key.right, right));
            if !one.goes_with(other) {
                self.mistyped(
                    key.left.span,
                    format!("the columns of both sides must have the same type: {one} and {other}"),
                );
            }
        }
        let dropped: Vec<usize> = match lookup {
            true => on
                .iter()
                .filter_map(|key| right.place(&key.right.text))
                .collect(),
            false => Vec::new(),
        };
        joined_columns(left, right, kind, &dropped)
    }

    /// The columns of a union.
    ///
    /// A column of a table that has the name of `withsource` gets a number.
    pub(crate) fn union(
        &self,
        with_source: Option<&Name>,
        inner: bool,
        tables: &[&Columns],
    ) -> Columns {
        let (columns, _) = united(tables, inner);
        match with_source {
            Some(name) => {
                let mut all = Columns::new(vec![Column::new(&name.text, Kind::Text)], columns.open);
                for column in columns.list() {
                    all.add(column.clone());
                }
                all
            }
            None => columns,
        }
    }

    /// Whether a table is unknown, which `isfuzzy=true` skips.
    ///
    /// A misspelt name in a fuzzy union is therefore not reported: the service would skip it without a message.
    pub(crate) fn is_missing(&self, table: &Expression) -> bool {
        matches!(&table.form, Form::Name(_)) && !self.is_table(table) && !self.schema().is_open()
    }
}

/// The arguments of `join` or `lookup` beside its tables.
///
/// Grouped, because check and evaluator pass them together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Joining<'j> {
    pub(crate) span: Span,
    pub(crate) kind: JoinKind,
    pub(crate) on: &'j [JoinKey],
    /// `lookup` drops the key columns of the right side.
    pub(crate) lookup: bool,
}

impl<'j> Joining<'j> {
    pub(crate) fn new(span: Span, kind: JoinKind, on: &'j [JoinKey], lookup: bool) -> Self {
        Self {
            span,
            kind,
            on,
            lookup,
        }
    }
}
