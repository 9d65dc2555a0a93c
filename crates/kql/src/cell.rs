//! Values of rows.
//!
//! # Nulls
//!
//! Every type but `string` has a null. A cell of a text column may still be [`Cell::Null`] when a table has no value
//! for it; comparisons, text operators and `isempty` treat it like the empty text, as the service does.

use std::cmp::Ordering;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use crate::kind::Kind;
use crate::parse::{time, timespan};

/// A value of a row. Every type has the null.
///
/// `int` and `long` are [`Long`](Self::Long), `real` and `decimal` are [`Real`](Self::Real), `string` and `guid` are
/// [`Text`](Self::Text).
///
/// ```
/// use kql::Cell;
///
/// // Lists and objects of a response are JSON text, plain values are themselves.
/// let list = Cell::Dynamic(serde_json::json!([1, "a"]));
/// assert_eq!(list.to_json(), "[1,\"a\"]");
/// assert_eq!(Cell::Long(5).to_json(), 5);
///
/// assert_eq!(Cell::Null.to_text(), "");
/// assert_eq!(Cell::Span(jiff::SignedDuration::from_hours(26)).to_text(), "1.02:00:00");
/// let time = Cell::Time("2026-01-02T03:04:05Z".parse()?);
/// assert_eq!(time.to_text(), "2026-01-02T03:04:05.0000000Z");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Cell {
    /// No value. `long(null)` and its kin, and the result of an operation that has none.
    Null,
    /// `bool`. Counts as 0 or 1 in calculations.
    Bool(bool),
    /// `int` or `long`. A result beyond 64 bits is null.
    Long(i64),
    /// `real` or `decimal`. May be NaN or infinite; such a number is null in JSON.
    Real(f64),
    /// `string` or `guid`. GUIDs of literals and `toguid` have small letters.
    Text(String),
    /// `datetime`, in UTC. The language has a resolution of 100 ns.
    Time(Timestamp),
    /// `timespan`, also negative.
    Span(SignedDuration),
    /// `dynamic`: lists and objects, and plain values that come from them.
    Dynamic(Value),
}

impl Cell {
    /// The value in a response of the hunting services. Lists and objects are JSON text there.
    pub fn to_json(&self) -> Value {
        match self {
            Self::Dynamic(value @ (Value::Array(_) | Value::Object(_))) => value.to_string().into(),
            other => other.to_dynamic(),
        }
    }

