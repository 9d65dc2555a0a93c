//! Comparisons and calculations with two values.

use std::cmp::Ordering;

use jiff::SignedDuration;

use crate::cell::Cell;
use crate::syntax::{Arithmetic, Comparison};

/// Whether a value lies between two others, both included. The upper one may be a length after the lower.
///
/// Null if one of the ends does not compare with the value.
pub(super) fn between(value: &Cell, low: &Cell, high: Cell, negated: bool) -> Cell {
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

/// The value of a comparison. Two nulls are neither equal nor different; one null differs from every value. A text that
/// is missing is empty.
pub(super) fn comparison(operator: Comparison, left: &Cell, right: &Cell) -> Cell {
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
