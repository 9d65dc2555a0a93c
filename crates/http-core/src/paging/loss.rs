//! What a list could not hand on whole.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// A record that the service fails on however often and however gently it is asked.
///
/// The rest of the list is whole: the failure was narrowed down to this one record before it was given up.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Loss {
    /// The record came, but without what `$expand` asks for.
    NotExpanded {
        /// The record's key.
        key: String,
    },
    /// The record did not come. The service did not say which one it is.
    Missing {
        /// The record was changed at this time or later, and before the row that came next; empty at the very
        /// beginning of a list.
        since: String,
        /// The id under which the service's support finds the failed call.
        request_id: Option<String>,
    },
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotExpanded { key } => write!(
                f,
                "{key} came without what was to be expanded: the service fails when asked for it"
            ),
            Self::Missing { since, request_id } => {
                f.write_str("one record is missing: the service fails when asked for it")?;
                if !since.is_empty() {
                    write!(f, "; it was changed at or after {since}")?;
                }
                match request_id {
                    Some(id) => write!(f, "; request id {id}"),
                    None => Ok(()),
                }
            }
        }
    }
}

/// The losses of a list, shared with the stream that is being read: look again once the stream has ended.
#[derive(Clone, Debug, Default)]
pub struct Losses(Arc<Mutex<Vec<Loss>>>);

impl Losses {
    /// Those known by now, in the order met.
    pub fn get(&self) -> Vec<Loss> {
        self.lock().clone()
    }

    /// Whether nothing was lost so far.
    pub fn is_empty(&self) -> bool {
        self.lock().is_empty()
    }

    pub(super) fn add(&self, loss: Loss) {
        tracing::warn!("a record of the list could not be had whole");
        self.lock().push(loss);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Loss>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
