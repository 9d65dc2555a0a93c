//! What went wrong with a call, why, and what to do next.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;

use crate::operation::Operation;

/// The result of anything that may fail here.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The kinds of failure, by what a caller can do about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The input cannot be right; nothing was sent.
    Usage,
    /// No credential could be had; nothing was sent.
    Credential,
    /// 401: the service does not accept the credential.
    Unauthenticated,
    /// 403: the credential is known and may not do this.
    Denied,
    /// 404: there is no such record, or it cannot be seen.
    NotFound,
    /// 429, or a delay longer than the caller allows.
    Throttled,
    /// Another 4xx: the service refuses the request as it stands.
    Refused,
    /// The service did some of what was asked for, and says what failed.
    Partial,
    /// 5xx: the service failed.
    Service,
    /// The request never left.
    Unsent,
    /// The server's certificate is not trusted: nothing was sent.
    Untrusted,
    /// No answer in time: the service may have acted.
    Timeout,
    /// The connection broke: the service may have acted.
    Interrupted,
    /// The answer ended before it was whole.
    Truncated,
    /// The answer could not be read.
    Decode,
    /// The answer exceeds one of the [`Limits`](crate::Limits).
    TooLarge,
    /// The pages of a list do not fit together.
    Paging,
    /// A file on this machine could not be written.
    File,
}

/// A failed call.
///
/// `Display` is one line with operation, status, service code, message, request id and attempts. It holds no token and
/// no body: of an error's body only the code, the message and the ids that the service put into the members for them,
/// or the title of a page; of a successful answer nothing. [`hint`](Error::hint) says what to do next.
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    operation: Option<&'static Operation>,
    status: Option<StatusCode>,
    code: Option<String>,
    message: String,
    request_id: Option<String>,
    attempts: u32,
    retry_after: Option<Duration>,
    rows: Option<u64>,
    row: Option<u64>,
    hint: Option<String>,
    action: Option<String>,
    unknown_outcome: bool,
    retryable: Option<bool>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// What to do after a change whose outcome is unknown.
const UNKNOWN_OUTCOME: &str =
    "the service may have acted: look at the record before sending this again; it was not repeated";

impl Error {
    /// An error of a kind, with the one thing that can be said about it.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            operation: None,
            status: None,
            code: None,
            message: message.into(),
            request_id: None,
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

    /// Input that cannot be right.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Usage, message)
    }

    pub(crate) fn decode(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Decode, message)
    }

    /// Names the operation that failed.
    #[must_use]
    pub fn with_operation(mut self, operation: &'static Operation) -> Self {
        self.0.operation.get_or_insert(operation);
        self
    }

    /// Adds what lies behind the failure.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(Arc::from(source.into()));
        self
    }

    /// Names the action that the failed call was about, by its id.
    #[must_use]
    pub fn with_action(mut self, id: impl Into<String>) -> Self {
        self.0.action = Some(id.into());
        self
    }

    /// Says what to do next.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    pub(crate) fn with_status(mut self, status: StatusCode) -> Self {
        self.0.status = Some(status);
        self
    }

    pub(crate) fn with_code(mut self, code: Option<String>) -> Self {
        self.0.code = code;
        self
    }

    pub(crate) fn with_request_id(mut self, id: Option<String>) -> Self {
        if self.0.request_id.is_none() {
            self.0.request_id = id;
        }
        self
    }

    pub(crate) fn with_attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    /// Notes how long the service asks to be left alone.
    #[must_use]
    pub fn with_retry_after(mut self, delay: Option<Duration>) -> Self {
        self.0.retry_after = delay;
        self
    }

    /// Notes how many rows had been handed on.
    #[must_use]
    pub fn with_rows(mut self, rows: u64) -> Self {
        self.0.rows = Some(rows);
        self
    }

    /// Notes that a change may have happened although the call failed: sending it again may do it twice, so the error is
    /// not [retryable](Error::is_retryable), and the hint says so.
    #[must_use]
    pub fn with_unknown_outcome(mut self) -> Self {
        self.0.unknown_outcome = true;
        self.0.retryable = Some(false);
        self.0.hint = Some(match self.0.hint.take() {
            Some(hint) if hint.contains(UNKNOWN_OUTCOME) => hint,
            Some(hint) => format!("{UNKNOWN_OUTCOME}; {hint}"),
            None => UNKNOWN_OUTCOME.to_owned(),
        });
        self
    }

    /// Notes that the service may have acted, where acting twice does no harm.
    pub(crate) fn with_possible_effect(mut self) -> Self {
        self.0.unknown_outcome = true;
        self
    }

    pub(crate) fn with_retryable(mut self, yes: bool) -> Self {
        self.0.retryable = Some(yes);
        self
    }

    /// Notes that only this row of a list is affected, and that the list goes on after it.
    #[must_use]
    pub fn with_row(mut self, row: u64) -> Self {
        self.0.row = Some(row);
        self
    }

    /// The kind of failure.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The operation that failed.
    pub fn operation(&self) -> Option<&'static Operation> {
        self.0.operation
    }

    /// The HTTP status, where the service answered.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// The service's own code, for example `ResourceNotFound`.
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// The service's message, or ours where nothing was sent.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The id under which the service's support finds the call.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// How many times the call was sent; 0 where it never was.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// How long the service asked to be left alone.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// How many rows had been handed on when a list broke off.
    pub fn rows(&self) -> Option<u64> {
        self.0.rows
    }

    /// The number of the row, counted from 1, for an error that affects one row only: the list goes on after it.
    pub fn row(&self) -> Option<u64> {
        self.0.row
    }

    /// The id of the action that was followed when this call failed. The action goes on.
    pub fn action(&self) -> Option<&str> {
        self.0.action.as_deref()
    }

    /// What to do next.
    pub fn hint(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }

    /// Whether the service refused for the number of calls.
    pub fn is_throttled(&self) -> bool {
        self.0.kind == ErrorKind::Throttled
    }

    /// Whether the service refused for lack of permission.
    pub fn is_denied(&self) -> bool {
        self.0.kind == ErrorKind::Denied
    }

    /// Whether there is no such record.
    pub fn is_not_found(&self) -> bool {
        self.0.kind == ErrorKind::NotFound
    }

    /// Whether no answer came in time. A change may have been made: see [`may_have_acted`](Self::may_have_acted).
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// Whether the service did not accept the credential (401), or none could be acquired.
    pub fn is_unauthenticated(&self) -> bool {
        matches!(
            self.0.kind,
            ErrorKind::Unauthenticated | ErrorKind::Credential
        )
    }

    /// Whether the service cannot have acted: no request reached it, or it refused each one.
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

    /// Whether the service may have acted although the call failed: an attempt had no answer, or one that does not say
    /// (408, 500, 502, 504).
    pub fn may_have_acted(&self) -> bool {
        self.0.unknown_outcome
    }

    /// Whether the same call may succeed later without a change, and does no harm if the service has acted on this one.
    /// A credential that could not be had says so by naming a delay.
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
