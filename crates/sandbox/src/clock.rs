//! Virtual time, and the forms in which the services write times.
//!
//! All times of the emulator come from one [`Clock`]: expiry of tokens, windows of limits, progress
//! of actions, dates of records.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use tokio::time::Instant;

/// A clock that starts at a base time, runs with tokio's clock, and can be moved forward. It stops
/// while tokio's clock is paused.
#[derive(Debug)]
pub(crate) struct Clock {
    base: Timestamp,
    started: Instant,
    speed: f64,
    advanced_millis: AtomicU64,
}

impl Clock {
    /// A clock that starts at `base` and runs `speed` virtual seconds per real second.
    pub(crate) fn new(base: Timestamp, speed: f64) -> Clock {
        Clock {
            base,
            started: Instant::now(),
            speed,
            advanced_millis: AtomicU64::new(0),
        }
    }

    /// The virtual time: base, plus the elapsed time times the speed, plus all advances.
    pub(crate) fn now(&self) -> Timestamp {
        let advanced = Duration::from_millis(self.advanced_millis.load(Ordering::Relaxed));
        let elapsed = self.started.elapsed().mul_f64(self.speed) + advanced;
        later(self.base, elapsed)
    }

    /// Moves the clock forward. Fractions of a millisecond are dropped.
    pub(crate) fn advance(&self, by: Duration) {
        let millis = u64::try_from(by.as_millis()).unwrap_or(u64::MAX);
        self.advanced_millis.fetch_add(millis, Ordering::Relaxed);
    }
}

/// `at` plus `by`. Returns `at` if the sum is outside the calendar.
pub(crate) fn later(at: Timestamp, by: Duration) -> Timestamp {
    jiff::SignedDuration::try_from(by)
        .ok()
        .and_then(|by| at.checked_add(by).ok())
        .unwrap_or(at)
}

/// `at` minus `seconds`, which may be negative. Returns `at` if the difference is outside the
/// calendar.
pub(crate) fn earlier(at: Timestamp, seconds: i64) -> Timestamp {
    at.checked_sub(jiff::SignedDuration::from_secs(seconds))
        .unwrap_or(at)
}

/// A time as Defender for Endpoint, Defender XDR and Graph write it: UTC with seven decimals,
/// `2026-01-01T00:00:00.1234567Z`.
pub(crate) fn iso(at: Timestamp) -> String {
    format!("{at:.7}")
}

/// A time as the vulnerability exports write it: `2020-12-30 14:17:26`, in UTC, without a zone.
pub(crate) fn export_text(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M:%S").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn follows_tokio_and_speed_and_advances() {
        let base: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        let clock = Clock::new(base, 2.0);
        tokio::time::advance(Duration::from_secs(5)).await;
        clock.advance(Duration::from_secs(60));
        assert_eq!(clock.now().as_second() - base.as_second(), 70);
    }

    #[test]
    fn wire_forms() {
        let at: Timestamp = "2026-01-02T03:04:05.5Z".parse().unwrap();
        assert_eq!(iso(at), "2026-01-02T03:04:05.5000000Z");
        assert_eq!(export_text(at), "2026-01-02 03:04:05");
    }
}
