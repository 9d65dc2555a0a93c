//! The record that a change acts on.
//!
//! A prompt that says "isolate 1e5bc9d7…?" cannot be answered by a person. The target says which
//! operation shows the record and which members identify it to a person: "isolate build-07, Windows
//! 11, last seen 3 minutes ago?".
//!
//! Some services accept a name in place of an id and choose a record silently. Device names are not
//! unique in Defender for Endpoint: a reinstalled device is a second record, and the old one may be
//! inactive. [`Named`] says how to list all records of a name, so that the choice is made before
//! anything is sent.

use super::Operation;

/// The record that a change acts on, and how to show it.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Target {
    /// The input that names the record, or several. Empty if a tenant has only one such record.
    pub input: &'static str,
    /// The id of the operation that shows the record. May belong to another product.
    pub operation: &'static str,
    /// The member of a listed record that equals the input. Empty if an operation shows the single
    /// record.
    pub key: &'static str,
    /// Members by which a person recognises the record. The first that is present is shown.
    pub name: &'static [&'static str],
    /// Further members that help to recognise the record.
    pub shows: &'static [&'static str],
    /// The member that holds the record's tags. Empty if it has none.
    pub tags: &'static str,
    /// Which operation lists the users of the record, such as those who were on a device.
    pub users: Option<Users>,
    /// How to find the record if the input holds a name in place of an id.
    pub named: Option<Named>,
}

/// The users of a record: who notices a change of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Users {
    /// The id of the operation that lists them. The id of the record is its only input in the path.
    pub list: &'static str,
    /// The member with the name of a user.
    pub name: &'static str,
    /// The member with the time at which the user was seen last.
    pub seen: &'static str,
}

impl Users {
    /// The users that an operation lists, by the members with their name and the time they were seen last.
    pub const fn new(list: &'static str, name: &'static str, seen: &'static str) -> Self {
        Self { list, name, seen }
    }
}

impl Target {
    /// The record named by an input, and the id of the operation that shows it.
    pub const fn new(input: &'static str, operation: &'static str) -> Self {
        Self {
            input,
            operation,
            key: "",
            name: &[],
            shows: &[],
            tags: "",
            users: None,
            named: None,
        }
    }

    /// Sets the member of a listed record that equals the input.
    pub const fn key(mut self, member: &'static str) -> Self {
        self.key = member;
        self
    }

    /// Sets the members by which a person recognises the record.
    pub const fn name(mut self, members: &'static [&'static str]) -> Self {
        self.name = members;
        self
    }

    /// Sets further members to show.
    pub const fn shows(mut self, members: &'static [&'static str]) -> Self {
        self.shows = members;
        self
    }

    /// Sets the member that holds the tags.
    pub const fn tags(mut self, member: &'static str) -> Self {
        self.tags = member;
        self
    }

    /// Sets which operation lists the users of the record.
    pub const fn users(mut self, users: Users) -> Self {
        self.users = Some(users);
        self
    }

    /// Sets how to find the record by name.
    pub const fn named(mut self, named: Named) -> Self {
        self.named = Some(named);
        self
    }
}

/// How to find a record by a name that several records may share.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Named {
    /// Shows the record that the service chooses for a name.
    pub get: &'static Operation,
    /// Lists the records. Must accept `$filter` on `property`.
    pub list: &'static Operation,
    /// Number of hexadecimal digits of an id; 0 for a whole number of any length. Any other text is a
    /// name.
    pub digits: usize,
    /// The member that holds the full name.
    pub property: &'static str,
    /// The member and the word of a record that can be acted on. A record without the member counts
    /// as one; without a member, every record is one.
    pub live: (&'static str, &'static str),
    /// The input and the word of a change that also acts on records that are not live, such as the
    /// isolation of an unmanaged device. Empty if there is no exception.
    pub unless: (&'static str, &'static str),
    /// Members that are set on a record which another one has replaced. Such a record is never
    /// acted on.
    pub gone: &'static [&'static str],
    /// Further properties of the list by which people know a record, each with the form that tells
    /// its values from a name.
    pub also: &'static [(&'static str, NameForm)],
}

/// The form of a value that stands for a record in place of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NameForm {
    /// An IP address.
    Ip,
    /// A GUID, such as the id of a device in Microsoft Entra.
    Guid,
}

impl Named {
    /// `get` shows the record that the service chooses for a name, `list` lists all. An id has
    /// `digits` hexadecimal digits, `property` holds the name, and `live` is the member and the
    /// word of a record that can be acted on.
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
            also: &[],
        }
    }

    /// Sets [`also`](Self::also).
    pub const fn also(mut self, properties: &'static [(&'static str, NameForm)]) -> Self {
        self.also = properties;
        self
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
