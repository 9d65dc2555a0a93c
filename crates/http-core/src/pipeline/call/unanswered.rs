//! Errors of calls without an answer.
//!
//! A [`TransportErrorKind`] says what is known about the request; the [`ErrorKind`] made from it says
//! what the caller can do. A hint of the transport, such as the name of a proxy, wins over the general
//! one.

use std::time::Duration;

use crate::error::{Error, ErrorKind};
use crate::transport::{TransportError, TransportErrorKind};

/// The error for a failed transport.
///
/// Only idempotent requests get the advice to try again: for others the caller must first look
/// whether the service has acted, which [`Error::with_unknown_outcome`] adds.
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

/// The failure of an attempt whose answer did not arrive in time.
pub(super) fn late() -> TransportError {
    TransportError::new(TransportErrorKind::Timeout, "no answer in time")
}

/// The error for a credential that took longer than `limit`. Retryable: nothing was sent.
pub(super) fn no_credential(limit: Duration) -> Error {
    let message = format!("no token within {} s", limit.as_secs_f64());
    Error::new(ErrorKind::Credential, message)
        .with_hint(
            "nothing was sent: the identity service did not answer in time; try again, or allow more time",
        )
        .with_retryable(true)
}

/// The error for a call outside a tokio runtime. tokio's timers would panic there.
pub(super) fn no_runtime() -> Error {
    Error::usage("no tokio runtime; nothing was sent").with_hint(
        "make the call inside one: `#[tokio::main]`, or `Runtime::block_on` with timers and I/O enabled",
    )
}
