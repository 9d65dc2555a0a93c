//! Sorts records that are held, within a bound.
//!
//! | value | order |
//! | --- | --- |
//! | number | by size; whole numbers of any length exactly |
//! | text that is a time | by the instant, whatever its zone and number of decimals |
//! | severity | `Unknown`, `Unspecified`, `None`, `Informational`, `Low`, `Medium`, `High`, `Critical` |
//! | other text | by its letters, without regard to case; texts that differ in case alone by their bytes |
//! | `true`, `false` | false first |
//! | none, null | last, in either direction |
//!
//! Values of different kinds are kept apart. Records that are equal in all members keep the order of the list. A heap
//! holds the records, so that with a limit no more than the limit are held at any time.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use http_core::jiff::Timestamp;
use http_core::{Operation, Value};

use super::{MOST_BYTES, MOST_ROWS, instant, is_severity, member, unknown_member};
use crate::error::{Error, Result};

/// The words of severities, risks and exposures, the least first.
const SEVERITIES: [&str; 8] = [
    "unknown",
    "unspecified",
    "none",
    "informational",
    "low",
    "medium",
    "high",
    "critical",
];

/// Bytes that a held record takes besides its text.
const OVERHEAD: usize = 128;

/// A member to sort by.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SortKey {
    /// The member, or a path with dots to a nested one. Letter case does not matter.
    pub member: String,
    /// Whether the greatest value comes first.
    pub descending: bool,
}

impl SortKey {
    /// Reads `KEY[,-KEY]`: members between commas, with a minus sign where the greatest value comes first.
    ///
    /// ```
    /// use operations::SortKey;
    ///
    /// let keys = SortKey::read("-severity, title")?;
    /// assert!(keys[0].descending && keys[0].member == "severity");
    /// assert!(!keys[1].descending && keys[1].member == "title");
    /// assert!(SortKey::read("title,").is_err());
    /// # Ok::<(), String>(())
    /// ```
    ///
    /// # Errors
    /// A sentence, for an empty member.
    pub fn read(text: &str) -> Result<Vec<Self>, String> {
        let keys = text.split(',').map(|key| {
            let key = key.trim();
            let member = key.strip_prefix('-').unwrap_or(key);
            if member.is_empty() {
                return Err(format!(
                    "`{text}` has an empty member; give KEY or -KEY,KEY"
                ));
            }
            Ok(Self {
                member: member.to_owned(),
                descending: member.len() < key.len(),
            })
        });
        keys.collect()
    }

    /// The greatest time first.
    pub(crate) fn newest(member: &str) -> Self {
        Self {
            member: member.to_owned(),
            descending: true,
        }
    }
}

/// Records that are held until all were seen.
///
/// The bounds count the text of a record and an estimate of what it takes besides; they are not exact.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    operation: &'static Operation,
    keys: Vec<SortKey>,
    /// How many are kept. `None`: all, within the bounds.
    most: Option<usize>,
    /// The last record of the order is on top.
    rows: BinaryHeap<Row>,
    seen: u64,
    bytes: usize,
    /// For each key whether a record has the member.
    found: Vec<bool>,
    /// The first record, for the names of its members.
    first: Value,
}

impl Held {
    /// Sorts by these members and keeps the first `most` records.
    pub(crate) fn new(
        operation: &'static Operation,
        keys: Vec<SortKey>,
        most: Option<u64>,
    ) -> Self {
        Self {
            operation,
            found: vec![false; keys.len()],
            keys,
            most: most.map(|most| usize::try_from(most).unwrap_or(usize::MAX)),
            rows: BinaryHeap::new(),
            seen: 0,
            bytes: 0,
            first: Value::Null,
        }
    }

    /// Takes a record in.
    ///
    /// # Errors
    /// [`Error::TooManyToSort`].
    pub(crate) fn hold(&mut self, text: &[u8], record: &Value) -> Result<()> {
        let mut keys = Vec::with_capacity(self.keys.len());
        for (key, found) in self.keys.iter().zip(&mut self.found) {
            let value = member(record, &key.member);
            *found |= value.is_some();
            let ranked = is_severity(self.operation, &key.member);
            keys.push(Key {
                value: Sorted::of(value, ranked),
                descending: key.descending,
            });
        }
        if self.seen == 0 {
            self.first = record.clone();
        }
        let row = Row {
            keys,
            place: self.seen,
            text: text.to_vec(),
        };
        self.seen += 1;
        self.bytes += row.size();
        self.rows.push(row);
        if self.most.is_some_and(|most| self.rows.len() > most)
            && let Some(last) = self.rows.pop()
        {
            self.bytes -= last.size();
        }
        if self.rows.len() > MOST_ROWS || self.bytes > MOST_BYTES {
            return Err(Error::TooManyToSort {
                operation: self.operation.id,
                rows: MOST_ROWS,
                bytes: MOST_BYTES,
            });
        }
        Ok(())
    }

