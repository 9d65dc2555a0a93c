//! Expressions with their names resolved, and their values.
//!
//! Values are copied out of rows: a node never changes a row. Names are resolved before, so a node has places
//! instead of names.
//!
//! # Nulls
//!
//! `==` with one null is false and `!=` is true; with two nulls both give null, which as a condition holds as little
//! as the false of the vendor's table. `<` and its kin, calculations, members of a missing value and overflow give
//! null. `and`, `or`, `iff` and `where` take null as false. Texts have no null: a missing one equals the empty text.
//!
//! # Examples
//!
//! ```
//! # let now = "2026-01-01T00:00:00Z".parse()?;
//! # let rows = |query: &str| -> Result<Vec<String>, kql::Problem> {
//! #     let table = kql::evaluate(query, &kql::Schema::new(), kql::Limits::default(), now)?;
//! #     let row = |cells: &Vec<kql::Cell>| cells.iter().map(kql::Cell::to_text).collect::<Vec<_>>().join(",");
//! #     Ok(table.rows.iter().map(row).collect())
//! # };
//! let value = |text: &str| -> Result<String, kql::Problem> {
//!     let null = "let n = long(null); let b = bool(null);";
//!     Ok(rows(&format!("{null} print {text}"))?.concat())
//! };
//! assert_eq!(value("n == 1")?, "false");
//! assert_eq!(value("n != 1")?, "true");
//! assert_eq!(value("n < 1")?, "");
//! assert_eq!(value("n + 1")?, "");
//! assert_eq!(value("b and true")?, "false");
//! assert_eq!(value("b or true")?, "true");
//! assert_eq!(value("iff(b, 'yes', 'no')")?, "no");
//! assert_eq!(value("coalesce(n, 7)")?, "7");
//! assert_eq!(value("7 / 2")?, "3");
//! assert_eq!(value("-7 % 5")?, "3");
//! assert_eq!(value("5 between (1 .. 5)")?, "true");
//! assert_eq!(value("'Text' in~ ('TEXT')")?, "true");
//! assert_eq!(value("2 in (dynamic([1, 2]))")?, "true");
//! assert_eq!(value("dynamic({'a': [5, 6]}).a[-1]")?, "6");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::cmp::Ordering;

use serde_json::Value;

use super::budget::weight;
use super::calculate::{arithmetic, between, comparison};
use super::context::Context;
use super::dynamic::{item, member};
use super::text::finds;
use crate::cell::Cell;
use crate::syntax::{Among, Arithmetic, Comparison, Search, Word};

/// A function over values.
///
/// Functions without state, so that a call is a pointer and its arguments.
pub(super) type Builtin = fn(&Context, &[Cell]) -> Cell;

/// An expression over rows of a table.
///
/// Long chains are flat, so the depth is bounded by the nesting of the query.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Literal(Cell),
    Column(usize),
    /// A parameter or `let` of a function.
    Local(usize),
    /// The value of an aggregate over the group.
    Slot(usize),
    Member(Box<Node>, String),
    Index(Box<Node>, Box<Node>),
    Call(Builtin, Vec<Node>),
    /// Conditions with their values, and the value without one.
    Choice(Vec<(Node, Node)>, Box<Node>),
    Coalesce(Vec<Node>),
    Minus(Box<Node>),
    And(Vec<Node>),
    Or(Vec<Node>),
    Compare(Comparison, Box<Node>, Box<Node>),
    Arithmetic(Box<Node>, Vec<(Arithmetic, Node)>),
    Word(Word, Box<Node>, Box<Node>),
    Among(Among, Box<Node>, Vec<Node>),
    Between {
        negated: bool,
        value: Box<Node>,
        low: Box<Node>,
        high: Box<Node>,
    },
    Window(Window, Vec<Node>),
    /// Arguments, values of `let`, and the body of a function.
    Body(Vec<Node>, Vec<Node>, Box<Node>),
    /// Whether a text is found in any column.
    Anywhere(Box<Node>),
}

