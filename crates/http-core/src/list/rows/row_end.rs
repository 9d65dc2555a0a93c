//! Finds the end of one row in text that arrives in pieces.
//!
//! Rows are usually objects, but a list may hold any value. Objects and arrays are scanned in
//! blocks ([`brackets`](super::brackets)); strings, numbers and words byte by byte, because they
//! are short.

use std::mem;

use super::brackets::Nesting;

/// The kind of the current row, and the state of its scanner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// Inside an object or an array.
    Nested(Nesting),
    /// Inside a string. `escaped`: the next byte is not a closing quote; also set at the opening
    /// quote.
    Text { escaped: bool },
    /// Inside a number, or one of `true`, `false` and `null`.
    Word,
}

impl Row {
    /// A row that starts with this byte, which is not consumed.
    pub(super) fn begun_with(byte: u8) -> Self {
        match byte {
            b'{' | b'[' => Self::Nested(Nesting::default()),
            b'"' => Self::Text { escaped: true },
            _ => Self::Word,
        }
    }

    /// Reads on and returns the offset at which the row ends. `None` if it continues in the next
    /// piece.
    pub(super) fn end(&mut self, text: &[u8]) -> Option<usize> {
        match self {
            Self::Nested(nesting) => nesting.end(text),
            Self::Text { escaped } => {
                let closing = |byte: &u8| match byte {
                    _ if mem::take(escaped) => false,
                    b'\\' => {
                        *escaped = true;
                        false
                    }
                    byte => *byte == b'"',
                };
                text.iter().position(closing).map(|at| at + 1)
            }
            Self::Word => text
                .iter()
                .position(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b',' | b']')),
        }
    }
}
