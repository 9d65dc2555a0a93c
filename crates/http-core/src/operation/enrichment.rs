//! Records of one operation that complete the record of another.

/// The list with further facts about the record that an operation answers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Enrichment {
    /// The id of the list, of whatever product.
    pub operation: &'static str,
    /// The property that the list is filtered by, and the member of the record that it has to equal.
    pub by: (&'static str, &'static str),
    /// What else the list is asked with.
    pub options: &'static [(&'static str, &'static str)],
    /// A member of the record, and the word it holds where the list has something about it.
    pub only: (&'static str, &'static str),
    /// The name that the found record gets among the record's own members.
    pub member: &'static str,
}

impl Enrichment {
    /// Records of the list `operation` whose property `by.0` equals the record's member `by.1`. They are added to the
    /// record under the name `member`.
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

    /// Further inputs of the list, with their values.
    pub const fn options(mut self, options: &'static [(&'static str, &'static str)]) -> Self {
        self.options = options;
        self
    }

    /// Limits it to records whose member holds this word.
    pub const fn only(mut self, member: &'static str, word: &'static str) -> Self {
        self.only = (member, word);
        self
    }
}
