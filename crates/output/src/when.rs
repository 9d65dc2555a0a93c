//! Times in tables: as an age for a person at a terminal, exact everywhere else.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// The fewest digits of a number that counts milliseconds since 1970. Smaller numbers are something else.
const DIGITS: usize = 12;

/// Years before this one are placeholders of a service for "no time".
const FIRST_YEAR: i16 = 1900;

/// The time since a value: `45s`, `3h`, `5d`, `2y`; `in 3d` for a later time, `never` for year 1. Text that is no time
/// stays as it is.
pub(crate) fn age(text: &str, now: Timestamp) -> String {
    let Some(time) = time(text) else {
        return text.to_owned();
    };
    if TimeZone::UTC.to_datetime(time).year() < FIRST_YEAR {
        return "never".to_owned();
    }
    let seconds = now.as_second() - time.as_second();
    let span = seconds.unsigned_abs();
    let (number, unit) = match span {
        0..60 => (span, 's'),
        60..3_600 => (span / 60, 'm'),
        3_600..172_800 => (span / 3_600, 'h'),
        172_800..63_072_000 => (span / 86_400, 'd'),
        _ => (span / 31_536_000, 'y'),
    };
    match seconds < 0 {
        true => format!("in {number}{unit}"),
        false => format!("{number}{unit}"),
    }
}

/// A time as the service sent it. Milliseconds since 1970, which nobody reads, become RFC 3339 in UTC.
pub(crate) fn exact(text: &str) -> String {
    if is_milliseconds(text)
        && let Some(time) = time(text)
    {
        return time.to_string();
    }
    text.to_owned()
}

/// The time of a text: RFC 3339, a date and time or a date in UTC, or milliseconds since 1970.
fn time(text: &str) -> Option<Timestamp> {
    if is_milliseconds(text) {
        return Timestamp::from_millisecond(text.parse().ok()?).ok();
    }
    if let Ok(time) = text.parse() {
        return Some(time);
    }
    let date = || text.parse::<Date>().map(|date| date.at(0, 0, 0, 0));
    let civil = text.parse::<DateTime>().or_else(|_| date()).ok()?;
    TimeZone::UTC.to_timestamp(civil).ok()
}

fn is_milliseconds(text: &str) -> bool {
    text.len() >= DIGITS && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_have_one_unit() {
        let now = "2026-03-02T10:00:00Z".parse().unwrap();
        let table = [
            ("2026-03-02T09:59:15.1234567Z", "45s"),
            ("2026-03-02T09:00:00Z", "1h"),
            ("2026-03-01T09:00:00", "25h"),
            ("2026-02-25", "5d"),
            ("1772445000000", "10m"),
            ("2023-03-02T10:00:00Z", "3y"),
            ("2026-03-05T10:00:00Z", "in 3d"),
            ("0001-01-01T00:00:00Z", "never"),
            ("soon", "soon"),
            ("", ""),
            ("12345", "12345"),
        ];
        for (text, expected) in table {
            assert_eq!(age(text, now), expected, "{text}");
        }
    }

    #[test]
    fn exact_times_are_those_of_the_service() {
        let table = [
            (
                "2026-03-02T09:59:15.1234567Z",
                "2026-03-02T09:59:15.1234567Z",
            ),
            ("1772445000123", "2026-03-02T09:50:00.123Z"),
            ("v1.2", "v1.2"),
        ];
        for (text, expected) in table {
            assert_eq!(exact(text), expected, "{text}");
        }
    }
}
