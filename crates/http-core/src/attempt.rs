//! The loop around one call: budget, credential, send, judge. The only place that waits between attempts.

use std::sync::atomic::Ordering;
use std::time::Duration;

use bytes::Bytes;
use http::response::Parts;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use tokio::time::Instant;

use crate::authorize::Renewed;
use crate::body::Body;
use crate::client::Inner;
use crate::error::{Error, ErrorKind, Result};
use crate::operation::{NotFound, Operation};
use crate::redact;
use crate::request::Request;
use crate::response::Refusal;
use crate::retry::{Outcome, Verdict, verdict};
use crate::throttle::quota_in_words;
use crate::transport::{TransportError, TransportErrorKind};

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
    client: &'a Inner,
    operation: &'static Operation,
    idempotent: bool,
    request: http::Request<Bytes>,
    shown: String,
    begun: Instant,
    sent: u32,
    /// Attempts that count against the limit: refusals for the number of calls do not.
    counted: u32,
    renewed: bool,
    /// The service said that there is no such record.
    missed: bool,
}

/// An attempt that brought no success.
enum Setback {
    Refused(Refusal),
    Failed(TransportError),
}

impl Setback {
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
    pub(crate) fn new(client: &'a Inner, request: &Request, http: http::Request<Bytes>) -> Self {
        let shown = url::Url::parse(&http.uri().to_string())
            .map_or_else(|_| String::new(), |url| redact::url(&url));
        Self {
            client,
            operation: request.operation(),
            idempotent: request.is_idempotent(),
            request: http,
            shown,
            begun: Instant::now(),
            sent: 0,
            counted: 0,
            renewed: false,
            missed: false,
        }
    }

    /// The successful answer, or why there is none.
    pub(crate) async fn run(mut self, reading: Reading) -> Result<(Parts, Body)> {
        loop {
            let setback = match self.attempt(reading).await? {
                Ok(answer) => {
                    if self.missed {
                        self.client.reappeared.fetch_add(1, Ordering::Relaxed);
                    }
                    return Ok(answer);
                }
                Err(setback) => setback,
            };
            self.missed |= setback.is_not_found();
            let outcome = setback.outcome();
            let delay = match self.verdict(&setback, reading) {
                Verdict::Final => return self.give_up(setback, reading),
                Verdict::Renew => {
                    let Setback::Refused(refusal) = setback else {
                        continue;
                    };
                    if self.renew(&refusal.headers).await? {
                        continue;
                    }
                    return self.give_up(Setback::Refused(refusal), reading);
                }
                Verdict::Backoff => {
                    self.counted += 1;
                    self.client.retry.backoff(self.counted + 1)
                }
                Verdict::Refused(asked) => self.refused(&setback, asked),
            };
            if self.counted >= self.client.retry.attempts || !self.may_wait(outcome, delay) {
                return self.give_up(setback, reading);
            }
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

    fn verdict(&self, setback: &Setback, reading: Reading) -> Verdict {
        let verdict = verdict(setback.outcome(), self.idempotent);
        match (setback, reading) {
            (Setback::Refused(refusal), Reading::Any { transient })
                if verdict == Verdict::Final && self.idempotent && transient(&refusal.body) =>
            {
                Verdict::Backoff
            }
            (Setback::Refused(refusal), _)
                if refusal.status == StatusCode::NOT_FOUND
                    && self.operation.not_found == NotFound::Again =>
            {
                Verdict::Backoff
            }
            _ => verdict,
        }
    }

    /// The end of a call without success: an error, or the refusal itself where the caller reads those.
    fn give_up(&self, setback: Setback, reading: Reading) -> Result<(Parts, Body)> {
        match (setback, reading) {
            (Setback::Refused(refusal), Reading::Any { .. }) => Ok(refusal.into_answer()),
            (setback, _) => Err(self.error(setback)),
        }
    }

    async fn attempt(&mut self, reading: Reading) -> Result<Result<(Parts, Body), Setback>> {
        let waited = self.slot().await?;
        if !waited.is_zero() {
            tracing::info!(
                operation = self.operation.id,
                waited_s = waited.as_secs(),
                "waited for the rate limit"
            );
        }
        let request = self.prepared().await?;
        self.sent += 1;
        tracing::debug!(
            operation = self.operation.id,
            method = self.operation.method.as_str(),
            url = self.shown,
            attempt = self.sent,
            "sending"
        );
        let sending = self.client.transport.send(request);
        let answer = match tokio::time::timeout(self.client.timeout, sending).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(error)) => return Ok(Err(Setback::Failed(error))),
            Err(_) => return Ok(Err(Setback::Failed(late()))),
        };
        let (head, body) = answer.into_parts();
        tracing::debug!(
            operation = self.operation.id,
            status = head.status.as_u16(),
            "answered"
        );
        let body = unpacked(&head, patient(body, self.client.timeout));
        if !head.status.is_success() {
            return Ok(Err(Setback::Refused(Refusal::read(head, body).await)));
        }
        Ok(match reading {
            Reading::Stream => Ok((head, body)),
            Reading::Whole | Reading::Any { .. } => match body.collect().await {
                Ok(whole) => Ok((head, whole.into())),
                Err(error) => Err(Setback::Failed(error)),
            },
        })
    }

