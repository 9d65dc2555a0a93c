//! Which outcomes are worth another attempt, and when.
//!
//! | outcome | idempotent | not idempotent |
//! |---|---|---|
//! | never sent | again | again |
//! | a certificate that is not trusted | fail | fail |
//! | timeout, interrupted | again | fail |
//! | 429; 503 with `Retry-After` | again after the server's delay | again after the server's delay: it refused before acting |
//! | 408, 500, 502, 504; 503 without a delay | again with backoff | fail |
//! | 401 | once, if the credential was renewed | once, if the credential was renewed |
//! | delay asked for is above the cap | fail as throttled, delay in the error | the same |
//! | any other status | fail | fail |
//!
//! A refusal (429, 503 with a delay) waits at least a second, and twice as long after each further one, whatever the
//! server asks for. Refusals are counted on their own, those without a delay as attempts too. No wait reaches beyond
//! the call's deadline.

use std::time::Duration;

use http::StatusCode;
use tokio::time::Instant;

use crate::pipeline::time::deadline;
use crate::transport::TransportErrorKind;

/// The longest floor under the delays of refusals.
const LONGEST_FLOOR: Duration = Duration::from_secs(60);

/// The longest delay of our own, whatever the configuration says, so that no sum of times overflows.
const LONGEST_DELAY: Duration = Duration::from_secs(24 * 3600);

/// How often and how long a call is repeated.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RetryConfig {
    /// The most attempts, the first included. Refusals for the number of calls that name a delay do not count.
    pub attempts: u32,
    /// The most refusals for the number of calls that are waited out.
    pub refusals: u32,
    /// The first delay where the service names none; each further one is twice as long, with jitter.
    pub first_delay: Duration,
    /// The longest delay of our own.
    pub longest_delay: Duration,
    /// The longest delay the service may ask for before the call fails instead of waiting.
    pub longest_asked: Duration,
    /// The longest wait for a free slot of the rate limit before the call fails instead of waiting.
    pub longest_slot_wait: Duration,
    /// The deadline of a call: waiting for the rate limit, for the credential, for the answer and between attempts, and
    /// reading the answer where it is read whole. A body that is streamed has the limit of
    /// [`ClientBuilder::timeout`](crate::ClientBuilder::timeout) instead.
    pub total: Duration,
}

impl Default for RetryConfig {
    /// Four attempts, eight refusals, delays from half a second to 30 s, waits of up to 5 minutes where asked, 15 minutes
    /// in all.
    fn default() -> Self {
        Self {
            attempts: 4,
            refusals: 8,
            first_delay: Duration::from_millis(500),
            longest_delay: Duration::from_secs(30),
            longest_asked: Duration::from_secs(300),
            longest_slot_wait: Duration::MAX,
            total: Duration::from_secs(900),
        }
    }
}

impl RetryConfig {
    /// One request and no waiting: not after a refusal, not for a slot of the rate limit, and not for a second attempt
    /// with a renewed credential.
    pub fn never() -> Self {
        Self {
            attempts: 1,
            refusals: 0,
            longest_asked: Duration::ZERO,
            longest_slot_wait: Duration::ZERO,
            ..Self::default()
        }
    }

    /// Sets [`attempts`](Self::attempts).
    #[must_use]
    pub fn with_attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// Sets [`refusals`](Self::refusals).
    #[must_use]
    pub fn with_refusals(mut self, refusals: u32) -> Self {
        self.refusals = refusals;
        self
    }

    /// Sets [`first_delay`](Self::first_delay).
    #[must_use]
    pub fn with_first_delay(mut self, first_delay: Duration) -> Self {
        self.first_delay = first_delay;
        self
    }

    /// Sets [`longest_delay`](Self::longest_delay).
    #[must_use]
    pub fn with_longest_delay(mut self, longest_delay: Duration) -> Self {
        self.longest_delay = longest_delay;
        self
    }

    /// Sets [`longest_asked`](Self::longest_asked).
    #[must_use]
    pub fn with_longest_asked(mut self, longest_asked: Duration) -> Self {
        self.longest_asked = longest_asked;
        self
    }

    /// Sets [`longest_slot_wait`](Self::longest_slot_wait).
    #[must_use]
    pub fn with_longest_slot_wait(mut self, longest_slot_wait: Duration) -> Self {
        self.longest_slot_wait = longest_slot_wait;
        self
    }

    /// Sets [`total`](Self::total).
    #[must_use]
    pub fn with_total(mut self, total: Duration) -> Self {
        self.total = total;
        self
    }

    /// The delay before attempt `next` (2 or more): doubled each time, the upper half random.
    pub(crate) fn backoff(&self, next: u32) -> Duration {
        let doublings = next.saturating_sub(2).min(16);
        let full = self
            .first_delay
            .saturating_mul(1 << doublings)
            .min(self.longest_delay)
            .min(LONGEST_DELAY);
        full.mul_f64(0.5 + fastrand::f64() / 2.0)
    }
}

