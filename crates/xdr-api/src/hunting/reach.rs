//! How far back hunting reaches.
//!
//! The service searches the last 30 days and returns nothing for earlier times, without an error. A hunt for last year
//! would read as if nothing had happened, so its time range is checked before it is sent.

use http_core::{Error, Result};
use jiff::{SignedDuration, Span, Timestamp as Instant, tz::TimeZone};

/// How many days back the service searches, counted from now.
///
/// Source: microsoft-graph-docs, `security-security-runhuntingquery.md`.
pub const REACH_DAYS: i64 = 30;

/// Tolerance of the check: a range of "the last 30 days" was computed some time before it is sent.
const SLACK: SignedDuration = SignedDuration::from_hours(1);

/// Checks that a time range begins within reach.
///
/// # Errors
/// `Usage` with the begin, and how to allow it.
pub(super) fn check(begin: Instant, now: Instant) -> Result<()> {
    let reach = SignedDuration::from_hours(24 * REACH_DAYS);
    let earliest = now.checked_sub(reach + SLACK).unwrap_or(Instant::MIN);
    if begin >= earliest {
        return Ok(());
    }
    Err(Error::usage(format!(
        "the service searches the last {REACH_DAYS} days and would silently leave out the time since {begin}"
    ))
    .with_hint(
        "use a later begin; if the data of the tenant reaches further back, as with a connected workspace, allow it: \
         --any-age on the command line, `any_age()` in a program",
    ))
}

/// The begin of a timespan of the service: `P7D`, two instants with `/` between, a duration and an end, a start and a
/// duration, or a start. `None` for other forms, which the service refuses itself.
pub(super) fn begin(timespan: &str, now: Instant) -> Option<Instant> {
    let back = |length: &str, end: Instant| {
        let length: Span = length.trim().parse().ok()?;
        let begin = end.to_zoned(TimeZone::UTC).checked_sub(length).ok()?;
        Some(begin.timestamp())
    };
    let instant = |text: &str| text.trim().parse::<Instant>().ok();
    match timespan.split_once('/') {
        None => back(timespan, now).or_else(|| instant(timespan)),
        Some((first, second)) => match instant(first) {
            Some(begin) => Some(begin),
            None => back(first, instant(second)?),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2026-03-31T12:00:00Z";

    #[test]
    fn each_form_of_a_timespan_has_a_beginning() {
        let now = NOW.parse().unwrap();
        for (timespan, expected) in [
            ("P7D", Some("2026-03-24T12:00:00Z")),
            ("PT36H", Some("2026-03-30T00:00:00Z")),
            (
                "2026-03-01T00:00:00Z/2026-03-02T00:00:00Z",
                Some("2026-03-01T00:00:00Z"),
            ),
            ("P1D/2026-03-02T00:00:00Z", Some("2026-03-01T00:00:00Z")),
            ("2026-03-01T00:00:00Z/P1D", Some("2026-03-01T00:00:00Z")),
            ("2026-03-01T00:00:00Z", Some("2026-03-01T00:00:00Z")),
            ("a while", None),
        ] {
            let expected = expected.map(|text| text.parse().unwrap());
            assert_eq!(begin(timespan, now), expected, "{timespan}");
        }
    }

    #[test]
    fn the_last_thirty_days_are_within_reach_and_no_others() {
        let now: Instant = NOW.parse().unwrap();
        for (timespan, reached) in [
            ("P30D", true),
            ("P31D", false),
            ("P90D", false),
            ("2026-01-01T00:00:00Z/2026-01-02T00:00:00Z", false),
        ] {
            let outcome = check(begin(timespan, now).unwrap(), now);
            assert_eq!(outcome.is_ok(), reached, "{timespan}");
        }
    }
}
