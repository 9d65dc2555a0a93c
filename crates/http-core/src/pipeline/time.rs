//! The clock of the crate: tokio's, which tests can pause.
//!
//! All waits, deadlines and budgets use it. A clock of the system would make every test of a delay
//! wait for real, and would jump when the machine's time is set.

use std::time::Duration;

pub use tokio::time::{Instant, sleep, sleep_until};

/// Thirty years stand for "never". Larger offsets overflow the instants of some systems.
const FAR: Duration = Duration::from_secs(30 * 365 * 24 * 3600);

/// The instant `within` from now. Accepts any duration, also `Duration::MAX` for "no limit", where
/// `Instant::now() + within` panics; longer durations than thirty years are cut to that.
///
/// ```
/// use std::time::Duration;
/// use http_core::time::{Instant, deadline};
///
/// assert!(deadline(Duration::MAX) > Instant::now());
/// ```
pub fn deadline(within: Duration) -> Instant {
    Instant::now() + within.min(FAR)
}

/// The result of `work`, or `None` if the deadline passes first; `work` is then dropped. Cancel safe
/// if `work` is.
pub async fn before<T>(deadline: Instant, work: impl Future<Output = T>) -> Option<T> {
    tokio::time::timeout_at(deadline, work).await.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn any_duration_has_a_deadline() {
        let now = Instant::now();
        assert_eq!(
            deadline(Duration::from_secs(5)) - now,
            Duration::from_secs(5)
        );
        assert_eq!(deadline(Duration::MAX) - now, FAR);
    }
}
