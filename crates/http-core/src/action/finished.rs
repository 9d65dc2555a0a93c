//! How following an action ended.

/// How following an action ended. Each ending holds the record as it was seen last, and with it the action's id.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[must_use = "an action that failed or goes on is no error"]
pub enum Finished<T> {
    /// The action did what was asked for.
    Succeeded(T),
    /// The action ended in another way: failed, cancelled, given up. The record tells which.
    Failed(T),
    /// The time was up first; the action goes on. Where no look succeeded, the record holds nothing but the id.
    Pending(T),
}

impl<T> Finished<T> {
    /// The record as it was seen last.
    pub fn into_inner(self) -> T {
        match self {
            Self::Succeeded(record) | Self::Failed(record) | Self::Pending(record) => record,
        }
    }

    /// The record of an action that succeeded.
    pub fn succeeded(self) -> Option<T> {
        match self {
            Self::Succeeded(record) => Some(record),
            _ => None,
        }
    }
}
