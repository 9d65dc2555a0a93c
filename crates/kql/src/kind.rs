//! Types of the language.
//!
//! The language has ten scalar types (vendor's page "Scalar data types"). `int`, `long`, `real` and `decimal` mix
//! freely; all other conversions are written as functions.

use std::fmt;

/// The type of a column or an expression.
///
/// | type | literal | null | order |
/// | --- | --- | --- | --- |
/// | `bool` | `true` | `bool(null)` | no |
/// | `int`, `long` | `int(5)`, `5` | `long(null)` | yes |
/// | `real`, `decimal` | `1.5`, `decimal(0.1)` | `real(null)` | yes |
/// | `string` | `"text"` | none: the empty text | only in `sort` |
/// | `datetime` | `datetime(2026-01-02)` | `datetime(null)` | yes |
/// | `timespan` | `7d`, `timespan(1.02:03:04)` | `timespan(null)` | yes |
/// | `guid` | `guid(...)` | `guid(null)` | no |
/// | `dynamic` | `dynamic([1, "a"])` | `dynamic(null)` | as its plain value |
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// `bool`.
    Bool,
    /// `int`, 32 bits. There is no literal without the name: `5` is `long`.
    Int,
    /// `long`, 64 bits.
    Long,
    /// `real` or `double`, 64 bits of IEEE 754.
    Real,
    /// `decimal`, 128 bits at the service. The evaluator has the precision of `real`.
    Decimal,
    /// `string`: Unicode. Services return some columns that hold JSON with this type.
    Text,
    /// `datetime` or `date`: from the year 1 to 9999, in steps of 100 ns, always UTC.
    Time,
    /// `timespan` or `time`: a length of time in steps of 100 ns.
    Span,
    /// `guid`.
    Guid,
    /// `dynamic`: a list, an object, or a value of any other type.
    Dynamic,
    /// A type that only the data shows, as after `evaluate bag_unpack`. It goes with every other type.
    Unknown,
}

impl Kind {
    /// The type of a name of the language, such as `string`, `int` or the older `double` and `date`. `None` for other
    /// words. Letter case is ignored.
    ///
    /// ```
    /// assert_eq!(kql::Kind::of("datetime"), Some(kql::Kind::Time));
    /// ```
    pub fn of(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "bool" | "boolean" => Self::Bool,
            "int" => Self::Int,
            "long" => Self::Long,
            "real" | "double" => Self::Real,
            "decimal" => Self::Decimal,
            "string" => Self::Text,
            "datetime" | "date" => Self::Time,
            "timespan" | "time" => Self::Span,
            "guid" | "uuid" | "uniqueid" => Self::Guid,
            "dynamic" => Self::Dynamic,
            _ => return None,
        })
    }

    /// The name in the language.
    ///
    /// ```
    /// assert_eq!(kql::Kind::Text.name(), "string");
    /// assert_eq!(kql::Kind::Unknown.to_string(), "dynamic");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Bool => "bool",
            Self::Int => "int",
            Self::Long => "long",
            Self::Real => "real",
            Self::Decimal => "decimal",
            Self::Text => "string",
            Self::Time => "datetime",
            Self::Span => "timespan",
            Self::Guid => "guid",
            Self::Dynamic | Self::Unknown => "dynamic",
        }
    }

    /// The .NET name, which `getschema` returns.
    ///
    /// Booleans are signed bytes in .NET's tables, which is how `getschema` shows them.
    pub fn system_name(self) -> &'static str {
        match self {
            Self::Bool => "System.SByte",
            Self::Int => "System.Int32",
            Self::Long => "System.Int64",
            Self::Real => "System.Double",
            Self::Decimal => "System.Data.SqlTypes.SqlDecimal",
            Self::Text => "System.String",
            Self::Time => "System.DateTime",
            Self::Span => "System.TimeSpan",
            Self::Guid => "System.Guid",
            Self::Dynamic | Self::Unknown => "System.Object",
        }
    }

    /// The name in the schema of a response of the hunting services: the .NET name without its namespace. Booleans are
    /// returned as signed bytes.
    ///
    /// ```
    /// assert_eq!(kql::Kind::Time.wire_name(), "DateTime");
    /// assert_eq!(kql::Kind::Bool.wire_name(), "SByte");
    /// ```
    pub fn wire_name(self) -> &'static str {
        match self {
            Self::Decimal => "SqlDecimal",
            other => other.system_name().trim_start_matches("System."),
        }
    }

    /// `int`, `long`, `real`, `decimal`, or a type that is not known.
    pub fn is_number(self) -> bool {
        matches!(
            self,
            Self::Int | Self::Long | Self::Real | Self::Decimal | Self::Unknown
        )
    }

    /// A number without a fraction.
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Int | Self::Long | Self::Unknown)
    }

    /// Whether values of both types can be compared for equality.
    ///
    /// Numbers go with numbers, `guid` with `string`, and `dynamic` with everything.
    ///
    /// ```
    /// use kql::Kind;
    ///
    /// assert!(Kind::Int.goes_with(Kind::Real));
    /// assert!(Kind::Guid.goes_with(Kind::Text));
    /// assert!(!Kind::Time.goes_with(Kind::Text));
    /// assert!(Kind::Unknown.goes_with(Kind::Time));
    /// ```
    pub fn goes_with(self, other: Self) -> bool {
        let loose = |kind| matches!(kind, Self::Dynamic | Self::Unknown);
        let texts = |one, two| one == Self::Guid && two == Self::Text;
        self == other
            || self.is_number() && other.is_number()
            || loose(self)
            || loose(other)
            || texts(self, other)
            || texts(other, self)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
