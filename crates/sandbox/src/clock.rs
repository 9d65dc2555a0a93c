//! The emulator's clock: starts at a base instant, runs with tokio's clock, and can be moved on.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use tokio::time::Instant;

/// Virtual time. It follows `tokio::time`, so a paused runtime stops it.
#[derive(Debug)]
pub(crate) struct Clock {
    base: Timestamp,
    started: Instant,
    speed: f64,
    advanced_millis: AtomicU64,
}

impl Clock {
    pub(crate) fn new(base: Timestamp, speed: f64) -> Clock {
        Clock {
            base,
            started: Instant::now(),
            speed,
            advanced_millis: AtomicU64::new(0),
        }
    }

    pub(crate) fn now(&self) -> Timestamp {
        let advanced = Duration::from_millis(self.advanced_millis.load(Ordering::Relaxed));
        let elapsed = self.started.elapsed().mul_f64(self.speed) + advanced;
        later(self.base, elapsed)
    }

    pub(crate) fn advance(&self, by: Duration) {
        let millis = u64::try_from(by.as_millis()).unwrap_or(u64::MAX);
        self.advanced_millis.fetch_add(millis, Ordering::Relaxed);
    }
}

/// `at` plus `by`; stays at `at` where the sum leaves the calendar.
pub(crate) fn later(at: Timestamp, by: Duration) -> Timestamp {
    jiff::SignedDuration::try_from(by)
        .ok()
        .and_then(|by| at.checked_add(by).ok())
        .unwrap_or(at)
}

/// `at` minus `seconds`; stays at `at` where the difference leaves the calendar.
pub(crate) fn earlier(at: Timestamp, seconds: i64) -> Timestamp {
    at.checked_sub(jiff::SignedDuration::from_secs(seconds))
        .unwrap_or(at)
}

/// The wire form of Defender for Endpoint, Defender XDR and Graph: UTC with seven decimals.
pub(crate) fn iso(at: Timestamp) -> String {
    format!("{at:.7}")
}

/// The text form of the exports: a blank for the `T`, no zone.
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
