//! The errors of a call that had no answer.

use std::time::Duration;

use crate::error::{Error, ErrorKind};
use crate::transport::{TransportError, TransportErrorKind};

pub(super) fn unanswered(error: TransportError, idempotent: bool) -> Error {
    let (kind, hint) = match error.kind() {
        TransportErrorKind::Unsent => (
            ErrorKind::Unsent,
            Some("nothing was sent; check the address, proxy and certificate authorities"),
        ),
        TransportErrorKind::Untrusted => (
            ErrorKind::Untrusted,
            Some("nothing was sent; check the address and the server's certificate"),
        ),
        TransportErrorKind::Forbidden => (
            ErrorKind::Usage,
            Some("nothing was sent; use an address that may be reached"),
        ),
        TransportErrorKind::Timeout => (
            ErrorKind::Timeout,
            idempotent.then_some("try again, or allow more time"),
        ),
        _ => (ErrorKind::Interrupted, idempotent.then_some("try again")),
    };
    let hint = error.hint().or(hint).map(str::to_owned);
    let failed = Error::new(kind, error.to_string()).with_source(error);
    match hint {
        Some(hint) => failed.with_hint(hint),
        None => failed,
    }
}

pub(super) fn late() -> TransportError {
    TransportError::new(TransportErrorKind::Timeout, "no answer in time")
}

pub(super) fn no_credential(limit: Duration) -> Error {
    let message = format!("no token within {} s", limit.as_secs_f64());
    Error::new(ErrorKind::Credential, message)
        .with_hint(
            "nothing was sent: the identity service, or what stands in for it, did not answer in time; try again, or allow \
             more time",
        )
        .with_retryable(true)
}

pub(super) fn no_runtime() -> Error {
    Error::usage("there is no tokio runtime here; nothing was sent").with_hint(
        "make the call inside one: `#[tokio::main]`, or `Runtime::block_on` with its timers and I/O enabled",
    )
}