/// Functions that look at other rows.
///
/// They need an order of rows: the service refuses them without `serialize` or `sort`. Here rows always have one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Window {
    /// `row_number(start = 1, restart = false)`: counts from the start, again where the condition holds.
    Number,
    /// `prev(value, distance = 1, default = null)`: the value in an earlier row.
    Previous,
    /// `next(value, distance = 1, default = null)`: the value in a later row.
    Next,
    /// `row_cumsum(value, restart = false)`: the sum up to this row, from the last restart on.
    Sum,
}

/// A row, and what an expression sees besides it.
///
/// Cheap to copy: it has only references.
#[derive(Clone, Copy, Default)]
pub(super) struct Row<'r> {
    pub(super) cells: &'r [Cell],
    pub(super) slots: &'r [Cell],
    pub(super) locals: &'r [Cell],
    /// All rows and the place of this one, for [`Window`].
    pub(super) rows: &'r [Vec<Cell>],
    pub(super) at: usize,
}

impl<'r> Row<'r> {
    /// A row of a table.
    pub(super) fn of(rows: &'r [Vec<Cell>], at: usize) -> Self {
        Self {
            cells: rows.get(at).map_or(&[], Vec::as_slice),
            rows,
            at,
            ..Self::default()
        }
    }

    /// A row alone.
    pub(super) fn alone(cells: &'r [Cell]) -> Self {
        Self {
            cells,
            ..Self::default()
        }
    }
}

impl Context {
    /// The value of an expression for a row. Null without steps left; the operator then refuses the query.
    pub(super) fn value(&self, node: &Node, row: Row<'_>) -> Cell {
        if !self.budget.take(1) {
            return Cell::Null;
        }
        let cell = self.form(node, row);
        self.budget.take(weight(&cell));
        cell
    }

    /// Values of several nodes, in order.
    fn values(&self, nodes: &[Node], row: Row<'_>) -> Vec<Cell> {
        nodes.iter().map(|node| self.value(node, row)).collect()
    }

    /// The value by the form of the node. `and`, `or`, `iff`, `case`, `coalesce` and lists stop at the first part
    /// that decides.
    #[expect(clippy::too_many_lines, reason = "one arm for each form")]
    fn form(&self, node: &Node, row: Row<'_>) -> Cell {
        match node {
            Node::Literal(cell) => cell.clone(),
            Node::Column(place) => row.cells.get(*place).cloned().unwrap_or(Cell::Null),
            Node::Local(place) => row.locals.get(*place).cloned().unwrap_or(Cell::Null),
            Node::Slot(place) => row.slots.get(*place).cloned().unwrap_or(Cell::Null),
            Node::Member(base, name) => member(&self.value(base, row), name),
            Node::Index(base, index) => item(&self.value(base, row), &self.value(index, row)),
            Node::Call(function, arguments) => function(self, &self.values(arguments, row)),
            Node::Choice(branches, other) => {
                let found = branches
                    .iter()
                    .find(|(test, _)| self.value(test, row).is_true());
                self.value(found.map_or(&**other, |(_, value)| value), row)
            }
            Node::Coalesce(nodes) => {
                let mut values = nodes.iter().map(|node| self.value(node, row));
                let is_value = |cell: &Cell| {
                    !cell.is_null() && !matches!(cell, Cell::Text(text) if text.is_empty())
                };
                values.find(is_value).unwrap_or(Cell::Null)
            }
            Node::Minus(inner) => match self.value(inner, row) {
                Cell::Long(number) => number.checked_neg().map_or(Cell::Null, Cell::Long),
                Cell::Span(span) => span.checked_neg().map_or(Cell::Null, Cell::Span),
                other => other
                    .number()
                    .map_or(Cell::Null, |number| Cell::Real(-number)),
            },
            Node::And(terms) => {
                Cell::Bool(terms.iter().all(|term| self.value(term, row).is_true()))
            }
            Node::Or(terms) => Cell::Bool(terms.iter().any(|term| self.value(term, row).is_true())),
            Node::Compare(operator, left, right) => {
                comparison(*operator, &self.value(left, row), &self.value(right, row))
            }
            Node::Arithmetic(first, others) => {
                let first = self.value(first, row);
                others.iter().fold(first, |cell, (operator, other)| {
                    arithmetic(*operator, &cell, &self.value(other, row)).unwrap_or(Cell::Null)
                })
            }
            Node::Word(word, left, right) => {
                let (text, part) = (
                    self.value(left, row).to_text(),
                    self.value(right, row).to_text(),
                );
                Cell::Bool(self.finds(*word, &text, &part) != word.negated)
            }
            Node::Among(among, value, list) => self.among(*among, value, list, row),
            Node::Between {
                negated,
                value,
                low,
                high,
            } => between(
                &self.value(value, row),
                &self.value(low, row),
                self.value(high, row),
                *negated,
            ),
            Node::Window(window, arguments) => self.window(*window, arguments, row),
            Node::Body(arguments, lets, body) => {
                let mut locals = self.values(arguments, row);
                for value in lets {
                    let row = Row {
                        locals: &locals,
                        ..Row::default()
                    };
                    let cell = self.value(value, row);
                    locals.push(cell);
                }
                self.value(
                    body,
                    Row {
                        locals: &locals,
                        ..Row::default()
                    },
                )
            }
            Node::Anywhere(part) => {
                let part = self.value(part, row).to_text();
                let word = Word {
                    search: Search::Has,
                    negated: false,
                    cased: false,
                };
                self.budget.take_each(row.cells.len());
                Cell::Bool(
                    row.cells
                        .iter()
                        .any(|cell| finds(word, &cell.to_text(), &part)),
                )
            }
        }
    }

