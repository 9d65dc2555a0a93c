//! Which outcomes are worth another attempt.
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

use std::time::Duration;

use http::StatusCode;

use crate::transport::TransportErrorKind;

/// How often and how long a call is repeated.
#[derive(Clone, Debug, PartialEq)]
pub struct RetryConfig {
    /// The most attempts, the first included. Refusals for the number of calls do not count.
    pub attempts: u32,
    /// The first delay where the service names none; each further one is twice as long, with jitter.
    pub first_delay: Duration,
    /// The longest delay of our own.
    pub longest_delay: Duration,
    /// The longest delay the service may ask for before the call fails instead of waiting.
    pub longest_asked: Duration,
    /// How long a call may take with all its waiting.
    pub total: Duration,
}

impl Default for RetryConfig {
    /// Four attempts, delays from half a second to 30 s, waits of up to 5 minutes where asked, 15 minutes in all.
    fn default() -> Self {
        Self {
            attempts: 4,
            first_delay: Duration::from_millis(500),
            longest_delay: Duration::from_secs(30),
            longest_asked: Duration::from_secs(300),
            total: Duration::from_secs(900),
        }
    }
}

impl RetryConfig {
    /// One attempt, no waiting.
    pub fn never() -> Self {
        Self {
            attempts: 1,
            longest_asked: Duration::ZERO,
            ..Self::default()
        }
    }

    /// The delay before attempt `next` (2 or more): doubled each time, the upper half random.
    pub(crate) fn backoff(&self, next: u32) -> Duration {
        let doublings = next.saturating_sub(2).min(16);
        let full = self
            .first_delay
            .saturating_mul(1 << doublings)
            .min(self.longest_delay);
        full.mul_f64(0.5 + fastrand::f64() / 2.0)
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
