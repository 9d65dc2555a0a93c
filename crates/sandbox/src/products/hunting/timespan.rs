//! The `Timespan` of a hunting request: an ISO 8601 interval.
//!
//! It limits the rows by their `Timestamp`, whatever the query says.
//!
//! Source: `security-security-runhuntingquery.md`.

use jiff::{SignedDuration, Span, Timestamp};

use crate::odata::date;

/// Length in days without a `Timespan`.
const DAYS: i64 = 30;

/// From one time to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Timespan {
    from: Timestamp,
    to: Timestamp,
}

impl Timespan {
    /// Reads a duration, `start/end`, `duration/end`, `start/duration`, or a start. `None`
    /// if the text is none of these, or if the end is before the start.
    pub(super) fn read(text: Option<&str>, now: Timestamp) -> Option<Timespan> {
        let text = match text {
            Some(text) if !text.trim().is_empty() => text.trim(),
            _ => {
                return Timespan::new(
                    now.checked_sub(SignedDuration::from_hours(24 * DAYS))
                        .ok()?,
                    now,
                );
            }
        };
        match text.split_once('/') {
            None => match duration(text) {
                Some(length) => Timespan::new(now.checked_sub(length).ok()?, now),
                None => Timespan::new(date(text)?, now),
            },
            Some((start, end)) => match (duration(start), duration(end)) {
                (Some(length), None) => {
                    let end = date(end)?;
                    Timespan::new(end.checked_sub(length).ok()?, end)
                }
                (None, Some(length)) => {
                    let start = date(start)?;
                    Timespan::new(start, start.checked_add(length).ok()?)
                }
                (None, None) => Timespan::new(date(start)?, date(end)?),
                (Some(_), Some(_)) => None,
            },
        }
    }

    fn new(from: Timestamp, to: Timestamp) -> Option<Timespan> {
        (from <= to).then_some(Timespan { from, to })
    }

    /// Whether a time lies within.
    pub(super) fn holds(&self, time: Timestamp) -> bool {
        self.from <= time && time <= self.to
    }
}

/// An ISO 8601 duration. A day has 24 hours.
fn duration(text: &str) -> Option<SignedDuration> {
    let span: Span = text.starts_with('P').then(|| text.parse().ok()).flatten()?;
    span.to_duration(jiff::SpanRelativeTo::days_are_24_hours())
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, String)> {
        let now = "2026-01-31T00:00:00Z".parse().unwrap();
        Timespan::read(Some(text), now).map(|span| (span.from.to_string(), span.to.to_string()))
    }

    #[test]
    fn every_documented_form_is_read() {
        let span = |from: &str, to: &str| Some((from.to_owned(), to.to_owned()));
        let (first, second, now) = (
            "2026-01-01T00:00:00Z",
            "2026-01-02T00:00:00Z",
            "2026-01-31T00:00:00Z",
        );
        assert_eq!(read(""), span(first, now));
        assert_eq!(read("P30D"), span(first, now));
        assert_eq!(
            read("PT36H/2026-01-02T12:00:00Z"),
            span(first, "2026-01-02T12:00:00Z")
        );
        assert_eq!(read("2026-01-01/P1D"), span(first, second));
        assert_eq!(
            read("2026-01-01T00:00:00Z/2026-01-02T00:00:00Z"),
            span(first, second)
        );
        assert_eq!(read("2026-01-02T00:00:00.0000000Z"), span(second, now));
        for wrong in ["soon", "P1D/P2D", "2026-01-02/2026-01-01"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
