//! Functions of numbers.
//!
//! Numbers are read from `int`, `long`, `real`, bools (0 and 1) and dynamic numbers. Real results that have no value
//! are NaN or an infinity, as in the language: `sqrt(-1)` is NaN, `log(0)` is negative infinity. Overflow of whole
//! numbers gives null.
//!
//! - `abs(x)`: keeps the type; also of timespans. `sign(x)`: -1, 0 or 1 as a real number.
//! - `round(x, digits?)`: halves are rounded away from zero. Negative digits round before the point.
//! - `ceiling(x)`, and `floor` in `times`, where it is `bin`.
//! - `sqrt`, `exp`, `exp2`, `exp10`, `log` (natural), `log2`, `log10`, `sin`, `cos`, `tan`, `pi()`, `pow(x, y)`.
//! - `isnan(x)`, `isinf(x)`, `isfinite(x)`: false for null.
//! - `max_of(...)`, `min_of(...)`: nulls do not count; null if all are.
//! - `binary_and`, `binary_or`, `binary_xor`, `binary_not`: on 64 bits.
//! - `binary_shift_left(x, n)`, `binary_shift_right(x, n)`: by the remainder of `n` by 64; null for a negative `n`.
//!   The sign is kept on the way right.
//! - `tohex(x, length?)`: small letters, filled with zeros up to 16 digits; negative numbers in two's complement of
//!   64 bits.
//! - `rand(n?)`: a real number from 0 to 1, or a whole one below `n`. The sequence depends on the time of the query.
//!
//! Not evaluated: `acos`, `asin`, `atan`, `atan2`, `cot`, `degrees`, `radians`, `gamma`, `loggamma`, `erf`,
//! `convert_*`, `bitset_count_ones` and functions of statistics.
//!
//! # Examples
//!
//! ```
//! # let now = "2026-01-01T00:00:00Z".parse()?;
//! # let value = |text: &str| -> Result<String, kql::Problem> {
//! #     let query = format!("print {text}");
//! #     let table = kql::evaluate(&query, &kql::Schema::new(), kql::Limits::default(), now)?;
//! #     Ok(table.rows[0][0].to_text())
//! # };
//! for (text, expected) in [
//!     ("abs(-5)", "5"),
//!     ("abs(-2h)", "02:00:00"),
//!     ("sign(-5)", "-1"),
//!     ("round(2.5)", "3"),
//!     ("round(1234.567, 1)", "1234.6"),
//!     ("round(1234.567, -2)", "1200"),
//!     ("ceiling(1.2)", "2"),
//!     ("sqrt(16)", "4"),
//!     ("isnan(sqrt(-1))", "true"),
//!     ("isinf(log(0))", "true"),
//!     ("log2(8)", "3"),
//!     ("log10(1000)", "3"),
//!     ("exp2(3)", "8"),
//!     ("pow(2, 10)", "1024"),
//!     ("max_of(1, long(null), 3)", "3"),
//!     ("min_of('b', 'a')", "a"),
//!     ("binary_and(6, 3)", "2"),
//!     ("binary_or(6, 3)", "7"),
//!     ("binary_xor(6, 3)", "5"),
//!     ("binary_not(0)", "-1"),
//!     ("binary_shift_left(1, 65)", "2"),
//!     ("binary_shift_right(-8, 1)", "-4"),
//!     ("tohex(256, 8)", "00000100"),
//!     ("tohex(-256)", "ffffffffffffff00"),
//!     ("9223372036854775807 + 1", ""),
//!     ("1 / 0", ""),
//! ] {
//!     assert_eq!(value(text)?, expected, "{text}");
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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

/// A function of a real number. Null for what is not a number.
fn real(cell: &Cell, function: impl Fn(f64) -> f64) -> Cell {
    cell.number()
        .map_or(Cell::Null, |number| Cell::Real(function(number)))
}

/// The distance of a shift: the remainder by 64 bits. `None` if it is negative.
fn shift(by: i64) -> Option<u32> {
    u32::try_from(by).ok().map(|by| by % 64)
}

/// A function of the bits of two numbers. Null if it has no value.
fn bits(of: &[Cell], function: fn(i64, i64) -> Option<i64>) -> Cell {
    let found = number(of, 0)
        .zip(number(of, 1))
        .and_then(|(one, other)| function(one, other));
    found.map_or(Cell::Null, Cell::Long)
}

/// The greatest or the smallest value. Nulls do not count.
///
/// Values of types that do not compare leave the one before.
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
