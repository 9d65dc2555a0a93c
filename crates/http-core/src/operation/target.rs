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
#[non_exhaustive]
pub struct Named {
    /// Shows the record for which the service takes a name.
    pub get: &'static Operation,
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

impl Named {
    /// `get` shows the record for which the service takes a name, `list` has all. An id has this many hexadecimal digits.
    /// `property` holds the name, and `live` is the member and the word of a record on which a change can act.
    pub const fn new(
        get: &'static Operation,
        list: &'static Operation,
        digits: usize,
        property: &'static str,
        live: (&'static str, &'static str),
    ) -> Self {
        Self {
            get,
            list,
            digits,
            property,
            live,
            unless: ("", ""),
            gone: &[],
        }
    }

    /// Sets [`unless`](Self::unless).
    pub const fn unless(mut self, input: (&'static str, &'static str)) -> Self {
        self.unless = input;
        self
    }

    /// Sets [`gone`](Self::gone).
    pub const fn gone(mut self, members: &'static [&'static str]) -> Self {
        self.gone = members;
        self
    }
}
