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

use std::cell::{Cell as Slot, RefCell};
use std::cmp::Ordering;
use std::collections::HashMap;
use std::rc::Rc;

use jiff::{SignedDuration, Timestamp};
use regex::Regex;
use serde_json::Value;

use super::budget::{Budget, weight};
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

/// What all expressions of a query share.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) now: Timestamp,
    pub(super) budget: Budget,
    regexes: RefCell<HashMap<String, Option<Rc<Regex>>>>,
    random: Slot<u64>,
}

impl Context {
    /// A context with all steps left and no regular expression compiled.
    pub(super) fn new(now: Timestamp, steps: u64) -> Self {
        Self {
            now,
            budget: Budget::new(steps),
            regexes: RefCell::default(),
            random: Slot::new(now.as_microsecond().unsigned_abs() | 1),
        }
    }

    /// A compiled regular expression. `None` if it is invalid or too large.
    ///
    /// Each pattern is compiled once for each query. A compiled expression has at most 1 MiB; larger ones count as
    /// invalid.
    pub(super) fn regex(&self, pattern: &str) -> Option<Rc<Regex>> {
        /// Bytes of a compiled expression.
        const SIZE: usize = 1 << 20;
        if let Some(known) = self.regexes.borrow().get(pattern) {
            return known.clone();
        }
        // Compiling costs much more than a look at the text.
        if !self.budget.take_each(1_000 + pattern.len() * 50) {
            return None;
        }
        let built = regex::RegexBuilder::new(pattern)
            .size_limit(SIZE)
            .dfa_size_limit(SIZE)
            .build();
        let regex = built.ok().map(Rc::new);
        self.regexes
            .borrow_mut()
            .insert(pattern.to_owned(), regex.clone());
        regex
    }

    /// Takes the steps of a search by a regular expression.
    ///
    /// The engine is linear in the text, with a factor that grows with the pattern.
    pub(super) fn take_search(&self, pattern: &str, text: &str) -> bool {
        self.budget
            .take_each(text.len().saturating_mul(1 + pattern.len() / 32) / 4)
    }

    /// The next number of a sequence that depends on the time of the query only.
    ///
    /// Xorshift: good enough for `rand()`, and the same in each run.
    pub(super) fn random(&self) -> u64 {
        let mut state = self.random.get();
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        self.random.set(state);
        state
    }

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

    /// `prev` and `next` evaluate their value in the other row.
    fn window(&self, window: Window, arguments: &[Node], row: Row<'_>) -> Cell {
        let whole = |place: usize, default: i64| {
            let argument = arguments.get(place).map(|node| self.value(node, row));
            argument.and_then(|cell| cell.whole()).unwrap_or(default)
        };
        let at = i64::try_from(row.at).unwrap_or(i64::MAX);
        match window {
            Window::Number => {
                let since = row.at - self.restarted(arguments, row);
                let since = i64::try_from(since).unwrap_or(i64::MAX);
                Cell::Long(whole(0, 1).saturating_add(since))
            }
            Window::Previous | Window::Next => {
                let distance = whole(1, 1);
                let other = match window {
                    Window::Next => at.checked_add(distance),
                    _ => at.checked_sub(distance),
                };
                let other = other.and_then(|other| usize::try_from(other).ok());
                match (other, arguments.first()) {
                    (Some(other), Some(value)) if other < row.rows.len() => self.value(
                        value,
                        Row {
                            locals: row.locals,
                            ..Row::of(row.rows, other)
                        },
                    ),
                    _ => arguments
                        .get(2)
                        .map_or(Cell::Null, |node| self.value(node, row)),
                }
            }
            Window::Sum => {
                let Some(value) = arguments.first() else {
                    return Cell::Null;
                };
                let mut sum = Cell::Long(0);
                for at in self.restarted(arguments, row)..=row.at {
                    let cell = self.value(value, Row::of(row.rows, at));
                    if self.budget.is_spent() {
                        return Cell::Null;
                    }
                    sum = arithmetic(Arithmetic::Plus, &sum, &cell).unwrap_or(sum);
                }
                sum
            }
        }
    }

    /// The place of the last row up to this one in which the second argument of `row_number` and `row_cumsum` holds.
    /// The first row without that argument, or if it never holds.
    fn restarted(&self, arguments: &[Node], row: Row<'_>) -> usize {
        let Some(restart) = arguments.get(1) else {
            return 0;
        };
        let restarts = |at: &usize| {
            self.budget.is_spent() || self.value(restart, Row::of(row.rows, *at)).is_true()
        };
        (0..=row.at).rev().find(restarts).unwrap_or(0)
    }
}

/// Whether any, and whether all of several texts are found.
struct Many(bool, bool);

