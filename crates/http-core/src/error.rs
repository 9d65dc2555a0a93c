//! Errors of calls: what failed, why, and what to do next.
//!
//! One type serves the whole crate, because a caller asks the same questions of each failure: can I
//! retry, has the service acted, what do I tell the user. [`ErrorKind`] groups failures by the answer to
//! these, not by where they arose.
//!
//! Two invariants hold for every error:
//!
//! - **No secret and no body.** `Display` and `Debug` show the service's code, message and ids from the
//!   members made for them, redacted, and nothing else of an answer.
//! - **A possible effect is never lost.** Once an attempt of a change ended without a clear answer,
//!   [`Error::may_have_acted`] stays set, whatever later attempts say.

mod kind;
mod with;

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use http::StatusCode;

pub use self::kind::ErrorKind;
use crate::operation::Operation;

/// A result with the [`Error`] of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A failed call.
///
/// `Display` is one line: operation, status and service code, message, request id, attempts. What to do
/// next is separate, in [`hint`](Error::hint). Cloning copies the texts and shares the source.
///
/// ```
/// # #[cfg(feature = "testing")] {
/// use http_core::testing::{Script, Step};
/// use http_core::{ErrorKind, Operation, Request};
///
/// static LIST: Operation = Operation::get("example.things.list", "/things")
///     .permissions(&["Thing.Read.All"], &[]);
///
/// # async fn run() -> http_core::Result<()> {
/// let body = r#"{"error": {"code": "Forbidden", "message": "missing role"}}"#;
/// let client = Script::new([Step::new(403, body).header("request-id", "5f0c")]).client()?;
/// let error = client.send_empty(Request::new(&LIST)).await.unwrap_err();
///
/// assert_eq!(error.kind(), ErrorKind::Denied);
/// assert_eq!(
///     error.to_string(),
///     "example.things.list: 403 Forbidden (Forbidden): missing role; request id 5f0c"
/// );
/// assert!(error.hint().is_some_and(|hint| hint.contains("Thing.Read.All")));
/// assert!(!error.is_retryable() && !error.may_have_acted());
/// # Ok(())
/// # }
/// # tokio::runtime::Runtime::new().unwrap().block_on(run()).unwrap();
/// # }
/// ```
#[derive(Clone)]
pub struct Error(Box<Inner>);

