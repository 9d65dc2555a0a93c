//! One input of an operation: its name on the wire, its place and what it holds.

use super::Checks;

/// Where an input travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// A segment of the path, or a part of one.
    Path,
    /// The query string.
    Query,
    /// A request header.
    Header,
    /// A member of the JSON body or a field of the form; the whole body where it is binary.
    Body,
    /// A part of a multipart form.
    Part,
}

/// What an input holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Any text.
    Text,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Bool,
    /// An instant, written in RFC 3339.
    Time,
    /// One of the known words, or another one: the set is open.
    Enum(&'static [&'static str]),
    /// Several of the known words in one text, separated by commas: the set is open.
    Flags(&'static [&'static str]),
    /// Several texts.
    List,
    /// Any JSON value, nested ones included.
    Json,
    /// Bytes, sent as they are.
    Bytes,
}

/// One input of an operation.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Param {
    /// The name on the wire.
    pub name: &'static str,
    /// Where it travels.
    pub place: Place,
    /// What it holds.
    pub kind: Kind,
    /// Whether the service refuses the call without it.
    pub required: bool,
    /// One line for help texts; may be empty.
    pub help: &'static str,
    /// The most bytes that it may hold; 0 where no bound is documented.
    pub max_bytes: usize,
    /// Whether it is the time until which something holds: one that has passed is refused.
    pub until: bool,
    /// How many days back it may lie; 0 where no bound is documented.
    pub within_days: u32,
    /// Whether it holds an array of objects.
    pub array: bool,
    /// The one value that it can have, as text: sent without being asked for. Empty where there is a choice.
    pub constant: &'static str,
    /// What the members of the objects that it holds must agree on.
    pub checks: Option<&'static Checks>,
    /// Members of the objects that it holds which take known words, with those words; the sets are open. A member of an
    /// inner object is written behind its object and a slash; the name is empty where the items are words themselves.
    pub words: &'static [(&'static str, &'static [&'static str])],
    /// A value that the emulator accepts, as a command line takes it: text as it is, several texts between commas, JSON
    /// otherwise. Empty where any value of the kind will do.
    pub example: &'static str,
}

impl Place {
    /// The place as the reference tables spell it.
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
    /// The kind as the reference tables spell it.
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
            until: false,
            within_days: 0,
            array: false,
            constant: "",
            checks: None,
            words: &[],
            example: "",
        }
    }

    /// A part of the path; always required.
    pub const fn path(name: &'static str) -> Self {
        Self::new(name, Place::Path).required()
    }

    /// A query option.
    pub const fn query(name: &'static str) -> Self {
        Self::new(name, Place::Query)
    }

    /// A member of the JSON body.
    pub const fn body(name: &'static str) -> Self {
        Self::new(name, Place::Body)
    }

    /// A part of a multipart form.
    pub const fn part(name: &'static str) -> Self {
        Self::new(name, Place::Part)
    }

    /// A request header.
    pub const fn header(name: &'static str) -> Self {
        Self::new(name, Place::Header)
    }

    /// Sets what the input holds; text unless told.
    pub const fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// Marks the input as one the service insists on.
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// One line for help texts.
    pub const fn help(mut self, help: &'static str) -> Self {
        self.help = help;
        self
    }

    /// The most bytes that it may hold.
    pub const fn max_bytes(mut self, bytes: usize) -> Self {
        self.max_bytes = bytes;
        self
    }

    /// Marks a time until which something holds.
    pub const fn until(mut self) -> Self {
        self.until = true;
        self
    }

    /// How many days back a time may lie.
    pub const fn within_days(mut self, days: u32) -> Self {
        self.within_days = days;
        self
    }

    /// Marks an array of objects.
    pub const fn array(mut self) -> Self {
        self.array = true;
        self
    }

    /// The one value that it can have.
    pub const fn constant(mut self, value: &'static str) -> Self {
        self.constant = value;
        self
    }

    /// What the members of the objects that it holds must agree on.
    pub const fn checks(mut self, checks: &'static Checks) -> Self {
        self.checks = Some(checks);
        self
    }

    /// Members of the objects that it holds which take known words.
    pub const fn words(
        mut self,
        words: &'static [(&'static str, &'static [&'static str])],
    ) -> Self {
        self.words = words;
        self
    }

    /// A value for help texts.
    pub const fn example(mut self, example: &'static str) -> Self {
        self.example = example;
        self
    }
}
