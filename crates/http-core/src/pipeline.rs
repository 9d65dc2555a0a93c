//! What a call goes through between a request and an answer.
//!
//! | module | holds |
//! | --- | --- |
//! | `call` | the loop of attempts |
//! | `retry` | which failures are retried, and when |
//! | `throttle` | budgets that keep calls within the documented rate limits |
//! | `authorize` | the seam to the credential |
//! | `stalled` | the end of a body that makes no progress |
//! | `time` | the clock, which tests pause |
//!
//! The steps and their order are fixed. A stack of middleware would allow a retry inside the rate
//! limit or a token outside the retry, and both are wrong.

pub(crate) mod authorize;
pub(crate) mod call;
pub(crate) mod pause;
pub(crate) mod retry;
mod stalled;
pub(crate) mod throttle;
pub mod time;

use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use http::HeaderValue;

use self::authorize::Authorize;
use self::retry::RetryConfig;
use self::throttle::{BudgetOwner, Throttle};
use crate::limits::Limits;
use crate::response::wording::ErrorWording;
use crate::transport::Transport;

/// The settings and shared state of a client's calls.
///
/// Clones share transport, credential, budgets and counters; retries, timeout and limits are copied,
/// which is how `Client::with_retry` changes them for a single call.
#[derive(Clone)]
pub(crate) struct Pipeline {
    /// `None` sends requests without a credential.
    pub(crate) authorizer: Option<Arc<dyn Authorize>>,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) retry: RetryConfig,
    pub(crate) throttle: Throttle,
    pub(crate) budget_owner: BudgetOwner,
    /// Time limit of each step of a call; the deadline of the whole is in `retry`.
    pub(crate) timeout: Duration,
    pub(crate) user_agent: HeaderValue,
    pub(crate) limits: Limits,
    pub(crate) wording: ErrorWording,
    /// Number of successful answers that followed a 404.
    pub(crate) reappeared: Arc<AtomicU64>,
    /// Number of answers whose text was mended.
    pub(crate) mended: Arc<AtomicU64>,
}
