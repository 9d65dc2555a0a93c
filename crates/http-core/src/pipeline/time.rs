//! The clock that everything here goes by; tests pause it.

use std::time::Duration;

pub use tokio::time::{Instant, sleep, sleep_until};

/// Stands for "never": far enough, and an instant that every system can express.
const FAR: Duration = Duration::from_secs(30 * 365 * 24 * 3600);

/// The instant after `within` from now.
///
/// Any duration is allowed. `Duration::MAX` ("no limit") gives an instant thirty years away, where `Instant::now() +
/// within` would panic.
pub fn deadline(within: Duration) -> Instant {
    Instant::now() + within.min(FAR)
}

/// The result of `work`, or `None` where the deadline passes first. Cancel safe where `work` is.
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
