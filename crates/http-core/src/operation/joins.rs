//! Records of one operation that tell more about the record of another.

/// Where more is told about the record that an operation answers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joins {
    /// The id of the list that tells it, of whatever product.
    pub row: &'static str,
    /// The property that the list is filtered by, and the member of the record that it has to equal.
    pub by: (&'static str, &'static str),
    /// What else the list is asked with.
    pub options: &'static [(&'static str, &'static str)],
    /// A member of the record, and the word it holds where there is something to join.
    pub only: (&'static str, &'static str),
    /// The name that the joined record gets among the record's own members.
    pub member: &'static str,
}
