//! Records that are missing from a list or came incomplete.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// Records missing from a list that was otherwise read to the end.
///
/// When the service fails on one record, smaller and smaller pages are requested until only that record is left out; the
/// rest of the list is complete.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Gap {
    /// The record came, but without what `$expand` asks for.
    NotExpanded {
        /// The record's key.
        key: String,
    },
    /// The record did not come. The service did not say which one it is.
    Missing {
        /// The record was changed at this time or later, and before the row that came next; empty at the very
        /// beginning of a list.
        since: String,
        /// The id under which the service's support finds the failed call.
        request_id: Option<String>,
    },
    /// The service said itself (206 Partial Content) that it left rows out, because one of those that it asks in turn
    /// failed.
    Partial {
        /// The service's own words: who failed, with which status.
        warning: String,
        /// The id under which the service's support finds the call.
        request_id: Option<String>,
    },
    /// More records were changed at the same instant than the service lets a caller leave out (`$skip`). Those beyond
    /// are missing; the list went on behind that instant.
    SameInstant {
        /// The instant.
        at: String,
        /// How many records of it came.
        read: u64,
    },
    /// The rows did not come in the order that was asked for, so the list was read by the service's own links. Whether
    /// a record that changed meanwhile came is not known.
    NotInOrder {
        /// The property that the rows were to be ordered by.
        property: &'static str,
    },
    /// The last page was full and nothing led on: more rows may exist.
    FullLastPage {
        /// How many rows were on that page.
        rows: u64,
    },
    /// The service counts more rows than it sent.
    Fewer {
        /// How many came, those left out by the caller included.
        came: u64,
        /// How many there are, as the service says.
        said: u64,
    },
    /// Rows held text that JSON does not allow. They came all the same: bytes that are no UTF-8 and halves of surrogate
    /// pairs were replaced by U+FFFD, control characters and stray backslashes were escaped.
    Mended {
        /// How many rows.
        rows: u64,
        /// The number of the first of them, counted from 1.
        first: u64,
        /// What that one held.
        what: String,
    },
    /// The same of answers that are records.
    MendedAnswers {
        /// How many answers.
        answers: u64,
    },
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotExpanded { key } => write!(
                f,
                "{key} came without what was to be expanded: the service fails when asked for it"
            ),
            Self::Missing { since, request_id } => {
                f.write_str("one record is missing: the service fails when asked for it")?;
                if !since.is_empty() {
                    write!(f, "; it was changed at or after {since}")?;
                }
                told(f, request_id.as_deref())
            }
            Self::Partial {
                warning,
                request_id,
            } => {
                f.write_str("rows are missing: the service could not ask everybody for them")?;
                if !warning.is_empty() {
                    write!(f, "; {warning}")?;
                }
                told(f, request_id.as_deref())
            }
            Self::SameInstant { at, read } => write!(
                f,
                "records are missing: more were changed at the same instant, {at}, than the service gives a way \
                 through; {read} of them came"
            ),
            Self::NotInOrder { property } => write!(
                f,
                "the rows did not come in the order of `{property}`, which was asked for: the service's own links \
                 were followed, and records that changed meanwhile may be missing"
            ),
            Self::FullLastPage { rows } => write!(
                f,
                "rows may be missing: the last page was full ({rows} rows) and nothing leads on"
            ),
            Self::Fewer { came, said } => write!(
                f,
                "rows are missing: {came} came, and the service counts {said}"
            ),
            Self::MendedAnswers { answers } => write!(
                f,
                "{answers} answers held text that JSON does not allow and were mended"
            ),
            Self::Mended { rows, first, what } => write!(
                f,
                "{rows} rows held text that JSON does not allow and were mended; the first is row {first}, with {what}"
            ),
        }
    }
}

fn told(f: &mut fmt::Formatter<'_>, request_id: Option<&str>) -> fmt::Result {
    match request_id {
        Some(id) => write!(f, "; request id {id}"),
        None => Ok(()),
    }
}

/// Gaps of a list, shared with the stream that is being read. Complete once the stream has ended.
#[derive(Clone, Debug, Default)]
pub struct Gaps(Arc<Mutex<Vec<Gap>>>);

impl Gaps {
    /// Those known by now, in the order met.
    pub fn get(&self) -> Vec<Gap> {
        self.lock().clone()
    }

    /// Whether nothing was lost so far.
    pub fn is_empty(&self) -> bool {
        self.lock().is_empty()
    }

    pub(crate) fn add(&self, gap: Gap) {
        tracing::warn!(%gap, "the list is incomplete");
        self.lock().push(gap);
    }

    /// Counts a row that was mended.
    pub(crate) fn mended(&self, row: u64, flaw: crate::response::syntax::Flaw) {
        let mut gaps = self.lock();
        let known = gaps.iter_mut().find_map(|gap| match gap {
            Gap::Mended { rows, .. } => Some(rows),
            _ => None,
        });
        match known {
            Some(rows) => *rows += 1,
            None => gaps.push(Gap::Mended {
                rows: 1,
                first: row,
                what: flaw.to_string(),
            }),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Gap>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
