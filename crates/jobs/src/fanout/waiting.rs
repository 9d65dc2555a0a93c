//! A tenant that waits for something other than its budget.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Says that a tenant waits, such as for a commit that it shares with others, so that it takes no place of the working ones.
/// Clones share it.
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
pub struct Waiting(Arc<AtomicUsize>);

/// A wait under way. It ends when this is dropped.
#[derive(Debug)]
#[must_use = "the wait ends when the guard is dropped"]
pub struct WaitingGuard(Arc<AtomicUsize>);

impl Waiting {
    /// Begins a wait. Several at the same time count as one.
    pub fn begin(&self) -> WaitingGuard {
        self.0.fetch_add(1, Ordering::Relaxed);
        WaitingGuard(Arc::clone(&self.0))
    }

    /// Whether a wait is under way.
    pub fn is_waiting(&self) -> bool {
        self.0.load(Ordering::Relaxed) > 0
    }
}

impl Drop for WaitingGuard {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
