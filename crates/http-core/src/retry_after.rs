//! How long a server asks to be left alone.

use std::time::{Duration, UNIX_EPOCH};

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

/// The delay that `Retry-After` asks for, `None` where it is absent or makes no sense.
///
/// A date is read against the server's own `Date`, so that a wrong local clock does no harm.
pub fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse::<f64>() {
        return Duration::try_from_secs_f64(seconds).ok();
    }
    let until = httpdate::parse_http_date(text).ok()?;
    let now = headers
        .get(DATE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| httpdate::parse_http_date(value).ok())
        .unwrap_or_else(std::time::SystemTime::now);
    let until = until.duration_since(UNIX_EPOCH).ok()?;
    let now = now.duration_since(UNIX_EPOCH).ok()?;
    Some(until.saturating_sub(now))
}

/// The delay that the message of a refusal names in words: "… N seconds".
///
/// Defender for Cloud Apps sends no header; its clients read the number out of the text.
pub(crate) fn delay_in_words(message: &str) -> Option<Duration> {
    let mut previous = None;
    for word in message.split_whitespace() {
        if word.starts_with("second") {
            return previous.map(Duration::from_secs);
        }
        previous = word.parse::<u64>().ok().filter(|seconds| *seconds <= 3600);
    }
    None
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn asked(retry_after: &'static str, date: Option<&'static str>) -> Option<Duration> {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, HeaderValue::from_static(retry_after));
        if let Some(date) = date {
            headers.insert(DATE, HeaderValue::from_static(date));
        }
        super::retry_after(&headers)
    }

    #[test]
    fn seconds_are_taken_as_they_are() {
        assert_eq!(asked("12", None), Some(Duration::from_secs(12)));
        assert_eq!(asked("0", None), Some(Duration::ZERO));
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
        assert_eq!(asked("soon", None), None);
        assert_eq!(asked("-3", None), None);
        assert_eq!(super::retry_after(&HeaderMap::new()), None);
    }

    #[test]
    fn a_number_of_seconds_is_found_in_words() {
        assert_eq!(
            delay_in_words("Request was throttled. Expected available in 23 seconds."),
            Some(Duration::from_secs(23))
        );
        assert_eq!(delay_in_words("no number of seconds"), None);
    }
}
