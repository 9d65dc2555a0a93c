//! Sends requests to managed identity endpoints, with their kind of retries.
//!
//! The documents ask for a longer patience than other services: the metadata service answers 404 or
//! 410 for up to 70 seconds while it is updated.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderValue, StatusCode};
use http_core::time::{Step, repeat};
use http_core::{Bytes, Limits, Transport, TransportError, TransportErrorKind, retry_after};
use tokio::time::timeout;

use super::key_file;
use super::source::{Ask, Kind, Source};
use crate::error::{Error, ErrorKind, Result, RetryAdvice};

/// Time for one attempt.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Time for a probe. Half a second proved too short.
const PROBE: Duration = Duration::from_secs(1);

/// Most retries of a transient failure. Pauses double, starting with one second.
const REPEATS: u32 = 5;

/// Most retries while the metadata service answers 410: an update takes up to 70 seconds.
const UPDATE_REPEATS: u32 = 7;
/// Pause while the metadata service is updated.
const UPDATE_PAUSE: Duration = Duration::from_secs(10);

/// Most connection attempts where there may be no endpoint.
const CONNECTIONS: u32 = 2;

/// Longest `Retry-After` that is obeyed.
const LONGEST_ASKED: Duration = Duration::from_secs(60);

/// Sends the requests of one token request.
pub(super) struct Attempts {
    transport: Arc<dyn Transport>,
    /// Sends the request once, without a retry.
    once: bool,
}

/// A complete response.
pub(super) struct Answer {
    /// The status of the response.
    pub(super) status: StatusCode,
    /// Its headers, which hold the challenge of the Azure Arc agent.
    pub(super) headers: HeaderMap,
    /// Its body, which may hold a token.
    pub(super) body: Bytes,
}

impl Attempts {
    /// Sends through a transport, with retries unless `once`.
    pub(super) fn new(transport: Arc<dyn Transport>, once: bool) -> Self {
        Self { transport, once }
    }

    /// Tests whether the endpoint answers, by a request without its required header.
    pub(super) async fn probe(&self, source: &Source) -> Result<()> {
        let request = http::Request::get(source.address().as_str()).body(Bytes::new());
        let request = request.map_err(|_| absent(source))?;
        match timeout(PROBE, self.exchange(request)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(absent(source)),
        }
    }

    /// Returns the final response.
    pub(super) async fn send(&self, source: &Source, ask: &Ask) -> Result<Answer> {
        let attempts = Repeated {
            attempts: self,
            source,
            ask,
            sent: 0,
        };
        let outcome = repeat(Duration::ZERO, attempts).await;
        outcome.map_err(|failure| failure.into_error(source))?
    }

    /// Sends one attempt, with the key file of the Azure Arc agent if it demands that.
    async fn once(&self, source: &Source, ask: &Ask) -> Outcome {
        let request = match source.request(ask) {
            Ok(request) => request,
            Err(error) => return Ok(Err(error)),
        };
        let answer = self.timely(request).await?;
        if source.kind() != Kind::Arc || answer.status != StatusCode::UNAUTHORIZED {
            return Ok(Ok(answer));
        }
        // The agent first demands proof that this process may read its files.
        let prepared = match key_file::proof(&answer.headers).await {
            Ok(proof) => source.request(ask).map(|request| (request, proof)),
            Err(error) => Err(error),
        };
        let (mut request, proof) = match prepared {
            Ok(prepared) => prepared,
            Err(error) => return Ok(Err(error)),
        };
        request
            .headers_mut()
            .insert(http::header::AUTHORIZATION, proof);
        Ok(Ok(self.timely(request).await?))
    }

    /// Sends one request within the time limit.
    async fn timely(&self, request: http::Request<Bytes>) -> std::result::Result<Answer, Failure> {
        match timeout(TIMEOUT, self.exchange(request)).await {
            Ok(outcome) => outcome.map_err(Failure::Broken),
            Err(_) => Err(Failure::Late),
        }
    }

