//! A filter that command lines add to lists which mix two kinds of records.
//!
//! For example, a list of devices also holds devices that left long ago. A person rarely wants
//! them, a program may. So the filter belongs to the command line, which can say what it left out,
//! and not to the SDK.

/// A filter that a command line adds by default. The SDK never adds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DefaultFilter {
    /// The OData filter, such as `healthStatus ne 'Inactive'`.
    pub filter: &'static str,
    /// The property the filter compares. A filter of the caller that names this property replaces
    /// the default.
    pub property: &'static str,
    /// Name of the option that turns the filter off.
    pub flag: &'static str,
    /// What is left out, in a few words, for help texts and notes below a table.
    pub note: &'static str,
}

impl DefaultFilter {
    /// A filter, the property it compares, the option that turns it off, and a note about what is
    /// left out.
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
