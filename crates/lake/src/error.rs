//! What can go wrong with a lake.

use std::fmt;

/// A failure of a lake, with the place that it is about.
#[derive(Debug)]
pub struct Error {
    place: String,
    kind: ErrorKind,
}

/// What kind of failure it is.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The store cannot be read or written.
    Store(object_store::Error),
    /// The address names no store that is known, or its settings are not complete.
    Address(String),
    /// The store overwrites an object that must be new, so two writers could not tell who was first.
    NoCreate,
    /// The table is not one of ours: another program made it.
    Foreign(String),
    /// The table needs a newer reader or writer.
    Newer(String),
    /// The log or a file of the table is not what it has to be.
    Broken(String),
    /// Parquet could not be written or read.
    Parquet(String),
    /// Other writers were faster, again and again.
    Contended,
}

impl Error {
    pub(crate) fn new(place: impl Into<String>, kind: ErrorKind) -> Self {
        Self {
            place: place.into(),
            kind,
        }
    }

    /// Other writers of a table were faster, again and again.
    pub fn contended(place: impl Into<String>) -> Self {
        Self::new(place, ErrorKind::Contended)
    }

    pub(crate) fn broken(place: impl Into<String>, why: impl Into<String>) -> Self {
        Self::new(place, ErrorKind::Broken(why.into()))
    }

    pub(crate) fn parquet(place: impl Into<String>, error: &dyn fmt::Display) -> Self {
        Self::new(place, ErrorKind::Parquet(error.to_string()))
    }

    /// The kind of failure.
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }

    /// Whether it is of this table alone. Other tables of the lake can be read and written.
    ///
    /// A store that does not answer, refuses, or is full is not: each table would fail.
    pub fn is_of_table(&self) -> bool {
        match &self.kind {
            ErrorKind::Foreign(_)
            | ErrorKind::Newer(_)
            | ErrorKind::Broken(_)
            | ErrorKind::Parquet(_)
            | ErrorKind::Contended => true,
            ErrorKind::Store(_) | ErrorKind::Address(_) | ErrorKind::NoCreate => false,
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> Option<&'static str> {
        Some(match &self.kind {
            ErrorKind::Store(object_store::Error::NotFound { .. }) => {
                "check the address: the bucket, container or folder must exist"
            }
            ErrorKind::Store(
                object_store::Error::PermissionDenied { .. }
                | object_store::Error::Unauthenticated { .. },
            ) => {
                "check the credentials of the store, and that they may read, write, list and delete"
            }
            ErrorKind::Store(error) if is_of_machine(error) => {
                "the environment has no key for the store, and this machine has no identity that could stand in: set \
                 AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AZURE_STORAGE_ACCOUNT_KEY, or GOOGLE_SERVICE_ACCOUNT"
            }
            ErrorKind::Store(_) => {
                "try again when the store answers; a pass is visible whole or not at all"
            }
            ErrorKind::Address(_) => {
                "give a path, file:///FOLDER, s3://BUCKET/PREFIX, az://CONTAINER/PREFIX or gs://BUCKET/PREFIX"
            }
            ErrorKind::NoCreate => {
                "use a store that obeys `If-None-Match: *`; in one that does not, two writers lose rows"
            }
            ErrorKind::Foreign(_) => "give another address: each lake has a place of its own",
            ErrorKind::Newer(_) => "use a newer version of this program",
            ErrorKind::Contended => "nothing of this pass is visible; try again",
            ErrorKind::Broken(_) | ErrorKind::Parquet(_) => {
                "restore what is broken from a copy of the lake, or collect into another address"
            }
        })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.place)?;
        match &self.kind {
            ErrorKind::Store(error) => write!(f, ": {}", in_words(error)),
            ErrorKind::Address(why) => write!(f, " is no address of a lake: {why}"),
            ErrorKind::NoCreate => f.write_str(
                " cannot hold a lake: it overwrote an object that was written on condition that there is none",
            ),
            ErrorKind::Foreign(why) => write!(f, " is not a table of this program: {why}"),
            ErrorKind::Newer(why) => write!(f, " was written by a newer program: {why}"),
            ErrorKind::Broken(why) => write!(f, " is broken: {why}"),
            ErrorKind::Parquet(why) => write!(f, ": Parquet: {why}"),
            ErrorKind::Contended => f.write_str(": other writers were faster each time"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            ErrorKind::Store(error) => Some(error),
            _ => None,
        }
    }
}

/// Whether a store asked the machine for its identity and got none.
fn is_of_machine(error: &object_store::Error) -> bool {
    let text = in_words(error);
    [
        "169.254.169.254",
        "metadata.google.internal",
        "fd00:ec2::254",
    ]
    .iter()
    .any(|host| text.contains(host))
}

/// The message of a store in one line, with the cause that it wraps.
fn in_words(error: &object_store::Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        let more = error.to_string();
        if !text.contains(&more) {
            text = format!("{text}: {more}");
        }
        cause = error.source();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
