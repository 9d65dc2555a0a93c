//! Places in the text of a query.
//!
//! Bytes are what slices of Rust take; [`Position`] is what people read.

use std::fmt;

/// A part of a query, in bytes from its start. `end` is the first byte after the part.
///
/// ```
/// use kql::Span;
///
/// let query = "T | where A > 5";
/// assert_eq!(Span::new(4, 9).of(query), "where");
/// assert_eq!(Span::new(0, 1).to(Span::new(4, 9)).of(query), "T | where");
/// // A place of another text is empty instead of a panic.
/// assert_eq!(Span::new(40, 90).of(query), "");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// First byte after the part.
    pub end: usize,
}

impl Span {
    /// A span from its two ends.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// From the start of this span to the end of the other.
    #[must_use]
    pub const fn to(self, other: Self) -> Self {
        Self::new(self.start, other.end)
    }

    /// The part of the text. Empty if the span does not belong to the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Line and column of the first character.
    ///
    /// A place after the end of the text is its end.
    pub fn position(self, text: &str) -> Position {
        let before = text.get(..self.start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Position {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

/// Line and column, both counted from 1. Columns count characters.
///
/// ```
/// let place = kql::Span::new(4, 5).position("T\n| where");
/// assert_eq!((place.line, place.column), (2, 3));
/// assert_eq!(place.to_string(), "line 2, column 3");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}
