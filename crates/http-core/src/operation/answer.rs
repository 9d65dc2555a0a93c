//! What an operation answers with.

/// What a successful answer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// One record.
    Entity,
    /// Rows in the named member.
    Collection {
        /// The member of the answer that holds the rows: `value` or `data`.
        list: &'static str,
    },
    /// An object that is no record of its own.
    Object,
    /// A single value, bare or in `value`.
    Scalar,
    /// A single value that is the signed address of a file. It is a secret as long as it lasts.
    Link,
    /// Signed addresses of files with rows: gzip, one JSON object a line.
    Files {
        /// The member of the answer that holds the addresses.
        links: &'static str,
        /// The member that says when the files were made.
        made: &'static str,
    },
    /// A file.
    File,
    /// Nothing.
    Empty,
}

/// What a 404 of an operation means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotFound {
    /// There is no such record.
    Final,
    /// It comes and goes for records that exist: the call is repeated before it is believed.
    Again,
    /// The list is empty, where the service says so in an error of its own.
    Empty,
}
