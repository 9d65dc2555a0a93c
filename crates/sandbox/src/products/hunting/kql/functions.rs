//! Scalar functions: `now`, `ago`, `startofday`, `bin`/`floor`, `tolower`, `toupper`,
//! `strlen`, `strcat`, `tostring`, `isempty`, `isnotempty`, `isnull`, `isnotnull`, `not`,
//! `iff`/`iif`.
//!
//! Parsing of JSON, XML and text, time series and geography are not supported.

use jiff::SignedDuration;

use super::QueryError;
use super::cell::{Cell, Kind};
use super::scope::Scope;
use super::syntax::Expression;

/// Every type.
const ANY: &[Kind] = &[
    Kind::Bool,
    Kind::Long,
    Kind::Real,
    Kind::Text,
    Kind::Time,
    Kind::Span,
    Kind::Dynamic,
];
/// Types that text functions accept.
const TEXT: &[Kind] = &[Kind::Text, Kind::Dynamic];

/// The type of a call.
///
/// # Errors
///
/// An unknown function, or arguments whose number or types do not fit.
pub(super) fn kind(
    scope: &Scope<'_>,
    at: usize,
    name: &str,
    arguments: &[Expression],
) -> Result<Kind, QueryError> {
    let (takes, gives): (&[&[Kind]], Kind) = match name {
        "now" => (&[], Kind::Time),
        "ago" => (&[&[Kind::Span]], Kind::Time),
        "startofday" => (&[&[Kind::Time]], Kind::Time),
        "tolower" | "toupper" => (&[TEXT], Kind::Text),
        "strlen" => (&[TEXT], Kind::Long),
        "tostring" => (&[ANY], Kind::Text),
        "isempty" | "isnotempty" => (&[TEXT], Kind::Bool),
        "isnull" | "isnotnull" => (&[ANY], Kind::Bool),
        "not" => (&[&[Kind::Bool]], Kind::Bool),
        "bin" | "floor" => return bin_kind(scope, at, arguments),
        "iff" | "iif" => return choice_kind(scope, at, arguments),
        "strcat" => {
            for argument in arguments {
                scope.expect(argument, ANY, name)?;
            }
            return Ok(Kind::Text);
        }
        _ => {
            return Err(scope.semantic(at, format!("Unknown function: '{name}'")));
        }
    };
    if takes.len() != arguments.len() {
        return Err(count(scope, at, name, takes.len()));
    }
    for (argument, kinds) in arguments.iter().zip(takes) {
        scope.expect(argument, kinds, name)?;
    }
    Ok(gives)
}

/// The error of a wrong number of arguments.
fn count(scope: &Scope<'_>, at: usize, name: &str, wanted: usize) -> QueryError {
    scope.semantic(
        at,
        format!("{name}(): function expects {wanted} argument(s)"),
    )
}

/// The type of `bin`: times round to timespans, numbers to numbers.
fn bin_kind(scope: &Scope<'_>, at: usize, arguments: &[Expression]) -> Result<Kind, QueryError> {
    let [value, size] = arguments else {
        return Err(count(scope, at, "bin", 2));
    };
    match (scope.kind(value)?, scope.kind(size)?) {
        (kind @ (Kind::Time | Kind::Span), Kind::Span) => Ok(kind),
        (Kind::Long, Kind::Long) => Ok(Kind::Long),
        (one, other) if one.is_number() && other.is_number() => Ok(Kind::Real),
        (one, other) => Err(scope.semantic(
            at,
            format!("bin() cannot round {} to {}", one.name(), other.name()),
        )),
    }
}

/// The type of `iff`. Both branches must have the same type.
fn choice_kind(scope: &Scope<'_>, at: usize, arguments: &[Expression]) -> Result<Kind, QueryError> {
    let [test, then, other] = arguments else {
        return Err(count(scope, at, "iff", 3));
    };
    scope.expect(test, &[Kind::Bool], "iff")?;
    let kind = scope.kind(then)?;
    scope.expect(other, &[kind], "iff")?;
    Ok(kind)
}

/// The value of a checked call for a row. All calls of `now` in a query have the same
/// value.
pub(super) fn value(scope: &Scope<'_>, name: &str, arguments: &[Expression], row: &[Cell]) -> Cell {
    let value = |place: usize| {
        arguments
            .get(place)
            .map_or(Cell::Null, |one| scope.value(one, row))
    };
    match name {
        "now" => Cell::Time(scope.now),
        "ago" => match value(0) {
            Cell::Span(span) => scope.now.checked_sub(span).map_or(Cell::Null, Cell::Time),
            _ => Cell::Null,
        },
        "startofday" => bin(&value(0), &Cell::Span(SignedDuration::from_hours(24))),
        "tolower" => Cell::Text(value(0).to_text().to_lowercase()),
        "toupper" => Cell::Text(value(0).to_text().to_uppercase()),
        "strlen" => {
            i64::try_from(value(0).to_text().chars().count()).map_or(Cell::Null, Cell::Long)
        }
        "tostring" => Cell::Text(value(0).to_text()),
        "isempty" => Cell::Bool(value(0).to_text().is_empty()),
        "isnotempty" => Cell::Bool(!value(0).to_text().is_empty()),
        "isnull" => Cell::Bool(value(0).is_null()),
        "isnotnull" => Cell::Bool(!value(0).is_null()),
        "not" => match value(0) {
            Cell::Bool(yes) => Cell::Bool(!yes),
            _ => Cell::Null,
        },
        "iff" | "iif" => value(if value(0).is_true() { 1 } else { 2 }),
        "strcat" => Cell::Text(
            arguments
                .iter()
                .map(|one| scope.value(one, row).to_text())
                .collect(),
        ),
        _ => bin(&value(0), &value(1)),
    }
}

/// The value rounded down to a multiple of the size. Null if the size is not positive.
/// Times are counted from year 1.
fn bin(value: &Cell, size: &Cell) -> Cell {
    let floor = |value: i128, size: i128| (size > 0).then(|| value.div_euclid(size) * size);
    match (value, size) {
        (Cell::Time(time), Cell::Span(size)) => {
            floor(time.as_nanosecond() + SINCE_YEAR_ONE, size.as_nanos())
                .and_then(|nanos| jiff::Timestamp::from_nanosecond(nanos - SINCE_YEAR_ONE).ok())
                .map_or(Cell::Null, Cell::Time)
        }
        (Cell::Span(span), Cell::Span(size)) => floor(span.as_nanos(), size.as_nanos())
            .and_then(|nanos| i64::try_from(nanos).ok())
            .map_or(Cell::Null, |nanos| {
                Cell::Span(SignedDuration::from_nanos(nanos))
            }),
        (Cell::Long(number), Cell::Long(size)) => floor((*number).into(), (*size).into())
            .and_then(|number| i64::try_from(number).ok())
            .map_or(Cell::Null, Cell::Long),
        (value, size) => match (value.number(), size.number()) {
            (Some(value), Some(size)) if size > 0.0 => Cell::Real((value / size).floor() * size),
            _ => Cell::Null,
        },
    }
}

/// Nanoseconds from year 1 to 1970. Bins of a week or more begin where the language starts
/// them.
const SINCE_YEAR_ONE: i128 = 719_162 * 86_400 * 1_000_000_000;
