//! How far back hunting looks: a time before that would read as if nothing had happened.

use http_core::{Error, Result};
use jiff::{SignedDuration, Span, Timestamp as Instant, tz::TimeZone};

/// How many days back the service looks: the last ones, not any.
///
/// Source: microsoft-graph-docs, `security-security-runhuntingquery.md`.
pub const REACH_DAYS: i64 = 30;

/// Somebody who asks for the last 30 days means to stay within them, however long it takes to ask.
const SLACK: SignedDuration = SignedDuration::from_hours(1);

/// Refuses a time that begins before what is looked at.
pub(super) fn check(begin: Instant, now: Instant) -> Result<()> {
    let reach = SignedDuration::from_hours(24 * REACH_DAYS);
    let earliest = now.checked_sub(reach + SLACK).unwrap_or(Instant::MIN);
    if begin >= earliest {
        return Ok(());
    }
    Err(Error::usage(format!(
        "the service looks at the last {REACH_DAYS} days; what happened since {begin} would be missing without a word"
    ))
    .with_hint(
        "begin later; where the tenant's data reaches further back, as that of a connected workspace may, say so: \
         --any-age on the command line, `any_age()` in a program",
    ))
}

/// When a timespan of the service begins: `P7D`, two instants with `/` between, a duration and an end, a start and a
/// duration, or a start. `None` for what is none of these: the service says so.
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
