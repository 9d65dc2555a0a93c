//! Which records of a list are new or have changed since it was read before.
//!
//! A list that is read again and again returns mostly what is known. [`Seen`] remembers the records by hashes: of their key
//! and of their version, as the table of the operation names them.
//!
//! | the table names | a record is known by | it has changed when |
//! | --- | --- | --- |
//! | key and version | the members of the key | the version differs |
//! | key alone | the members of the key | anything in it differs |
//! | neither | its whole text | never; it is new |
//!
//! Memory is bounded by [`MOST_KEYS`]. Records that the list no longer returns are forgotten first; one that comes back later
//! is new again. Two records whose hashes of 64 bits are equal count as one, which is less likely than 1 in a billion for a full
//! memory.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use http_core::jiff::Timestamp;
use http_core::{Operation, Value};

use crate::error::{Error, Result};

/// Most records that are remembered. They take about 5 MiB.
pub const MOST_KEYS: usize = 100_000;

/// The member with the word of a [`News`].
pub const CHANGE: &str = "_change";

/// The member with the time at which the record was read.
pub const SEEN: &str = "_seen";

/// What is new about a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum News {
    /// It was in the list when the list was read for the first time.
    First,
    /// It was not in the list before.
    New,
    /// It was in the list, in another version.
    Changed,
}

impl News {
    /// The word in the member [`CHANGE`]. `None` is written as null.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::First => None,
            Self::New => Some("new"),
            Self::Changed => Some("changed"),
        }
    }

    /// The record with the members [`CHANGE`] and [`SEEN`] in front; its own members stay byte for byte. A value that is no
    /// object stays as it is.
    ///
    /// ```
    /// use http_core::jiff::Timestamp;
    /// use operations::News;
    ///
    /// let marked = News::New.mark(br#"{"id": "a"}"#, Timestamp::UNIX_EPOCH);
    /// let wanted = r#"{"_change":"new","_seen":"1970-01-01T00:00:00Z","id": "a"}"#;
    /// assert_eq!(String::from_utf8_lossy(&marked), wanted);
    /// ```
    pub fn mark(self, row: &[u8], time: Timestamp) -> Vec<u8> {
        let row = row.trim_ascii();
        let Some(members) = row.strip_prefix(b"{") else {
            return row.to_vec();
        };
        let word = self
            .word()
            .map_or_else(|| "null".to_owned(), |word| format!("\"{word}\""));
        let time = time.strftime("%Y-%m-%dT%H:%M:%SZ");
        let mut marked = format!("{{\"{CHANGE}\":{word},\"{SEEN}\":\"{time}\"").into_bytes();
        if members.trim_ascii_start() != b"}" {
            marked.push(b',');
        }
        marked.extend_from_slice(members);
        marked
    }
}

/// The records of one list that were seen, for a caller that reads it again and again.
///
/// ```
/// use http_core::Operation;
/// use operations::{News, Seen};
///
/// static LIST: Operation = Operation::get("x.alerts.list", "/api/alerts").collection("value");
///
/// let mut seen = Seen::new(&LIST);
/// assert_eq!(seen.look(br#"{"id": "a"}"#)?, Some(News::First));
/// seen.end_pass();
/// assert_eq!(seen.look(br#"{"id": "a"}"#)?, None);
/// assert_eq!(seen.look(br#"{"id": "b"}"#)?, Some(News::New));
/// # Ok::<(), operations::Error>(())
/// ```
#[derive(Debug)]
pub struct Seen {
    operation: &'static Operation,
    hasher: RandomState,
    /// Hash of the key, to the hash of the version and the pass in which the record was seen last.
    known: HashMap<u64, (u64, u64)>,
    /// Number of passes that came to their end.
    passes: u64,
    most: usize,
}

impl Seen {
    /// Nothing was seen yet.
    pub fn new(operation: &'static Operation) -> Self {
        Self {
            operation,
            hasher: RandomState::new(),
            known: HashMap::new(),
            passes: 0,
            most: MOST_KEYS,
        }
    }

    /// Looks at a record in its JSON and remembers it. `None` if it is known in this version.
    ///
    /// # Errors
    /// [`Error::TooManyToWatch`] if the list has more than [`MOST_KEYS`] records.
    pub fn look(&mut self, row: &[u8]) -> Result<Option<News>> {
        let (key, version) = self.hashes(row);
        let now = (version, self.passes);
        if let Some(last) = self.known.get_mut(&key) {
            let last = std::mem::replace(last, now);
            return Ok((last.0 != version).then_some(News::Changed));
        }
        if self.known.len() >= self.most {
            self.forget();
        }
        if self.known.len() >= self.most {
            return Err(Error::TooManyToWatch {
                operation: self.operation.id,
                rows: self.most,
            });
        }
        self.known.insert(key, now);
        Ok(Some(match self.passes {
            0 => News::First,
            _ => News::New,
        }))
    }

