//! From one page to the next without losing or doubling a row.

mod boundary;
mod gap;
mod links;
mod peek;
mod plan;
mod progress;
mod typed;
mod unique;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

pub use gap::{Gap, Gaps};
pub(crate) use peek::key_of;
pub(crate) use plan::PagePlan;
pub(crate) use progress::PageEnd;
pub use typed::{Items, Page, Pager, RawItems};

use crate::error::{Error, ErrorKind};
use crate::wire::Timestamp;

/// Where a list goes on, as text that can be stored and taken up by another process.
///
/// It holds no credential and no host: a stored continuation cannot send a token anywhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Continuation(pub(crate) Next);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Next {
    /// Path and query of the service's own link.
    Link(String),
    /// So many rows are left out.
    Skip(u64),
    /// The filters the service gave for the next page, as JSON.
    Filters(String),
    /// From a time on, without the rows that were read already.
    From(Boundary),
}

/// A time that a list was read up to, and the rows of that time which were handed on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Boundary {
    pub(crate) time: Timestamp,
    /// How many rows from that time on are left out.
    #[serde(default)]
    pub(crate) skip: u64,
    #[serde(default)]
    pub(crate) read: Vec<String>,
    /// Whether the rows of that time itself are passed over: there are more than the service gives a way through.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) past: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives references")]
fn is_false(value: &bool) -> bool {
    !value
}

/// The pages of a list do not fit together.
fn paging(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Paging, message).with_hint(
        "the rows before it are whole, but the list is not: narrow the filter and ask again",
    )
}

impl fmt::Display for Continuation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Next::Link(link) => write!(f, "link:{link}"),
            Next::Skip(rows) => write!(f, "skip:{rows}"),
            Next::Filters(filters) => write!(f, "filters:{filters}"),
            Next::From(boundary) => {
                let text = serde_json::to_string(boundary).map_err(|_| fmt::Error)?;
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

impl FromStr for Continuation {
    type Err = crate::error::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || crate::error::Error::usage("that is no continuation of a list");
        let (form, rest) = text.split_once(':').ok_or_else(wrong)?;
        match form {
            "link" if rest.starts_with('/') => Ok(Self(Next::Link(rest.to_owned()))),
            "skip" => rest
                .parse()
                .map(|rows| Self(Next::Skip(rows)))
                .map_err(|_| wrong()),
            "filters" if serde_json::from_str::<crate::wire::Extra>(rest).is_ok() => {
                Ok(Self(Next::Filters(rest.to_owned())))
            }
            "from" => serde_json::from_str(rest)
                .map(|boundary| Self(Next::From(boundary)))
                .map_err(|_| wrong()),
            _ => Err(wrong()),
        }
    }
}
