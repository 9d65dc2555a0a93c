//! Which failures are retried, and when.
//!
//! | failure | idempotent | not idempotent |
//! |---|---|---|
//! | never sent | retry | retry |
//! | untrusted certificate | fail | fail |
//! | timeout, connection broken | retry | fail |
//! | 429; 503 with `Retry-After` | retry after the delay | the same: the service has not acted |
//! | 408, 500, 502, 504; 503 without a delay | retry with backoff | fail |
//! | 401 | once, if the credential was renewed | the same |
//! | delay beyond [`RetryConfig::longest_retry_after`] | fail as throttled | the same |
//! | any other status | fail | fail |
//!
//! # Two kinds of delay
//!
//! *Backoff* is for failures without a delay from the service. It doubles from attempt to attempt; half
//! of it is random, so that clients that failed together do not return together.
//!
//! *Throttling* follows `Retry-After` (RFC 9110, section 10.2.3; the 429 itself is RFC 6585, section 4)
//! with a floor: at least one second, doubled with each further throttled answer, at most a minute.
//! Without the floor, `Retry-After: 0` or a date in the past makes a loop at the speed of the network.
//! Throttled answers have a count of their own, because a call that is told to wait has not failed; those
//! without a delay count as failed attempts as well.
//!
//! Defender for Endpoint answers 429 with `Retry-After` and throttles again a call that comes sooner;
//! the hunting quota in CPU time may last for minutes. Defender for Cloud Apps names its delay in words
//! (see [`ErrorWording`](crate::ErrorWording)).
//!
//! # Bounds
//!
//! No wait reaches beyond the deadline of the call: where the delay does not fit, the call fails at
//! once. No configuration and no answer makes the sums of times overflow.

use std::time::Duration;

use http::StatusCode;
use tokio::time::Instant;

use crate::pipeline::time::deadline;
use crate::transport::TransportErrorKind;

/// Upper bound of the floor under the delays of throttled answers.
const MAX_FLOOR: Duration = Duration::from_secs(60);

/// Upper bound of a backoff, whatever is configured.
const MAX_DELAY: Duration = Duration::from_secs(24 * 3600);

/// How often and for how long a call is retried.
///
/// Build one from [`default`](Self::default) or [`never`](Self::never) and the `with_` methods:
///
/// ```
/// use std::time::Duration;
/// use http_core::RetryConfig;
///
/// // For a program with a user in front of it: fail within ten seconds.
/// let retry = RetryConfig::default()
///     .with_attempts(2)
///     .with_longest_retry_after(Duration::from_secs(5))
///     .with_total(Duration::from_secs(10));
/// assert_eq!(retry.attempts, 2);
/// assert_eq!(retry.first_delay, Duration::from_millis(500));
/// ```
///
/// Set it for all calls with [`ClientBuilder::retry`](crate::ClientBuilder::retry), for some with
/// [`Client::with_retry`](crate::Client::with_retry).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RetryConfig {
    /// Maximum number of attempts, the first included. Default: 4. Throttled answers with a delay do
    /// not count. 0 and 1 both mean a single attempt.
    pub attempts: u32,
    /// Maximum number of throttled answers (429, or 503 with `Retry-After`) to wait out. Default: 8,
    /// which takes three minutes at least.
    pub throttled: u32,
    /// Delay after the first failure without a delay from the service. Default: 500 ms. Doubles with
    /// each failure; the upper half is random.
    pub first_delay: Duration,
    /// Upper bound of that delay. Default: 30 s.
    pub longest_delay: Duration,
    /// Longest delay that the service may ask for. Default: 5 minutes. A call that would have to wait
    /// longer fails as [`Throttled`](crate::ErrorKind::Throttled) and reports the delay.
    pub longest_retry_after: Duration,
    /// Longest wait for a slot of the rate limit. Default: unlimited, the deadline applies. A call that
    /// would have to wait longer fails at once.
    pub longest_slot_wait: Duration,
    /// Deadline of a call. Default: 15 minutes.
    ///
    /// Covers the wait for the rate limit, the credential, all attempts and the delays between them,
    /// and the body where it is read whole. A streamed body may take longer; it has the limit of
    /// [`ClientBuilder::timeout`](crate::ClientBuilder::timeout) instead.
    pub total: Duration,
}

impl Default for RetryConfig {
    /// 4 attempts, 8 throttled answers, 15 minutes in all.
    fn default() -> Self {
        Self {
            attempts: 4,
            throttled: 8,
            first_delay: Duration::from_millis(500),
            longest_delay: Duration::from_secs(30),
            longest_retry_after: Duration::from_secs(300),
            longest_slot_wait: Duration::MAX,
            total: Duration::from_secs(900),
        }
    }
}

