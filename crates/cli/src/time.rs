//! Times and durations as people write them.

use std::time::Duration;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp, Unit};

/// What a time may look like, for messages.
pub(crate) const FORMS: &str = "RFC 3339 (2026-01-31T09:30:00Z), a date, `now`, `today`, `yesterday`, an age such as 24h or 7d, or +24h for a time to come";

/// An absolute time, in UTC, of what a person wrote; ages are counted back from `now`.
///
/// A full timestamp stays as it was written: some services want every digit of a fraction back.
pub(crate) fn absolute(text: &str, now: Timestamp) -> Result<String, String> {
    let text = text.trim();
    let midnight = |days: i64| {
        let today = now.to_zoned(TimeZone::UTC).date();
        let day = today.checked_sub(Span::new().days(days));
        day.ok().and_then(start_of).ok_or_else(|| wrong(text))
    };
    match text.to_ascii_lowercase().as_str() {
        "now" => return Ok(seconds(now)),
        "today" => return midnight(0),
        "yesterday" => return midnight(1),
        _ => {}
    }
    if let Ok(time) = text.parse::<Timestamp>() {
        let is_utc = text.ends_with(['Z', 'z']);
        return Ok(if is_utc {
            text.to_owned()
        } else {
            time.to_string()
        });
    }
    if let Ok(date) = text.parse::<Date>()
        && text.len() == "2026-01-31".len()
    {
        return start_of(date).ok_or_else(|| wrong(text));
    }
    relative(text, now).ok_or_else(|| wrong(text))
}

/// `24h` and `7d` lie behind, `+24h` lies ahead.
fn relative(text: &str, now: Timestamp) -> Option<String> {
    let (ahead, span) = match text.strip_prefix('+') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    if !span.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let span: Span = span.parse().ok()?;
    let now = now.to_zoned(TimeZone::UTC);
    let time = if ahead {
        now.checked_add(span)
    } else {
        now.checked_sub(span)
    };
    time.ok().map(|time| seconds(time.timestamp()))
}

fn start_of(date: Date) -> Option<String> {
    let time = date.to_zoned(TimeZone::UTC).ok()?;
    Some(seconds(time.timestamp()))
}

/// Whole seconds: an age is not meant to the nanosecond.
fn seconds(time: Timestamp) -> String {
    time.round(Unit::Second).unwrap_or(time).to_string()
}

fn wrong(text: &str) -> String {
    format!("`{text}` is no time; give {FORMS}")
}

/// A length of time: `30m`, `90s`, `1h30m`, or a number of seconds.
pub(crate) fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || format!("`{text}` is no duration; give 90s, 30m or 1h30m");
    let parsed = match text.parse::<u64>() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => {
            let signed: SignedDuration = text.parse().map_err(|_| wrong())?;
            Duration::try_from(signed).map_err(|_| wrong())?
        }
    };
    if parsed.is_zero() {
        Err(wrong())
    } else {
        Ok(parsed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Result<String, String> {
        absolute(text, "2026-03-02T10:20:30.5Z".parse().unwrap())
    }

    #[test]
    fn times_become_absolute_utc() {
        let table = [
            ("2026-01-31T09:30:00Z", "2026-01-31T09:30:00Z"),
            (
                "2026-01-31T09:30:00.1234567Z",
                "2026-01-31T09:30:00.1234567Z",
            ),
            ("2026-01-31T09:30:00+02:00", "2026-01-31T07:30:00Z"),
            ("2026-01-31", "2026-01-31T00:00:00Z"),
            ("today", "2026-03-02T00:00:00Z"),
            ("Yesterday", "2026-03-01T00:00:00Z"),
            ("24h", "2026-03-01T10:20:31Z"),
            ("7d", "2026-02-23T10:20:31Z"),
            ("2w", "2026-02-16T10:20:31Z"),
            ("1h30m", "2026-03-02T08:50:31Z"),
            ("+1d", "2026-03-03T10:20:31Z"),
        ];
        for (text, expected) in table {
            assert_eq!(at(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused_with_the_forms() {
        for text in ["", "soon", "24", "-5h", "2026-13-01", "h", "7 fortnights"] {
            let message = at(text).unwrap_err();
            assert!(message.contains("RFC 3339"), "{text}: {message}");
        }
    }

    #[test]
    fn durations_are_positive() {
        assert_eq!(duration("30m"), Ok(Duration::from_secs(1800)));
        assert_eq!(duration("90"), Ok(Duration::from_secs(90)));
        assert_eq!(duration("1h30m"), Ok(Duration::from_secs(5400)));
        for text in ["", "-5m", "0", "soon"] {
            assert!(duration(text).is_err(), "{text}");
        }
    }
}
