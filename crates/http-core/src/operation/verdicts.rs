//! Where an answer of success says that a part failed.

/// Where an answer of success says that a part failed.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Verdicts {
    /// The member of the answer that lists the items.
    pub items: &'static str,
    /// The members that name an item, the best first. An item that is a text is its own name.
    pub name: &'static [&'static str],
    /// The input that says what was asked for, members joined by slashes; may be empty. It names items that have no
    /// name, by their place.
    pub asked: &'static str,
    /// Which items failed.
    pub failed: ItemFailed,
    /// Members of the answer that count what was done; may be empty. Fewer than asked for is a failure.
    pub counts: &'static [&'static str],
    /// The members with the reason, the best first, members joined by slashes.
    pub reason: &'static [&'static str],
    /// The reason where the answer gives none.
    pub note: &'static str,
}

impl Verdicts {
    /// An answer whose items failed as `failed` says. The members are set by the methods below.
    pub const fn new(items: &'static str, failed: ItemFailed) -> Self {
        Self {
            items,
            name: &[],
            asked: "",
            failed,
            counts: &[],
            reason: &[],
            note: "",
        }
    }

    /// Sets [`name`](Self::name).
    pub const fn name(mut self, members: &'static [&'static str]) -> Self {
        self.name = members;
        self
    }

    /// Sets [`asked`](Self::asked).
    pub const fn asked(mut self, input: &'static str) -> Self {
        self.asked = input;
        self
    }

    /// Sets [`counts`](Self::counts).
    pub const fn counts(mut self, members: &'static [&'static str]) -> Self {
        self.counts = members;
        self
    }

    /// Sets [`reason`](Self::reason).
    pub const fn reason(mut self, members: &'static [&'static str]) -> Self {
        self.reason = members;
        self
    }

    /// Sets [`note`](Self::note).
    pub const fn note(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }
}

/// Which items of an answer failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ItemFailed {
    /// All: the answer lists what failed.
    Listed,
    /// The items whose member is this word.
    Is(&'static str, &'static str),
    /// The items whose member is there and is another word.
    IsNot(&'static str, &'static str),
    /// The items whose member is a number from this one on.
    From(&'static str, i64),
    /// What was asked for and is not listed.
    Missing,
}
