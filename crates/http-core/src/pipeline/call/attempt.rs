//! One attempt of a call: slot, credential, request, answer.
//!
//! The result is nested. The outer `Err` ends the call without a retry: no slot in time, no
//! credential, an answer beyond a limit. The inner `Err` is a failed attempt, about which the loop
//! decides.
//!
//! Each step has the time limit of [`ClientBuilder::timeout`](crate::ClientBuilder::timeout), and none
//! goes beyond the deadline of the call. Gzip is undone here rather than in the HTTP library, so that
//! every transport behaves alike and a body that breaks off is detected in one place.

use std::time::Duration;

use bytes::Bytes;
use http::response::Parts;
use http::{HeaderValue, header};

use super::unanswered::{late, no_credential};
use super::{AttemptError, Call, Reading};
use crate::error::{Error, ErrorKind, Result};
use crate::limits::LimitExceeded;
use crate::pipeline::authorize::Authorize;
use crate::pipeline::stalled::stall_guard;
use crate::pipeline::throttle::Slot;
use crate::response::{ErrorResponse, request_id};
use crate::transport::body::Body;

impl Call<'_> {
    /// Sends the request once.
    ///
    /// The slot is counted when the request is handed to the transport; if the credential fails, or
    /// the future is dropped before, the slot is free again.
    ///
    /// # Errors
    /// `Throttled` if no slot is free in time, `Credential` or the error of the authorizer, `TooLarge`
    /// for an answer beyond [`Limits::answer`](crate::Limits::answer).
    pub(super) async fn attempt(
        &mut self,
        reading: Reading,
    ) -> Result<Result<(Parts, Body), AttemptError>> {
        let slot = self.slot().await?;
        let request = self.prepared().await?;
        slot.spend();
        self.sent = self.sent.saturating_add(1);
        tracing::debug!(
            operation = self.operation.id,
            method = self.operation.http.method.as_str(),
            url = self.redacted_url,
            attempt = self.sent,
            "sending"
        );
        let sending = self.pipeline.transport.send(request);
        let answer = match tokio::time::timeout(self.step_timeout(), sending).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(error)) => return Ok(Err(AttemptError::Transport(error))),
            Err(_) => return Ok(Err(AttemptError::Transport(late()))),
        };
        let (head, body) = answer.into_parts();
        tracing::debug!(
            operation = self.operation.id,
            status = head.status.as_u16(),
            "answered"
        );
        let body = unpacked(&head, stall_guard(body, self.pipeline.timeout));
        let deadline = self.attempts.deadline();
        if !head.status.is_success() {
            let response = ErrorResponse::read(head, body, deadline, &self.pipeline.wording).await;
            return Ok(Err(AttemptError::Status(response)));
        }
        Ok(match reading {
            Reading::Stream => Ok((head, body)),
            Reading::Whole | Reading::Any { .. } => {
                let limits = &self.pipeline.limits;
                let whole = body.collect_within(limits.answer);
                match tokio::time::timeout_at(deadline, whole).await {
                    Ok(Ok(Some(whole))) => Ok((head, whole.into())),
                    Ok(Ok(None)) => return Err(self.too_large(limits.exceeded_answer(), &head)),
                    Ok(Err(error)) => Err(AttemptError::Transport(error)),
                    Err(_) => Err(AttemptError::Transport(late())),
                }
            }
        })
    }

    /// The error for a successful answer that is too large. Not retried: the next answer would have
    /// the same size. A change has been carried out all the same.
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

    /// Time limit of the next step: the configured timeout, cut off at the deadline of the call.
    fn step_timeout(&self) -> Duration {
        self.pipeline.timeout.min(self.attempts.left())
    }

    /// Waits for a slot of the rate limit.
    ///
    /// # Errors
    /// `Throttled` at once if the wait would exceed
    /// [`RetryConfig::longest_slot_wait`](crate::RetryConfig::longest_slot_wait) or the deadline.
    async fn slot(&self) -> Result<Slot> {
        let pipeline = self.pipeline;
        let within = self.attempts.left().min(pipeline.retry.longest_slot_wait);
        let slot = pipeline
            .throttle
            .acquire(&pipeline.budget_owner, self.operation, within)
            .await;
        let slot = slot.map_err(|wait| {
            Error::new(
                ErrorKind::Throttled,
                "the rate limit of this operation is used up",
            )
            .with_retry_after(Some(wait))
            .with_hint("nothing was sent: wait for the delay, or ask for less")
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

    /// A copy of the request with the headers of the pipeline and a current credential.
    ///
    /// A download asks for `identity` itself, so the encoding is set only where it is missing.
    ///
    /// # Errors
    /// Returns the error of the authorizer, or `Credential` if it takes too long.
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

    /// Runs a future of the credential with a time limit: that of one step, or all the time left if
    /// the credential waits for a user to sign in.
    ///
    /// # Errors
    /// Returns the future's error, or `Credential` (retryable) when the limit passes.
    pub(super) async fn in_time<T>(
        &self,
        authorizer: &dyn Authorize,
        outcome: impl Future<Output = Result<T>>,
    ) -> Result<T> {
        let limit = if authorizer.waits_for_user() {
            self.attempts.left()
        } else {
            self.step_timeout()
        };
        let outcome = tokio::time::timeout(limit, outcome).await;
        outcome.unwrap_or_else(|_| Err(no_credential(limit)))
    }
}

/// The body without its gzip encoding, by `Content-Encoding` (RFC 9110, section 8.4). No other
/// encoding is requested.
fn unpacked(head: &Parts, body: Body) -> Body {
    let packed = head
        .headers
        .get(header::CONTENT_ENCODING)
        .is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"gzip"));
    if packed { body.gunzip() } else { body }
}
