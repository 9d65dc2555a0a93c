//! What a caller may repeat, and how often.
//!
//! Three decisions of the pipeline are made from these facts: whether to send a request again when
//! the answer was lost, how long to wait for a slot of the rate limit, and whether a 404 is final.

use super::{Method, RateLimit};

/// Retries, rate limits and retirement of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Conduct {
    /// Whether a call may be repeated when its outcome is unknown: no answer, or a 5xx. A refusal
    /// such as 429 is retried in either case, because the service has not acted.
    pub idempotent: bool,
    /// Inputs whose values the service appends, such as comments. A call that sets one of them is
    /// treated as not idempotent.
    pub appends: &'static [&'static str],
    /// Documented rate limits; all apply at once. Empty if none are documented.
    pub limits: &'static [RateLimit],
    /// Name of the budget. Operations with the same name share it. Default: the operation's id.
    pub limit_class: &'static str,
    /// What a 404 means. Default: [`NotFound::Final`].
    pub not_found: NotFound,
    /// What to call instead of an operation that the service no longer answers. Empty for
    /// operations in service.
    pub retired: &'static str,
}

/// What a 404 of an operation means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotFound {
    /// The record does not exist.
    Final,
    /// The service also answers 404 for records that exist, for a moment after they were created.
    /// The call is retried like a failure of the service before the 404 is returned.
    Again,
    /// The list is empty. Defender for Endpoint reports an empty device list this way; the rows end
    /// without an error.
    Empty,
}

impl Conduct {
    pub(super) const fn new(id: &'static str, method: Method) -> Self {
        Self {
            idempotent: method.is_safe() || matches!(method, Method::Put | Method::Delete),
            appends: &[],
            limits: &[],
            limit_class: id,
            not_found: NotFound::Final,
            retired: "",
        }
    }
}