impl RetryConfig {
    /// One request and no waiting: not for a throttled answer, not for a slot of the rate limit, and
    /// not for a second attempt with a renewed credential. A 401 still renews the credential, for the
    /// next call.
    pub fn never() -> Self {
        Self {
            attempts: 1,
            throttled: 0,
            longest_retry_after: Duration::ZERO,
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

    /// Sets [`throttled`](Self::throttled).
    #[must_use]
    pub fn with_throttled(mut self, throttled: u32) -> Self {
        self.throttled = throttled;
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

    /// Sets [`longest_retry_after`](Self::longest_retry_after).
    #[must_use]
    pub fn with_longest_retry_after(mut self, longest_retry_after: Duration) -> Self {
        self.longest_retry_after = longest_retry_after;
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
            .min(MAX_DELAY);
        full.mul_f64(0.5 + fastrand::f64() / 2.0)
    }
}

/// Counts the failures of one call and decides whether and when to retry.
///
/// The pipeline has one per call. Code that sends several items in one request needs its own: in a
/// batch of Microsoft Graph each item has a status, and some must be sent again.
///
/// ```
/// use std::time::Duration;
/// use http_core::{Attempts, RetryConfig, StatusCode};
///
/// # let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
/// # let _guard = runtime.enter();
/// let mut attempts = Attempts::new(&RetryConfig::default());
/// let asked = Some(Duration::from_secs(7));
/// // Throttled: wait as long as the service asks.
/// assert_eq!(attempts.after(StatusCode::TOO_MANY_REQUESTS, asked, false), asked);
/// // A clear answer is final.
/// assert_eq!(attempts.after(StatusCode::BAD_REQUEST, None, true), None);
/// ```
#[derive(Debug)]
pub struct Attempts {
    retry: RetryConfig,
    begun: Instant,
    deadline: Instant,
    failures: u32,
    throttled: u32,
}

impl Attempts {
    /// Starts the count and the clock of a call.
    pub fn new(retry: &RetryConfig) -> Self {
        Self {
            begun: Instant::now(),
            deadline: deadline(retry.total),
            retry: retry.clone(),
            failures: 0,
            throttled: 0,
        }
    }

    /// Time left until the deadline, zero once it has passed.
    pub fn left(&self) -> Duration {
        self.deadline.saturating_duration_since(Instant::now())
    }

    /// The instant at which the call must have ended.
    pub(crate) fn deadline(&self) -> Instant {
        self.deadline
    }

    /// Time since the call began.
    pub(crate) fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }

    /// Counts an answer with this status. Returns the delay before the next attempt, or `None` if the
    /// answer is final, the attempts are used up, or the delay does not fit before the deadline.
    ///
    /// `retry_after` is the delay that the answer asks for. A 401 is final here: renewing a
    /// credential is the business of the pipeline.
    pub fn after(
        &mut self,
        status: StatusCode,
        retry_after: Option<Duration>,
        idempotent: bool,
    ) -> Option<Duration> {
        match verdict(Outcome::Answered(status, retry_after), idempotent) {
            Verdict::Final | Verdict::Renew => None,
            Verdict::Backoff => self.failed(),
            Verdict::Throttled(retry_after) => self.throttled(retry_after).1,
        }
    }

    /// Sleeps for the delay before the next attempt.
    pub async fn wait(&self, delay: Duration) {
        crate::time::sleep(delay).await;
    }

    /// Whether an answer with this status is worth a retry, regardless of attempts and time left.
    pub fn is_transient(
        status: StatusCode,
        retry_after: Option<Duration>,
        idempotent: bool,
    ) -> bool {
        let verdict = verdict(Outcome::Answered(status, retry_after), idempotent);
        matches!(verdict, Verdict::Backoff | Verdict::Throttled(_))
    }

    /// Counts a failure. Returns the delay before the next attempt, `None` if there is none.
    pub(crate) fn failed(&mut self) -> Option<Duration> {
        self.failures = self.failures.saturating_add(1);
        if self.failures >= self.retry.attempts {
            return None;
        }
        let next = self.failures.saturating_add(1);
        self.in_time(self.retry.backoff(next))
    }

    /// Counts a throttled answer. Returns how long to pause the budget, which other calls share, and the
    /// delay before the next attempt of this call, `None` if there is none.
    pub(crate) fn throttled(
        &mut self,
        retry_after: Option<Duration>,
    ) -> (Duration, Option<Duration>) {
        let doublings = self.throttled.min(16);
        let floor = Duration::from_secs(1 << doublings).min(MAX_FLOOR);
        self.throttled = self.throttled.saturating_add(1);
        if retry_after.is_none() {
            self.failures = self.failures.saturating_add(1);
        }
        let retry_after = retry_after.unwrap_or_default();
        let delay = retry_after.max(floor);
        let is_over = self.throttled > self.retry.throttled
            || self.failures >= self.retry.attempts
            || retry_after > self.retry.longest_retry_after;
        (delay, (!is_over).then(|| self.in_time(delay)).flatten())
    }

    /// The delay if it ends before the deadline.
    fn in_time(&self, delay: Duration) -> Option<Duration> {
        (delay < self.left()).then_some(delay)
    }
}

/// How an attempt failed: the facts that the decision depends on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Outcome {
    /// No answer.
    Failed(TransportErrorKind),
    /// An answer with this status, and the delay it asks for.
    Answered(StatusCode, Option<Duration>),
}

/// The decision about a failed attempt, before attempts and time are considered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Return the failure to the caller.
    Final,
    /// Retry after a backoff.
    Backoff,
    /// Retry after the delay of the service, at least after the floor.
    Throttled(Option<Duration>),
    /// Retry if the credential can be renewed.
    Renew,
}