    /// Waits for a slot of the budget; answers how long that took.
    async fn slot(&self) -> Result<Duration> {
        let client = self.client;
        let left = client.retry.total.saturating_sub(self.begun.elapsed());
        let slot = client
            .throttle
            .acquire(&client.tenant, self.operation, left)
            .await;
        slot.map_err(|wait| {
            Error::new(
                ErrorKind::Throttled,
                "the quota of this operation is used up",
            )
            .with_operation(self.operation)
            .with_retry_after(Some(wait))
            .with_attempts(self.sent)
            .with_hint("nothing was sent: wait as long as said, or narrow what is asked for")
        })
    }

    /// The request with what changes between attempts.
    async fn prepared(&self) -> Result<http::Request<Bytes>> {
        let mut request = self.request.clone();
        let headers = request.headers_mut();
        headers.insert(header::USER_AGENT, self.client.user_agent.clone());
        headers
            .entry(header::ACCEPT_ENCODING)
            .or_insert(HeaderValue::from_static("gzip"));
        headers
            .entry(header::ACCEPT)
            .or_insert(HeaderValue::from_static("application/json"));
        if let Some(authorizer) = &self.client.authorizer {
            authorizer
                .authorize(headers)
                .await
                .map_err(|error| error.with_operation(self.operation))?;
            if let Some(value) = headers.get_mut(header::AUTHORIZATION) {
                value.set_sensitive(true);
            }
        }
        Ok(request)
    }

    /// Whether the credential has changed, so that a refusal of it may not stand.
    async fn renew(&mut self, refused: &HeaderMap) -> Result<bool> {
        let Some(authorizer) = &self.client.authorizer else {
            return Ok(false);
        };
        if std::mem::replace(&mut self.renewed, true) {
            return Ok(false);
        }
        let renewed = authorizer.rejected(refused).await;
        Ok(renewed.map_err(|error| error.with_operation(self.operation))? == Renewed::Yes)
    }

    /// Tells the budget about a refusal and answers how long to wait.
    fn refused(&mut self, setback: &Setback, asked: Option<Duration>) -> Duration {
        let quota = match setback {
            Setback::Refused(refusal) => quota_in_words(&refusal.message),
            Setback::Failed(_) => None,
        };
        let delay = asked.unwrap_or_else(|| {
            self.counted += 1;
            self.client
                .retry
                .backoff(self.counted + 1)
                .max(Duration::from_secs(1))
        });
        self.client
            .throttle
            .refused(&self.client.tenant, self.operation, delay, quota);
        delay
    }

    fn may_wait(&self, outcome: Outcome, delay: Duration) -> bool {
        let retry = &self.client.retry;
        let asked_too_much =
            matches!(outcome, Outcome::Answered(_, Some(asked)) if asked > retry.longest_asked);
        !asked_too_much && self.begun.elapsed() + delay <= retry.total
    }

    fn error(&self, setback: Setback) -> Error {
        let error = match setback {
            Setback::Refused(refusal) => {
                let identity = self
                    .client
                    .authorizer
                    .as_ref()
                    .and_then(|authorizer| authorizer.describe());
                refusal.into_error(self.operation, identity.as_deref())
            }
            Setback::Failed(error) => {
                unanswered(error, self.idempotent).with_operation(self.operation)
            }
        };
        error.with_attempts(self.sent)
    }
}

fn unanswered(error: TransportError, idempotent: bool) -> Error {
    let (kind, hint) = match error.kind() {
        TransportErrorKind::Unsent => (
            ErrorKind::Unsent,
            "nothing was sent; check the address, proxy and certificate authorities",
        ),
        TransportErrorKind::Untrusted => (
            ErrorKind::Untrusted,
            "name the authority of that issuer in a CA file, or add it to the system's; nothing was sent",
        ),
        TransportErrorKind::Forbidden => (
            ErrorKind::Usage,
            "use an address that may be reached; nothing was sent",
        ),
        TransportErrorKind::Timeout if idempotent => {
            (ErrorKind::Timeout, "try again, or allow more time")
        }
        TransportErrorKind::Interrupted if idempotent => (ErrorKind::Interrupted, "try again"),
        TransportErrorKind::Timeout => (ErrorKind::Timeout, UNKNOWN_OUTCOME),
        _ => (ErrorKind::Interrupted, UNKNOWN_OUTCOME),
    };
    Error::new(kind, error.to_string())
        .with_hint(hint)
        .with_source(error)
}

const UNKNOWN_OUTCOME: &str =
    "the service may have acted: look at the record before sending this again; it was not repeated";

fn late() -> TransportError {
    TransportError::new(TransportErrorKind::Timeout, "no answer in time")
}

/// A body whose chunks must not be further apart than a timeout.
fn patient(body: Body, timeout: Duration) -> Body {
    let chunks = futures_util::stream::unfold(Some(body), move |body| async move {
        let mut body = body?;
        match tokio::time::timeout(timeout, body.chunk()).await {
            Ok(chunk) => chunk.map(|chunk| (chunk, Some(body))),
            Err(_) => Some((Err(late()), None)),
        }
    });
    Body::from_stream(chunks)
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
