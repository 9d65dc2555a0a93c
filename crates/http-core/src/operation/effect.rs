//! What an operation does to the records of a service, and how to undo it.
//!
//! The HTTP method does not say it: hunting queries are `POST`s that read, and a `POST` may isolate
//! a device. Prompts, guards for automation and the command that undoes a change need the answer
//! before anything is sent, so it is a fact of the operation.
//!
//! An undo is a second request. [`Undo`] says where its inputs come from: from the change itself,
//! from the record as it was before, or from the answer to the change.
//! [`Request::undo`](crate::Request::undo) builds it.

/// What an operation does to the records of a service.
///
/// ```
/// use http_core::{Effect, EffectKind, Undo};
///
/// static RELEASE: Undo = Undo::by("mde.machines.unisolate").carried(&["machine_id", "Comment"]);
/// const ISOLATE: Effect = Effect::new(EffectKind::Reversible).felt().undo(&RELEASE);
/// assert_eq!(ISOLATE.kind.as_str(), "reversible");
/// assert!(ISOLATE.felt);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Effect {
    /// The kind of change.
    pub kind: EffectKind,
    /// Whether a person at the device, or the owner of the account, notices: the network is cut, an
    /// application is blocked, a session ends. Default: `false`.
    pub felt: bool,
    /// How to undo the change. Always set if the kind is [`EffectKind::Reversible`].
    pub undo: Option<&'static Undo>,
}

impl Effect {
    /// An effect that nobody at a device notices and that no operation undoes.
    pub const fn new(kind: EffectKind) -> Self {
        Self {
            kind,
            felt: false,
            undo: None,
        }
    }

    /// States that a person at the device, or the owner of the account, notices.
    pub const fn felt(mut self) -> Self {
        self.felt = true;
        self
    }

    /// Sets how to undo the change.
    pub const fn undo(mut self, undo: &'static Undo) -> Self {
        self.undo = Some(undo);
        self
    }
}

/// The kind of a change. Ordered neither by risk nor by size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EffectKind {
    /// Changes nothing.
    Read,
    /// Adds a record and changes no existing one.
    Additive,
    /// Changes a record; another call restores it.
    Reversible,
    /// Changes a record; no documented operation restores it.
    Irreversible,
    /// Not described, or decided by the inputs. Callers must treat it as a change.
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

/// The call that undoes a change, and where its inputs come from.
///
/// A single undo may combine several sources. A change to a value without an opposite, or an answer
/// without the key of the created record, has no undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Undo {
    /// The id of the operation that undoes the change.
    pub by: &'static str,
    /// Inputs copied from the change: usually the id of the target.
    pub carried: &'static [&'static str],
    /// Inputs that get the value which the record held before the change. Each comes with the path
    /// of the record's member, parts joined by slashes.
    pub restored: &'static [(&'static str, &'static str)],
    /// An input and two opposite values, such as `tag action: Add / Remove`. The undo sends the
    /// opposite of what was sent. A change with a third value cannot be undone.
    pub swapped: Option<(&'static str, [&'static str; 2])>,
    /// The input that takes the key of a created record, and the member of the answer with that
    /// key. An empty member: the answer itself is the key.
    pub created: Option<(&'static str, &'static str)>,
    /// The input of the change that names several records, and the input of the undo that takes one
    /// of them. The undo is one call per record.
    pub each: Option<(&'static str, &'static str)>,
    /// Whether every restored input is sent, because the operation clears what is left out.
    /// Default: `false`, only inputs that the change had set are sent.
    pub whole: bool,
    /// What the undo does not restore, for prompts. May be empty.
    pub lost: &'static str,
}

impl Undo {
    /// An undo by the operation with this id, so far without inputs.
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

    /// Sets [`carried`](Self::carried): inputs copied from the change.
    pub const fn carried(mut self, inputs: &'static [&'static str]) -> Self {
        self.carried = inputs;
        self
    }

    /// Sets [`restored`](Self::restored): inputs that get the value from before the change.
    pub const fn restored(mut self, inputs: &'static [(&'static str, &'static str)]) -> Self {
        self.restored = inputs;
        self
    }

    /// Sets [`swapped`](Self::swapped): an input and its two opposite values.
    pub const fn swapped(mut self, input: &'static str, values: [&'static str; 2]) -> Self {
        self.swapped = Some((input, values));
        self
    }

    /// Sets [`created`](Self::created): the input that takes the key of the created record, and the
    /// answer's member with it.
    pub const fn created(mut self, input: &'static str, member: &'static str) -> Self {
        self.created = Some((input, member));
        self
    }

    /// Sets [`each`](Self::each): one call per record.
    pub const fn each(mut self, items: &'static str, input: &'static str) -> Self {
        self.each = Some((items, input));
        self
    }

    /// Sets [`whole`](Self::whole): inputs that are left out would be cleared.
    pub const fn whole(mut self) -> Self {
        self.whole = true;
        self
    }

    /// Sets [`lost`](Self::lost): what is not restored.
    pub const fn lost(mut self, what: &'static str) -> Self {
        self.lost = what;
        self
    }
}
