//! The loop around one call: budget, credential, send, judge. The only place that waits between attempts.

mod unanswered;

use std::sync::atomic::Ordering;
use std::time::Duration;

use bytes::Bytes;
use http::response::Parts;
use http::{HeaderValue, StatusCode, header};
use tracing::Instrument as _;

use self::unanswered::{late, no_credential, no_runtime, unanswered};
use super::Pipeline;
use crate::error::{Error, ErrorKind, Result};
use crate::limits::LimitExceeded;
use crate::operation::{NotFound, Operation};
use crate::pipeline::authorize::{AuthRetry, Authorize};
use crate::pipeline::patience::patient;
use crate::pipeline::retry::{Attempts, Outcome, Verdict, is_unknown, verdict};
use crate::pipeline::throttle::{Slot, quota_in_words};
use crate::redact;
use crate::request::Request;
use crate::response::{Refusal, request_id};
use crate::transport::TransportError;
use crate::transport::body::Body;

/// What the caller wants of an answer.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Reading {
    /// A success and all of its body; a body that breaks off is a failed attempt.
    Whole,
    /// A success, its body as it comes.
    Stream,
    /// Any answer and all of its body.
    Any {
        /// Whether a refusal with this body, final by its status, is worth another attempt.
        transient: fn(&[u8]) -> bool,
    },
}

/// One call with everything that is remembered between its attempts.
pub(crate) struct Call<'a> {
    pipeline: &'a Pipeline,
    operation: &'static Operation,
    idempotent: bool,
    request: http::Request<Bytes>,
    shown: String,
    attempts: Attempts,
    sent: u32,
    renewed: bool,
    /// An attempt ended without an answer that says whether the service has acted.
    is_unknown: bool,
    /// The service said that there is no such record.
    missed: bool,
}

/// An attempt that brought no success.
enum AttemptError {
    Refused(Refusal),
    Failed(TransportError),
}

impl AttemptError {
    fn is_not_found(&self) -> bool {
        matches!(self, Self::Refused(refusal) if refusal.status == StatusCode::NOT_FOUND)
    }

    fn outcome(&self) -> Outcome {
        match self {
            Self::Refused(refusal) => Outcome::Answered(refusal.status, refusal.delay),
            Self::Failed(error) => Outcome::Failed(error.kind()),
        }
    }
}

impl<'a> Call<'a> {
    pub(crate) fn new(
        pipeline: &'a Pipeline,
        request: &Request,
        http: http::Request<Bytes>,
    ) -> Self {
        let shown = url::Url::parse(&http.uri().to_string())
            .map_or_else(|_| String::new(), |url| redact::url(&url));
        Self {
            pipeline,
            operation: request.operation(),
            idempotent: request.is_idempotent(),
            request: http,
            shown,
            attempts: Attempts::new(&pipeline.retry),
            sent: 0,
            renewed: false,
            is_unknown: false,
            missed: false,
        }
    }

    /// The successful answer, or why there is none.
    pub(crate) async fn run(mut self, reading: Reading) -> Result<(Parts, Body)> {
        if tokio::runtime::Handle::try_current().is_err() {
            return Err(no_runtime().with_operation(self.operation));
        }
        let span = self.span();
        // On the heap: every future that waits for a call would hold its kilobytes.
        let attempts = Box::pin(self.attempts(reading));
        let outcome = attempts.instrument(span.clone()).await;
        span.in_scope(|| self.report(&outcome));
        outcome.map_err(|error| self.finish(error))
    }

