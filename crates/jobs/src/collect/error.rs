//! Why a pass or an export wrote nothing.

use std::fmt;

use super::sink::SinkError;

/// A pass or an export that wrote nothing.
#[derive(Debug)]
#[non_exhaustive]
pub enum CollectError {
    /// The service refused the request, or the rows broke off where what came cannot be kept: in an export, in the first pass of a
    /// stream, and in a pass with more records than can be remembered.
    Call(http_core::Error),
    /// The store failed.
    Sink(SinkError),
    /// The service left records out of a pass with more records than can be remembered: what it said of them.
    Gap(String),
    /// The service does not say when it generated an export, so one cannot be told from the next.
    Undated,
    /// It was ended before all rows came, and what came cannot be kept. The next one begins anew.
    Interrupted,
    /// The store holds rows under this name already, and adding to them would write rows twice.
    Present(Present),
}

/// What a store holds already.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Present {
    /// The id of the tenant.
    pub tenant: String,
    /// The name of the stream.
    pub stream: String,
    /// Whether an export wrote the rows. If not, a collector did.
    pub is_export: bool,
}

impl From<SinkError> for CollectError {
    fn from(error: SinkError) -> Self {
        Self::Sink(error)
    }
}

impl From<http_core::Error> for CollectError {
    fn from(error: http_core::Error) -> Self {
        Self::Call(error)
    }
}

impl fmt::Display for CollectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Call(error) => error.fmt(f),
            Self::Sink(error) => error.fmt(f),
            Self::Gap(gap) => write!(f, "the list is not complete, and nothing was kept: {gap}"),
            Self::Undated => f.write_str(
                "the service does not say when it generated these rows, so they cannot be told from those of the next pass; nothing was kept",
            ),
            Self::Interrupted => f.write_str("ended before all rows came; nothing was kept"),
            Self::Present(present) => present.fmt(f),
        }
    }
}

impl fmt::Display for Present {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            tenant,
            stream,
            is_export,
        } = self;
        let whose = match is_export {
            true => "an export",
            false => "collected rows",
        };
        write!(
            f,
            "`{stream}` of tenant {tenant} is already there, from {whose}; choose another place, so that no row comes twice"
        )
    }
}

impl std::error::Error for CollectError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Call(error) => Some(error),
            Self::Sink(error) => Some(error),
            Self::Gap(_) | Self::Undated | Self::Interrupted | Self::Present(_) => None,
        }
    }
}
