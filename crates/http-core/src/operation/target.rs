//! The record that a change acts on.

use super::Operation;

/// The record that a change acts on.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Target {
    /// The input that names the record, or several. Empty where there is one such record in a tenant.
    pub input: &'static str,
    /// The id of the operation that shows the record, of whatever product.
    pub row: &'static str,
    /// The member of a listed record that equals the input, where only a list shows it; else empty.
    pub key: &'static str,
    /// The members of the record that a person knows it by, the first one that is there.
    pub name: &'static [&'static str],
    /// Further members that tell what the record is.
    pub shows: &'static [&'static str],
    /// How the record is found where the input holds a name in place of an id.
    pub named: Option<Named>,
}

impl Target {
    /// The record named by an input, and the operation that shows it.
    pub const fn new(input: &'static str, row: &'static str) -> Self {
        Self {
            input,
            row,
            key: "",
            name: &[],
            shows: &[],
            named: None,
        }
    }

    /// The member of a listed record that equals the input.
    pub const fn key(mut self, member: &'static str) -> Self {
        self.key = member;
        self
    }

    /// The members that a person knows the record by.
    pub const fn name(mut self, members: &'static [&'static str]) -> Self {
        self.name = members;
        self
    }

    /// Further members that tell what the record is.
    pub const fn shows(mut self, members: &'static [&'static str]) -> Self {
        self.shows = members;
        self
    }

    /// How the record is found by a name.
    pub const fn named(mut self, named: Named) -> Self {
        self.named = Some(named);
        self
    }
}

/// How a record is found by a name that several records may have.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// Gives the record that the service takes a name for.
    pub row: &'static Operation,
    /// Lists the records.
    pub list: &'static Operation,
    /// How many hexadecimal digits an id has; any other text is a name.
    pub digits: usize,
    /// The member that holds the name.
    pub property: &'static str,
    /// The member and the word that a record has on which a change can act.
    pub live: (&'static str, &'static str),
    /// The input and the word with which records are acted on that are not live; may be empty.
    pub unless: (&'static str, &'static str),
    /// Members that are set on a record whose place another one has taken.
    pub gone: &'static [&'static str],
}
