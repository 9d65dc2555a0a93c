//! The schedule of a poller: when to request the state of an action again.
//!
//! Pauses start at the operation's first pause and grow by half each time, up to its longest. A
//! service can ask for a longer pause with `Retry-After` (RFC 9110, section 10.2.3); that request
//! moves only the next look and is limited to an hour, because a longer delay is a wrong clock or a
//! mistake.
//!
//! The schedule stores the instant of the next look rather than the pause before it. A caller that
//! drops a wait and starts another waits for the same instant, so a poller makes progress in a
//! `select!` in which other branches keep winning.

use std::pin::Pin;
use std::time::Duration;

use tokio::time::Sleep;

use crate::pipeline::time::{Instant, deadline, sleep_until};

/// The longest delay accepted from `Retry-After`.
const LONGEST_REQUESTED_DELAY: Duration = Duration::from_secs(3600);

/// The instants at which the state is requested. The first look is due at once.
#[derive(Clone, Debug)]
pub(super) struct Looks {
    /// Instant of the next look. `None`: at once.
    next: Option<Instant>,
    /// The pause after the next look.
    pause: Duration,
    /// Upper bound of `pause`.
    longest: Duration,
}

impl Looks {
    /// A schedule whose first look is due at once and whose second is due after `first`. A `first`
    /// above `longest` is reduced.
    pub(super) fn new(first: Duration, longest: Duration) -> Self {
        Self {
            next: None,
            pause: first.min(longest),
            longest,
        }
    }

    /// Waits until the next look is due. Cancel safe: dropping the wait changes nothing.
    pub(super) async fn due(&self) {
        self.timer().await;
    }

    /// A timer for the next look. Polled by streams that cannot hold the future of
    /// [`due`](Self::due).
    pub(super) fn timer(&self) -> Pin<Box<Sleep>> {
        until(self.next.unwrap_or_else(Instant::now))
    }

    /// Time left until the next look; zero if it is due.
    pub(super) fn until_next(&self) -> Duration {
        let next = self.next.unwrap_or_else(Instant::now);
        next.saturating_duration_since(Instant::now())
    }

    /// Records that a look was taken and returns the pause until the next one.
    pub(super) fn taken(&mut self) -> Duration {
        let pause = self.pause;
        self.next = Some(deadline(pause));
        self.pause = pause.saturating_mul(3).min(self.longest.saturating_mul(2)) / 2;
        pause
    }

    /// Moves the next look to at least `delay` from now, at most an hour. Never moves it closer.
    pub(super) fn put_off(&mut self, delay: Duration) {
        let later = deadline(delay.min(LONGEST_REQUESTED_DELAY));
        self.next = self.next.max(Some(later));
    }

    /// Whether the next look is due by the deadline.
    pub(super) fn is_before(&self, deadline: Instant) -> bool {
        self.next.is_none_or(|next| next <= deadline)
    }
}

/// A timer for an instant, boxed so that it can be stored and polled.
pub(super) fn until(instant: Instant) -> Pin<Box<Sleep>> {
    Box::pin(sleep_until(instant))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::time::{before, deadline};

    const SECOND: Duration = Duration::from_secs(1);

    #[tokio::test(start_paused = true)]
    async fn pauses_grow_to_the_longest() {
        let mut looks = Looks::new(SECOND, 4 * SECOND);
        let pauses: Vec<_> = (0..6).map(|_| looks.taken().as_millis()).collect();
        assert_eq!(pauses, [1000, 1500, 2250, 3375, 4000, 4000]);
        let mut endless = Looks::new(Duration::MAX, Duration::MAX);
        endless.taken();
        endless.taken();
        endless.put_off(Duration::MAX);
        assert!(endless.is_before(deadline(Duration::MAX)));
    }

    #[tokio::test(start_paused = true)]
    async fn a_dropped_wait_keeps_its_instant() {
        let mut looks = Looks::new(10 * SECOND, 60 * SECOND);
        looks.taken();
        let start = Instant::now();
        for _ in 0..9 {
            assert!(before(deadline(SECOND), looks.due()).await.is_none());
        }
        looks.due().await;
        assert_eq!(start.elapsed(), 10 * SECOND);
    }

    #[tokio::test(start_paused = true)]
    async fn a_requested_delay_is_limited() {
        let mut looks = Looks::new(SECOND, 30 * SECOND);
        looks.taken();
        looks.put_off(Duration::MAX);
        let start = Instant::now();
        looks.due().await;
        assert_eq!(start.elapsed(), LONGEST_REQUESTED_DELAY);
    }
}
