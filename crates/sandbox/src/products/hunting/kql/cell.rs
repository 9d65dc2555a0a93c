//! Values of the query language, and their types.
//!
//! Decimals and GUIDs are not supported: no table has such a column.

use std::cmp::Ordering;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use crate::clock::iso;

/// The type of a column or an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Kind {
    Bool,
    Long,
    Real,
    Text,
    Time,
    /// `timespan`.
    Span,
    Dynamic,
}

impl Kind {
    /// The name of the type in the schema of a response.
    pub(in super::super) fn wire_name(self) -> &'static str {
        match self {
            // The service returns booleans as signed bytes.
            Self::Bool => "SByte",
            Self::Long => "Int64",
            Self::Real => "Double",
            Self::Text => "String",
            Self::Time => "DateTime",
            Self::Span => "TimeSpan",
            Self::Dynamic => "Object",
        }
    }

    /// The name of the type in the language.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Bool => "bool",
            Self::Long => "long",
            Self::Real => "real",
            Self::Text => "string",
            Self::Time => "datetime",
            Self::Span => "timespan",
            Self::Dynamic => "dynamic",
        }
    }

    /// The .NET name of the type, which `getschema` returns.
    pub(super) fn system_name(self) -> &'static str {
        match self {
            Self::Bool => "System.SByte",
            Self::Long => "System.Int64",
            Self::Real => "System.Double",
            Self::Text => "System.String",
            Self::Time => "System.DateTime",
            Self::Span => "System.TimeSpan",
            Self::Dynamic => "System.Object",
        }
    }

    /// `long` or `real`.
    pub(super) fn is_number(self) -> bool {
        matches!(self, Self::Long | Self::Real)
    }
}

/// A value. Every type has the null.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Cell {
    Null,
    Bool(bool),
    Long(i64),
    Real(f64),
    Text(String),
    Time(Timestamp),
    Span(SignedDuration),
    Dynamic(Value),
}

impl Cell {
    /// The value in a response. Dynamic values are JSON text.
    pub(in super::super) fn to_json(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(yes) => (*yes).into(),
            Self::Long(number) => (*number).into(),
            Self::Real(number) => (*number).into(),
            Self::Text(text) => text.as_str().into(),
            Self::Time(time) => iso(*time).into(),
            Self::Span(span) => span_text(*span).into(),
            Self::Dynamic(value) => value.to_string().into(),
        }
    }

    /// The value as `tostring` gives it. Empty for null.
    pub(super) fn to_text(&self) -> String {
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

    pub(super) fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether a condition holds. Null does not.
    pub(super) fn is_true(&self) -> bool {
        matches!(self, Self::Bool(true))
    }

    /// The number, as real. `None` for other types.
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            #[expect(
                clippy::cast_precision_loss,
                reason = "the language compares long and real as real"
            )]
            Self::Long(number) => Some(*number as f64),
            Self::Real(number) => Some(*number),
            _ => None,
        }
    }

    /// The order of two values. `None` if one is null or the types do not compare.
    pub(super) fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Long(left), Self::Long(right)) => Some(left.cmp(right)),
            (Self::Text(left), Self::Text(right)) => Some(left.cmp(right)),
            (Self::Time(left), Self::Time(right)) => Some(left.cmp(right)),
            (Self::Span(left), Self::Span(right)) => Some(left.cmp(right)),
            (Self::Bool(left), Self::Bool(right)) => Some(left.cmp(right)),
            (Self::Dynamic(left), right) => Self::of_dynamic(left)?.compare(right),
            (left, Self::Dynamic(right)) => left.compare(&Self::of_dynamic(right)?),
            (left, right) => left.number()?.partial_cmp(&right.number()?),
        }
    }

    /// The plain value in a dynamic one. `None` for lists and objects.
    fn of_dynamic(value: &Value) -> Option<Self> {
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
    pub(super) fn key(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            other => format!("={}", other.to_text()),
        }
    }
}

/// A key of a row: rows with equal values have equal keys.
pub(super) fn row_key(row: &[Cell]) -> Vec<String> {
    row.iter().map(Cell::key).collect()
}

/// `d.hh:mm:ss.fffffff`, without days or fraction if they are zero.
fn span_text(span: SignedDuration) -> String {
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
