//! Evaluation of checked expressions.
//!
//! Errors of a value (overflow, division by zero) give null, as in the language.

use std::cmp::Ordering;

use serde_json::Value;

use super::budget::weight;
use super::cell::Cell;
use super::functions;
use super::scope::Scope;
use super::syntax::{Binary, Chain, Expression, Form};

impl Scope<'_> {
    /// The value of an expression for a row. Null without steps left; the operator then
    /// refuses the query.
    pub(super) fn value(&self, expression: &Expression, row: &[Cell]) -> Cell {
        if !self.budget.take_each(1) {
            return Cell::Null;
        }
        let cell = self.of_form(expression, row);
        self.budget.take(weight(&cell));
        cell
    }

    /// The value by the form of the expression.
    fn of_form(&self, expression: &Expression, row: &[Cell]) -> Cell {
        match &expression.form {
            Form::Literal(cell) => cell.clone(),
            Form::Column(name) => match self.place(name) {
                Some(place) => row.get(place).cloned().unwrap_or(Cell::Null),
                None => self
                    .scalars
                    .get(name)
                    .map_or(Cell::Null, |(cell, _)| cell.clone()),
            },
            Form::Star => Cell::Null,
            Form::Call(name, arguments) => functions::value(self, name, arguments, row),
            Form::Minus(inner) => match self.value(inner, row) {
                Cell::Long(number) => number.checked_neg().map_or(Cell::Null, Cell::Long),
                Cell::Real(number) => Cell::Real(-number),
                Cell::Span(span) => span.checked_neg().map_or(Cell::Null, Cell::Span),
                _ => Cell::Null,
            },
            Form::Chain(Chain::And, terms) => {
                Cell::Bool(terms.iter().all(|term| self.value(term, row).is_true()))
            }
            Form::Chain(Chain::Or, terms) => {
                Cell::Bool(terms.iter().any(|term| self.value(term, row).is_true()))
            }
            Form::Arithmetic(first, others) => {
                let first = self.value(first, row);
                others.iter().fold(first, |cell, (operator, other)| {
                    arithmetic(*operator, &cell, &self.value(other, row)).unwrap_or(Cell::Null)
                })
            }
            Form::Binary(operator, left, right) => {
                comparison(*operator, &self.value(left, row), &self.value(right, row))
            }
            Form::Word(word, left, right) => {
                let (text, part) = (
                    self.value(left, row).to_text(),
                    self.value(right, row).to_text(),
                );
                Cell::Bool(compare_texts(word, &text, &part))
            }
            Form::HasAny(value, list) => {
                let text = self.value(value, row).to_text();
                let mut parts = list.iter().map(|part| self.value(part, row).to_text());
                Cell::Bool(parts.any(|part| compare_texts("has", &text, &part)))
            }
            Form::In {
                negated,
                fold,
                value,
                list,
            } => {
                let value = self.value(value, row);
                let found = list
                    .iter()
                    .any(|one| is_among(&value, &self.value(one, row), *fold));
                Cell::Bool(found != *negated)
            }
            Form::Between {
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
        }
    }
}

/// Whether a value lies between two others, both included. The upper one may be a length
/// after the lower.
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

/// Whether a value equals the other, or an item of a dynamic list.
fn is_among(value: &Cell, one: &Cell, fold: bool) -> bool {
    let equal = |one: &Cell| {
        if fold {
            value.to_text().to_lowercase() == one.to_text().to_lowercase()
        } else {
            value.compare(one) == Some(Ordering::Equal)
        }
    };
    match one {
        Cell::Dynamic(Value::Array(items)) => {
            items.iter().any(|item| equal(&Cell::Dynamic(item.clone())))
        }
        one => equal(one),
    }
}

