//! Members of the JSON bodies of token issuers.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

/// Longest lifetime that is accepted, so that no sum of times overflows.
const LONGEST_LIFE: Duration = Duration::from_secs(10 * 365 * 24 * 3600);

/// Parses a JSON object, with or without a byte order mark.
pub(crate) fn object(body: &[u8]) -> Option<Value> {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let value: Value = serde_json::from_slice(body).ok()?;
    value.is_object().then_some(value)
}

/// A string member of an object.
pub(crate) fn text<'a>(body: &'a Value, name: &str) -> Option<&'a str> {
    body.get(name)?.as_str().filter(|text| !text.is_empty())
}

/// Parses a number of seconds, as a number or as digits; decimals are cut off.
pub(crate) fn seconds(value: Option<&Value>) -> Option<Duration> {
    let value = value?;
    let seconds = match value.as_str() {
        Some(digits) => digits.trim().parse().ok()?,
        None => value.as_f64()?,
    };
    let is_number = seconds.is_finite() && seconds >= 0.0;
    let longest = LONGEST_LIFE.as_secs_f64();
    let whole = seconds.min(longest).floor();
    is_number.then(|| Duration::from_secs_f64(whole))
}

/// The instant after a delay; `None` on overflow.
pub(crate) fn after(start: Timestamp, delay: Duration) -> Option<Timestamp> {
    let delay = SignedDuration::try_from(delay).ok()?;
    start.checked_add(delay).ok()
}