    /// The list was read to its end. A pass that failed is not ended: the next one goes on in its place.
    pub fn end_pass(&mut self) {
        self.passes += 1;
    }

    /// Forgets the records that the last whole pass did not return.
    fn forget(&mut self) {
        let passes = self.passes;
        self.known.retain(|_, (_, seen)| *seen + 1 >= passes);
    }

    /// The hashes of key and version.
    fn hashes(&self, row: &[u8]) -> (u64, u64) {
        let whole = || self.hasher.hash_one(row.trim_ascii());
        let named = self.operation.list.record;
        let Some(named) = named.filter(|named| !named.key.is_empty()) else {
            return (whole(), 0);
        };
        let Ok(record) = serde_json::from_slice::<Value>(row) else {
            return (whole(), 0);
        };
        let key: Vec<_> = named.key.iter().map(|key| record.get(key)).collect();
        if key.iter().all(Option::is_none) {
            return (whole(), 0);
        }
        let key = self.hasher.hash_one(format!("{key:?}"));
        let version = record
            .get(named.version)
            .filter(|version| !version.is_null());
        let version = version.map(|version| self.hasher.hash_one(version.to_string()));
        (key, version.unwrap_or_else(whole))
    }
}

#[cfg(test)]
mod tests {
    use http_core::{Record, RecordKind};

    use super::*;

    static LIST: Operation = Operation::get("t.alerts.list", "/alerts").collection("value");
    static KEYED: Operation = Operation::get("t.alerts.list", "/alerts")
        .collection("value")
        .record(&RECORD);
    static RECORD: Record = Record::new(RecordKind::Mutable)
        .key(&["id"])
        .version("changed");

    fn look(seen: &mut Seen, row: &str) -> Option<News> {
        seen.look(row.as_bytes()).unwrap()
    }

    #[test]
    fn a_record_has_changed_with_its_version_and_not_with_anything_else() {
        let mut seen = Seen::new(&KEYED);
        assert_eq!(
            look(&mut seen, r#"{"id":1,"changed":"a"}"#),
            Some(News::First)
        );
        seen.end_pass();
        assert_eq!(look(&mut seen, r#"{"changed":"a","id":1,"score":7}"#), None);
        assert_eq!(
            look(&mut seen, r#"{"id":1,"changed":"b"}"#),
            Some(News::Changed)
        );
        assert_eq!(look(&mut seen, r#"{"id":1,"changed":"b"}"#), None);
        assert_eq!(
            look(&mut seen, r#"{"id":"1","changed":"b"}"#),
            Some(News::New)
        );
    }

    #[test]
    fn a_record_without_a_version_has_changed_with_any_member_and_one_without_a_key_is_new() {
        let mut seen = Seen::new(&KEYED);
        look(&mut seen, r#"{"id":1,"score":7,"changed":null}"#);
        assert_eq!(
            look(&mut seen, r#"{"id":1,"score":8}"#),
            Some(News::Changed)
        );
        let mut seen = Seen::new(&LIST);
        look(&mut seen, r#"{"id":1,"score":7}"#);
        seen.end_pass();
        assert_eq!(look(&mut seen, r#"{"id":1,"score":8}"#), Some(News::New));
    }

    #[test]
    fn what_a_failed_pass_showed_is_not_shown_again_and_the_rest_is_first() {
        let mut seen = Seen::new(&KEYED);
        look(&mut seen, r#"{"id":1}"#);
        assert_eq!(look(&mut seen, r#"{"id":1}"#), None);
        assert_eq!(look(&mut seen, r#"{"id":2}"#), Some(News::First));
    }

    #[test]
    fn memory_is_bounded_and_what_the_list_still_returns_is_kept() {
        let mut seen = Seen::new(&KEYED);
        seen.most = 3;
        (1..=3).for_each(|id| assert!(look(&mut seen, &format!(r#"{{"id":{id}}}"#)).is_some()));
        let error = seen.look(br#"{"id":4}"#).unwrap_err();
        assert!(error.to_string().contains("at most 3 records"), "{error}");
        seen.end_pass();
        (2..=3).for_each(|id| assert_eq!(look(&mut seen, &format!(r#"{{"id":{id}}}"#)), None));
        seen.end_pass();
        assert_eq!(look(&mut seen, r#"{"id":4}"#), Some(News::New));
        assert_eq!(look(&mut seen, r#"{"id":2}"#), None);
        assert_eq!(seen.known.len(), 3);
    }

    #[test]
    fn an_empty_object_and_a_value_are_marked_as_far_as_they_can_be() {
        let time = Timestamp::UNIX_EPOCH;
        let marked = |row: &str| String::from_utf8(News::First.mark(row.as_bytes(), time)).unwrap();
        assert_eq!(
            marked("{ }"),
            r#"{"_change":null,"_seen":"1970-01-01T00:00:00Z" }"#
        );
        assert_eq!(marked("\"a\""), "\"a\"");
    }
}