    /// Whether a text operator finds the part.
    fn finds(&self, word: Word, text: &str, part: &str) -> bool {
        if word.search != Search::Regex {
            self.budget.take_each((text.len() + part.len()) / 16);
            return finds(word, text, part);
        }
        self.take_search(part, text) && self.regex(part).is_some_and(|regex| regex.is_match(text))
    }

    /// Whether the value is among the items, or has their terms. A dynamic list stands for its items.
    fn among(&self, among: Among, value: &Node, list: &[Node], row: Row<'_>) -> Cell {
        let value = self.value(value, row);
        let text = value.to_text();
        let has = |part: &Cell| {
            let word = Word {
                search: Search::Has,
                negated: false,
                cased: false,
            };
            let has = |part: &str| self.finds(word, &text, part);
            match part {
                Cell::Dynamic(Value::Array(items)) => Many(
                    items
                        .iter()
                        .any(|part| has(&Cell::Dynamic(part.clone()).to_text())),
                    items
                        .iter()
                        .all(|part| has(&Cell::Dynamic(part.clone()).to_text())),
                ),
                other => {
                    let found = has(&other.to_text());
                    Many(found, found)
                }
            }
        };
        let mut items = list.iter().map(|item| self.value(item, row));
        Cell::Bool(match among {
            Among::In { negated, folded } => {
                let folded = folded.then(|| text.to_lowercase());
                items.any(|item| is_among(&value, &item, folded.as_deref())) != negated
            }
            Among::HasAny => items.any(|part| has(&part).0),
            Among::HasAll => items.all(|part| has(&part).1),
        })
    }
}

/// Whether any, and whether all of several texts are found.
struct Many(bool, bool);

/// Whether a value equals the other, or an item of a dynamic list. `folded` is the text of the value in lower case.
fn is_among(value: &Cell, one: &Cell, folded: Option<&str>) -> bool {
    let equal = |one: &Cell| match folded {
        Some(text) => text == one.to_text().to_lowercase(),
        None => value.compare(one) == Some(Ordering::Equal),
    };
    match one {
        Cell::Dynamic(Value::Array(items)) => {
            items.iter().any(|item| equal(&Cell::Dynamic(item.clone())))
        }
        one => equal(one),
    }
}
