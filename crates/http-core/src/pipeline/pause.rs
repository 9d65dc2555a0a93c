//! Pauses outside a call: between the pages, tables and files that several calls together bring.
//!
//! A call waits between its own attempts in [`call`](super::call). A body that breaks off after the
//! call has returned, or a file that storage does not have yet, needs another call. The code that
//! makes it pauses here, so that one file is left to look at when the question is who waits, and
//! for how long. All pauses are cancel safe and obey a paused clock in tests.

use std::time::Duration;

use tokio::time::Instant;

use super::retry::RetryConfig;
use super::time::{sleep, sleep_until};

/// Waits before attempt number `attempt` with the backoff of the client. Attempt 1 starts at once.
pub(crate) async fn before_attempt(retry: &RetryConfig, attempt: u32) {
    if attempt > 1 {
        sleep(retry.backoff(attempt)).await;
    }
}

/// Waits for this long. The caller bounds the number of pauses.
pub(crate) async fn lasting(pause: Duration) {
    sleep(pause).await;
}

/// Waits until an instant; returns at once if it has passed.
pub(crate) async fn until(instant: Instant) {
    sleep_until(instant).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn the_first_attempt_starts_at_once_and_later_ones_back_off() {
        let retry = RetryConfig::default();
        let begun = Instant::now();
        before_attempt(&retry, 1).await;
        assert_eq!(begun.elapsed(), Duration::ZERO);
        before_attempt(&retry, 2).await;
        let waited = begun.elapsed();
        assert!(waited >= retry.first_delay / 2 && waited <= retry.first_delay * 2);
    }
}
