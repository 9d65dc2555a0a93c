//! The errors of this crate. All of them come before anything is sent.

use std::fmt;

use crate::words;

/// The result of this crate's functions. Functions that read texts of a person return a message as `String` instead:
/// the caller puts the name of its option before it.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why an operation is not found or a request cannot be filled. Nothing was sent.
///
/// `Display` is one sentence that begins with the id of the operation where it is known, and names the input as the
/// caller wrote it.
///
/// ```
/// use http_core::{Operation, Param};
/// use operations::{Catalog, Error, Invocation};
///
/// static GET: Operation = Operation::get("x.alerts.get", "/api/alerts/{id}").inputs(&[Param::path("id")]);
/// static OPERATIONS: &[&Operation] = &[&GET];
///
/// let call = Invocation::new("x.alerts.get").with("di", "7");
/// let error = call.fill(&Catalog::new([OPERATIONS]), std::time::SystemTime::now()).unwrap_err();
/// assert!(matches!(error, Error::Input { operation: "x.alerts.get", .. }));
/// assert_eq!(error.to_string(), "x.alerts.get: unknown input `di`; inputs are id");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// No operation of the catalog has this id. Ids are compared exactly; [`Catalog::meant`](crate::Catalog::meant)
    /// suggests commands for words that name none.
    UnknownOperation(String),
    /// An input is unknown, given twice, or does not fit its kind.
    Input {
        /// The id of the operation.
        operation: &'static str,
        /// The input and what is wrong with it.
        message: String,
    },
    /// The filled request is invalid, for example because a required input is missing. The
    /// [hint](http_core::Error::hint) says what to do.
    Request(http_core::Error),
    /// More records would be held to be sorted than [`MOST_ROWS`](crate::MOST_ROWS) or
    /// [`MOST_BYTES`](crate::MOST_BYTES) allow. This error comes while the list is read, before any record of it was
    /// returned.
    TooManyToSort {
        /// The id of the operation.
        operation: &'static str,
        /// Most records that are held.
        rows: usize,
        /// Most bytes of records that are held.
        bytes: usize,
    },
    /// A list that is read again and again has more records than [`Seen`](crate::Seen) remembers.
    TooManyToWatch {
        /// The id of the operation.
        operation: &'static str,
        /// Most records that are remembered.
        rows: usize,
    },
    /// The records of the operation have no mapping to the schema. Most lists have none: only alerts and incidents do.
    Unmapped {
        /// The name of the schema.
        schema: &'static str,
        /// Ids of the operations whose records are mapped.
        mapped: Vec<String>,
    },
    /// The JSON text of a table has another form than this crate reads: a mapping of this crate, or the text that was
    /// passed to [`Contract::read`](crate::contract::Contract::read).
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
            Self::TooManyToSort {
                operation,
                rows,
                bytes,
            } => write!(
                f,
                "{operation}: sorting holds at most {rows} records or {} MiB, and the list has more; nothing was printed",
                bytes / 1024 / 1024
            ),
            Self::TooManyToWatch { operation, rows } => write!(
                f,
                "{operation}: changes are seen among at most {rows} records, and the list has more"
            ),
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