/// Counts what went wrong in one call, and says whether and when to try again.
///
/// The pipeline has one for each call. A batch, whose parts are calls of their own, needs one as well.
#[derive(Debug)]
pub struct Attempts {
    retry: RetryConfig,
    begun: Instant,
    deadline: Instant,
    failures: u32,
    refusals: u32,
}

impl Attempts {
    /// The count of a call that begins now.
    pub fn new(retry: &RetryConfig) -> Self {
        Self {
            begun: Instant::now(),
            deadline: deadline(retry.total),
            retry: retry.clone(),
            failures: 0,
            refusals: 0,
        }
    }

    /// The time left until the call's deadline.
    pub fn left(&self) -> Duration {
        self.deadline.saturating_duration_since(Instant::now())
    }

    /// When the call has to be over.
    pub(crate) fn deadline(&self) -> Instant {
        self.deadline
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }

    /// The delay before the next attempt after an answer of this status, where the answer asks for a delay or names none;
    /// `None` where the answer stands.
    pub fn after(
        &mut self,
        status: StatusCode,
        asked: Option<Duration>,
        idempotent: bool,
    ) -> Option<Duration> {
        match verdict(Outcome::Answered(status, asked), idempotent) {
            Verdict::Final | Verdict::Renew => None,
            Verdict::Backoff => self.failed(),
            Verdict::Refused(asked) => self.refused(asked).1,
        }
    }

    /// Waits for the delay before the next attempt.
    pub async fn wait(&self, delay: Duration) {
        crate::time::sleep(delay).await;
    }

    /// Whether an answer of this status is worth another attempt, if there is one left.
    pub fn is_transient(status: StatusCode, asked: Option<Duration>, idempotent: bool) -> bool {
        let verdict = verdict(Outcome::Answered(status, asked), idempotent);
        matches!(verdict, Verdict::Backoff | Verdict::Refused(_))
    }

    /// Counts a failure: the delay before the next attempt, if there is one.
    pub(crate) fn failed(&mut self) -> Option<Duration> {
        self.failures = self.failures.saturating_add(1);
        if self.failures >= self.retry.attempts {
            return None;
        }
        let next = self.failures.saturating_add(1);
        self.in_time(self.retry.backoff(next))
    }

    /// Counts a refusal: how long to leave the service alone, and the delay before the next attempt, if there is one.
    pub(crate) fn refused(&mut self, asked: Option<Duration>) -> (Duration, Option<Duration>) {
        let doublings = self.refusals.min(16);
        let floor = Duration::from_secs(1 << doublings).min(LONGEST_FLOOR);
        self.refusals = self.refusals.saturating_add(1);
        if asked.is_none() {
            self.failures = self.failures.saturating_add(1);
        }
        let asked = asked.unwrap_or_default();
        let delay = asked.max(floor);
        let is_over = self.refusals > self.retry.refusals
            || self.failures >= self.retry.attempts
            || asked > self.retry.longest_asked;
        (delay, (!is_over).then(|| self.in_time(delay)).flatten())
    }

    fn in_time(&self, delay: Duration) -> Option<Duration> {
        (delay < self.left()).then_some(delay)
    }
}

/// How an attempt ended, as far as the decision needs to know.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Outcome {
    /// No answer.
    Failed(TransportErrorKind),
    /// An answer with this status and the delay it asks for.
    Answered(StatusCode, Option<Duration>),
}

/// What to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Hand the answer or the failure on.
    Final,
    /// Try again after a delay of our own.
    Backoff,
    /// The service refused before acting: try again after its delay, or ours where it names none.
    Refused(Option<Duration>),
    /// Ask the credential whether another attempt makes sense.
    Renew,
}

pub(crate) fn verdict(outcome: Outcome, idempotent: bool) -> Verdict {
    match outcome {
        Outcome::Failed(TransportErrorKind::Unsent) => Verdict::Backoff,
        Outcome::Failed(TransportErrorKind::Timeout | TransportErrorKind::Interrupted)
            if idempotent =>
        {
            Verdict::Backoff
        }
        Outcome::Failed(_) => Verdict::Final,
        Outcome::Answered(status, delay) => match status.as_u16() {
            401 => Verdict::Renew,
            429 => Verdict::Refused(delay),
            503 if delay.is_some() => Verdict::Refused(delay),
            408 | 500 | 502 | 503 | 504 if idempotent => Verdict::Backoff,
            _ => Verdict::Final,
        },
    }
}

