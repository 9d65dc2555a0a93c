//! Requests a code and polls until it is used (RFC 8628).

use std::ops::ControlFlow;
use std::time::Duration;

use http_core::time::{Instant, Step, repeat};
use secrecy::SecretString;

use super::prompt::DeviceCodePrompt;
use crate::error::{Error, ErrorKind, Result, RetryAdvice};
use crate::token::body::{object, seconds, text};
use crate::token::endpoint::{DEVICE_CODE_GRANT as GRANT, Issued, Proofs, TokenEndpoint};
use crate::user::session::UserRequest;

/// Polling interval if the service does not name one (RFC 8628, section 3.2).
const USUAL_INTERVAL: Duration = Duration::from_secs(5);

/// Added to the polling interval on `slow_down` (RFC 8628, section 3.5).
const SLOWER: Duration = Duration::from_secs(5);

/// Longest pause after failures.
const LONGEST: Duration = Duration::from_secs(60);

/// Lifetime of a code if the service does not name one.
const USUAL_LIFE: Duration = Duration::from_secs(900);

/// Longest lifetime that is accepted. The service's codes live for a quarter of it.
const LONGEST_LIFE: Duration = Duration::from_secs(3600);

/// A code that is not used yet.
#[derive(Clone)]
pub(super) struct Pending {
    device_code: SecretString,
    interval: Duration,
    until: Instant,
}

/// Requests a code.
pub(super) async fn begin(
    endpoint: &TokenEndpoint,
    request: &UserRequest,
) -> Result<(DeviceCodePrompt, Pending)> {
    let asked = Instant::now();
    let grant = request.grant(GRANT, Proofs::new());
    let body = endpoint.device_code(&grant).await?;
    let body = object(&body);
    let get = |name| body.as_ref().and_then(|body| text(body, name));
    let (Some(device_code), Some(user_code), Some(verification_uri)) = (
        get("device_code"),
        get("user_code"),
        get("verification_uri"),
    ) else {
        let message = "the response to the request for a device code contains none";
        return Err(Error::new(ErrorKind::UnexpectedAnswer, message));
    };
    let time = |name| seconds(body.as_ref().and_then(|body| body.get(name)));
    let expires_in = time("expires_in").unwrap_or(USUAL_LIFE).min(LONGEST_LIFE);
    let message = get("message").map_or_else(
        || format!("To sign in, open {verification_uri} and enter the code {user_code}."),
        str::to_owned,
    );
    let prompt = DeviceCodePrompt {
        user_code: user_code.to_owned(),
        verification_uri: verification_uri.to_owned(),
        message,
        expires_in,
    };
    let pending = Pending {
        device_code: device_code.into(),
        interval: time("interval")
            .filter(|interval| !interval.is_zero())
            .unwrap_or(USUAL_INTERVAL)
            .min(LONGEST),
        until: asked + expires_in,
    };
    Ok((prompt, pending))
}

impl Pending {
    /// Whether the code is still valid.
    pub(super) fn is_good(&self) -> bool {
        Instant::now() < self.until
    }

    /// Polls until the user has signed in or declined, or the code has expired. Sleeps before the
    /// first poll: the user needs time to sign in.
    pub(super) async fn poll(
        &mut self,
        endpoint: &TokenEndpoint,
        request: &UserRequest,
    ) -> Result<Issued> {
        let first = self.interval;
        if !self.outlives(first) {
            return Err(ended());
        }
        let poll = Poll {
            pending: self,
            endpoint,
            request,
            last: first,
        };
        repeat(first, poll).await
    }

    /// Whether the code is still valid after a pause.
    fn outlives(&self, pause: Duration) -> bool {
        Instant::now() + pause < self.until
    }

    /// The pause before the next poll, `None` if the refusal is final. `slow_down` raises the interval for good.
    fn pause_after(&mut self, refused: &Error, last: Duration) -> Option<Duration> {
        match (refused.word(), refused.retry_advice()) {
            (Some("authorization_pending"), _) => Some(self.interval),
            (Some("slow_down"), _) => {
                self.interval += SLOWER;
                Some(self.interval)
            }
            (_, RetryAdvice::After(asked)) if refused.kind() == ErrorKind::Throttled => {
                Some(asked.max(self.interval))
            }
            (_, RetryAdvice::After(_)) => Some((last * 2).min(LONGEST).max(self.interval)),
            _ => None,
        }
    }
}

/// The requests for the token of a code.
struct Poll<'a> {
    pending: &'a mut Pending,
    endpoint: &'a TokenEndpoint,
    request: &'a UserRequest,
    /// The last pause, which doubles after a failure.
    last: Duration,
}

impl Step for Poll<'_> {
    type Output = Result<Issued>;

    async fn run(&mut self) -> ControlFlow<Result<Issued>, Duration> {
        let proofs = vec![("device_code", self.pending.device_code.clone())];
        let grant = self.request.grant(GRANT, proofs);
        let refused = match self.endpoint.request(&grant).await {
            Ok(issued) => return ControlFlow::Break(Ok(issued)),
            Err(error) => error,
        };
        let Some(pause) = self.pending.pause_after(&refused, self.last) else {
            return ControlFlow::Break(Err(explain(refused)));
        };
        if !self.pending.outlives(pause) {
            return ControlFlow::Break(Err(ended()));
        }
        self.last = pause;
        ControlFlow::Continue(pause)
    }
}

/// The error of an expired code.
fn ended() -> Error {
    Error::new(
        ErrorKind::InteractionRequired,
        "the code was not entered in time",
    )
    .with_hint("sign in again and enter the new code before it expires")
}

/// Replaces the protocol's words by an explanation.
fn explain(error: Error) -> Error {
    let ours = |kind, message: &str, hint: &'static str| {
        Error::new(kind, message)
            .with_hint(hint)
            .with_source(error.clone())
    };
    match error.word() {
        Some("authorization_declined" | "access_denied") => ours(
            ErrorKind::InteractionRequired,
            "the user declined to sign in",
            "sign in again, and approve",
        ),
        Some("expired_token") => ended().with_source(error),
        Some("bad_verification_code") => ours(
            ErrorKind::Refused,
            "the identity service does not know its own code",
            "sign in again; if it happens twice, please report it",
        ),
        _ => error,
    }
}
