//! The time that calls wait because of rate limits.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::time::Instant;

/// A sum of waits, in milliseconds. Clones share it.
#[derive(Clone, Default)]
pub(super) struct Waits(Arc<AtomicU64>);

impl Waits {
    /// The waits that have ended.
    pub(super) fn total(&self) -> Duration {
        Duration::from_millis(self.0.load(Ordering::Relaxed))
    }

    /// Begins a wait. It counts when the guard is dropped, also with the future that waits.
    pub(super) fn begin(&self) -> Wait {
        Wait {
            sum: Arc::clone(&self.0),
            begun: Instant::now(),
        }
    }
}

/// A wait that has not ended.
pub(crate) struct Wait {
    sum: Arc<AtomicU64>,
    begun: Instant,
}

impl Drop for Wait {
    fn drop(&mut self) {
        let waited = self.begun.elapsed().as_millis();
        let waited = u64::try_from(waited).unwrap_or(u64::MAX);
        self.sum.fetch_add(waited, Ordering::Relaxed);
    }
}