/// Decides about an outcome by the table at the head of this module.
///
/// 503 without `Retry-After` counts as a failure rather than throttling: a gateway sends it after the
/// service may have acted.
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
            429 => Verdict::Throttled(delay),
            503 if delay.is_some() => Verdict::Throttled(delay),
            408 | 500 | 502 | 503 | 504 if idempotent => Verdict::Backoff,
            _ => Verdict::Final,
        },
    }
}

/// Whether the service may have acted although the attempt failed.
///
/// A timeout and a broken connection say nothing about the service, and 5xx may come from a gateway in
/// front of it. 501 and 505 are sent before a request is carried out.
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
            assert_eq!(
                answered(429, SECOND, idempotent),
                Verdict::Throttled(SECOND)
            );
            assert_eq!(answered(429, None, idempotent), Verdict::Throttled(None));
            assert_eq!(
                answered(503, SECOND, idempotent),
                Verdict::Throttled(SECOND)
            );
        }
    }

    #[test]
    fn a_clear_no_is_final() {
        for status in [400, 403, 404, 405, 409, 422, 501] {
            assert_eq!(answered(status, SECOND, true), Verdict::Final);
        }
        assert_eq!(answered(401, None, false), Verdict::Renew);
    }

    fn delays(retry: &RetryConfig, retry_after: Option<u64>) -> Vec<u64> {
        let mut attempts = Attempts::new(retry);
        let retry_after = retry_after.map(Duration::from_secs);
        let delays = std::iter::from_fn(|| {
            attempts.after(StatusCode::TOO_MANY_REQUESTS, retry_after, false)
        });
        delays.map(|wait| wait.as_secs()).collect()
    }

    #[tokio::test(start_paused = true)]
    async fn refusals_wait_longer_each_time_and_are_counted() {
        let usual = RetryConfig::default();
        assert_eq!(delays(&usual, Some(0)), [1, 2, 4, 8, 16, 32, 60, 60]);
        assert_eq!(delays(&usual, Some(7)), [7, 7, 7, 8, 16, 32, 60, 60]);
        assert_eq!(delays(&usual, None), [1, 2, 4]);
        assert_eq!(delays(&usual, Some(301)), [0_u64; 0]);
        assert_eq!(delays(&RetryConfig::never(), Some(0)), [0_u64; 0]);
        assert_eq!(delays(&RetryConfig::never(), None), [0_u64; 0]);
    }

    proptest::proptest! {
        /// No configuration and no answer causes a panic or a wait beyond the deadline.
        #[test]
        fn no_duration_does_harm(
            counts in proptest::array::uniform2(proptest::num::u32::ANY),
            nanos in proptest::array::uniform5(proptest::num::u128::ANY),
            retry_after in proptest::option::of(proptest::num::u64::ANY),
        ) {
            let [first_delay, longest_delay, longest_retry_after, longest_slot_wait, total] =
                nanos.map(|nanos| Duration::new((nanos >> 64) as u64, (nanos % 1_000_000_000) as u32));
            let retry = RetryConfig {
                attempts: counts[0], throttled: counts[1],
                first_delay, longest_delay, longest_retry_after, longest_slot_wait, total,
            };
            let mut runtime = tokio::runtime::Builder::new_current_thread();
            let runtime = runtime.enable_time().start_paused(true).build().unwrap();
            runtime.block_on(async {
                let mut attempts = Attempts::new(&retry);
                for status in [429, 503, 500] {
                    let status = StatusCode::from_u16(status).unwrap();
                    let wait = attempts.after(status, retry_after.map(Duration::from_secs), true);
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