    /// The value as a part of a dynamic one.
    ///
    /// Times and timespans become text, which JSON has no types for.
    pub(crate) fn to_dynamic(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(yes) => (*yes).into(),
            Self::Long(number) => (*number).into(),
            Self::Real(number) => (*number).into(),
            Self::Text(text) => text.as_str().into(),
            Self::Time(time) => iso(*time).into(),
            Self::Span(span) => span_text(*span).into(),
            Self::Dynamic(value) => value.clone(),
        }
    }

    /// A dynamic value. JSON's null is the null.
    pub(crate) fn dynamic(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            value => Self::Dynamic(value),
        }
    }

    /// The value as `tostring` gives it. Empty for null.
    ///
    /// Also what text operators and `strcat` see of a value.
    pub fn to_text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Null => String::new(),
            Self::Bool(yes) => yes.to_string(),
            Self::Long(number) => number.to_string(),
            Self::Real(number) => number.to_string(),
            Self::Time(time) => iso(*time),
            Self::Span(span) => span_text(*span),
            Self::Dynamic(Value::String(text)) => text.clone(),
            Self::Dynamic(value) => value.to_string(),
        }
    }

    /// Whether the value is the null.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether the value is `true`. Null and numbers are not.
    pub(crate) fn is_true(&self) -> bool {
        match self {
            Self::Bool(yes) | Self::Dynamic(Value::Bool(yes)) => *yes,
            _ => false,
        }
    }

    /// The number, as real. `None` for other types. Booleans count as 0 and 1.
    pub(crate) fn number(&self) -> Option<f64> {
        match self {
            #[expect(
                clippy::cast_precision_loss,
                reason = "the language compares long and real as real"
            )]
            Self::Long(number) => Some(*number as f64),
            Self::Real(number) => Some(*number),
            Self::Bool(yes) => Some(f64::from(u8::from(*yes))),
            Self::Dynamic(value) => value.as_f64(),
            _ => None,
        }
    }

    /// The whole number. Fractions are cut off.
    pub(crate) fn whole(&self) -> Option<i64> {
        match self {
            Self::Long(number) => Some(*number),
            other => whole(other.number()?),
        }
    }

    /// The order of two values. `None` if one is null or the types do not compare.
    ///
    /// Numbers of different types are compared as real numbers, dynamic values as the plain values in them. Texts
    /// are compared by code points, which is their order in `sort`.
    pub(crate) fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Long(left), Self::Long(right)) => Some(left.cmp(right)),
            (Self::Text(left), Self::Text(right)) => Some(left.cmp(right)),
            (Self::Time(left), Self::Time(right)) => Some(left.cmp(right)),
            (Self::Span(left), Self::Span(right)) => Some(left.cmp(right)),
            (Self::Bool(left), Self::Bool(right)) => Some(left.cmp(right)),
            (Self::Dynamic(left), right) => Self::plain(left)?.compare(right),
            (left, Self::Dynamic(right)) => left.compare(&Self::plain(right)?),
            (left, right) => left.number()?.partial_cmp(&right.number()?),
        }
    }

    /// The plain value in a dynamic one. `None` for lists and objects.
    pub(crate) fn plain(value: &Value) -> Option<Self> {
        match value {
            Value::Bool(yes) => Some(Self::Bool(*yes)),
            Value::String(text) => Some(Self::Text(text.clone())),
            Value::Number(number) => number
                .as_i64()
                .map(Self::Long)
                .or_else(|| number.as_f64().map(Self::Real)),
            _ => None,
        }
    }

    /// A key of the value: equal values have equal keys.
    ///
    /// For grouping, joins and sets. The null has a key of its own. Values of different types are equal if their
    /// texts are.
    pub(crate) fn key(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            other => format!("={}", other.to_text()),
        }
    }

    /// The value as another type. Null if it has none there.
    ///
    /// The rules of `tostring`, `toint`, `todatetime` and so on. A text that is not a value of the type gives null.
    pub(crate) fn converted(&self, kind: Kind) -> Self {
        let text = || self.to_text();
        match kind {
            Kind::Text | Kind::Guid => match self {
                Self::Text(_) => self.clone(),
                Self::Null if kind == Kind::Guid => Self::Null,
                _ => Self::Text(text()),
            },
            Kind::Bool => match self {
                Self::Bool(_) => self.clone(),
                _ => match text().to_ascii_lowercase().as_str() {
                    "true" => Self::Bool(true),
                    "false" => Self::Bool(false),
                    other => other
                        .parse::<f64>()
                        .map_or(Self::Null, |number| Self::Bool(number != 0.0)),
                },
            },
            Kind::Int | Kind::Long => self.to_whole(kind == Kind::Int),
            Kind::Real | Kind::Decimal => match self.number() {
                Some(number) => Self::Real(number),
                None => text().trim().parse().map_or(Self::Null, Self::Real),
            },
            Kind::Time => match self {
                Self::Time(_) => self.clone(),
                Self::Text(_) | Self::Dynamic(Value::String(_)) => {
                    time(&text()).map_or(Self::Null, Self::Time)
                }
                _ => Self::Null,
            },
            Kind::Span => match self {
                Self::Span(_) => self.clone(),
                Self::Null => Self::Null,
                _ => timespan(text().trim()).map_or(Self::Null, Self::Span),
            },
            Kind::Dynamic => match self {
                Self::Dynamic(_) | Self::Null => self.clone(),
                other => Self::dynamic(other.to_dynamic()),
            },
            Kind::Unknown => self.clone(),
        }
    }

    /// The value as a whole number, of 32 bits for `int`.
    ///
    /// Texts may be hexadecimal.
    fn to_whole(&self, short: bool) -> Self {
        let number = match self {
            Self::Long(number) => Some(*number),
            Self::Text(_) | Self::Dynamic(Value::String(_)) => {
                let text = self.to_text();
                let text = text.trim();
                let hex = text
                    .strip_prefix("0x")
                    .map(|digits| i64::from_str_radix(digits, 16).ok());
                hex.unwrap_or_else(|| text.parse().ok())
                    .or_else(|| text.parse().ok().and_then(whole))
            }
            // Ticks of 100 nanoseconds, as in the language.
            Self::Span(span) => i64::try_from(span.as_nanos() / 100).ok(),
            other => other.number().and_then(whole),
        };
        match number {
            Some(number) if !short || i32::try_from(number).is_ok() => Self::Long(number),
            _ => Self::Null,
        }
    }
}

/// A real number without its fraction. `None` if it does not fit.
///
/// Cuts towards zero.
fn whole(number: f64) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "checked to be in range")]
    (number.abs() < 9.2e18).then_some(number as i64)
}

/// A key of a row: rows with equal values have equal keys.
pub(crate) fn row_key(row: &[Cell]) -> Vec<String> {
    row.iter().map(Cell::key).collect()
}

/// A time with seven digits of a second, as the services write it.
pub(crate) fn iso(time: Timestamp) -> String {
    format!("{time:.7}")
}

/// `d.hh:mm:ss.fffffff`, without days or fraction if they are zero.
///
/// The form of .NET, in which days stand before a point.
pub(crate) fn span_text(span: SignedDuration) -> String {
    let sign = if span.is_negative() { "-" } else { "" };
    let span = span.abs();
    let seconds = span.as_secs();
    let days = match seconds / 86_400 {
        0 => String::new(),
        days => format!("{days}."),
    };
    let fraction = match span.subsec_nanos() / 100 {
        0 => String::new(),
        ticks => format!(".{ticks:07}"),
    };
    let (hours, minutes) = (seconds / 3600 % 24, seconds / 60 % 60);
    format!(
        "{sign}{days}{hours:02}:{minutes:02}:{:02}{fraction}",
        seconds % 60
    )
}
