//! The time that calls wait because of rate limits.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::time::Instant;

/// A sum of waits, and the number of those that go on. Clones share it.
#[derive(Clone, Default)]
pub(super) struct Waits(Arc<Sum>);

#[derive(Default)]
struct Sum {
    /// In milliseconds, of waits that have ended.
    ended: AtomicU64,
    /// Number of waits that go on.
    open: AtomicU64,
}

impl Waits {
    /// The waits that have ended.
    pub(super) fn total(&self) -> Duration {
        Duration::from_millis(self.0.ended.load(Ordering::Relaxed))
    }

    /// Whether a call waits now.
    pub(super) fn is_open(&self) -> bool {
        self.0.open.load(Ordering::Relaxed) > 0
    }

    /// Begins a wait. It counts when the guard is dropped, also with the future that waits.
    pub(super) fn begin(&self) -> Wait {
        self.0.open.fetch_add(1, Ordering::Relaxed);
        Wait {
            sum: Arc::clone(&self.0),
            begun: Instant::now(),
        }
    }
}

/// A wait that has not ended.
pub(crate) struct Wait {
    sum: Arc<Sum>,
    begun: Instant,
}

impl Drop for Wait {
    fn drop(&mut self) {
        let waited = self.begun.elapsed().as_millis();
        let waited = u64::try_from(waited).unwrap_or(u64::MAX);
        self.sum.ended.fetch_add(waited, Ordering::Relaxed);
        self.sum.open.fetch_sub(1, Ordering::Relaxed);
    }
}
