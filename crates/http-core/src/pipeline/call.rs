//! The loop around one call: attempt, decide, wait, repeat.
//!
//! ```text
//! loop
//!   attempt   1 slot of the rate limit   (pipeline/throttle.rs)
//!             2 credential on the request (Authorize)
//!             3 send, read the head       (Transport)
//!             4 read the body, or the error answer
//!   verdict   final | renew the credential | back off | throttled  (pipeline/retry.rs)
//!   wait      and repeat, unless attempts or time are used up
//! ```
//!
//! The order is a safety property:
//!
//! - The slot comes before the token, so that a token does not expire while the call waits. A slot
//!   whose token request fails is returned to the budget.
//! - The token is set on every attempt, so that a retried call never carries an expired one.
//! - The URL is redacted once, before the first event is logged.
//!
//! All waiting ends at the deadline of [`Attempts`]. This is the only place of the crate that sleeps
//! between attempts. A call holds no lock while it waits, and dropping its future gives back whatever
//! it has not used.

mod attempt;
mod trace;
mod unanswered;

use std::sync::atomic::Ordering;
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use http::response::Parts;
use tracing::Instrument as _;

use self::unanswered::{no_runtime, unanswered};
use super::Pipeline;
use crate::error::{Error, Result};
use crate::operation::{NotFound, Operation};
use crate::pipeline::authorize::AuthRetry;
use crate::pipeline::retry::{Attempts, Outcome, Verdict, is_unknown, verdict};
use crate::pipeline::throttle::quota_in_words;
use crate::redact;
use crate::request::Request;
use crate::response::ErrorResponse;
use crate::transport::TransportError;
use crate::transport::body::Body;

/// How much of the answer a call reads before it returns, and which answers it accepts.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Reading {
    /// A successful answer with its whole body. A body that breaks off is a failed attempt, which may
    /// be retried; the deadline of the call covers the body.
    Whole,
    /// A successful answer with its body as a stream. Errors of the stream are the reader's.
    Stream,
    /// An answer of any status with its whole body.
    Any {
        /// Decides from the body of an error answer whether to retry it, although its status is final.
        transient: fn(&[u8]) -> bool,
    },
}

/// The state of one call across its attempts.
pub(crate) struct Call<'a> {
    pipeline: &'a Pipeline,
    operation: &'static Operation,
    /// Whether to retry when the outcome is unknown; the request may differ from its operation.
    idempotent: bool,
    request: http::Request<Bytes>,
    redacted_url: String,
    attempts: Attempts,
    /// Number of requests handed to the transport.
    sent: u32,
    /// The credential was asked once to renew itself; a second 401 is final.
    credential_renewed: bool,
    /// An attempt ended without telling whether the service has acted. Stays set: a later clear
    /// answer does not undo what an earlier attempt may have done.
    outcome_unknown: bool,
    /// An attempt was answered with 404.
    was_not_found: bool,
}

/// Why an attempt failed: by a status outside 2xx, or without an answer.
enum AttemptError {
    Status(ErrorResponse),
    Transport(TransportError),
}

impl AttemptError {
    /// Whether the answer was a 404, whatever its code.
    fn is_not_found(&self) -> bool {
        matches!(self, Self::Status(response) if response.status == StatusCode::NOT_FOUND)
    }

    /// The part of the failure that the retry decision depends on.
    fn outcome(&self) -> Outcome {
        match self {
            Self::Status(response) => Outcome::Answered(response.status, response.delay),
            Self::Transport(error) => Outcome::Failed(error.kind()),
        }
    }
}

impl<'a> Call<'a> {
    /// Prepares a call; the deadline counts from here.
    pub(crate) fn new(
        pipeline: &'a Pipeline,
        request: &Request,
        http: http::Request<Bytes>,
    ) -> Self {
        let redacted_url = url::Url::parse(&http.uri().to_string())
            .map_or_else(|_| String::new(), |url| redact::url(&url));
        Self {
            pipeline,
            operation: request.operation(),
            idempotent: request.is_idempotent(),
            request: http,
            redacted_url,
            attempts: Attempts::new(&pipeline.retry),
            sent: 0,
            credential_renewed: false,
            outcome_unknown: false,
            was_not_found: false,
        }
    }

    /// Runs the call to its end.
    ///
    /// # Errors
    /// `Usage` outside a tokio runtime. `Credential` and `Throttled` if nothing was sent. Otherwise
    /// the error of the last attempt, with operation, number of attempts and whether the service may
    /// have acted. With [`Reading::Any`] an error answer is a result.
    pub(crate) async fn run(mut self, reading: Reading) -> Result<(Parts, Body)> {
        if tokio::runtime::Handle::try_current().is_err() {
            return Err(no_runtime().with_operation(self.operation));
        }
        let span = self.span();
        // Boxed to keep the futures of callers small.
        let attempts = Box::pin(self.attempts(reading));
        let outcome = attempts.instrument(span.clone()).await;
        span.in_scope(|| self.report(&outcome));
        outcome.map_err(|error| self.finish(error))
    }

