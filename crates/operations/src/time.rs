//! Times and durations as people write them.
//!
//! People write `24h`, `7d`, `today` or a date; the services take RFC 3339. Three rules keep this unambiguous: an age
//! counts back from a `now` that the caller passes in, a day begins at midnight UTC, and the end of a validity
//! ([`ahead`]) counts forward and must not be over. Nothing here reads a clock, so results can be tested.
//!
//! ```
//! use std::time::{Duration, SystemTime};
//!
//! use operations::time;
//!
//! let now = SystemTime::UNIX_EPOCH + Duration::from_secs(86_400 * 10);
//! assert_eq!(time::absolute("7d", now)?, "1970-01-04T00:00:00Z");
//! assert_eq!(time::ahead("24h", now)?, "1970-01-12T00:00:00Z");
//! assert!(time::absolute("soon", now).is_err());
//! # Ok::<(), String>(())
//! ```

use std::time::{Duration, SystemTime};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp, Unit};

/// Forms that [`absolute`] accepts, for messages.
pub const FORMS: &str = "RFC 3339 (2026-01-31T09:30:00Z), a date, `now`, `today`, `yesterday` (days begin at midnight UTC), an age such as 24h or 7d, or +24h for a time to come";

/// The absolute time in RFC 3339, in UTC, of a time as a person writes it. Ages are counted back from `now`; `+24h`
/// counts forward. Results that are computed are rounded to seconds.
///
/// A full timestamp in UTC stays as it was written: some services compare every digit of a fraction.
///
/// # Errors
/// A sentence that names the text and the accepted forms.
pub fn absolute(text: &str, now: SystemTime) -> Result<String, String> {
    at(text, instant(now))
}

/// The system time as a timestamp. A time outside the calendar counts as its end.
fn instant(now: SystemTime) -> Timestamp {
    Timestamp::try_from(now).unwrap_or(Timestamp::MAX)
}

fn at(text: &str, now: Timestamp) -> Result<String, String> {
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

/// Forms that [`ahead`] accepts, for messages.
pub const FORMS_AHEAD: &str =
    "RFC 3339 (2026-01-31T09:30:00Z), a date (its midnight UTC), or how long from now: 24h, 7d";

/// The absolute time until which something holds: `7d` counts forward, with or without a plus sign.
///
/// # Errors
/// A sentence that names the text and the accepted forms, or reports that the time is over.
pub fn ahead(text: &str, now: SystemTime) -> Result<String, String> {
    let now = instant(now);
    let text = text.trim();
    let over = || format!("`{text}` is already over; give {FORMS_AHEAD}");
    // `now`, rounded to whole seconds, might lie a fraction of a second ahead.
    if text.eq_ignore_ascii_case("now") {
        return Err(over());
    }
    let back = text.strip_prefix('-').and_then(|rest| relative(rest, now));
    if back.is_some() {
        return Err(over());
    }
    let time = match relative(text, now) {
        Some(_) => at(&format!("+{}", text.trim_start_matches('+')), now),
        None => at(text, now),
    };
    let time = time.map_err(|_| format!("`{text}` is not a time; give {FORMS_AHEAD}"))?;
    match time.parse::<Timestamp>() {
        Ok(end) if end <= now => Err(over()),
        _ => Ok(time),
    }
}

/// Whether the text names a day, which begins at midnight UTC and not at midnight of the person's clock. Programs
/// report such a time ([`understood`]).
pub fn is_day(text: &str) -> bool {
    let text = text.trim();
    ["today", "yesterday"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word))
        || text.len() == "2026-01-31".len() && text.parse::<Date>().is_ok()
}

/// A sentence that says which time a text stands for. `name` is the input.
///
/// ```
/// use operations::time::understood;
///
/// assert_eq!(
///     understood("--since", "2026-01-31", "2026-01-31T00:00:00Z"),
///     "--since 2026-01-31 is 2026-01-31T00:00:00Z: days begin at midnight UTC"
/// );
/// ```
pub fn understood(name: &str, text: &str, time: &str) -> String {
    match is_day(text) {
        true => format!("{name} {text} is {time}: days begin at midnight UTC"),
        false => format!("{name} {text} is {time}"),
    }
}

