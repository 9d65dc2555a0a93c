//! What an operation does to the records of a service, and how that is taken back.

/// What an operation does to the records of a service.
///
/// Prompts, guards and plans read it; the HTTP method says nothing about it: hunts are sent by `POST`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Effect {
    /// The kind of change.
    pub kind: EffectKind,
    /// Whether a person at the device, or the owner of the account, feels it: the network is cut, an application is
    /// blocked, a session ends.
    pub felt: bool,
    /// How the change is taken back. Always set where the kind is [`EffectKind::Reversible`].
    pub undo: Option<&'static Undo>,
}

impl Effect {
    /// An effect of a kind that nobody at a device feels and that no operation takes back.
    pub const fn new(kind: EffectKind) -> Self {
        Self {
            kind,
            felt: false,
            undo: None,
        }
    }

    /// States that a person at the device feels it.
    pub const fn felt(mut self) -> Self {
        self.felt = true;
        self
    }

    /// How the change is taken back.
    pub const fn undo(mut self, undo: &'static Undo) -> Self {
        self.undo = Some(undo);
        self
    }
}

/// The kind of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EffectKind {
    /// Changes nothing.
    Read,
    /// Adds a record, and changes none that was there.
    Additive,
    /// Changes a record, and another call puts it back.
    Reversible,
    /// No documented operation takes it back.
    Irreversible,
    /// Not described, or decided by the inputs. Treated as a change.
    Unknown,
}

impl EffectKind {
    /// The kind as the reference tables spell it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Additive => "additive",
            Self::Reversible => "reversible",
            Self::Irreversible => "irreversible",
            Self::Unknown => "unknown",
        }
    }
}

/// The call that takes a change back, and where its inputs come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Undo {
    /// The id of the operation.
    pub by: &'static str,
    /// Inputs of the change that the call takes as they were.
    pub carried: &'static [&'static str],
    /// Inputs that get the value which the record held before, each with the path of its member.
    pub restored: &'static [(&'static str, &'static str)],
    /// An input and two values, each the opposite of the other. Another value has no opposite: such a change cannot be
    /// taken back.
    pub swapped: Option<(&'static str, [&'static str; 2])>,
    /// The input that takes the key of what the change made, and the member of the answer that holds it; empty where the
    /// answer is the key itself.
    pub created: Option<(&'static str, &'static str)>,
    /// The input of the change that names several records, and the input that takes one of them: a call a record.
    pub each: Option<(&'static str, &'static str)>,
    /// Whether every restored input is sent, because the operation empties what is left out. Otherwise those that the
    /// change had set are sent.
    pub whole: bool,
    /// What is not put back; may be empty.
    pub lost: &'static str,
}

impl Undo {
    /// Taken back by the operation of this id.
    pub const fn by(id: &'static str) -> Self {
        Self {
            by: id,
            carried: &[],
            restored: &[],
            swapped: None,
            created: None,
            each: None,
            whole: false,
            lost: "",
        }
    }

    /// Inputs of the change that the call takes as they were.
    pub const fn carried(mut self, inputs: &'static [&'static str]) -> Self {
        self.carried = inputs;
        self
    }

    /// Inputs that get the value which the record held before.
    pub const fn restored(mut self, inputs: &'static [(&'static str, &'static str)]) -> Self {
        self.restored = inputs;
        self
    }

    /// An input and two values, each the opposite of the other.
    pub const fn swapped(mut self, input: &'static str, values: [&'static str; 2]) -> Self {
        self.swapped = Some((input, values));
        self
    }

    /// The input that takes the key of what the change made, and the member of the answer with that key.
    pub const fn created(mut self, input: &'static str, member: &'static str) -> Self {
        self.created = Some((input, member));
        self
    }

    /// The input that names several records, and the input that takes one of them.
    pub const fn each(mut self, items: &'static str, input: &'static str) -> Self {
        self.each = Some((items, input));
        self
    }

    /// States that what is left out is emptied.
    pub const fn whole(mut self) -> Self {
        self.whole = true;
        self
    }

    /// What is not put back.
    pub const fn lost(mut self, what: &'static str) -> Self {
        self.lost = what;
        self
    }
}
