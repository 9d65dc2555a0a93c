//! Documented rate limits of the services.
//!
//! The throttle keeps to them in advance, so that a run over thousands of records is slowed instead
//! of refused with 429. Some limits are counted per tenant, over all programs that call the
//! service. Those are not visible here, so a 429 can still happen.

use std::fmt;

/// A documented budget: at most `calls` in any window of `seconds`. The window slides; it does not
/// start at the full minute.
///
/// ```
/// use http_core::RateLimit;
///
/// const LIMITS: &[RateLimit] = &[RateLimit::per_minute(30), RateLimit::per_hour(1_500)];
/// assert_eq!(LIMITS[1].seconds, 3600);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RateLimit {
    /// Maximum number of calls in the window.
    pub calls: u32,
    /// Length of the window, in seconds.
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

impl fmt::Display for RateLimit {
    /// `100 calls a minute`, `1 call in 5 minutes`.
    ///
    /// ```
    /// use http_core::RateLimit;
    ///
    /// assert_eq!(RateLimit::new(1, 300).to_string(), "1 call in 5 minutes");
    /// ```
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let calls = if self.calls == 1 { "call" } else { "calls" };
        write!(f, "{} {calls} ", self.calls)?;
        match self.seconds {
            1 => f.write_str("a second"),
            60 => f.write_str("a minute"),
            3600 => f.write_str("an hour"),
            86_400 => f.write_str("a day"),
            seconds if seconds % 60 == 0 => write!(f, "in {} minutes", seconds / 60),
            seconds => write!(f, "in {seconds} seconds"),
        }
    }
}
