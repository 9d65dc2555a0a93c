//! The call: attempts, retries, rate limits and deadlines.

pub(crate) mod authorize;
pub(crate) mod call;
mod patience;
pub(crate) mod retry;
pub(crate) mod throttle;
pub mod time;

use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use http::HeaderValue;

use self::authorize::Authorize;
use self::retry::RetryConfig;
use self::throttle::{Caller, Throttle};
use crate::limits::Limits;
use crate::response::wording::ErrorWording;
use crate::transport::Transport;

/// What every call of a client goes through. Clones share the transport, the credential, the budgets and the counts.
#[derive(Clone)]
pub(crate) struct Pipeline {
    pub(crate) authorizer: Option<Arc<dyn Authorize>>,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) retry: RetryConfig,
    pub(crate) throttle: Throttle,
    pub(crate) caller: Caller,
    pub(crate) timeout: Duration,
    pub(crate) user_agent: HeaderValue,
    pub(crate) limits: Limits,
    pub(crate) wording: ErrorWording,
    /// Answers that came after a 404.
    pub(crate) reappeared: Arc<AtomicU64>,
    /// Answers whose text was mended.
    pub(crate) mended: Arc<AtomicU64>,
}