    /// The kept records in their order, and whether some were left out.
    ///
    /// # Errors
    /// [`Error::Input`] for a member that no record has, if another one is meant.
    pub(crate) fn sorted(self) -> Result<(Vec<Vec<u8>>, bool)> {
        let mut missing = self.keys.iter().zip(&self.found);
        let missing = missing.find(|(_, found)| !**found).map(|(key, _)| key);
        let meant =
            missing.and_then(|key| unknown_member(self.operation, &key.member, &self.first));
        if let Some(error) = meant {
            return Err(error);
        }
        let more = self.seen > self.rows.len() as u64;
        let rows = self.rows.into_sorted_vec().into_iter();
        Ok((rows.map(|row| row.text).collect(), more))
    }
}

/// A held record. Equal keys keep the order in which the records came.
#[derive(Clone, Debug)]
struct Row {
    keys: Vec<Key>,
    place: u64,
    text: Vec<u8>,
}

impl Row {
    /// Bytes in memory, about.
    fn size(&self) -> usize {
        let keys = self.keys.iter().map(|key| match &key.value {
            Sorted::Text(text) => 2 * text.len(),
            _ => 0,
        });
        self.text.len() + OVERHEAD + keys.sum::<usize>()
    }
}

impl Ord for Row {
    fn cmp(&self, other: &Self) -> Ordering {
        let keys = self.keys.cmp(&other.keys);
        keys.then_with(|| self.place.cmp(&other.place))
    }
}

impl PartialOrd for Row {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Row {}

/// A value to sort by, with its direction.
#[derive(Clone, Debug)]
struct Key {
    value: Sorted,
    descending: bool,
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.value, &other.value) {
            // A record without a value comes last in either direction.
            (Sorted::Missing, Sorted::Missing) => Ordering::Equal,
            (Sorted::Missing, _) => Ordering::Greater,
            (_, Sorted::Missing) => Ordering::Less,
            (one, two) if self.descending => two.compare(one),
            (one, two) => one.compare(two),
        }
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Key {}

/// A value of a record as it is compared. Values of different kinds are in the order of the variants.
#[derive(Clone, Debug)]
enum Sorted {
    Bool(bool),
    Rank(usize),
    Number(f64, i128),
    Time(Timestamp),
    /// In lower case, then as it is.
    Text(String),
    Missing,
}

impl Sorted {
    /// `ranked`: the value is a severity.
    fn of(value: Option<&Value>, ranked: bool) -> Self {
        match value {
            None | Some(Value::Null) => Self::Missing,
            Some(Value::Bool(yes)) => Self::Bool(*yes),
            Some(Value::Number(number)) => {
                let whole = number.as_i64().map(i128::from);
                let whole = whole.or_else(|| number.as_u64().map(i128::from));
                Self::Number(number.as_f64().unwrap_or(f64::NAN), whole.unwrap_or(0))
            }
            Some(Value::String(text)) => {
                let rank = SEVERITIES
                    .iter()
                    .position(|word| ranked && word.eq_ignore_ascii_case(text));
                let is_date = text.as_bytes().get(4) == Some(&b'-');
                let time = value.filter(|_| is_date).and_then(instant);
                match (rank, time) {
                    (Some(rank), _) => Self::Rank(rank),
                    (None, Some(time)) => Self::Time(time),
                    (None, None) => Self::Text(text.clone()),
                }
            }
            Some(other) => Self::Text(other.to_string()),
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Bool(one), Self::Bool(two)) => one.cmp(two),
            (Self::Rank(one), Self::Rank(two)) => one.cmp(two),
            (Self::Number(one, whole), Self::Number(two, other)) => {
                // Whole numbers beyond 2^53 differ only as whole numbers.
                one.total_cmp(two).then_with(|| whole.cmp(other))
            }
            (Self::Time(one), Self::Time(two)) => one.cmp(two),
            (Self::Text(one), Self::Text(two)) => {
                let folded = one.to_lowercase().cmp(&two.to_lowercase());
                folded.then_with(|| one.cmp(two))
            }
            (one, two) => one.kind().cmp(&two.kind()),
        }
    }

