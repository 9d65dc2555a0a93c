//! Types of the language.

use std::fmt;

/// The type of a column or an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// `bool`.
    Bool,
    /// `int`, 32 bits.
    Int,
    /// `long`, 64 bits.
    Long,
    /// `real`.
    Real,
    /// `decimal`.
    Decimal,
    /// `string`.
    Text,
    /// `datetime`.
    Time,
    /// `timespan`.
    Span,
    /// `guid`.
    Guid,
    /// `dynamic`.
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
