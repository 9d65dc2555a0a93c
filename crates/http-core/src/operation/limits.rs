//! Documented rate limits.

/// A documented budget: at most `calls` in any window of `seconds`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RateLimit {
    /// Number of calls.
    pub calls: u32,
    /// Length of the window in seconds.
    pub seconds: u32,
}

impl RateLimit {
    /// At most `calls` in any window of `seconds`.
    pub const fn new(calls: u32, seconds: u32) -> Self {
        Self { calls, seconds }
    }

    /// At most `calls` a minute.
    pub const fn per_minute(calls: u32) -> Self {
        Self::new(calls, 60)
    }

    /// At most `calls` an hour.
    pub const fn per_hour(calls: u32) -> Self {
        Self::new(calls, 3600)
    }
}
