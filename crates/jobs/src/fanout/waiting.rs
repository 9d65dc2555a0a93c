//! A tenant that waits for something other than its budget.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// Says that a tenant waits, such as for a commit that it shares with others, so that it takes no place of the working ones, and the
/// time does not count towards its [deadline](crate::Fanout::with_deadline). Clones share it.
///
/// Begin a wait while the future of the tenant is polled: only then does the [`Run`](crate::Run) look for room afterwards.
///
/// ```
/// use jobs::Waiting;
///
/// let waiting = Waiting::default();
/// let guard = waiting.begin();
/// assert!(waiting.is_waiting());
/// drop(guard);
/// assert!(!waiting.is_waiting());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Waiting(Arc<Mutex<Waits>>);

/// The waits of a tenant.
#[derive(Debug, Default)]
struct Waits {
    /// Waits under way.
    open: usize,
    /// When the first of them began.
    since: Option<Instant>,
    /// What those before took.
    ended: Duration,
}

/// A wait under way. It ends when this is dropped.
#[derive(Debug)]
#[must_use = "the wait ends when the guard is dropped"]
pub struct WaitingGuard(Waiting);

impl Waiting {
    /// Begins a wait. Several at the same time count as one.
    pub fn begin(&self) -> WaitingGuard {
        let mut waits = self.waits();
        waits.open += 1;
        waits.since.get_or_insert_with(Instant::now);
        WaitingGuard(self.clone())
    }

    /// Whether a wait is under way.
    pub fn is_waiting(&self) -> bool {
        self.waits().open > 0
    }

    /// How long all waits took so far, the one under way as well.
    pub(super) fn waited(&self) -> Duration {
        let waits = self.waits();
        let open = waits.since.map_or(Duration::ZERO, |since| since.elapsed());
        waits.ended + open
    }

    fn waits(&self) -> MutexGuard<'_, Waits> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for WaitingGuard {
    fn drop(&mut self) {
        let mut waits = self.0.waits();
        waits.open -= 1;
        if waits.open == 0
            && let Some(since) = waits.since.take()
        {
            waits.ended += since.elapsed();
        }
    }
}
