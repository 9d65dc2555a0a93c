//! The delay that an answer asks for.
//!
//! `Retry-After` (RFC 9110, section 10.2.3) is a number of seconds or a date. Dates are compared with the
//! server's own `Date`, so that a wrong clock on this machine has no effect. Services also send
//! fractions, and numbers that no duration holds; anything beyond a day is a mistake and counts as a day.
//!
//! Defender for Cloud Apps sends no header and names the delay in its message.

use std::time::{Duration, UNIX_EPOCH};

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

/// Upper bound of a delay. Longer ones come from wrong clocks, and would overflow sums of times.
const LONGEST: Duration = Duration::from_secs(24 * 3600);

/// The delay that `Retry-After` asks for, at most a day. `None` if the header is missing or invalid.
///
/// A date is compared with the answer's `Date` header, or with the local clock if there is none. A date
/// in the past is a delay of zero.
///
/// ```
/// use std::time::Duration;
/// use http_core::{HeaderMap, HeaderValue, http::header, retry_after};
///
/// let mut headers = HeaderMap::new();
/// headers.insert(header::RETRY_AFTER, HeaderValue::from_static("12"));
/// assert_eq!(retry_after(&headers), Some(Duration::from_secs(12)));
/// ```
pub fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?;
    let date = headers.get(DATE).and_then(|value| value.to_str().ok());
    retry_after_text(text, date)
}

/// The delay in the text of a `Retry-After`, for answers inside a batch. `date` is the text of the `Date`
/// header beside it.
pub fn retry_after_text(text: &str, date: Option<&str>) -> Option<Duration> {
    let text = text.trim();
    if let Some(seconds) = seconds(text) {
        return Some(seconds);
    }
    let until = httpdate::parse_http_date(text).ok()?;
    let now = date
        .and_then(|date| httpdate::parse_http_date(date).ok())
        .unwrap_or_else(std::time::SystemTime::now);
    let until = until.duration_since(UNIX_EPOCH).ok()?;
    let now = now.duration_since(UNIX_EPOCH).ok()?;
    Some(until.saturating_sub(now).min(LONGEST))
}

/// Seconds, also fractions and numbers beyond the range of a duration. `inf` and `nan`, which a parser of
/// numbers accepts, are rejected.
fn seconds(text: &str) -> Option<Duration> {
    if !text.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let seconds: f64 = text.parse().ok()?;
    Some(Duration::from_secs_f64(seconds.min(LONGEST.as_secs_f64())))
}

/// The number of seconds before the word `unit` in a message, as in "available in 23 seconds". `None` for
/// an empty `unit` and for more than an hour.
pub(crate) fn delay_in_words(message: &str, unit: &str) -> Option<Duration> {
    let mut previous = None;
    for word in message.split_whitespace().filter(|_| !unit.is_empty()) {
        if word.starts_with(unit) {
            return previous.map(Duration::from_secs);
        }
        previous = word.parse::<u64>().ok().filter(|seconds| *seconds <= 3600);
    }
    None
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;
    use proptest::prelude::*;

    use super::*;

    fn asked(retry_after: &str, date: Option<&'static str>) -> Option<Duration> {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, HeaderValue::from_str(retry_after).unwrap());
        if let Some(date) = date {
            headers.insert(DATE, HeaderValue::from_static(date));
        }
        super::retry_after(&headers)
    }

    #[test]
    fn seconds_are_taken_as_they_are() {
        assert_eq!(asked("12", None), Some(Duration::from_secs(12)));
        assert_eq!(asked("0", None), Some(Duration::ZERO));
        assert_eq!(asked("0.1", None), Some(Duration::from_millis(100)));
    }

    #[test]
    fn a_delay_beyond_a_day_is_a_day() {
        for long in [
            "9223372036854775807",
            "18446744073709551616",
            "10000000000000000000",
            "1e19",
            "1e300",
            &"9".repeat(400),
            "Thu, 31 Dec 2099 23:59:59 GMT",
        ] {
            assert_eq!(asked(long, None), Some(LONGEST), "{long}");
        }
    }

    #[test]
    fn a_date_counts_from_the_servers_own_clock() {
        let date = Some("Sun, 06 Nov 1994 08:49:30 GMT");
        assert_eq!(
            asked("Sun, 06 Nov 1994 08:49:37 GMT", date),
            Some(Duration::from_secs(7))
        );
        assert_eq!(
            asked("Sun, 06 Nov 1994 08:49:00 GMT", date),
            Some(Duration::ZERO)
        );
    }

    #[test]
    fn garbage_and_absence_are_no_delay() {
        for garbage in ["soon", "-3", "inf", "nan", "infinity", "+inf", "0x10", ""] {
            assert_eq!(asked(garbage, None), None, "{garbage}");
        }
        assert_eq!(super::retry_after(&HeaderMap::new()), None);
    }

    #[test]
    fn a_number_of_seconds_is_found_in_words() {
        assert_eq!(
            delay_in_words(
                "Request was throttled. Expected available in 23 seconds.",
                "second"
            ),
            Some(Duration::from_secs(23))
        );
        assert_eq!(delay_in_words("no number of seconds", "second"), None);
        assert_eq!(delay_in_words("in 23 seconds", ""), None);
    }

    proptest! {
        #[test]
        fn no_value_asks_for_more_than_a_day(text in "\\PC{0,30}|[0-9]{1,40}(\\.[0-9]{0,5})?|[0-9]{1,3}e[0-9]{1,4}") {
            let delay = retry_after_text(&text, None);
            prop_assert!(delay.is_none_or(|delay| delay <= LONGEST));
        }
    }
}
