//! What a list holds: how a record is known, when it changed, and how a part of the list is asked for.

/// What the records of a list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Record {
    /// Whether records change.
    pub kind: RecordKind,
    /// The members that together identify a record; empty where nothing does.
    pub key: &'static [&'static str],
    /// The member with the time of the last change; empty where there is none.
    pub version: &'static str,
    /// The member with the time of creation; empty where there is none.
    pub created: &'static str,
    /// How the newest record is asked for first.
    pub newest: Option<Newest>,
    /// How the records from a time on are asked for.
    pub since: Option<Since>,
}

impl Record {
    /// Records of a kind that nothing identifies.
    pub const fn new(kind: RecordKind) -> Self {
        Self {
            kind,
            key: &[],
            version: "",
            created: "",
            newest: None,
            since: None,
        }
    }

    /// The members that identify a record.
    pub const fn key(mut self, members: &'static [&'static str]) -> Self {
        self.key = members;
        self
    }

    /// The member with the time of the last change.
    pub const fn version(mut self, member: &'static str) -> Self {
        self.version = member;
        self
    }

    /// The member with the time of creation.
    pub const fn created(mut self, member: &'static str) -> Self {
        self.created = member;
        self
    }

    /// How the newest record is asked for first.
    pub const fn newest(mut self, newest: Newest) -> Self {
        self.newest = Some(newest);
        self
    }

    /// How the records from a time on are asked for.
    pub const fn since(mut self, since: Since) -> Self {
        self.since = Some(since);
        self
    }
}

/// Whether records change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RecordKind {
    /// Written once: an activity, a logged event.
    Event,
    /// Changes while it keeps its key: an alert, a device.
    Mutable,
    /// Computed by the service: the next list replaces all of them.
    Snapshot,
}

impl RecordKind {
    /// The kind as the reference tables spell it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Mutable => "mutable",
            Self::Snapshot => "snapshot",
        }
    }
}

/// The inputs that put the newest record first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Newest {
    /// The member with the time that the list is ordered by.
    pub member: &'static str,
    /// Inputs and their values.
    pub inputs: &'static [(&'static str, &'static str)],
}

impl Newest {
    /// A list ordered by the time in `member` when it is asked with these inputs.
    pub const fn new(
        member: &'static str,
        inputs: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self { member, inputs }
    }
}

/// How the records from a time on are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Since {
    /// The member with the time that is compared.
    pub member: &'static str,
    /// The form of the question.
    pub form: SinceForm,
}

impl Since {
    /// Records whose `member` is at or after a time, asked for in this form.
    pub const fn new(member: &'static str, form: SinceForm) -> Self {
        Self { member, form }
    }
}

/// The form in which a list takes a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SinceForm {
    /// A property in `$filter`, with `ge`.
    Filter(&'static str),
    /// An input that takes the time.
    Input(&'static str),
    /// A field of the input `filters`, with `gte` and milliseconds since 1970.
    Field(&'static str),
}
