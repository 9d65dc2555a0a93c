//! Failures without an answer.

use std::fmt;

/// Why a request failed without an answer, grouped by what the caller can do.
///
/// The distinction that matters: may the service have acted? `Unsent`, `Untrusted` and `Forbidden` say
/// no, all others leave it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// Nothing reached the service. Retried, for changes as well.
    Unsent,
    /// The server's certificate is not trusted. Nothing was sent; not retried.
    Untrusted,
    /// The transport may not reach this address. Nothing was sent; not retried.
    Forbidden,
    /// No answer in time. The service may have acted; retried if idempotent.
    Timeout,
    /// The connection broke after the request was sent. The service may have acted; retried if
    /// idempotent.
    Interrupted,
    /// Unknown. Treated as if the service may have acted; not retried.
    Unknown,
}

/// A request failed without an answer.
///
/// ```
/// use http_core::{TransportError, TransportErrorKind};
///
/// let error = TransportError::new(TransportErrorKind::Unsent, "connection refused")
///     .with_hint("check the address");
/// assert_eq!(error.kind(), TransportErrorKind::Unsent);
/// assert_eq!(error.hint(), Some("check the address"));
/// ```
pub struct TransportError {
    kind: TransportErrorKind,
    message: String,
    hint: Option<String>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl TransportError {
    /// An error with a kind and a message. The message must hold no secret, so no URL with a query: it
    /// becomes the message of the [`Error`](crate::Error) that the caller sees.
    pub fn new(kind: TransportErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            hint: None,
            source: None,
        }
    }

    /// Sets the cause.
    #[must_use]
    pub fn with_source(
        mut self,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Sets what to do next. Replaces the general hint of the kind.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// What to do next, if the transport has more to say than the kind.
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }

    /// The kind of failure.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TransportError({:?}: {})", self.kind, self.message)
    }
}

impl std::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
