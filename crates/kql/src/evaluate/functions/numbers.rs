//! Functions of numbers.

use std::cmp::Ordering;

use super::{at, number};
use crate::cell::Cell;
use crate::evaluate::node::Builtin;

pub(super) fn find(name: &str) -> Option<Builtin> {
    Some(match name {
        "abs" => |_, of| match at(of, 0) {
            Cell::Long(number) => number.checked_abs().map_or(Cell::Null, Cell::Long),
            Cell::Span(span) => Cell::Span(span.abs()),
            other => real(other, f64::abs),
        },
        "round" => |_, of| {
            let digits = i32::try_from(number(of, 1).unwrap_or(0).clamp(-300, 300)).unwrap_or(0);
            let scale = 10_f64.powi(digits);
            real(at(of, 0), |number| (number * scale).round() / scale)
        },
        "ceiling" => |_, of| match at(of, 0) {
            Cell::Long(number) => Cell::Long(*number),
            other => real(other, f64::ceil),
        },
        "sign" => |_, of| {
            real(
                at(of, 0),
                |number| if number == 0.0 { 0.0 } else { number.signum() },
            )
        },
        "sqrt" => |_, of| real(at(of, 0), f64::sqrt),
        "exp" => |_, of| real(at(of, 0), f64::exp),
        "exp2" => |_, of| real(at(of, 0), f64::exp2),
        "exp10" => |_, of| real(at(of, 0), |number| 10_f64.powf(number)),
        "log" => |_, of| real(at(of, 0), f64::ln),
        "log2" => |_, of| real(at(of, 0), f64::log2),
        "log10" => |_, of| real(at(of, 0), f64::log10),
        "sin" => |_, of| real(at(of, 0), f64::sin),
        "cos" => |_, of| real(at(of, 0), f64::cos),
        "tan" => |_, of| real(at(of, 0), f64::tan),
        "pi" => |_, _| Cell::Real(std::f64::consts::PI),
        "pow" => |_, of| match at(of, 1).number() {
            Some(power) => real(at(of, 0), |number| number.powf(power)),
            None => Cell::Null,
        },
        "isnan" => |_, of| Cell::Bool(at(of, 0).number().is_some_and(f64::is_nan)),
        "isinf" => |_, of| Cell::Bool(at(of, 0).number().is_some_and(f64::is_infinite)),
        "isfinite" => |_, of| Cell::Bool(at(of, 0).number().is_some_and(f64::is_finite)),
        "max_of" => |_, of| extreme(of, Ordering::Greater),
        "min_of" => |_, of| extreme(of, Ordering::Less),
        "binary_and" => |_, of| bits(of, |one, other| Some(one & other)),
        "binary_or" => |_, of| bits(of, |one, other| Some(one | other)),
        "binary_xor" => |_, of| bits(of, |one, other| Some(one ^ other)),
        "binary_shift_left" => |_, of| bits(of, |one, by| Some(one << shift(by)?)),
        "binary_shift_right" => |_, of| bits(of, |one, by| Some(one >> shift(by)?)),
        "binary_not" => |_, of| number(of, 0).map_or(Cell::Null, |one| Cell::Long(!one)),
        "tohex" => |_, of| {
            let width = number(of, 1).unwrap_or(0).clamp(0, 16);
            let width = usize::try_from(width).unwrap_or(0);
            number(of, 0).map_or(Cell::Null, |one| Cell::Text(format!("{one:0width$x}")))
        },
        "rand" => |context, of| {
            let fraction =
                f64::from(u32::try_from(context.random() >> 32).unwrap_or(0)) / f64::from(u32::MAX);
            match at(of, 0).number() {
                Some(limit) if limit > 1.0 => Cell::Real((fraction * (limit - 1.0)).round()),
                _ => Cell::Real(fraction),
            }
        },
        _ => return None,
    })
}

fn real(cell: &Cell, function: impl Fn(f64) -> f64) -> Cell {
    cell.number()
        .map_or(Cell::Null, |number| Cell::Real(function(number)))
}

/// The distance of a shift: the remainder by 64 bits. `None` if it is negative.
fn shift(by: i64) -> Option<u32> {
    u32::try_from(by).ok().map(|by| by % 64)
}

fn bits(of: &[Cell], function: fn(i64, i64) -> Option<i64>) -> Cell {
    let found = number(of, 0)
        .zip(number(of, 1))
        .and_then(|(one, other)| function(one, other));
    found.map_or(Cell::Null, Cell::Long)
}

/// The greatest or the smallest value. Nulls do not count.
fn extreme(of: &[Cell], wanted: Ordering) -> Cell {
    let values = of.iter().filter(|cell| !cell.is_null());
    let best = values.reduce(|one, other| {
        if other.compare(one) == Some(wanted) {
            other
        } else {
            one
        }
    });
    best.cloned().unwrap_or(Cell::Null)
}
