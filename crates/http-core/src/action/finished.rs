//! The outcome of following an action.

/// The outcome of following an action. Each variant holds the record as it was last seen, and so
/// the id of the action.
///
/// A failed action is not an [`Error`](crate::Error): the calls succeeded, and the record says what
/// happened. `match` on the outcome, or take [`succeeded`](Self::succeeded).
///
/// ```
/// use http_core::Finished;
///
/// let outcome = Finished::Failed("cancelled by an analyst");
/// assert_eq!(outcome.clone().succeeded(), None);
/// assert_eq!(outcome.into_inner(), "cancelled by an analyst");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[must_use = "an action may have failed or still be open: match on the outcome"]
pub enum Finished<T> {
    /// The action did what was requested.
    Succeeded(T),
    /// The action ended otherwise: failed, cancelled, rejected or expired. The state of the record
    /// says which.
    Failed(T),
    /// The deadline passed first; the action goes on. The record holds only the id if no look
    /// succeeded.
    Pending(T),
}

impl<T> Finished<T> {
    /// The record as it was last seen, whatever the outcome.
    pub fn into_inner(self) -> T {
        match self {
            Self::Succeeded(record) | Self::Failed(record) | Self::Pending(record) => record,
        }
    }

    /// The record of an action that succeeded, otherwise `None`.
    pub fn succeeded(self) -> Option<T> {
        match self {
            Self::Succeeded(record) => Some(record),
            _ => None,
        }
    }
}
