//! The clock of the crate: tokio's, which tests can pause.
//!
//! All waits, deadlines and budgets use it. A clock of the system would make every test of a delay
//! wait for real, and would jump when the machine's time is set.

use std::ops::ControlFlow;
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

/// Waits for an instant: the pause of a program that looks again and again. A past instant does not wait. Cancel safe.
pub async fn reached(instant: Instant) {
    sleep_until(instant).await;
}

/// A step that [`repeat`] runs again and again: one attempt, or one look at a state.
pub trait Step: Send {
    /// What the last run returns.
    type Output: Send;

    /// Runs once. `Continue` says how long to sleep before the next run; zero does not sleep. The step bounds the number
    /// of its runs, by a count or a deadline.
    fn run(&mut self) -> impl Future<Output = ControlFlow<Self::Output, Duration>> + Send;
}

/// Runs a step until it breaks, and returns its value. Sleeps for `first` before the first run, unless that is zero.
///
/// Cancel safe between two runs, and within one if the step is.
///
/// ```
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() {
/// use std::ops::ControlFlow;
/// use std::time::Duration;
/// use http_core::time::{Step, repeat};
///
/// struct ThreeLooks(u32);
///
/// impl Step for ThreeLooks {
///     type Output = &'static str;
///
///     async fn run(&mut self) -> ControlFlow<&'static str, Duration> {
///         self.0 += 1;
///         if self.0 < 3 {
///             return ControlFlow::Continue(Duration::from_secs(5));
///         }
///         ControlFlow::Break("ready")
///     }
/// }
///
/// assert_eq!(repeat(Duration::ZERO, ThreeLooks(0)).await, "ready");
/// # }
/// ```
pub async fn repeat<S: Step>(first: Duration, mut step: S) -> S::Output {
    let mut pause = first;
    loop {
        if !pause.is_zero() {
            sleep(pause).await;
        }
        match step.run().await {
            ControlFlow::Break(value) => return value,
            ControlFlow::Continue(next) => pause = next,
        }
    }
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

    #[tokio::test(start_paused = true)]
    async fn an_instant_is_waited_for_unless_it_is_past() {
        let begun = Instant::now();
        reached(begun + Duration::from_secs(30)).await;
        assert_eq!(begun.elapsed(), Duration::from_secs(30));
        reached(begun).await;
        assert_eq!(begun.elapsed(), Duration::from_secs(30));
    }

    /// Writes down when it runs, in seconds since `begun`.
    struct Runs {
        begun: Instant,
        at: Vec<u64>,
    }

    impl Step for Runs {
        type Output = Vec<u64>;

        async fn run(&mut self) -> ControlFlow<Vec<u64>, Duration> {
            self.at.push(self.begun.elapsed().as_secs());
            match self.at.len() {
                1 => ControlFlow::Continue(Duration::from_secs(7)),
                2 => ControlFlow::Continue(Duration::ZERO),
                _ => ControlFlow::Break(std::mem::take(&mut self.at)),
            }
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_step_is_repeated_after_the_pauses_it_asks_for() {
        let begun = Instant::now();
        let runs = Runs { begun, at: vec![] };
        assert_eq!(repeat(Duration::from_secs(1), runs).await, [1, 8, 8]);
    }
}
