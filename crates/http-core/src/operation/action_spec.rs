//! How a started action is found again, as data.

use super::Operation;

/// How an action that an operation starts is found again among those of its target. Its open states are those of the
/// operation's [`Completion`](crate::Completion).
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ActionSpec {
    /// The list of all actions.
    pub list: &'static Operation,
    /// The input that names the target, and the property of an action that does.
    pub target: (&'static str, &'static str),
    /// The property of an action that names its kind, and the kind that is started.
    pub kind: (&'static str, &'static str),
    /// Inputs that make it another action, each with the member of an action that shows it, parts joined by dots.
    pub same: &'static [(&'static str, &'static str)],
    /// Whether an open action of the kind does what a new one would do.
    pub reusable: bool,
}

impl ActionSpec {
    /// Actions in `list` whose property `target.1` holds the input `target.0`, and whose property `kind.0` is `kind.1`.
    /// An open one is not reused.
    pub const fn new(
        list: &'static Operation,
        target: (&'static str, &'static str),
        kind: (&'static str, &'static str),
    ) -> Self {
        Self {
            list,
            target,
            kind,
            same: &[],
            reusable: false,
        }
    }

    /// Inputs that make it another action.
    pub const fn same(mut self, same: &'static [(&'static str, &'static str)]) -> Self {
        self.same = same;
        self
    }

    /// States that an open action of the kind does what a new one would do.
    pub const fn reusable(mut self) -> Self {
        self.reusable = true;
        self
    }
}