    fn kind(&self) -> u8 {
        match self {
            Self::Bool(_) => 0,
            Self::Rank(_) => 1,
            Self::Number(..) => 2,
            Self::Time(_) => 3,
            Self::Text(_) => 4,
            Self::Missing => 5,
        }
    }
}

#[cfg(test)]
mod tests {
    use http_core::{Cell, Column};
    use serde_json::json;

    use super::*;

    static LIST: Operation =
        Operation::get("t.list", "/t").columns(&[Column::new("risk", Cell::Severity)]);

    fn held(keys: &str, most: Option<u64>) -> Held {
        Held::new(&LIST, SortKey::read(keys).unwrap(), most)
    }

    fn sorted(keys: &str, most: Option<u64>, rows: &[Value]) -> (Vec<u64>, bool) {
        let mut held = held(keys, most);
        for row in rows {
            held.hold(row.to_string().as_bytes(), row).unwrap();
        }
        let (rows, more) = held.sorted().unwrap();
        let number = |row: &Vec<u8>| {
            let row: Value = serde_json::from_slice(row).unwrap();
            row["n"].as_u64().unwrap()
        };
        (rows.iter().map(number).collect(), more)
    }

    #[test]
    fn values_are_compared_by_their_kind_and_missing_ones_are_last() {
        let rows = [
            json!({"n": 0, "a": 10, "at": "2026-03-02T01:00:00+02:00", "risk": "Medium", "t": "b"}),
            json!({"n": 1, "a": 9, "at": "2026-03-01T23:30:00Z", "risk": "High", "t": "A"}),
            json!({"n": 2, "at": null, "risk": "low", "t": "a"}),
            json!({"n": 3, "a": 9.5, "at": "2026-03-01T23:00:00.0000001Z", "risk": "None", "t": "a"}),
        ];
        for (keys, expected) in [
            ("a", [1, 3, 0, 2]),
            ("-a", [0, 3, 1, 2]),
            ("at", [0, 3, 1, 2]),
            ("-at", [1, 3, 0, 2]),
            ("-risk", [1, 0, 2, 3]),
            ("t,-n", [1, 3, 2, 0]),
            ("T", [1, 2, 3, 0]),
        ] {
            assert_eq!(
                sorted(keys, None, &rows),
                (expected.to_vec(), false),
                "{keys}"
            );
        }
        assert_eq!(sorted("-a", Some(2), &rows), (vec![0, 3], true));
        assert!(!sorted("-a", Some(4), &rows).1);
    }

    #[test]
    fn large_whole_numbers_and_nested_members_are_told_apart() {
        let rows = [
            json!({"n": 0, "a": {"b": 9_007_199_254_740_993_u64}}),
            json!({"n": 1, "a": {"b": 9_007_199_254_740_992_u64}}),
        ];
        assert_eq!(sorted("a.b", None, &rows).0, [1, 0]);
    }

    #[test]
    fn a_misspelt_member_is_an_error_and_an_absent_one_is_none() {
        let record = json!({"title": "x"});
        let mut misspelt = held("titel", None);
        misspelt.hold(b"{}", &record).unwrap();
        let error = misspelt.sorted().unwrap_err().to_string();
        assert!(error.contains("do you mean `title`"), "{error}");
        let mut absent = held("resolvedTime", None);
        absent.hold(b"{}", &record).unwrap();
        assert_eq!(absent.sorted().unwrap().0.len(), 1);
    }

    #[test]
    fn too_many_records_are_an_error_unless_a_limit_keeps_few() {
        let record = json!({"n": 1});
        let (mut all, mut few) = (held("n", None), held("n", Some(3)));
        for _ in 0..MOST_ROWS {
            all.hold(b"{}", &record).unwrap();
            few.hold(b"{}", &record).unwrap();
        }
        assert!(matches!(
            all.hold(b"{}", &record),
            Err(Error::TooManyToSort { .. })
        ));
        few.hold(b"{}", &record).unwrap();
        assert_eq!(few.sorted().unwrap().0.len(), 3);
    }
}