    /// Sends one request and reads the response, up to the size of a token.
    async fn exchange(
        &self,
        mut request: http::Request<Bytes>,
    ) -> std::result::Result<Answer, TransportError> {
        let agent = HeaderValue::from_static(concat!("auth-core/", env!("CARGO_PKG_VERSION")));
        request
            .headers_mut()
            .insert(http::header::USER_AGENT, agent);
        let (head, body) = self.transport.send(request).await?.into_parts();
        let whole = body.collect_within(Limits::for_tokens().answer).await?;
        let body = whole.ok_or_else(|| {
            let message = "the response is too large for a token";
            TransportError::new(TransportErrorKind::Interrupted, message)
        })?;
        Ok(Answer {
            status: head.status,
            headers: head.headers,
            body,
        })
    }
}

/// One request, sent until its outcome is final.
struct Repeated<'a> {
    attempts: &'a Attempts,
    source: &'a Source,
    ask: &'a Ask,
    /// Number of attempts so far.
    sent: u32,
}

impl Step for Repeated<'_> {
    type Output = Outcome;

    async fn run(&mut self) -> ControlFlow<Outcome, Duration> {
        self.sent += 1;
        let outcome = self.attempts.once(self.source, self.ask).await;
        let pause = pause(self.source, &outcome, self.sent).filter(|_| !self.attempts.once);
        let Some(pause) = pause else {
            return ControlFlow::Break(outcome);
        };
        tracing::debug!(
            sent = self.sent,
            pause_ms = pause.as_millis(),
            "no token of a managed identity yet; trying again"
        );
        ControlFlow::Continue(pause)
    }
}

/// A response, an error that is not retried, or a failure that may be.
type Outcome = std::result::Result<Result<Answer>, Failure>;

/// A failure without a response.
enum Failure {
    Late,
    Broken(TransportError),
}

impl Failure {
    /// Whether the request did not reach the endpoint, so that it may not exist.
    fn is_unsent(&self) -> bool {
        matches!(self, Self::Broken(error) if error.kind() == TransportErrorKind::Unsent)
    }

    /// Whether the certificate of the endpoint is not the expected one.
    fn is_untrusted(&self) -> bool {
        matches!(self, Self::Broken(error) if error.kind() == TransportErrorKind::Untrusted)
    }

    /// Converts to the public error.
    fn into_error(self, source: &Source) -> Error {
        match self {
            _ if self.is_unsent() && source.may_be_absent() => absent(source),
            Self::Broken(error) if error.kind() == TransportErrorKind::Untrusted => {
                let message = format!("{} is not trusted: {error}", source.name());
                let untrusted = Error::new(ErrorKind::Transport, message).with_source(error);
                untrusted.with_retry_advice(RetryAdvice::Never)
            }
            Self::Late => {
                let message = format!("{} timed out", source.name());
                Error::new(ErrorKind::Transport, message)
            }
            Self::Broken(error) => {
                let message = format!("no response from {}: {error}", source.name());
                Error::new(ErrorKind::Transport, message).with_source(error)
            }
        }
    }
}

/// The error if there is no endpoint; a chain then continues with its next credential.
fn absent(source: &Source) -> Error {
    let message = format!(
        "{} does not answer: there is no managed identity here",
        source.name()
    );
    Error::new(ErrorKind::Unavailable, message)
}

/// Pause before the next attempt; `None` if the outcome is final.
fn pause(source: &Source, outcome: &Outcome, sent: u32) -> Option<Duration> {
    let doubling = Duration::from_secs(1) * 2_u32.pow(sent.saturating_sub(1).min(5));
    let answer = match outcome {
        Ok(Ok(answer)) => answer,
        Ok(Err(_)) => return None,
        Err(failure) if failure.is_untrusted() => return None,
        Err(failure) if failure.is_unsent() && source.may_be_absent() => {
            return (sent < CONNECTIONS).then_some(doubling);
        }
        Err(_) => return (sent <= REPEATS).then_some(doubling),
    };
    let is_updating = source.kind() == Kind::Metadata;
    match answer.status.as_u16() {
        410 if is_updating => (sent <= UPDATE_REPEATS).then_some(UPDATE_PAUSE),
        404 if is_updating => (sent <= REPEATS).then_some(doubling),
        408 | 429 | 500..=599 if sent <= REPEATS => {
            let asked = retry_after(&answer.headers).unwrap_or(doubling);
            (asked <= LONGEST_ASKED).then_some(asked.max(Duration::from_secs(1)))
        }
        _ => None,
    }
}
