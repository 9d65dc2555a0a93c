//! The members of a record that an analyst reads first.
//!
//! A record of a service has 30 members and more; a table of a command line shows a handful. The
//! choice is a fact about the record, so it is stored with the operation that lists it.

/// A member that tables show, and how to format it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Name of the member of the record, as on the wire; `user.name` leads into an object, `files[].name` into a list.
    pub member: &'static str,
    /// How the value is formatted.
    pub cell: Cell,
    /// The words for the numbers 0, 1, 2 and so on, where the service counts. Empty: the value is shown as it is.
    pub words: &'static [&'static str],
}

impl Column {
    /// A member formatted as `cell`.
    pub const fn new(member: &'static str, cell: Cell) -> Self {
        Self {
            member,
            cell,
            words: &[],
        }
    }

    /// Sets the words for the numbers 0, 1, 2 and so on.
    pub const fn words(mut self, words: &'static [&'static str]) -> Self {
        self.words = words;
        self
    }

    /// The word for a number as JSON text. `None` for any other value.
    ///
    /// ```
    /// use http_core::{Cell, Column};
    ///
    /// const SEVERITY: Column = Column::new("severityValue", Cell::Severity).words(&["Low", "High"]);
    /// assert_eq!((SEVERITY.word("1"), SEVERITY.word("7")), (Some("High"), None));
    /// ```
    pub fn word(&self, value: &str) -> Option<&'static str> {
        let number: usize = value.parse().ok()?;
        self.words.get(number).copied()
    }
}

/// How a value is formatted in a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Cell {
    /// As it is. May be cut at the edge of the terminal.
    #[default]
    Text,
    /// Identifies the record. Never cut, because people copy it.
    Id,
    /// The name people use for the record.
    Name,
    /// A severity; may be coloured.
    Severity,
    /// A time, shown as an age at a terminal and as it came elsewhere.
    Age,
    /// A number, aligned at its last digit.
    Number,
}

impl Cell {
    /// The spelling in the reference tables.
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
