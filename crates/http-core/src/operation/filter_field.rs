//! Fields that Defender for Cloud Apps accepts in the body of a list.
//!
//! Its lists take no OData but an object of fields, operators and values. Each field accepts its
//! own set of operators. See [`filters`](crate::filters) for the form and for the checks.

/// The type of a field's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FilterKind {
    /// Text and identifiers.
    Text,
    /// Whole numbers and numeric codes, such as severities.
    Integer,
    /// `true` or `false`.
    Bool,
    /// A time, in milliseconds since 1970-01-01T00:00:00Z.
    Time,
    /// The key of an account: an object with `id` and `inst` (number of the connected instance).
    Key,
}

/// A field that a list can be filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FilterField {
    /// The name on the wire. Letter case counts; dots are part of the name.
    pub name: &'static str,
    /// The type of its values.
    pub kind: FilterKind,
    /// The operators it accepts, as spelled on the wire: `eq`, `neq`, `gte_ndays`, …
    pub operators: &'static [&'static str],
    /// Words for the values, each with the value that is sent for it. Empty if a value is its own word.
    pub words: &'static [(&'static str, &'static str)],
}

impl FilterField {
    /// A field with this name and type that accepts these operators.
    pub const fn new(
        name: &'static str,
        kind: FilterKind,
        operators: &'static [&'static str],
    ) -> Self {
        Self {
            name,
            kind,
            operators,
            words: &[],
        }
    }

    /// Sets the words for the values.
    pub const fn words(mut self, words: &'static [(&'static str, &'static str)]) -> Self {
        self.words = words;
        self
    }
}