    async fn attempts(&mut self, reading: Reading) -> Result<(Parts, Body)> {
        loop {
            let failure = match self.attempt(reading).await? {
                Ok(answer) => {
                    if self.missed {
                        self.pipeline.reappeared.fetch_add(1, Ordering::Relaxed);
                    }
                    return Ok(answer);
                }
                Err(failure) => failure,
            };
            self.missed |= failure.is_not_found();
            let outcome = failure.outcome();
            self.is_unknown |= is_unknown(outcome);
            let delay = match self.verdict(&failure, reading) {
                Verdict::Final => None,
                Verdict::Renew => {
                    if self.renew(&failure).await? {
                        continue;
                    }
                    None
                }
                Verdict::Backoff => self.attempts.failed(),
                Verdict::Refused(asked) => self.refused(&failure, asked),
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
        }
    }

    /// The span of the call, with the names that OpenTelemetry has for HTTP clients.
    fn span(&self) -> tracing::Span {
        tracing::info_span!(
            "call",
            otel.name = self.operation.id,
            otel.kind = "client",
            http.request.method = self.operation.http.method.as_str(),
            server.address = self.request.uri().host(),
            tenant = &*self.pipeline.caller.tenant,
            attempts = tracing::field::Empty,
            http.response.status_code = tracing::field::Empty,
            request_id = tracing::field::Empty,
            error.type = tracing::field::Empty,
        )
    }

    /// One line for each call: what was asked, what came of it, and how long it took.
    fn report(&self, outcome: &Result<(Parts, Body)>) {
        let status = match outcome {
            Ok((head, _)) => Some(head.status),
            Err(error) => error.status(),
        };
        let failure = outcome.as_ref().err().map(Error::kind);
        let request_id = match outcome {
            Ok((head, _)) => request_id(&head.headers),
            Err(error) => error.request_id().map(str::to_owned),
        };
        let status = status.map(|status| status.as_u16());
        let span = tracing::Span::current();
        span.record("attempts", self.sent);
        span.record("http.response.status_code", status);
        span.record("request_id", request_id.as_deref());
        span.record("error.type", failure.map(tracing::field::debug));
        let elapsed = self.attempts.elapsed().as_millis();
        tracing::info!(
            operation = self.operation.id,
            method = self.operation.http.method.as_str(),
            url = self.shown,
            status,
            failure = failure.map(tracing::field::debug),
            attempts = self.sent,
            elapsed_ms = u64::try_from(elapsed).unwrap_or(u64::MAX),
            request_id,
            "call"
        );
    }

    /// Adds to an error what the call knows of itself.
    fn finish(&self, error: Error) -> Error {
        let error = error
            .with_operation(self.operation)
            .with_attempts(self.sent);
        match self.is_unknown && !self.operation.is_read() {
            true if self.idempotent => error.with_possible_effect(),
            true => error.with_unknown_outcome(),
            false => error,
        }
    }

    fn verdict(&self, failure: &AttemptError, reading: Reading) -> Verdict {
        let verdict = verdict(failure.outcome(), self.idempotent);
        match (failure, reading) {
            (AttemptError::Refused(refusal), Reading::Any { transient })
                if verdict == Verdict::Final && self.idempotent && transient(&refusal.body) =>
            {
                Verdict::Backoff
            }
            (AttemptError::Refused(refusal), _)
                if refusal.status == StatusCode::NOT_FOUND
                    && self.operation.conduct.not_found == NotFound::Again =>
            {
                Verdict::Backoff
            }
            _ => verdict,
        }
    }

    /// The end of a call without success: an error, or the refusal itself where the caller reads those.
    fn give_up(&self, failure: AttemptError, reading: Reading) -> Result<(Parts, Body)> {
        match (failure, reading) {
            (AttemptError::Refused(refusal), Reading::Any { .. }) => Ok(refusal.into_answer()),
            (failure, _) => Err(self.error(failure)),
        }
    }

    async fn attempt(&mut self, reading: Reading) -> Result<Result<(Parts, Body), AttemptError>> {
        let slot = self.slot().await?;
        let request = self.prepared().await?;
        slot.spend();
        self.sent = self.sent.saturating_add(1);
        tracing::debug!(
            operation = self.operation.id,
            method = self.operation.http.method.as_str(),
            url = self.shown,
            attempt = self.sent,
            "sending"
        );
        let sending = self.pipeline.transport.send(request);
        let answer = match tokio::time::timeout(self.patience(), sending).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(error)) => return Ok(Err(AttemptError::Failed(error))),
            Err(_) => return Ok(Err(AttemptError::Failed(late()))),
        };
        let (head, body) = answer.into_parts();
        tracing::debug!(
            operation = self.operation.id,
            status = head.status.as_u16(),
            "answered"
        );
        let body = unpacked(&head, patient(body, self.pipeline.timeout));
        let deadline = self.attempts.deadline();
        if !head.status.is_success() {
            let refusal = Refusal::read(head, body, deadline, &self.pipeline.wording).await;
            return Ok(Err(AttemptError::Refused(refusal)));
        }
        Ok(match reading {
            Reading::Stream => Ok((head, body)),
            Reading::Whole | Reading::Any { .. } => {
                let limits = &self.pipeline.limits;
                let whole = body.collect_within(limits.answer);
                match tokio::time::timeout_at(deadline, whole).await {
                    Ok(Ok(Some(whole))) => Ok((head, whole.into())),
                    Ok(Ok(None)) => return Err(self.too_large(limits.exceeded_answer(), &head)),
                    Ok(Err(error)) => Err(AttemptError::Failed(error)),
                    Err(_) => Err(AttemptError::Failed(late())),
                }
            }
        })
    }

    /// The error of a success that is not read to its end. Sending it again would bring the same.
    fn too_large(&self, limit: LimitExceeded, head: &Parts) -> Error {
        let error = Error::from(limit)
            .with_operation(self.operation)
            .with_request_id(request_id(&head.headers))
            .with_attempts(self.sent);
        if self.idempotent {
            error
        } else {
            error.with_unknown_outcome()
        }
    }

    /// How long one step of the call may take.
    fn patience(&self) -> Duration {
        self.pipeline.timeout.min(self.attempts.left())
    }

    /// Waits for a slot of the budget.
    async fn slot(&self) -> Result<Slot> {
        let pipeline = self.pipeline;
        let within = self.attempts.left().min(pipeline.retry.longest_slot_wait);
        let slot = pipeline
            .throttle
            .acquire(&pipeline.caller, self.operation, within)
            .await;
        let slot = slot.map_err(|wait| {
            Error::new(
                ErrorKind::Throttled,
                "the quota of this operation is used up",
            )
            .with_retry_after(Some(wait))
            .with_hint("nothing was sent: wait as long as said, or narrow what is asked for")
        })?;
        if let Some(waited) = slot.waited() {
            tracing::info!(
                operation = self.operation.id,
                waited_ms = u64::try_from(waited.as_millis()).unwrap_or(u64::MAX),
                "waited for the rate limit"
            );
        }
        Ok(slot)
    }

    /// The request with what changes between attempts.
    async fn prepared(&self) -> Result<http::Request<Bytes>> {
        let mut request = self.request.clone();
        let headers = request.headers_mut();
        headers.insert(header::USER_AGENT, self.pipeline.user_agent.clone());
        headers
            .entry(header::ACCEPT_ENCODING)
            .or_insert(HeaderValue::from_static("gzip"));
        headers
            .entry(header::ACCEPT)
            .or_insert(HeaderValue::from_static("application/json"));
        if let Some(authorizer) = &self.pipeline.authorizer {
            self.in_time(authorizer.as_ref(), authorizer.authorize(headers))
                .await?;
            if let Some(value) = headers.get_mut(header::AUTHORIZATION) {
                value.set_sensitive(true);
            }
        }
        Ok(request)
    }

    /// Waits for the credential: as long as for an answer, and no longer than the call may take.
    async fn in_time<T>(
        &self,
        authorizer: &dyn Authorize,
        outcome: impl Future<Output = Result<T>>,
    ) -> Result<T> {
        let limit = if authorizer.waits_for_user() {
            self.attempts.left()
        } else {
            self.patience()
        };
        let outcome = tokio::time::timeout(limit, outcome).await;
        outcome.unwrap_or_else(|_| Err(no_credential(limit)))
    }

    /// Whether the credential has changed, so that a refusal of it may not stand. A caller who wants one request gets
    /// one; the credential learns of the refusal all the same, for the next call.
    async fn renew(&mut self, failure: &AttemptError) -> Result<bool> {
        let (Some(authorizer), AttemptError::Refused(refusal)) =
            (&self.pipeline.authorizer, failure)
        else {
            return Ok(false);
        };
        if std::mem::replace(&mut self.renewed, true) {
            return Ok(false);
        }
        let renewal = authorizer.rejected(&refusal.headers);
        let renewed = self.in_time(authorizer.as_ref(), renewal).await;
        if self.pipeline.retry.attempts <= 1 {
            return Ok(false);
        }
        Ok(renewed? == AuthRetry::Yes)
    }

    /// Tells the budget about a refusal and answers how long to wait, if at all.
    fn refused(&mut self, failure: &AttemptError, asked: Option<Duration>) -> Option<Duration> {
        let quota = match failure {
            AttemptError::Refused(refusal) => {
                quota_in_words(&refusal.words, self.pipeline.wording.quota_after)
            }
            AttemptError::Failed(_) => None,
        };
        let (delay, next) = self.attempts.refused(asked);
        self.pipeline
            .throttle
            .refused(&self.pipeline.caller, self.operation, delay, quota);
        next
    }

    fn error(&self, failure: AttemptError) -> Error {
        match failure {
            AttemptError::Refused(refusal) => {
                let identity = self
                    .pipeline
                    .authorizer
                    .as_ref()
                    .and_then(|authorizer| authorizer.describe());
                refusal.into_error(self.operation, identity.as_deref())
            }
            AttemptError::Failed(error) => unanswered(error, self.idempotent),
        }
    }
}

fn unpacked(head: &Parts, body: Body) -> Body {
    let packed = head
        .headers
        .get(header::CONTENT_ENCODING)
        .is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"gzip"));
    if packed { body.gunzip() } else { body }
}

#[expect(
    dead_code,
    reason = "fails to compile if a call could not cross threads"
)]
fn calls_are_send(call: Call<'static>) -> impl Send {
    call.run(Reading::Whole)
}
