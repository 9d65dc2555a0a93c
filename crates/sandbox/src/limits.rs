//! Rate limits: sliding windows over the virtual clock.
//!
//! The numbers are the documented ones of each operation (`limits`). The services do not document how
//! they count; the emulator counts calls that were let in, in a window that slides call by call.
//! Limits by CPU time (advanced hunting) and by size are not emulated.
//!
//! Source of the message and of `Retry-After`: `api-terms-of-use.md` of Defender for Endpoint, and
//! the throttling messages of Defender for Cloud Apps.

use std::collections::{HashMap, VecDeque};

use jiff::Timestamp;

use crate::tables::{Limit, Operation};

/// A limit that has no room for a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Exceeded {
    pub(crate) calls: usize,
    /// Length of the window.
    pub(crate) seconds: u64,
    /// Whole seconds until the window has room again. Minimum: 1.
    pub(crate) retry_after: u64,
}

impl Exceeded {
    /// The window as the message writes it: `00:01:00`.
    pub(crate) fn window(&self) -> String {
        let seconds = self.seconds;
        format!(
            "{:02}:{:02}:{:02}",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        )
    }
}

/// Times of recent calls, oldest first, by budget.
#[derive(Debug, Default)]
pub(crate) struct Limits {
    calls: HashMap<String, VecDeque<Timestamp>>,
}

impl Limits {
    /// Counts a call in the budget `key`.
    ///
    /// With several limits, such as 100 a minute and 1,500 an hour, each must have room. A
    /// refused call is not counted, so a client that keeps asking is let in as soon as the
    /// window has room.
    ///
    /// # Errors
    ///
    /// The first limit without room.
    pub(crate) fn take(
        &mut self,
        key: &str,
        limits: &[Limit],
        now: Timestamp,
    ) -> Result<(), Exceeded> {
        let Some(longest) = limits.iter().map(|limit| limit.seconds).max() else {
            return Ok(());
        };
        let calls = self.calls.entry(key.to_owned()).or_default();
        let age = |at: &Timestamp| now.duration_since(*at).as_secs_f64();
        while calls
            .front()
            .is_some_and(|oldest| age(oldest) >= seconds(longest))
        {
            calls.pop_front();
        }
        for limit in limits {
            let first_inside = calls.partition_point(|at| age(at) >= seconds(limit.seconds));
            if calls.len() - first_inside >= limit.calls {
                // The window has room once the oldest of its last `calls` calls leaves it.
                let leaves = calls.get(calls.len() - limit.calls).map_or(0.0, age);
                let wait = (seconds(limit.seconds) - leaves).ceil().max(1.0);
                return Err(Exceeded {
                    calls: limit.calls,
                    seconds: limit.seconds,
                    retry_after: whole_seconds(wait),
                });
            }
        }
        calls.push_back(now);
        Ok(())
    }
}

/// The budget of a call: one for each tenant, application and operation. Rows with a `limit_class`
/// share one. Defender for Cloud Apps has one budget for the whole tenant.
pub(crate) fn key(operation: &Operation, tenant_id: &str, client_id: &str) -> String {
    match operation.limit_class.as_deref() {
        Some("mdca") if operation.product == "mdca" => format!("{tenant_id} mdca"),
        Some(class) => format!("{tenant_id} {client_id} {} {class}", operation.product),
        None => format!("{tenant_id} {client_id} {}", operation.id),
    }
}

fn seconds(whole: u64) -> f64 {
    std::time::Duration::from_secs(whole).as_secs_f64()
}

fn whole_seconds(seconds: f64) -> u64 {
    std::time::Duration::try_from_secs_f64(seconds).map_or(1, |duration| duration.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: [Limit; 2] = [
        Limit {
            calls: 3,
            seconds: 60,
        },
        Limit {
            calls: 5,
            seconds: 3600,
        },
    ];

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    #[test]
    fn the_window_slides() {
        let mut limits = Limits::default();
        for second in [0, 10, 20] {
            limits.take("a", &LIMITS, at(second)).unwrap();
        }
        let refused = limits.take("a", &LIMITS, at(30)).unwrap_err();
        assert_eq!((refused.calls, refused.retry_after), (3, 30));
        assert_eq!(refused.window(), "00:01:00");
        limits.take("a", &LIMITS, at(60)).unwrap();
        assert!(
            limits.take("a", &LIMITS, at(61)).is_err(),
            "only one call has left the window"
        );
    }

    #[test]
    fn the_longer_window_counts_too() {
        let mut limits = Limits::default();
        for call in 0..5 {
            limits.take("a", &LIMITS, at(call * 100)).unwrap();
        }
        let refused = limits.take("a", &LIMITS, at(500)).unwrap_err();
        assert_eq!((refused.seconds, refused.retry_after), (3600, 3100));
        limits.take("a", &LIMITS, at(3600)).unwrap();
    }

    #[test]
    fn budgets_are_apart() {
        let mut limits = Limits::default();
        for _ in 0..3 {
            limits.take("a", &LIMITS, at(0)).unwrap();
        }
        assert!(limits.take("a", &LIMITS, at(0)).is_err());
        limits.take("b", &LIMITS, at(0)).unwrap();
    }
}