/// Whether a value lies between two others, both included. The upper one may be a length after the lower.
///
/// Null if one of the ends does not compare with the value.
fn between(value: &Cell, low: &Cell, high: Cell, negated: bool) -> Cell {
    let high = match (low, high) {
        (Cell::Time(low), Cell::Span(length)) => {
            low.checked_add(length).map_or(Cell::Null, Cell::Time)
        }
        (_, high) => high,
    };
    match (value.compare(low), value.compare(&high)) {
        (Some(low), Some(high)) => Cell::Bool((low.is_ge() && high.is_le()) != negated),
        _ => Cell::Null,
    }
}

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

/// The value of a comparison. Two nulls are neither equal nor different; one null differs from every value. A text that
/// is missing is empty.
fn comparison(operator: Comparison, left: &Cell, right: &Cell) -> Cell {
    match operator {
        Comparison::EqualFolded => {
            Cell::Bool(left.to_text().to_lowercase() == right.to_text().to_lowercase())
        }
        Comparison::NotEqualFolded => {
            Cell::Bool(left.to_text().to_lowercase() != right.to_text().to_lowercase())
        }
        Comparison::Equal | Comparison::NotEqual => {
            if left.is_null() && right.is_null() {
                return Cell::Null;
            }
            let blank = |one: &Cell, other: &Cell| {
                one.is_null() && matches!(other, Cell::Text(text) if text.is_empty())
            };
            let equal = left.compare(right) == Some(Ordering::Equal)
                || blank(left, right)
                || blank(right, left);
            Cell::Bool(equal == (operator == Comparison::Equal))
        }
        Comparison::Less => ordered(left, right, Ordering::is_lt),
        Comparison::LessOrEqual => ordered(left, right, Ordering::is_le),
        Comparison::Greater => ordered(left, right, Ordering::is_gt),
        Comparison::GreaterOrEqual => ordered(left, right, Ordering::is_ge),
    }
}

/// Null if the values have no order.
fn ordered(left: &Cell, right: &Cell, test: fn(Ordering) -> bool) -> Cell {
    left.compare(right)
        .map_or(Cell::Null, |order| Cell::Bool(test(order)))
}

/// The value of a calculation. `None` on overflow or division by zero.
///
/// Whole numbers are divided as such; a remainder is never negative. Real numbers overflow to infinities and divide
/// by zero to them, as in IEEE 754.
pub(super) fn arithmetic(operator: Arithmetic, left: &Cell, right: &Cell) -> Option<Cell> {
    use Arithmetic::{Divide, Minus, Plus, Remainder, Times};
    Some(match (operator, left, right) {
        (Plus, Cell::Long(one), Cell::Long(other)) => Cell::Long(one.checked_add(*other)?),
        (Minus, Cell::Long(one), Cell::Long(other)) => Cell::Long(one.checked_sub(*other)?),
        (Times, Cell::Long(one), Cell::Long(other)) => Cell::Long(one.checked_mul(*other)?),
        (Divide, Cell::Long(one), Cell::Long(other)) => Cell::Long(one.checked_div(*other)?),
        (Remainder, Cell::Long(one), Cell::Long(other)) => {
            Cell::Long(one.checked_rem_euclid(*other)?)
        }
        (Plus, Cell::Time(time), Cell::Span(span)) | (Plus, Cell::Span(span), Cell::Time(time)) => {
            Cell::Time(time.checked_add(*span).ok()?)
        }
        (Minus, Cell::Time(time), Cell::Span(span)) => Cell::Time(time.checked_sub(*span).ok()?),
        (Minus, Cell::Time(one), Cell::Time(other)) => Cell::Span(one.duration_since(*other)),
        (Plus, Cell::Span(one), Cell::Span(other)) => Cell::Span(one.checked_add(*other)?),
        (Minus, Cell::Span(one), Cell::Span(other)) => Cell::Span(one.checked_sub(*other)?),
        (Divide, Cell::Span(one), Cell::Span(other)) => {
            let other = other.as_secs_f64();
            Cell::Real(if other == 0.0 {
                return None;
            } else {
                one.as_secs_f64() / other
            })
        }
        (Times, Cell::Span(span), other) | (Times, other, Cell::Span(span)) => {
            scaled(*span, other.number()?)?
        }
        (Divide, Cell::Span(span), other) => scaled(*span, 1.0 / other.number()?)?,
        (operator, one, other) => {
            let (one, other) = (one.number()?, other.number()?);
            Cell::Real(match operator {
                Plus => one + other,
                Minus => one - other,
                Times => one * other,
                Divide => one / other,
                Remainder => one.rem_euclid(other),
            })
        }
    })
}

/// A timespan times a number.
///
/// `None` if the result is out of range or not a number.
fn scaled(span: SignedDuration, factor: f64) -> Option<Cell> {
    SignedDuration::try_from_secs_f64(span.as_secs_f64() * factor)
        .ok()
        .map(Cell::Span)
}
