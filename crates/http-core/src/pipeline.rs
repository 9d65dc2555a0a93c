//! The call: attempts, retries, rate limits and deadlines. Only this folder sleeps.

pub(crate) mod authorize;
pub(crate) mod call;
mod patience;
pub(crate) mod retry;
pub(crate) mod throttle;
pub mod time;
