//! Fields of the input `filters`.

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FilterKind {
    /// Text and identifiers.
    Text,
    /// Whole numbers and codes.
    Integer,
    /// True or false.
    Bool,
    /// Times, as milliseconds since 1970.
    Time,
    /// Keys of accounts: objects with `id` and `inst`.
    Key,
}

/// A field that a list can be filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FilterField {
    /// The name on the wire.
    pub name: &'static str,
    /// What it holds.
    pub kind: FilterKind,
    /// What can be asked of it.
    pub operators: &'static [&'static str],
}

impl FilterField {
    /// A field of this name and kind that takes these operators.
    pub const fn new(
        name: &'static str,
        kind: FilterKind,
        operators: &'static [&'static str],
    ) -> Self {
        Self {
            name,
            kind,
            operators,
        }
    }
}
