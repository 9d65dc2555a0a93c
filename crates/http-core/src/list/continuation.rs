//! Where a list continues, below both the requests that carry it and the paging that makes it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::error::Error;
use crate::wire::{Extra, Timestamp};

/// Where a list continues, as text that can be stored and used by another process.
///
/// It contains neither a credential nor a host, so a manipulated continuation cannot send a token
/// elsewhere. It does contain the caller's filter and keys of records, so store it like the records
/// themselves.
///
/// Use it with [`Request::resume`](crate::Request::resume). A continuation belongs to one operation
/// and one set of inputs; that is not checked. How long the service accepts one of its own links is
/// not documented.
///
/// ```
/// use http_core::Continuation;
///
/// let stored = "skip:200";
/// let continuation: Continuation = stored.parse()?;
/// assert_eq!(continuation.to_string(), stored);
/// assert!("https://elsewhere.example/".parse::<Continuation>().is_err());
/// # Ok::<(), http_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Continuation(pub(crate) Next);

/// The forms of a continuation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Next {
    /// Path and query of the service's own link, without the host.
    Link(String),
    /// Number of rows before the next page.
    Skip(u64),
    /// The filters that the service returned for the next page, as JSON.
    Filters(String),
    /// From a time on, without the rows that were already read.
    From(Boundary),
}

/// A time that a list was read up to, and the rows of that time that were returned.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Boundary {
    /// Time of the last change of the last row.
    pub(crate) time: Timestamp,
    /// Number of rows from that time on that are skipped (`$skip`).
    #[serde(default)]
    pub(crate) skip: u64,
    /// Keys of the rows of that time that were returned.
    #[serde(default)]
    pub(crate) read: Vec<String>,
    /// Whether the rows of that time itself are skipped, because the service cannot page through
    /// all of them.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) past: bool,
}

/// Keeps a rarely used member out of the stored text.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives references")]
fn is_false(value: &bool) -> bool {
    !value
}

impl fmt::Display for Continuation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Next::Link(link) => write!(f, "link:{link}"),
            Next::Skip(rows) => write!(f, "skip:{rows}"),
            Next::Filters(filters) => write!(f, "filters:{filters}"),
            Next::From(place) => {
                let text = serde_json::to_string(place).map_err(|_| fmt::Error)?;
                write!(f, "from:{text}")
            }
        }
    }
}

impl Serialize for Continuation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Continuation {
    fn deserialize<D: Deserializer<'de>>(text: D) -> Result<Self, D::Error> {
        String::deserialize(text)?
            .parse()
            .map_err(de::Error::custom)
    }
}

/// Reads a stored continuation.
///
/// # Errors
/// [`ErrorKind::Usage`](crate::ErrorKind::Usage) if the text is not a continuation. A link must be a path, so that it stays
/// on the configured host.
impl FromStr for Continuation {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || Error::usage("not a continuation token");
        let (form, rest) = text.split_once(':').ok_or_else(wrong)?;
        match form {
            "link" if rest.starts_with('/') => Ok(Self(Next::Link(rest.to_owned()))),
            "skip" => rest
                .parse()
                .map(|rows| Self(Next::Skip(rows)))
                .map_err(|_| wrong()),
            "filters" if serde_json::from_str::<Extra>(rest).is_ok() => {
                Ok(Self(Next::Filters(rest.to_owned())))
            }
            "from" => serde_json::from_str(rest)
                .map(|place| Self(Next::From(place)))
                .map_err(|_| wrong()),
            _ => Err(wrong()),
        }
    }
}
