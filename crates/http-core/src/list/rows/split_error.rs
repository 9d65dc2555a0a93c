//! Why an answer cannot be read as a list.

use std::fmt;

use crate::error::{Error, ErrorKind};
use crate::limits::LimitExceeded;
use crate::response::other_text::cure_of;

/// Why an answer cannot be read as a list. Contains no part of the answer except the names of
/// members, so it can be logged.
///
/// Converts into [`Error`]: `Truncated` becomes [`ErrorKind::Truncated`], which callers may retry;
/// `TooLarge` becomes [`ErrorKind::TooLarge`] with the name of the limit in the hint; the others
/// become [`ErrorKind::Decode`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SplitError {
    /// The text ended inside the answer.
    Truncated,
    /// The text is not JSON. Describes what it is, such as HTML, or where it stops being JSON.
    NotJson(String),
    /// The answer is complete and has no such list. Holds the names of its members.
    NoList(Vec<String>),
    /// A row, or the members beside the list, exceed a limit.
    TooLarge(LimitExceeded),
}

impl fmt::Display for SplitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truncated => f.write_str("the answer ended before it was complete"),
            Self::NotJson(what) => write!(f, "the answer is not JSON but {what}"),
            Self::NoList(members) if members.is_empty() => f.write_str("the answer has no list"),
            Self::NoList(members) => {
                write!(f, "the answer has no list, only {}", members.join(", "))
            }
            Self::TooLarge(limit) if limit.name == "members" => {
                write!(f, "the members beside the list are {limit}")
            }
            Self::TooLarge(limit) => write!(f, "the row is {limit}"),
        }
    }
}

impl std::error::Error for SplitError {}

impl From<SplitError> for Error {
    fn from(error: SplitError) -> Self {
        let kind = match error {
            SplitError::Truncated => ErrorKind::Truncated,
            SplitError::TooLarge(_) => ErrorKind::TooLarge,
            _ => ErrorKind::Decode,
        };
        let made = Self::new(kind, error.to_string());
        match error {
            SplitError::TooLarge(limit) => made.with_hint(limit.hint()).with_source(limit),
            SplitError::NotJson(ref what) => match cure_of(what) {
                Some(cure) => made.with_hint(cure).with_source(error),
                None => made.with_source(error),
            },
            error => made.with_source(error),
        }
    }
}
