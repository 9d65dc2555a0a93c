//! Which queries can be run in parts of their time range, and the parts.
//!
//! A query can be split if each row of its answer depends on one row of the data: the answers for two halves of the
//! time are then the answer for the whole. Operators such as `where` and `project` have this property, `summarize` and
//! `join` do not. The check reads the names of the operators only; an unknown operator counts as not splittable.

use std::fmt;

use http_core::{Error, Result, Timestamp};
use jiff::{SignedDuration, Timestamp as Instant};

/// Operators that treat one row at a time.
const ROWWISE: &[&str] = &[
    "where",
    "filter",
    "project",
    "project-away",
    "project-keep",
    "project-rename",
    "project-reorder",
    "extend",
    "parse",
    "parse-where",
    "parse-kv",
    "mv-expand",
    "mv-apply",
];

/// The resolution of time in the service.
const TICK: SignedDuration = SignedDuration::from_nanos(100);

/// Parts shorter than this are not split further.
const SHORTEST: SignedDuration = SignedDuration::from_secs(1);

/// A time range. Both ends are included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Window {
    from: Instant,
    to: Instant,
}

impl Window {
    /// A range from two times.
    ///
    /// # Errors
    /// `Usage` if one is not a time, or if the range ends before it begins.
    pub(super) fn new(from: &Timestamp, to: &Timestamp) -> Result<Self> {
        let instant = |time: &Timestamp| {
            let found = time.instant();
            found.ok_or_else(|| Error::usage(format!("`{time}` is not a time")))
        };
        let (from, to) = (instant(from)?, instant(to)?);
        if from > to {
            return Err(Error::usage(
                "the time range of a hunt ends before it begins",
            ));
        }
        Ok(Self { from, to })
    }

    /// The first instant of the range.
    pub(super) fn begin(&self) -> Instant {
        self.from
    }

    /// The older and the newer half, which share no instant; `None` if the range is too short.
    pub(super) fn halves(&self) -> Option<(Self, Self)> {
        let length = self.to.duration_since(self.from);
        if length < SHORTEST {
            return None;
        }
        let middle = self.from.checked_add(length.checked_div(2)?).ok()?;
        // Rounded down to a whole tick; otherwise the halves could share one.
        let middle = Instant::from_nanosecond(middle.as_nanosecond() / 100 * 100).ok()?;
        let (from, to) = (self.from, middle.checked_sub(TICK).ok()?);
        Some((
            Self { from, to },
            Self {
                from: middle,
                to: self.to,
            },
        ))
    }
}

impl fmt::Display for Window {
    /// The form of the service: two instants with `/` between, with seven digits of a second.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.7}/{:.7}", self.from, self.to)
    }
}

/// Checks that a query can be split.
///
/// # Errors
/// `Usage` with the first operator that needs all rows.
pub(super) fn check(query: &str) -> Result<()> {
    for (word, _) in kql::operators(query) {
        if !ROWWISE.contains(&word) {
            return Err(Error::usage(format!(
                "a query with `{word}` cannot be split by time: the results of two halves are not those of the whole"
            ))
            .with_hint("remove the step and do it with the rows, or use a shorter time range"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_queries_over_single_rows_can_be_split() {
        for query in [
            "DeviceEvents",
            "DeviceEvents | where A == 'x | summarize' // | top 1\n| extend B = 1\n|project B",
            r#"T | where A == "\" | take 1" | where B == @'c:\' | where C == 2"#,
        ] {
            assert!(check(query).is_ok(), "{query}");
        }
        for (query, word) in [
            ("T | summarize count()", "summarize"),
            ("T | where A > 1 |\n take 5", "take"),
            ("T | where Id in ((U | distinct Id))", "distinct"),
        ] {
            let error = check(query).unwrap_err();
            assert!(error.message().contains(word), "{error}");
        }
    }

    #[test]
    fn halves_share_no_instant_and_leave_none_out() {
        let window = Window::new(
            &"2026-01-01T00:00:00Z".into(),
            &"2026-01-03T00:00:00Z".into(),
        )
        .unwrap();
        let (older, newer) = window.halves().unwrap();
        assert_eq!(
            older.to_string(),
            "2026-01-01T00:00:00.0000000Z/2026-01-01T23:59:59.9999999Z"
        );
        assert_eq!(
            newer.to_string(),
            "2026-01-02T00:00:00.0000000Z/2026-01-03T00:00:00.0000000Z"
        );
        let short = Window::new(
            &"2026-01-01T00:00:00Z".into(),
            &"2026-01-01T00:00:00.5Z".into(),
        )
        .unwrap();
        assert_eq!(short.halves(), None);
    }
}
