//! Kinds of failure.

/// The kind of a failure, grouped by what a caller can do about it.
///
/// The service has certainly not acted for `Usage`, `Credential`, `Unsent`, `Untrusted`,
/// `Unauthenticated`, `Denied`, `NotFound`, `Throttled` and `Refused`, provided that all attempts ended so
/// ([`Error::is_unsent`](crate::Error::is_unsent)). New kinds may be added; match with a fallback.
///
/// ```
/// use http_core::{Error, ErrorKind};
///
/// fn exit_code(error: &Error) -> u8 {
///     match error.kind() {
///         ErrorKind::Usage => 2,
///         ErrorKind::Unauthenticated | ErrorKind::Credential | ErrorKind::Denied => 4,
///         _ if error.is_retryable() => 75,
///         _ => 1,
///     }
/// }
///
/// assert_eq!(exit_code(&Error::usage("`top` is required")), 2);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Invalid input or settings; nothing was sent. Correct the call.
    Usage,
    /// No credential could be acquired; nothing was sent.
    Credential,
    /// 401: the service does not accept the credential, also after it was renewed.
    Unauthenticated,
    /// 403: the credential lacks a permission. Some services answer so to a token for the wrong
    /// audience as well.
    Denied,
    /// 404: the record does not exist, or the caller may not see it.
    NotFound,
    /// 429, or a required delay is longer than the settings allow. See [`Error::retry_after`](crate::Error::retry_after).
    Throttled,
    /// Another 4xx: the service rejects the request as it stands.
    Refused,
    /// A bulk request was carried out in part; the error names what failed.
    Partial,
    /// 5xx: the service failed.
    Service,
    /// No connection; nothing was sent.
    Unsent,
    /// The server's certificate is not trusted; nothing was sent.
    Untrusted,
    /// No answer in time. The service may have acted.
    Timeout,
    /// The connection broke. The service may have acted.
    Interrupted,
    /// The answer ended early.
    Truncated,
    /// The answer is not what the operation documents: not JSON, or of another type. A proxy may have
    /// answered.
    Decode,
    /// The answer exceeds one of the [`Limits`](crate::Limits).
    TooLarge,
    /// The pages of a list do not fit together: a link repeats, or leads to another host.
    Paging,
    /// A local file could not be written.
    File,
}