    /// The loop. Returns the first success, or the error of the attempt that is not followed by
    /// another.
    async fn attempts(&mut self, reading: Reading) -> Result<(Parts, Body)> {
        loop {
            let failure = match self.attempt(reading).await? {
                Ok(answer) => {
                    if self.was_not_found {
                        self.pipeline.reappeared.fetch_add(1, Ordering::Relaxed);
                    }
                    return Ok(answer);
                }
                Err(failure) => failure,
            };
            self.was_not_found |= failure.is_not_found();
            let outcome = failure.outcome();
            self.outcome_unknown |= is_unknown(outcome);
            let mut throttled = None;
            let delay = match self.verdict(&failure, reading) {
                Verdict::Final => None,
                Verdict::Renew => {
                    if self.renew(&failure).await? {
                        continue;
                    }
                    None
                }
                Verdict::Backoff => self.attempts.failed(),
                Verdict::Throttled(retry_after) => {
                    throttled = Some(self.pipeline.throttle.begin_wait());
                    self.throttled(&failure, retry_after)
                }
            };
            let Some(delay) = delay else {
                return self.give_up(failure, reading);
            };
            tracing::info!(
                operation = self.operation.id,
                attempt = self.sent,
                wait_ms = u64::try_from(delay.as_millis()).unwrap_or(u64::MAX),
                ?outcome,
                "waiting before the next attempt"
            );
            tokio::time::sleep(delay).await;
            drop(throttled);
        }
    }

    /// Adds operation, number of attempts and the possible effect to an error.
    ///
    /// A change with an unknown outcome must not be retried by the caller either, unless it is
    /// idempotent.
    fn finish(&self, error: Error) -> Error {
        let error = error
            .with_operation(self.operation)
            .with_attempts(self.sent);
        match self.outcome_unknown && !self.operation.is_read() {
            true if self.idempotent => error.with_possible_effect(),
            true => error.with_unknown_outcome(),
            false => error,
        }
    }

    /// The verdict by status, with two exceptions: a caller that reads error answers may call one
    /// transient, and some operations answer 404 for records that exist.
    fn verdict(&self, failure: &AttemptError, reading: Reading) -> Verdict {
        let verdict = verdict(failure.outcome(), self.idempotent);
        match (failure, reading) {
            (AttemptError::Status(response), Reading::Any { transient })
                if verdict == Verdict::Final && self.idempotent && transient(&response.body) =>
            {
                Verdict::Backoff
            }
            (AttemptError::Status(response), _)
                if response.status == StatusCode::NOT_FOUND
                    && self.operation.conduct.not_found == NotFound::Again =>
            {
                Verdict::Backoff
            }
            _ => verdict,
        }
    }

    /// Ends the call: with the error answer if the caller reads those, with an error otherwise.
    fn give_up(&self, failure: AttemptError, reading: Reading) -> Result<(Parts, Body)> {
        match (failure, reading) {
            (AttemptError::Status(response), Reading::Any { .. }) => Ok(response.into_answer()),
            (failure, _) => Err(self.error(failure)),
        }
    }

    /// Reports a 401 to the credential. Returns whether to attempt the call again with a new one.
    ///
    /// A token can be revoked before it expires, and a claims challenge asks for another one; both
    /// arrive as 401. Done once per call. With a single attempt configured the credential is
    /// still renewed, for the next call, but this call is not repeated.
    ///
    /// # Errors
    /// Returns the error of the renewal.
    async fn renew(&mut self, failure: &AttemptError) -> Result<bool> {
        let (Some(authorizer), AttemptError::Status(response)) =
            (&self.pipeline.authorizer, failure)
        else {
            return Ok(false);
        };
        if std::mem::replace(&mut self.credential_renewed, true) {
            return Ok(false);
        }
        let renewal = authorizer.rejected(&response.headers);
        let renewed = self.in_time(authorizer.as_ref(), renewal).await;
        if self.pipeline.retry.attempts <= 1 {
            return Ok(false);
        }
        Ok(renewed? == AuthRetry::Yes)
    }

    /// Pauses the budget after a throttled answer. Returns the delay before the next attempt, `None`
    /// if there is none.
    fn throttled(
        &mut self,
        failure: &AttemptError,
        retry_after: Option<Duration>,
    ) -> Option<Duration> {
        let quota = match failure {
            AttemptError::Status(response) => {
                quota_in_words(&response.text, self.pipeline.wording.quota_after)
            }
            AttemptError::Transport(_) => None,
        };
        let (delay, next) = self.attempts.throttled(retry_after);
        self.pipeline
            .throttle
            .throttled(&self.pipeline.budget_owner, self.operation, delay, quota);
        next
    }

    /// The error of the last attempt. For an error answer the credential describes itself, because
    /// 401 and 403 are solved by knowing which application was used.
    fn error(&self, failure: AttemptError) -> Error {
        match failure {
            AttemptError::Status(response) => {
                let identity = self
                    .pipeline
                    .authorizer
                    .as_ref()
                    .and_then(|authorizer| authorizer.describe());
                response.into_error(self.operation, identity.as_deref())
            }
            AttemptError::Transport(error) => unanswered(error, self.idempotent),
        }
    }
}

#[expect(
    dead_code,
    reason = "fails to compile if a call could not cross threads"
)]
fn calls_are_send(call: Call<'static>) -> impl Send {
    call.run(Reading::Whole)
}
