//! Why an operation is not found or a request cannot be filled.

use std::fmt;

use crate::words;

/// The result of this crate's functions.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why an operation is not found or a request cannot be filled. Nothing was sent.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// No operation has this id.
    UnknownOperation(String),
    /// An input is unknown, missing or invalid.
    Input {
        /// The id of the operation.
        operation: &'static str,
        /// The input and what is wrong with it.
        message: String,
    },
    /// The filled request is invalid, for example because a required input is missing.
    Request(http_core::Error),
    /// The records of the operation have no mapping to the schema.
    Unmapped {
        /// The name of the schema.
        schema: &'static str,
        /// Ids of the operations whose records are mapped.
        mapped: Vec<String>,
    },
    /// A table is not what this crate expects.
    Table(serde_json::Error),
}

impl Error {
    pub(crate) fn input(operation: &'static str, message: impl Into<String>) -> Self {
        Self::Input {
            operation,
            message: message.into(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownOperation(id) => write!(f, "unknown operation `{id}`"),
            Self::Input { operation, message } => write!(f, "{operation}: {message}"),
            Self::Request(error) => error.fmt(f),
            Self::Unmapped { schema, mapped } => {
                let command =
                    |id: &String| id.split('.').map(words::word).collect::<Vec<_>>().join(" ");
                let mapped = mapped.iter().map(command).collect::<Vec<_>>().join(", ");
                write!(
                    f,
                    "the records of this operation have no mapping to {schema}; mapped are {mapped}"
                )
            }
            Self::Table(error) => write!(f, "invalid table: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Request(error) => error.source(),
            Self::Table(error) => Some(error),
            _ => None,
        }
    }
}

impl From<http_core::Error> for Error {
    fn from(error: http_core::Error) -> Self {
        Self::Request(error)
    }
}
