//! What an operation answers with.

use super::{Column, Enrichment, Verdicts};

/// What a successful answer holds, and what is known of it.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Answer {
    /// The form of the answer.
    pub kind: AnswerKind,
    /// What an analyst reads first of a record, in order.
    pub columns: &'static [Column],
    /// Where a successful answer says that a part failed.
    pub verdicts: Option<&'static Verdicts>,
    /// The list with further facts about the record.
    pub enrichment: Option<&'static Enrichment>,
}

impl Answer {
    pub(super) const fn new() -> Self {
        Self {
            kind: AnswerKind::Empty,
            columns: &[],
            verdicts: None,
            enrichment: None,
        }
    }
}

/// The form of a successful answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AnswerKind {
    /// One record.
    Entity,
    /// A list of records.
    Collection {
        /// The member of the answer that holds the records: `value` or `data`.
        list: &'static str,
    },
    /// An object without an id, such as a count or a summary.
    Object,
    /// A single value, bare or in `value`.
    Scalar,
    /// A single value that is the signed address of a file. It is a secret as long as it lasts.
    Link,
    /// Signed addresses of files with records: gzip, one JSON object a line.
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
