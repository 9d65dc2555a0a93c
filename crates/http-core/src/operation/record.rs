//! What the records of a list are: key, version, times, and how to read only a part.
//!
//! Collectors that run every few minutes need to know which member says that a record changed, and
//! how to request the records since the last run. A list that does not say so has to be read whole.

/// What the records of a list are.
///
/// ```
/// use http_core::{Newest, Record, RecordKind, Since, SinceForm};
///
/// static ALERT: Record = Record::new(RecordKind::Mutable)
///     .key(&["id"])
///     .version("lastUpdateTime")
///     .created("alertCreationTime")
///     .newest(Newest::new("lastUpdateTime", &[("$orderby", "lastUpdateTime desc")]))
///     .since(Since::new("lastUpdateTime", SinceForm::Filter("lastUpdateTime")));
/// assert_eq!(ALERT.key, ["id"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Record {
    /// Whether records change after they were created.
    pub kind: RecordKind,
    /// The members that together identify a record. Empty if nothing does.
    pub key: &'static [&'static str],
    /// The member with the time of the last change. Empty if there is none.
    pub version: &'static str,
    /// The member with the time of creation. Empty if there is none.
    pub created: &'static str,
    /// How to request the newest record first. `None`: the list has no such order.
    pub newest: Option<Newest>,
    /// How to request the records since a time. `None`: the list has to be read whole.
    pub since: Option<Since>,
}

impl Record {
    /// Records of this kind that nothing identifies.
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

    /// Sets the members that together identify a record.
    pub const fn key(mut self, members: &'static [&'static str]) -> Self {
        self.key = members;
        self
    }

    /// Sets the member with the time of the last change.
    pub const fn version(mut self, member: &'static str) -> Self {
        self.version = member;
        self
    }

    /// Sets the member with the time of creation.
    pub const fn created(mut self, member: &'static str) -> Self {
        self.created = member;
        self
    }

    /// Sets how to request the newest record first.
    pub const fn newest(mut self, newest: Newest) -> Self {
        self.newest = Some(newest);
        self
    }

    /// Sets how to request the records since a time.
    pub const fn since(mut self, since: Since) -> Self {
        self.since = Some(since);
        self
    }
}

/// Whether records change after they were created.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RecordKind {
    /// Written once, such as an activity or a logged event.
    Event,
    /// Changes and keeps its key, such as an alert or a device.
    Mutable,
    /// Computed by the service. Each list replaces the one before; records that are missing from it
    /// are gone.
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
    /// Inputs and their values, such as `$orderby`.
    pub inputs: &'static [(&'static str, &'static str)],
}

impl Newest {
    /// A list that is ordered by the time in `member`, newest first, if it is called with these
    /// inputs.
    pub const fn new(
        member: &'static str,
        inputs: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self { member, inputs }
    }
}

/// How to request the records since a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Since {
    /// The member with the time that is compared. Callers read the next watermark from it.
    pub member: &'static str,
    /// How the time is sent.
    pub form: SinceForm,
}

impl Since {
    /// Records whose `member` is at or after a time, requested in this form.
    pub const fn new(member: &'static str, form: SinceForm) -> Self {
        Self { member, form }
    }
}

/// How a list takes a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SinceForm {
    /// A property in `$filter`, compared with `ge`.
    Filter(&'static str),
    /// An input that takes the time.
    Input(&'static str),
    /// A field of the input `filters`, with `gte` and milliseconds since 1970.
    Field(&'static str),
}
