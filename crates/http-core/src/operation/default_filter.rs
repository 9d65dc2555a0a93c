//! What a list leaves out where nobody asks for it.

/// A filter that a command line adds to a list which mixes what is meant with what is not.
///
/// The list itself stays what the service makes of it: the SDK never adds the filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DefaultFilter {
    /// The OData filter.
    pub filter: &'static str,
    /// The property that it looks at; a caller's own filter by it takes its place.
    pub property: &'static str,
    /// The name of the option that asks for everything.
    pub flag: &'static str,
    /// What is left out, in a few words.
    pub note: &'static str,
}

impl DefaultFilter {
    /// The filter, the property that it looks at, the option that asks for everything, and what is left out.
    pub const fn new(
        filter: &'static str,
        property: &'static str,
        flag: &'static str,
        note: &'static str,
    ) -> Self {
        Self {
            filter,
            property,
            flag,
            note,
        }
    }
}