/// An age or a time to come: `24h` and `7d` lie in the past, `+24h` lies in the future. `None` for other texts.
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
    format!("`{text}` is not a time; give {FORMS}")
}

/// A duration: `30m`, `90s`, `1h30m`, or a number of seconds. Zero is invalid, because no option of this kind can use
/// it.
///
/// ```
/// use std::time::Duration;
/// use operations::time::duration;
///
/// assert_eq!(duration("1h30m"), Ok(Duration::from_secs(5400)));
/// assert_eq!(duration("90"), Ok(Duration::from_secs(90)));
/// assert!(duration("0s").is_err());
/// ```
///
/// # Errors
/// A sentence that names the text and the accepted forms.
pub fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || format!("`{text}` is not a duration; give 90s, 30m or 1h30m");
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

/// A range of time from two texts, such as those of `--since` and `--until`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Range {
    /// The beginning, in RFC 3339. It is not checked that it lies before the end.
    pub since: String,
    /// The end, in RFC 3339.
    pub until: String,
    /// How days without a time of day were read, for a person.
    pub notes: Vec<String>,
}

impl Range {
    /// Reads the texts of `--since` and `--until` in the forms of [`absolute`]. Without `until`, the range ends at
    /// `now`.
    ///
    /// ```
    /// use operations::time::Range;
    ///
    /// let now = "2026-03-02T10:00:00Z".parse::<jiff::Timestamp>().expect("a time");
    /// let range = Range::read("1d", None, now.into())?;
    /// assert_eq!((&*range.since, &*range.until), ("2026-03-01T10:00:00Z", "2026-03-02T10:00:00Z"));
    /// # Ok::<(), String>(())
    /// ```
    ///
    /// # Errors
    /// A message that names the option.
    pub fn read(since: &str, until: Option<&str>, now: SystemTime) -> Result<Self, String> {
        let mut notes = Vec::new();
        let mut read = |name: &str, text: &str| {
            let time = absolute(text, now).map_err(|message| format!("{name}: {message}"))?;
            if is_day(text) {
                notes.push(understood(name, text, &time));
            }
            Ok::<_, String>(time)
        };
        let since = read("--since", since)?;
        let until = match until {
            Some(text) => read("--until", text)?,
            None => Timestamp::try_from(now)
                .map_err(|error| error.to_string())?
                .to_string(),
        };
        Ok(Self {
            since,
            until,
            notes,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now(text: &str) -> SystemTime {
        text.parse::<Timestamp>().unwrap().into()
    }

    fn at(text: &str) -> Result<String, String> {
        absolute(text, now("2026-03-02T10:20:30.5Z"))
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
    fn what_ends_something_lies_ahead() {
        let ahead = |text: &str| ahead(text, now("2026-03-02T10:20:30Z"));
        for (text, expected) in [
            ("7d", "2026-03-09T10:20:30Z"),
            ("+7d", "2026-03-09T10:20:30Z"),
            ("1h30m", "2026-03-02T11:50:30Z"),
            ("2026-03-03", "2026-03-03T00:00:00Z"),
            ("2026-03-02T10:20:31Z", "2026-03-02T10:20:31Z"),
        ] {
            assert_eq!(ahead(text).as_deref(), Ok(expected), "{text}");
        }
        for text in [
            "-7d",
            "now",
            "today",
            "2026-03-02",
            "2020-01-01T00:00:00Z",
            "0h",
        ] {
            let message = ahead(text).unwrap_err();
            assert!(message.contains("already over"), "{text}: {message}");
        }
        assert!(ahead("soon").unwrap_err().contains("is not a time"));
    }

    #[test]
    fn days_are_told_to_be_those_of_utc() {
        assert!(understood("--since", "today", "X").ends_with("midnight UTC"));
        assert!(understood("--since", "2026-01-31", "X").ends_with("midnight UTC"));
        assert_eq!(understood("--since", "24h", "X"), "--since 24h is X");
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
