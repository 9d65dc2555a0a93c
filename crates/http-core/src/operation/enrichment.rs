//! A second list with more facts about a record.
//!
//! Services of one family split what an analyst needs: an incident stands in one product, facts
//! about its device in another. An enrichment is a join that a caller can request: for each record,
//! a filtered list of another operation.

/// The list with more facts about the record that an operation returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Enrichment {
    /// The id of the list. It may belong to another product, so the caller needs a token for that
    /// one as well.
    pub operation: &'static str,
    /// The property the list is filtered by, and the member of the record that it must equal.
    pub by: (&'static str, &'static str),
    /// Further inputs of the list, with their values.
    pub options: &'static [(&'static str, &'static str)],
    /// A member and a word: only records whose member holds the word are looked up. Empty: all.
    pub only: (&'static str, &'static str),
    /// The member under which the found record is added.
    pub member: &'static str,
}

impl Enrichment {
    /// The records of the list `operation` whose property `by.0` equals the record's member `by.1`.
    /// They are added to the record under the name `member`.
    pub const fn new(
        operation: &'static str,
        by: (&'static str, &'static str),
        member: &'static str,
    ) -> Self {
        Self {
            operation,
            by,
            options: &[],
            only: ("", ""),
            member,
        }
    }

    /// Sets further inputs of the list, with their values.
    pub const fn options(mut self, options: &'static [(&'static str, &'static str)]) -> Self {
        self.options = options;
        self
    }

    /// Limits the lookup to records whose member holds this word, which saves calls for the others.
    pub const fn only(mut self, member: &'static str, word: &'static str) -> Self {
        self.only = (member, word);
        self
    }
}