/// Boxed, so that results stay small.
#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    operation: Option<&'static Operation>,
    status: Option<StatusCode>,
    code: Option<String>,
    message: String,
    request_id: Option<String>,
    date: Option<SystemTime>,
    attempts: u32,
    retry_after: Option<Duration>,
    rows: Option<u64>,
    row: Option<u64>,
    hint: Option<String>,
    action: Option<String>,
    /// The service may have acted although the call failed.
    unknown_outcome: bool,
    /// Overrides the answer that the kind gives.
    retryable: Option<bool>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl Error {
    /// An error with a kind and a message. The message is lower case, without a full stop, and must
    /// hold no secret and nothing of a body.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            operation: None,
            status: None,
            code: None,
            message: message.into(),
            request_id: None,
            date: None,
            attempts: 0,
            retry_after: None,
            rows: None,
            row: None,
            hint: None,
            action: None,
            unknown_outcome: false,
            retryable: None,
            source: None,
        }))
    }

    /// An [`ErrorKind::Usage`]: invalid input, nothing was sent.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Usage, message)
    }

    /// An [`ErrorKind::Decode`]: the answer is not what the operation documents.
    pub(crate) fn decode(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Decode, message)
    }

    /// The kind of failure.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The operation that failed. `None` for errors outside a call, such as invalid settings.
    pub fn operation(&self) -> Option<&'static Operation> {
        self.0.operation
    }

    /// The HTTP status. `None` if there was no answer, and for a 2xx with an invalid body.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// The service's code, for example `ResourceNotFound`. Some errors have none: OData parsers send an
    /// empty code, gateways a page.
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// The service's message, shortened and redacted, or a message of this crate.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The id to quote to the service's support.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// When the service answered, by its own clock (the header `Date`). `None` without an answer, and without the header.
    pub fn date(&self) -> Option<SystemTime> {
        self.0.date
    }

    /// Number of requests sent. 0 if none was.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// The delay that the service asks for before the next call, or the wait for a free slot of the
    /// rate limit.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// Number of records returned before a list broke off. They are whole and may be used.
    pub fn rows(&self) -> Option<u64> {
        self.0.rows
    }

    /// Number of the record, from 1, for an error of a single record: the list goes on after it.
    pub fn row(&self) -> Option<u64> {
        self.0.row
    }

    /// The id of the action that was followed when this call failed. The action continues at the
    /// service; follow it again with this id.
    pub fn action(&self) -> Option<&str> {
        self.0.action.as_deref()
    }

    /// What to do next, as an instruction.
    pub fn hint(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }

    /// Whether the rate limit stopped the call.
    pub fn is_throttled(&self) -> bool {
        self.0.kind == ErrorKind::Throttled
    }

    /// Whether a permission is missing (403).
    pub fn is_denied(&self) -> bool {
        self.0.kind == ErrorKind::Denied
    }

    /// Whether the record does not exist (404).
    pub fn is_not_found(&self) -> bool {
        self.0.kind == ErrorKind::NotFound
    }

    /// Whether no answer came in time. For a change see [`may_have_acted`](Self::may_have_acted).
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// Whether the credential was rejected (401) or could not be acquired.
    pub fn is_unauthenticated(&self) -> bool {
        matches!(
            self.0.kind,
            ErrorKind::Unauthenticated | ErrorKind::Credential
        )
    }

    /// Whether the service has certainly not acted: no request reached it, or it rejected each one.
    pub fn is_unsent(&self) -> bool {
        !self.0.unknown_outcome
            && matches!(
                self.0.kind,
                ErrorKind::Usage
                    | ErrorKind::Credential
                    | ErrorKind::Unsent
                    | ErrorKind::Untrusted
                    | ErrorKind::Unauthenticated
                    | ErrorKind::Denied
                    | ErrorKind::NotFound
                    | ErrorKind::Throttled
                    | ErrorKind::Refused
            )
    }

    /// Whether the service may have acted although the call failed: an attempt had no answer, or one
    /// that leaves it open (408, 500, 502, 504, 503 without a delay).
    ///
    /// Look at the record before sending such a change again. False for operations that only read.
    pub fn may_have_acted(&self) -> bool {
        self.0.unknown_outcome
    }

    /// Whether a request for less may succeed: the answer or the work for it was too large. Services answer large results with 400 or
    /// 413, and slow work with 504, or with 500 without a message.
    ///
    /// ```
    /// use http_core::{Error, ErrorKind};
    ///
    /// assert!(Error::new(ErrorKind::Truncated, "the answer broke off").is_too_much());
    /// assert!(!Error::usage("the input is missing").is_too_much());
    /// ```
    pub fn is_too_much(&self) -> bool {
        let message = self.message().to_ascii_lowercase();
        let is_large = || {
            let words = ["exceed", "too large", "limit", "memory"];
            words.iter().any(|word| message.contains(word))
        };
        match self.status().map(|status| status.as_u16()) {
            Some(500 | 502 | 504) => true,
            Some(400 | 413) => is_large(),
            Some(_) => false,
            None => matches!(self.kind(), ErrorKind::Timeout | ErrorKind::Truncated),
        }
    }

    /// Whether the same call may succeed later and does no harm if the service has acted on this one.
    ///
    /// The pipeline has already retried; this is for programs with more patience, such as a queue. A
    /// `Credential` error is retryable if it names a delay.
    pub fn is_retryable(&self) -> bool {
        if let Some(known) = self.0.retryable {
            return known;
        }
        if self.0.kind == ErrorKind::Credential {
            return self.0.retry_after.is_some();
        }
        matches!(
            self.0.kind,
            ErrorKind::Throttled
                | ErrorKind::Service
                | ErrorKind::Unsent
                | ErrorKind::Timeout
                | ErrorKind::Interrupted
                | ErrorKind::Truncated
        )
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &self.0;
        if let Some(operation) = inner.operation {
            write!(f, "{}: ", operation.id)?;
        }
        if let Some(status) = inner.status {
            write!(f, "{status}")?;
            if let Some(code) = &inner.code {
                write!(f, " ({code})")?;
            }
            f.write_str(": ")?;
        }
        if let Some(row) = inner.row {
            write!(f, "row {row}: ")?;
        }
        f.write_str(&inner.message)?;
        if let Some(action) = &inner.action {
            write!(f, "; the action {action} goes on")?;
        }
        if let Some(rows) = inner.rows {
            write!(f, "; {rows} rows came before it")?;
        }
        if let Some(delay) = inner.retry_after {
            write!(f, "; retry after {} s", delay.as_secs())?;
        }
        if let Some(id) = &inner.request_id {
            write!(f, "; request id {id}")?;
        }
        if inner.attempts > 1 {
            write!(f, "; after {} attempts", inner.attempts)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({:?}: {self})", self.0.kind)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
