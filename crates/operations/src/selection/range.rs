//! A range of time that the service cannot be asked for.
//!
//! Each record is compared as it arrives and is not held, so the list may be of any length. A record without the time
//! cannot be placed. It is kept and counted for a note: nobody would notice that it is missing.

use http_core::Value;
use http_core::jiff::Timestamp;

use super::{Take, instant, member};

/// The records of a range of time, both ends included.
///
/// An end that the service compares is `None` here, so that a record is not compared twice.
#[derive(Clone, Debug)]
pub(crate) struct Range {
    /// The member with the time.
    pub(crate) member: &'static str,
    pub(crate) since: Option<Timestamp>,
    pub(crate) until: Option<Timestamp>,
    /// Whether the list comes in the order of this member, the newest first, so that it ends with the first record that
    /// is too old.
    pub(crate) is_newest_first: bool,
    /// Records without the time. They are kept.
    pub(crate) undated: u64,
}

impl Range {
    /// Whether a record lies in the range.
    pub(crate) fn take(&mut self, record: &Value) -> Take {
        let Some(time) = member(record, self.member).and_then(instant) else {
            self.undated += 1;
            return Take::Print;
        };
        if self.since.is_some_and(|since| time < since) {
            return match self.is_newest_first {
                true => Take::End,
                false => Take::Skip,
            };
        }
        match self.until.is_some_and(|until| time > until) {
            true => Take::Skip,
            false => Take::Print,
        }
    }

    /// The sentence about records without the time. `None` if there are none.
    pub(crate) fn note(&self) -> Option<String> {
        match self.undated {
            0 => None,
            1 => Some(format!(
                "1 record has no `{}` and is kept: it may lie outside of the range",
                self.member
            )),
            many => Some(format!(
                "{many} records have no `{}` and are kept: they may lie outside of the range",
                self.member
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn range(is_newest_first: bool) -> Range {
        let at = |text: &str| Some(text.parse().unwrap());
        Range {
            member: "seen",
            since: at("2026-03-01T00:00:00Z"),
            until: at("2026-03-02T00:00:00Z"),
            is_newest_first,
            undated: 0,
        }
    }

    #[test]
    fn both_ends_belong_to_a_range_and_a_record_without_a_time_is_kept() {
        let mut range = range(false);
        let mut taken = |value: Value| range.take(&json!({ "seen": value }));
        assert_eq!(taken(json!("2026-03-01T00:00:00Z")), Take::Print);
        assert_eq!(taken(json!("2026-03-02T00:00:00.0000000Z")), Take::Print);
        assert_eq!(taken(json!(1_772_323_200_000_i64)), Take::Print);
        assert_eq!(taken(json!("2026-03-02T00:00:00.0000001Z")), Take::Skip);
        assert_eq!(taken(json!("2026-02-28T23:59:59Z")), Take::Skip);
        assert_eq!(taken(Value::Null), Take::Print);
        assert_eq!(range.take(&json!({})), Take::Print);
        assert!(
            range
                .note()
                .unwrap()
                .starts_with("2 records have no `seen`")
        );
    }

    #[test]
    fn an_ordered_list_ends_with_the_first_record_that_is_too_old() {
        let old = json!({"seen": "2026-02-28T23:59:59Z"});
        assert_eq!(range(true).take(&old), Take::End);
        assert_eq!(range(false).take(&old), Take::Skip);
    }
}
