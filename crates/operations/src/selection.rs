//! Which records of a list are wanted, and in which order.
//!
//! "The alerts since yesterday, highest severity first" is sent to the service as far as it can answer it; the rest is
//! done to the records as they arrive. [`Filling::select`](crate::Filling::select) divides the work and returns a
//! [`Selection`] for the second part, so that a program asks every list in the same words.
//!
//! | part | sent | here |
//! | --- | --- | --- |
//! | a range of time | where the table has a filter for the time of the records | each record is compared as it arrives |
//! | the newest N | where the table has such an order | the newest N so far are held while the list is read |
//! | an order | by the time that the list can be ordered by | all records are held, see [`MOST_ROWS`] |
//!
//! Three rules hold for every list:
//!
//! - nothing is returned half sorted: held records come after the last page, or not at all;
//! - a record that cannot be placed is kept, last in an order and inside of a range, and a note counts it;
//! - a list ends early only where the service was asked for the order that allows it.

mod order;
mod range;

use http_core::{Cell, Operation, Value};

use crate::error::{Error, Result};
use crate::spelled::nearest;
pub(crate) use order::Held;
pub use order::SortKey;
pub(crate) use range::Range;

/// Most records that are held to be sorted.
pub const MOST_ROWS: usize = 100_000;

/// Most bytes of records that are held to be sorted.
pub const MOST_BYTES: usize = 256 * 1024 * 1024;

/// Which records of a list are wanted. `Default` wants all of them, in the order of the service.
///
/// ```
/// use operations::{Asked, SortKey};
///
/// let mut asked = Asked::default();
/// asked.since = Some("7d".to_owned());
/// asked.sort = SortKey::read("-severity,title")?;
/// asked.limit = Some(50);
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Asked {
    /// Records at or after a time, in a form of [`time::absolute`](crate::time::absolute).
    pub since: Option<String>,
    /// Records at or before a time.
    pub until: Option<String>,
    /// Only so many of the newest records, the newest first. Excludes `sort` and `limit`.
    pub latest: Option<u64>,
    /// The order. Empty: that of the service.
    pub sort: Vec<SortKey>,
    /// How many records are read at most. The caller counts them; an order that is made here keeps the first ones.
    pub limit: Option<u64>,
    /// Whether the newest record comes first where the list can be ordered so and nothing else orders it.
    pub newest_first: bool,
}

/// What to do with a record. The caller of [`Selection::take`] obeys it and counts what it prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Take {
    /// It is wanted now.
    Print,
    /// It is not wanted.
    Skip,
    /// It is held, and returned by [`Selection::held`] if it is wanted.
    Hold,
    /// Neither this record nor a later one is wanted.
    End,
}

/// The part of a question that is answered here, record by record.
///
/// ```
/// use operations::{Selection, Take};
///
/// let mut all = Selection::default();
/// assert_eq!(all.take(br#"{"id": "a"}"#)?, Take::Print);
/// assert!(!all.holds() && all.notes().is_empty());
/// # Ok::<(), operations::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Selection {
    pub(crate) range: Option<Range>,
    pub(crate) order: Option<Held>,
    /// How many records are wanted of a list that the service orders.
    pub(crate) most: Option<u64>,
    taken: u64,
}

impl Selection {
    /// Looks at the next record of the list, in its JSON.
    ///
    /// # Errors
    /// [`Error::TooManyToSort`] if more records would be held than [`MOST_ROWS`] or [`MOST_BYTES`] allow.
    pub fn take(&mut self, row: &[u8]) -> Result<Take> {
        if self.is_full() {
            return Ok(Take::End);
        }
        if self.range.is_some() || self.order.is_some() {
            // A row that is no JSON has no members; it is reported where it is printed.
            let record: Value = serde_json::from_slice(row).unwrap_or_default();
            match self.range.as_mut().map(|range| range.take(&record)) {
                Some(Take::Print) | None => {}
                Some(other) => return Ok(other),
            }
            if let Some(order) = &mut self.order {
                order.hold(row, &record)?;
                return Ok(Take::Hold);
            }
        }
        self.taken += 1;
        Ok(Take::Print)
    }

    /// Whether every wanted record was taken, so that no further page is needed.
    pub fn is_full(&self) -> bool {
        self.most.is_some_and(|most| self.taken >= most)
    }

    /// Whether records are held until the list was read. A limit is part of the order then, and the list has to be read
    /// to its end.
    pub fn holds(&self) -> bool {
        self.order.is_some()
    }

    /// The held records in their order, once the list was read, and whether a limit left some out. Empty if none are
    /// held.
    ///
    /// # Errors
    /// [`Error::Input`] if no record has a member of the order and another member is meant.
    pub fn held(&mut self) -> Result<(Vec<Vec<u8>>, bool)> {
        match self.order.take() {
            Some(order) => order.sorted(),
            None => Ok((Vec::new(), false)),
        }
    }

    /// What is to be said at the end: records whose time is not known.
    pub fn notes(&self) -> Vec<String> {
        self.range.iter().filter_map(Range::note).collect()
    }
}

/// Whether a member holds a severity, which has an order of its own.
fn is_severity(operation: &Operation, member: &str) -> bool {
    let mut columns = operation.answer.columns.iter();
    columns
        .any(|column| column.cell == Cell::Severity && column.member.eq_ignore_ascii_case(member))
}

/// The error for an order by a member that no record has.
fn unknown_member(operation: &'static Operation, member: &str, record: &Value) -> Option<Error> {
    let members = record.as_object()?.keys().map(String::as_str);
    let meant = nearest(members, member)?;
    Some(Error::input(
        operation.id,
        format!("--sort: no record has a member `{member}`; do you mean `{meant}`?"),
    ))
}

/// The value of a member of a record: by its whole name, or by a path with dots. Letter case does not matter.
fn member<'a>(record: &'a Value, path: &str) -> Option<&'a Value> {
    let of = |record: &'a Value, name: &str| {
        let members = record.as_object()?;
        let mut same = members
            .iter()
            .filter(|(known, _)| known.eq_ignore_ascii_case(name));
        members
            .get(name)
            .or_else(|| same.next().map(|(_, value)| value))
    };
    let inner = || {
        let (first, rest) = path.split_once('.')?;
        member(of(record, first)?, rest)
    };
    of(record, path).or_else(inner)
}

/// A value of a record as a time: text in a form of the services, or milliseconds since 1970. `None` for anything else.
pub fn instant(value: &Value) -> Option<http_core::jiff::Timestamp> {
    match value {
        Value::String(text) => http_core::Timestamp::from(text.as_str()).instant(),
        Value::Number(number) => {
            http_core::jiff::Timestamp::from_millisecond(number.as_i64()?).ok()
        }
        _ => None,
    }
}
