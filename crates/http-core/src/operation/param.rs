//! One input of an operation: name, place, type and bounds.
//!
//! An input has the same name in the SDK, on the command line and on the wire. What is documented
//! about its values is checked before sending, because the services answer a bad value with a bare
//! 400 at best and ignore it at worst.

use super::Checks;

/// Where an input travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// A segment of the path, or a part of one. Percent-encoded; an empty value or a dot segment is
    /// refused.
    Path,
    /// The query string.
    Query,
    /// A request header.
    Header,
    /// A member of the JSON body or a field of the form; the whole body if that is
    /// [binary](super::BodyKind::Binary).
    Body,
    /// A part of a multipart form.
    Part,
}

/// The type of an input's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Any text.
    Text,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Bool,
    /// An instant, written as in RFC 3339.
    Time,
    /// One word. The known ones are listed; others are sent as they are, because services add words
    /// without notice. Known words are sent in the service's spelling, whatever case the caller
    /// used.
    Enum(&'static [&'static str]),
    /// Several words in one text, separated by commas. The known ones are listed; others are sent
    /// as they are.
    Flags(&'static [&'static str]),
    /// Several texts.
    List,
    /// Any JSON value, including nested ones.
    Json,
    /// Bytes, sent unchanged. A command line reads them from a file.
    Bytes,
}

/// One input of an operation.
///
/// ```
/// use http_core::{Kind, Param};
///
/// const COMMENT: Param = Param::body("Comment").required().help("Stored with the action.");
/// const DAYS: Param = Param::query("sinceTime").kind(Kind::Time).within_days(14);
/// assert!(COMMENT.required);
/// assert_eq!(DAYS.place.as_str(), "query");
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Param {
    /// The name on the wire. Letter case counts.
    pub name: &'static str,
    /// Where it travels.
    pub place: Place,
    /// The type of its value. Default: [`Kind::Text`].
    pub kind: Kind,
    /// Whether the service refuses a call without it. Checked before sending.
    pub required: bool,
    /// One line for help texts. May be empty.
    pub help: &'static str,
    /// Maximum size in bytes; 0 if no limit is documented.
    pub max_bytes: usize,
    /// Least and most characters of a text, or items of a list; 0 if no limit is documented.
    pub length: (usize, usize),
    /// Whether it is the time until which something holds. A time that has passed is refused before
    /// sending.
    pub until: bool,
    /// How many days the time may lie in the past; 0 if no limit is documented. Five minutes of
    /// clock difference are allowed.
    pub within_days: u32,
    /// Whether it holds an array of objects.
    pub array: bool,
    /// The only value it can have, as text; sent without being set. Empty if there is a choice.
    pub constant: &'static str,
    /// Rules between the members of the objects it holds.
    pub checks: Option<&'static Checks>,
    /// Members of its objects that take known words, with those words. A member of an inner object
    /// is a path with slashes; an empty name stands for the items themselves. The sets are open.
    pub words: &'static [(&'static str, &'static [&'static str])],
    /// Other words for known ones, each with the word that is sent for it: pages and the service
    /// disagree about some.
    pub value_aliases: &'static [(&'static str, &'static str)],
    /// Other names of the input in files of people, such as the export of a portal. None of them is sent.
    pub aliases: &'static [&'static str],
    /// Members of records and columns of hunting that hold such a value, besides those that are named
    /// like the input. Letter case does not matter.
    pub members: &'static [&'static str],
    /// A sign up to which a typed value is dropped: the service takes `user` where its records say
    /// `domain\\user`. Empty if values are sent whole.
    pub after: &'static str,
    /// A value that the emulator accepts, as typed on a command line: text unchanged, several texts
    /// separated by commas, otherwise JSON. Empty if any value of the type will do.
    pub example: &'static str,
}

impl Place {
    /// The spelling in the reference tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Body => "body",
            Self::Part => "part",
        }
    }
}

impl Kind {
    /// The spelling in the reference tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Bool => "bool",
            Self::Time => "time",
            Self::Enum(_) => "enum",
            Self::Flags(_) => "flags",
            Self::List => "list",
            Self::Json => "json",
            Self::Bytes => "bytes",
        }
    }
}

impl Param {
    const fn new(name: &'static str, place: Place) -> Self {
        Self {
            name,
            place,
            kind: Kind::Text,
            required: false,
            help: "",
            max_bytes: 0,
            length: (0, 0),
            until: false,
            within_days: 0,
            array: false,
            constant: "",
            checks: None,
            words: &[],
            value_aliases: &[],
            aliases: &[],
            members: &[],
            after: "",
            example: "",
        }
    }

    /// A part of the path. Always required.
    pub const fn path(name: &'static str) -> Self {
        Self::new(name, Place::Path).required()
    }

    /// A query option. Optional (default).
    pub const fn query(name: &'static str) -> Self {
        Self::new(name, Place::Query)
    }

    /// A member of the body. Optional (default).
    pub const fn body(name: &'static str) -> Self {
        Self::new(name, Place::Body)
    }

    /// A part of a multipart form. Optional (default).
    pub const fn part(name: &'static str) -> Self {
        Self::new(name, Place::Part)
    }

    /// A request header. Optional (default).
    pub const fn header(name: &'static str) -> Self {
        Self::new(name, Place::Header)
    }

    /// Sets the type of the value. Default: [`Kind::Text`].
    pub const fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// Sets the members and columns that hold such a value.
    pub const fn members(mut self, names: &'static [&'static str]) -> Self {
        self.members = names;
        self
    }

    /// Sets the sign up to which a typed value is dropped.
    pub const fn after(mut self, sign: &'static str) -> Self {
        self.after = sign;
        self
    }

    /// The service refuses a call without it.
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Sets one line for help texts.
    pub const fn help(mut self, help: &'static str) -> Self {
        self.help = help;
        self
    }

    /// Sets the maximum size in bytes.
    pub const fn max_bytes(mut self, bytes: usize) -> Self {
        self.max_bytes = bytes;
        self
    }

    /// Sets the least and most characters of a text, or items of a list. 0 sets no limit.
    pub const fn length(mut self, least: usize, most: usize) -> Self {
        self.length = (least, most);
        self
    }

    /// The value is a time until which something holds.
    pub const fn until(mut self) -> Self {
        self.until = true;
        self
    }

    /// Sets how many days the time may lie in the past.
    pub const fn within_days(mut self, days: u32) -> Self {
        self.within_days = days;
        self
    }

    /// The value is an array of objects.
    pub const fn array(mut self) -> Self {
        self.array = true;
        self
    }

    /// Sets the only possible value, sent without being set.
    pub const fn constant(mut self, value: &'static str) -> Self {
        self.constant = value;
        self
    }

    /// Sets rules between the members of its objects.
    pub const fn checks(mut self, checks: &'static Checks) -> Self {
        self.checks = Some(checks);
        self
    }

    /// Sets the members of its objects that take known words.
    pub const fn words(
        mut self,
        words: &'static [(&'static str, &'static [&'static str])],
    ) -> Self {
        self.words = words;
        self
    }

    /// Sets the other names of the input in files of people.
    pub const fn aliases(mut self, names: &'static [&'static str]) -> Self {
        self.aliases = names;
        self
    }

    /// Sets other words for known ones, each with the word that is sent for it.
    pub const fn value_aliases(mut self, aliases: &'static [(&'static str, &'static str)]) -> Self {
        self.value_aliases = aliases;
        self
    }

    /// Sets a value that the emulator accepts, for help texts and tests.
    pub const fn example(mut self, example: &'static str) -> Self {
        self.example = example;
        self
    }
}
