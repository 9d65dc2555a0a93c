//! What an analyst reads first of a record.

/// A member that is shown of each record, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The member of the record.
    pub member: &'static str,
    /// How its value is shown.
    pub cell: Cell,
}

impl Column {
    /// A member shown in a way.
    pub const fn new(member: &'static str, cell: Cell) -> Self {
        Self { member, cell }
    }
}

/// How a value is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Cell {
    /// As it is.
    #[default]
    Text,
    /// Identifies a record: never cut.
    Id,
    /// What a person calls the record.
    Name,
    /// How bad something is.
    Severity,
    /// A time: how long ago it was matters, fractions of a second do not.
    Age,
    /// A number: aligned at its last digit.
    Number,
}

impl Cell {
    /// The name as the reference tables spell it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Id => "id",
            Self::Name => "name",
            Self::Severity => "severity",
            Self::Age => "age",
            Self::Number => "number",
        }
    }
}
