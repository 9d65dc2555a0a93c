//! Why a text is no list, and what it is instead.

use std::fmt;

use crate::error::{Error, ErrorKind};
use crate::limits::LimitExceeded;

/// Why a text is no list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SplitError {
    /// The text ended before the answer was whole.
    Truncated,
    /// The text is not JSON; what it is or where it ceases to be JSON is told, without any of it.
    NotJson(String),
    /// The answer is whole but has no such list; its members' names are given.
    NoList(Vec<String>),
    /// A row or the members beside the list exceed a limit.
    TooLarge(LimitExceeded),
}

impl fmt::Display for SplitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truncated => f.write_str("the answer ended before it was whole"),
            Self::NotJson(what) => write!(f, "the answer is not JSON but {what}"),
            Self::NoList(members) if members.is_empty() => f.write_str("the answer holds no list"),
            Self::NoList(members) => {
                write!(f, "the answer holds no list, only {}", members.join(", "))
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
            error => made.with_source(error),
        }
    }
}
