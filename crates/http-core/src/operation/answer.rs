//! What an operation returns, and how to read it.
//!
//! The kind decides which method of the [`Client`](crate::Client) fits: `send` for a record, `rows`
//! for a list, `file_rows` for files of records, `linked` for a file behind a signed address.

use super::{Column, Enrichment, Verdicts};

/// The form of a successful answer, and facts about reading it.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Answer {
    /// The form of the answer. Default: [`AnswerKind::Empty`].
    pub kind: AnswerKind,
    /// The members an analyst reads first, most important first. Tables show them before all
    /// others.
    pub columns: &'static [Column],
    /// Where an answer with status 2xx reports that some items failed. `None` if nothing is
    /// documented; common names of failures are checked then.
    pub verdicts: Option<&'static Verdicts>,
    /// Another list with more facts about the record. Only callers that ask for it pay for the
    /// second call.
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
    /// One record: an object with an id.
    Entity,
    /// A list of records, possibly over several pages.
    Collection {
        /// The member of the answer that holds the records: `value` (OData), `data` (Cloud Apps) or
        /// another name.
        list: &'static str,
    },
    /// An object without an id, such as a count or a summary.
    Object,
    /// A single value, either bare (`7`) or in the member `value`. OData writes `/$count` bare.
    Scalar,
    /// The signed address of a file. Treat it as a secret until it expires: whoever has it can read
    /// the file.
    Link,
    /// Signed addresses of files with records: gzip, one JSON object per line.
    Files {
        /// The member of the answer that holds the addresses.
        links: &'static str,
        /// The member with the time at which the service generated the files.
        made: &'static str,
    },
    /// The bytes of a file.
    File,
    /// No content.
    Empty,
}
