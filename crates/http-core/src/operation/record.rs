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
    /// The member with the time of the last sign of life, of records that say neither when they
    /// changed nor when they were created. Empty if there is none.
    pub seen: &'static str,
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
            seen: "",
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

    /// Sets the member with the time of the last sign of life.
    pub const fn seen(mut self, member: &'static str) -> Self {
        self.seen = member;
        self
    }

    /// The member with the time by which records are old or new: the one that the service compares,
    /// or else that of the last sign of life, of the last change, or of creation. `None` if the
    /// records have no time.
    ///
    /// ```
    /// use http_core::{Record, RecordKind};
    ///
    /// static EVENT: Record = Record::new(RecordKind::Event).created("timestamp");
    /// assert_eq!(EVENT.time(), Some("timestamp"));
    /// assert_eq!(Record::new(RecordKind::Snapshot).time(), None);
    /// ```
    pub fn time(&self) -> Option<&'static str> {
        let compared = self.since.map_or("", |since| since.member);
        let members = [compared, self.seen, self.version, self.created];
        members.into_iter().find(|member| !member.is_empty())
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
    /// How many records can be read in this order. Services limit how far such a list can be paged. 0
    /// if no limit is documented.
    pub most: u32,
}

impl Newest {
    /// A list that is ordered by the time in `member`, newest first, if it is called with these
    /// inputs.
    pub const fn new(
        member: &'static str,
        inputs: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self {
            member,
            inputs,
            most: 0,
        }
    }

    /// Sets how many records can be read in this order.
    pub const fn most(mut self, records: u32) -> Self {
        self.most = records;
        self
    }

    /// The inputs that put the oldest record first: the same, in the other direction.
    ///
    /// ```
    /// let newest = http_core::Newest::new("at", &[("$orderby", "at desc")]);
    /// assert_eq!(newest.oldest_first(), [("$orderby", "at asc".to_owned())]);
    /// ```
    pub fn oldest_first(&self) -> Vec<(&'static str, String)> {
        let inputs = self.inputs.iter();
        let turned = inputs.map(|(name, value)| {
            let turned = value.strip_suffix("desc");
            let turned = turned.map_or((*value).to_owned(), |rest| format!("{rest}asc"));
            (*name, turned)
        });
        turned.collect()
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

    /// Whether the service can be asked for the records until a time too.
    pub const fn takes_until(&self) -> bool {
        !matches!(self.form, SinceForm::Input(_))
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
