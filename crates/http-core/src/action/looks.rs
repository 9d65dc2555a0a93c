//! When to look again at what takes longer than one answer.

use std::pin::Pin;
use std::time::Duration;

use tokio::time::Sleep;

use crate::pipeline::time::{Instant, deadline, sleep, sleep_until};

/// The longest delay that a service may ask for between two looks. A longer one is a wrong clock or a mistake.
const LONGEST_ASKED: Duration = Duration::from_secs(3600);

/// The instants at which something is looked at until it is over: each pause is half as long again as the one before,
/// up to the longest.
///
/// The instant of the next look is kept, not the pause before it: a caller that stops waiting and begins again waits for
/// the same instant, so a look comes in a `select!` however often another branch wins.
#[derive(Clone, Debug)]
pub(super) struct Looks {
    next: Option<Instant>,
    pause: Duration,
    longest: Duration,
}

impl Looks {
    /// The first look is due at once, the second one after the first pause.
    pub(super) fn new(first: Duration, longest: Duration) -> Self {
        Self {
            next: None,
            pause: first.min(longest),
            longest,
        }
    }

    /// Waits until the next look is due. Cancel safe.
    pub(super) async fn due(&self) {
        self.timer().await;
    }

    /// Ends when the next look is due.
    pub(super) fn timer(&self) -> Pin<Box<Sleep>> {
        until(self.next.unwrap_or_else(Instant::now))
    }

    /// The time until the next look.
    pub(super) fn until_next(&self) -> Duration {
        let next = self.next.unwrap_or_else(Instant::now);
        next.saturating_duration_since(Instant::now())
    }

    /// Notes that a look was taken: the next one is due after the returned pause.
    pub(super) fn taken(&mut self) -> Duration {
        let pause = self.pause;
        self.next = Some(deadline(pause));
        self.pause = pause.saturating_mul(3).min(self.longest.saturating_mul(2)) / 2;
        pause
    }

    /// Puts the next look off to the delay that a service asks for, an hour at most.
    pub(super) fn put_off(&mut self, delay: Duration) {
        let later = deadline(delay.min(LONGEST_ASKED));
        self.next = self.next.max(Some(later));
    }

    /// Whether the next look is due by the deadline.
    pub(super) fn is_before(&self, deadline: Instant) -> bool {
        self.next.is_none_or(|next| next <= deadline)
    }
}

/// Ends at an instant.
pub(super) fn until(instant: Instant) -> Pin<Box<Sleep>> {
    Box::pin(sleep_until(instant))
}

/// Waits before the next look for something that may not be there yet.
pub(super) async fn pause(pause: Duration) {
    sleep(pause).await;
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
    async fn a_wait_that_is_given_up_goes_on_where_it_was() {
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
    async fn what_a_service_asks_for_is_cut() {
        let mut looks = Looks::new(SECOND, 30 * SECOND);
        looks.taken();
        looks.put_off(Duration::MAX);
        let start = Instant::now();
        looks.due().await;
        assert_eq!(start.elapsed(), LONGEST_ASKED);
    }
}
