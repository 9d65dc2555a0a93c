//! What can go wrong with a lake.

use std::fmt;
use std::io;

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
    /// The address names no store that is known.
    Address(String),
    /// The settings of the store, which are in the environment, are wrong or not complete. Nothing was sent.
    Settings {
        /// What is wrong. No value of a setting stands in it: that may be a secret.
        why: String,
        /// What to do about it.
        hint: &'static str,
    },
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
            ErrorKind::Store(_)
            | ErrorKind::Address(_)
            | ErrorKind::Settings { .. }
            | ErrorKind::NoCreate => false,
        }
    }

    /// Whether the caller has to give another address or other settings. Nothing was sent.
    pub fn is_usage(&self) -> bool {
        matches!(
            self.kind,
            ErrorKind::Address(_) | ErrorKind::Settings { .. }
        )
    }

    /// What to do about it.
    pub fn hint(&self) -> Option<&'static str> {
        Some(match &self.kind {
            ErrorKind::Store(error) => return of_store(error),
            ErrorKind::Settings { hint, .. } => hint,
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
            ErrorKind::Settings { why, .. } => write!(f, " cannot be opened: {why}"),
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

/// What to do about an error of a store. `None` where nothing is known.
fn of_store(error: &object_store::Error) -> Option<&'static str> {
    use object_store::Error as Store;

    if let Some(kind) = of_disk(error) {
        return match kind {
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::FileTooLarge => {
                Some("make room on the disk; nothing of this pass is visible")
            }
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
                Some("give a folder that this user may write, list and delete in")
            }
            _ => None,
        };
    }
    let text = in_words(error);
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if says(MACHINE) {
        return Some(
            "the environment has no key for the store, and this machine has no identity that could stand in: set \
             AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AZURE_STORAGE_ACCOUNT_KEY, or GOOGLE_SERVICE_ACCOUNT",
        );
    }
    match error {
        Store::NotFound { .. } => {
            Some("check the address: the bucket, container or folder must exist")
        }
        _ if says(MISSING) => Some("check the address: the bucket, container or folder must exist"),
        Store::PermissionDenied { .. } | Store::Unauthenticated { .. } => Some(REFUSED),
        _ if says(DENIED) => Some(REFUSED),
        // A folder does not answer later what it does not answer now.
        Store::Generic { store, .. } if !["LocalFileSystem", "folder"].contains(store) => {
            Some("try again when the store answers; a pass is visible whole or not at all")
        }
        _ => None,
    }
}

const REFUSED: &str =
    "check the credentials of the store, and that they may read, write, list and delete";

/// Hosts that a store asks for the identity of the machine.
const MACHINE: &[&str] = &[
    "169.254.169.254",
    "169.254.170.2",
    "metadata.google.internal",
    "fd00:ec2::254",
];

/// How a store says that its bucket is not there, where the library makes no error of its own of it.
const MISSING: &[&str] = &[
    "NoSuchBucket",
    "ContainerNotFound",
    "status code: 404",
    "bucket does not exist",
];

/// How a store says that it refuses the caller.
const DENIED: &[&str] = &["status code: 401", "status code: 403"];

/// The error of the system, if a disk failed.
fn of_disk(error: &object_store::Error) -> Option<io::ErrorKind> {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = cause {
        cause = error.source();
        let Some(error) = error.downcast_ref::<io::Error>() else {
            continue;
        };
        match error.get_ref() {
            // One that wraps another has that as its own cause, and `source` passes over it.
            Some(wrapped) => cause = Some(wrapped),
            None => return Some(error.kind()).filter(|kind| DISK.contains(kind)),
        }
    }
    None
}

const DISK: &[io::ErrorKind] = &[
    io::ErrorKind::StorageFull,
    io::ErrorKind::QuotaExceeded,
    io::ErrorKind::FileTooLarge,
    io::ErrorKind::ReadOnlyFilesystem,
    io::ErrorKind::PermissionDenied,
    io::ErrorKind::NotADirectory,
    io::ErrorKind::IsADirectory,
    io::ErrorKind::AlreadyExists,
];

/// The message of a store in one line, with the cause that it wraps. Addresses lose their queries: those of Azure may hold a signature.
pub(crate) fn in_words(error: &object_store::Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        let more = error.to_string();
        if !text.contains(&more) {
            text = format!("{text}: {more}");
        }
        cause = error.source();
    }
    let words = text.split_whitespace().map(without_query);
    words.collect::<Vec<_>>().join(" ")
}

/// A word without the query of an address.
fn without_query(word: &str) -> &str {
    match word.contains("://") {
        true => word.split('?').next().unwrap_or(word),
        false => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn disk(kind: io::ErrorKind) -> Error {
        let inner = object_store::Error::Generic {
            store: "LocalFileSystem",
            source: Box::new(io::Error::from(kind)),
        };
        let source = Box::new(io::Error::other(inner));
        let error = object_store::Error::Generic {
            store: "upload",
            source,
        };
        Error::new("lake", ErrorKind::Store(error))
    }

    fn answered(text: &str) -> Error {
        let error = object_store::Error::Generic {
            store: "S3",
            source: text.into(),
        };
        Error::new("s3://b/lake", ErrorKind::Store(error))
    }

    #[test]
    fn each_failure_has_a_hint_of_its_own_or_none() {
        for (error, expected) in [
            (disk(io::ErrorKind::StorageFull), Some("make room")),
            (disk(io::ErrorKind::FileTooLarge), Some("make room")),
            (
                disk(io::ErrorKind::ReadOnlyFilesystem),
                Some("give a folder that this user may write"),
            ),
            (disk(io::ErrorKind::NotADirectory), None),
            (disk(io::ErrorKind::InvalidInput), Some("try again")),
            (
                answered("status code: 404 Not Found: <Code>NoSuchBucket</Code>"),
                Some("check the address"),
            ),
            (
                answered("status code: 403 Forbidden"),
                Some("check the credentials"),
            ),
            (
                answered("GET http://169.254.169.254/latest"),
                Some("the environment has no key"),
            ),
            (answered("connection refused"), Some("try again")),
            (
                Error::broken("t", "cut"),
                Some("restore what is broken from a copy"),
            ),
        ] {
            let hint = error.hint();
            let fits = match expected {
                Some(begin) => hint.is_some_and(|hint| hint.starts_with(begin)),
                None => hint.is_none(),
            };
            assert!(fits, "{error}: {hint:?}");
        }
    }

    #[test]
    fn a_signature_in_an_address_is_not_printed() {
        let error = answered("GET https://a.blob.core.windows.net/c?sv=1&sig=SECRET in 3ms");
        assert_eq!(
            error.to_string(),
            "`s3://b/lake`: Generic S3 error: GET https://a.blob.core.windows.net/c in 3ms"
        );
    }
}