/// Whether the service may have acted, as far as this outcome tells.
pub(crate) fn is_unknown(outcome: Outcome) -> bool {
    match outcome {
        Outcome::Failed(kind) => !matches!(
            kind,
            TransportErrorKind::Unsent
                | TransportErrorKind::Untrusted
                | TransportErrorKind::Forbidden
        ),
        Outcome::Answered(status, delay) => match status.as_u16() {
            408 => true,
            501 | 505 => false,
            503 => delay.is_none(),
            status => status >= 500,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Option<Duration> = Some(Duration::from_secs(1));

    fn answered(status: u16, delay: Option<Duration>, idempotent: bool) -> Verdict {
        verdict(
            Outcome::Answered(StatusCode::from_u16(status).unwrap(), delay),
            idempotent,
        )
    }

    #[test]
    fn an_unknown_outcome_is_repeated_only_where_that_does_no_harm() {
        for kind in [TransportErrorKind::Timeout, TransportErrorKind::Interrupted] {
            assert_eq!(verdict(Outcome::Failed(kind), true), Verdict::Backoff);
            assert_eq!(verdict(Outcome::Failed(kind), false), Verdict::Final);
        }
        for status in [408, 500, 502, 503, 504] {
            assert_eq!(answered(status, None, true), Verdict::Backoff);
            assert_eq!(answered(status, None, false), Verdict::Final);
        }
    }

    #[test]
    fn a_server_that_is_not_trusted_is_not_tried_again() {
        let untrusted = Outcome::Failed(TransportErrorKind::Untrusted);
        assert_eq!(verdict(untrusted, true), Verdict::Final);
    }

    #[test]
    fn what_never_left_is_always_repeated() {
        for idempotent in [true, false] {
            let unsent = Outcome::Failed(TransportErrorKind::Unsent);
            assert_eq!(verdict(unsent, idempotent), Verdict::Backoff);
        }
    }

    #[test]
    fn a_refusal_before_acting_is_repeated_after_the_servers_delay() {
        for idempotent in [true, false] {
            assert_eq!(answered(429, SECOND, idempotent), Verdict::Refused(SECOND));
            assert_eq!(answered(429, None, idempotent), Verdict::Refused(None));
            assert_eq!(answered(503, SECOND, idempotent), Verdict::Refused(SECOND));
        }
    }

    #[test]
    fn a_clear_no_is_final() {
        for status in [400, 403, 404, 405, 409, 422, 501] {
            assert_eq!(answered(status, SECOND, true), Verdict::Final);
        }
        assert_eq!(answered(401, None, false), Verdict::Renew);
    }

    fn waits(retry: &RetryConfig, asked: Option<u64>) -> Vec<u64> {
        let mut attempts = Attempts::new(retry);
        let asked = asked.map(Duration::from_secs);
        let waits =
            std::iter::from_fn(|| attempts.after(StatusCode::TOO_MANY_REQUESTS, asked, false));
        waits.map(|wait| wait.as_secs()).collect()
    }

    #[tokio::test(start_paused = true)]
    async fn refusals_wait_longer_each_time_and_are_counted() {
        let usual = RetryConfig::default();
        assert_eq!(waits(&usual, Some(0)), [1, 2, 4, 8, 16, 32, 60, 60]);
        assert_eq!(waits(&usual, Some(7)), [7, 7, 7, 8, 16, 32, 60, 60]);
        assert_eq!(waits(&usual, None), [1, 2, 4]);
        assert_eq!(waits(&usual, Some(301)), [0_u64; 0]);
        assert_eq!(waits(&RetryConfig::never(), Some(0)), [0_u64; 0]);
        assert_eq!(waits(&RetryConfig::never(), None), [0_u64; 0]);
    }

    proptest::proptest! {
        /// Whatever the configuration and the service say, there is no panic and no wait beyond the deadline.
        #[test]
        fn no_duration_does_harm(
            counts in proptest::array::uniform2(proptest::num::u32::ANY),
            nanos in proptest::array::uniform5(proptest::num::u128::ANY),
            asked in proptest::option::of(proptest::num::u64::ANY),
        ) {
            let [first_delay, longest_delay, longest_asked, longest_slot_wait, total] =
                nanos.map(|nanos| Duration::new((nanos >> 64) as u64, (nanos % 1_000_000_000) as u32));
            let retry = RetryConfig {
                attempts: counts[0], refusals: counts[1],
                first_delay, longest_delay, longest_asked, longest_slot_wait, total,
            };
            let mut runtime = tokio::runtime::Builder::new_current_thread();
            let runtime = runtime.enable_time().start_paused(true).build().unwrap();
            runtime.block_on(async {
                let mut attempts = Attempts::new(&retry);
                for status in [429, 503, 500] {
                    let status = StatusCode::from_u16(status).unwrap();
                    let wait = attempts.after(status, asked.map(Duration::from_secs), true);
                    assert!(wait.is_none_or(|wait| wait < total));
                }
            });
        }
    }

    #[test]
    fn delays_double_up_to_the_longest() {
        let config = RetryConfig::default();
        for (next, full) in [(2, 500), (3, 1000), (4, 2000), (9, 30_000), (40, 30_000)] {
            let delay = config.backoff(next).as_millis();
            assert!(
                delay >= full / 2 && delay <= full,
                "attempt {next}: {delay} ms"
            );
        }
    }
}