/// The value of a comparison. Two nulls are neither equal nor different; one null differs
/// from every value.
fn comparison(operator: Binary, left: &Cell, right: &Cell) -> Cell {
    match operator {
        Binary::EqualFolded => {
            Cell::Bool(left.to_text().to_lowercase() == right.to_text().to_lowercase())
        }
        Binary::NotEqualFolded => {
            Cell::Bool(left.to_text().to_lowercase() != right.to_text().to_lowercase())
        }
        // Null if both are null; one null differs from every value.
        Binary::Equal | Binary::NotEqual if left.is_null() && right.is_null() => Cell::Null,
        Binary::Equal => Cell::Bool(left.compare(right) == Some(Ordering::Equal)),
        Binary::NotEqual => Cell::Bool(left.compare(right) != Some(Ordering::Equal)),
        Binary::Less => ordered(left, right, Ordering::is_lt),
        Binary::LessOrEqual => ordered(left, right, Ordering::is_le),
        Binary::Greater => ordered(left, right, Ordering::is_gt),
        Binary::GreaterOrEqual => ordered(left, right, Ordering::is_ge),
        _ => Cell::Null,
    }
}

/// Null if the values have no order.
fn ordered(left: &Cell, right: &Cell, test: fn(Ordering) -> bool) -> Cell {
    left.compare(right)
        .map_or(Cell::Null, |order| Cell::Bool(test(order)))
}

/// The value of a calculation. `None` on overflow or division by zero.
fn arithmetic(operator: Binary, left: &Cell, right: &Cell) -> Option<Cell> {
    Some(match (operator, left, right) {
        (Binary::Plus, Cell::Long(one), Cell::Long(other)) => Cell::Long(one.checked_add(*other)?),
        (Binary::Minus, Cell::Long(one), Cell::Long(other)) => Cell::Long(one.checked_sub(*other)?),
        (Binary::Times, Cell::Long(one), Cell::Long(other)) => Cell::Long(one.checked_mul(*other)?),
        (Binary::Divide, Cell::Long(one), Cell::Long(other)) => {
            Cell::Long(one.checked_div(*other)?)
        }
        (Binary::Remainder, Cell::Long(one), Cell::Long(other)) => {
            Cell::Long(one.checked_rem_euclid(*other)?)
        }
        (Binary::Plus, Cell::Time(time), Cell::Span(span))
        | (Binary::Plus, Cell::Span(span), Cell::Time(time)) => {
            Cell::Time(time.checked_add(*span).ok()?)
        }
        (Binary::Minus, Cell::Time(time), Cell::Span(span)) => {
            Cell::Time(time.checked_sub(*span).ok()?)
        }
        (Binary::Minus, Cell::Time(one), Cell::Time(other)) => {
            Cell::Span(one.duration_since(*other))
        }
        (Binary::Plus, Cell::Span(one), Cell::Span(other)) => Cell::Span(one.checked_add(*other)?),
        (Binary::Minus, Cell::Span(one), Cell::Span(other)) => Cell::Span(one.checked_sub(*other)?),
        (operator, one, other) => {
            let (one, other) = (one.number()?, other.number()?);
            Cell::Real(match operator {
                Binary::Plus => one + other,
                Binary::Minus => one - other,
                Binary::Times => one * other,
                Binary::Divide => one / other,
                _ => return None,
            })
        }
    })
}

/// Text operators such as `contains`: `!` negates them, `_cs` makes letter case count.
fn compare_texts(word: &str, text: &str, part: &str) -> bool {
    let (negated, word) = match word.strip_prefix('!') {
        Some(word) => (true, word),
        None => (false, word),
    };
    let (word, text, part) = match word.strip_suffix("_cs") {
        Some(word) => (word, text.to_owned(), part.to_owned()),
        None => (word, text.to_lowercase(), part.to_lowercase()),
    };
    let found = match word {
        "contains" => text.contains(&part),
        "startswith" => text.starts_with(&part),
        "endswith" => text.ends_with(&part),
        "has" => has(&text, &part, true, true),
        "hasprefix" => has(&text, &part, true, false),
        _ => has(&text, &part, false, true),
    };
    found != negated
}

/// Whether the part occurs as a term: with no letter or digit before it (`begins`) or after
/// it (`ends`).
fn has(text: &str, part: &str, begins: bool, ends: bool) -> bool {
    let edge = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    text.match_indices(part).any(|(at, found)| {
        (!begins || edge(text[..at].chars().next_back()))
            && (!ends || edge(text[at + found.len()..].chars().next()))
    })
}
