//! What a list is known to lack.
//!
//! A list that ends early and a complete list look the same to a caller. Whatever is known to be
//! missing or incomplete is collected here while the list is read, so that a report can say
//! "complete", "complete except for …", or fail. Nothing in here ends a list; contradictions that
//! make the rest worthless are errors instead.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// Records missing from a list that was otherwise read to the end, or incomplete in it. `Display`
/// gives a sentence for people.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Gap {
    /// The record came without the expansion that `$expand` requests, because the service fails on
    /// it.
    NotExpanded {
        /// Key of the record.
        key: String,
    },
    /// One record did not come, because the service fails on it. Which one is not known.
    Missing {
        /// The record was changed at this time or later, before the row that came next. Empty at
        /// the start of a list.
        since: String,
        /// Id of the failed call, for the vendor's support.
        request_id: Option<String>,
    },
    /// The service reported a partial result (206): one of the providers it queries failed. Graph
    /// names it in a `Warning` header: `199 - "Vendor/Provider/status/latency"`.
    Partial {
        /// The text of the header, as sent. May be empty.
        warning: String,
        /// Id of the call, for the vendor's support.
        request_id: Option<String>,
    },
    /// More records were changed at one instant than `$skip` can page through. Some of them are
    /// missing; the list continued after the instant.
    SameInstant {
        /// The instant.
        at: String,
        /// Number of records of the instant that came.
        read: u64,
    },
    /// The rows were not ordered as requested, so the service's own links were followed. Records
    /// that changed meanwhile may be missing.
    NotInOrder {
        /// The property of the requested order.
        property: &'static str,
    },
    /// The last page was full and no link followed. More rows may exist.
    FullLastPage {
        /// Number of rows on that page.
        rows: u64,
    },
    /// The service reports a higher total than it sent.
    Fewer {
        /// Number of rows that came, those skipped by the caller included.
        came: u64,
        /// The total that the service reported; the smallest if it changed while the list was read.
        said: u64,
    },
    /// Rows contained text that JSON does not allow. They were repaired and returned: invalid UTF-8
    /// and lone surrogates became U+FFFD, control characters and stray backslashes were escaped.
    Mended {
        /// Number of such rows.
        rows: u64,
        /// Number of the first of them, starting at 1.
        first: u64,
        /// What was wrong with the first.
        what: String,
    },
    /// Answers with a single record were repaired in the same way.
    MendedAnswers {
        /// Number of such answers.
        answers: u64,
    },
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotExpanded { key } => write!(
                f,
                "{key} is missing its expansion: the service fails to expand it"
            ),
            Self::Missing { since, request_id } => {
                f.write_str("one record is missing: the service fails to return it")?;
                if !since.is_empty() {
                    write!(f, "; it was changed at or after {since}")?;
                }
                write_request_id(f, request_id.as_deref())
            }
            Self::Partial {
                warning,
                request_id,
            } => {
                f.write_str("rows are missing: the service reported a partial result (206)")?;
                if !warning.is_empty() {
                    write!(f, "; {warning}")?;
                }
                write_request_id(f, request_id.as_deref())
            }
            Self::SameInstant { at, read } => write!(
                f,
                "records are missing: more were changed at the same instant, {at}, than the service can page \
                 through; {read} of them were read"
            ),
            Self::NotInOrder { property } => write!(
                f,
                "the rows are not ordered by `{property}` as requested: the service's own links \
                 were followed, and records that changed meanwhile may be missing"
            ),
            Self::FullLastPage { rows } => write!(
                f,
                "rows may be missing: the last page was full ({rows} rows) and had no next link"
            ),
            Self::Fewer { came, said } => write!(
                f,
                "rows are missing: {came} were read, and the service counts {said}"
            ),
            Self::MendedAnswers { answers } => write!(
                f,
                "{answers} answers contained invalid JSON text and were repaired"
            ),
            Self::Mended { rows, first, what } => write!(
                f,
                "{rows} rows contained invalid JSON text and were repaired; the first is row {first}, with {what}"
            ),
        }
    }
}

/// Appends the request id, if there is one.
fn write_request_id(f: &mut fmt::Formatter<'_>, request_id: Option<&str>) -> fmt::Result {
    match request_id {
        Some(id) => write!(f, "; request id {id}"),
        None => Ok(()),
    }
}

/// The gaps of a list, shared with the stream that reads it. Complete once the stream has ended.
/// Clones show the same gaps.
///
/// ```
/// use http_core::Gaps;
///
/// let gaps = Gaps::default();
/// assert!(gaps.is_empty());
/// for gap in gaps.get() {
///     println!("warning: {gap}");
/// }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Gaps(Arc<Mutex<Vec<Gap>>>);

impl Gaps {
    /// The gaps found so far, in the order found.
    pub fn get(&self) -> Vec<Gap> {
        self.lock().clone()
    }

    /// Whether no gap was found so far.
    pub fn is_empty(&self) -> bool {
        self.lock().is_empty()
    }

    /// Reports a gap and logs it as a warning.
    pub(crate) fn add(&self, gap: Gap) {
        tracing::warn!(%gap, "list is incomplete");
        self.lock().push(gap);
    }

    /// Counts a repaired row. All of them share one gap, with the first as the example.
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

    /// A panic in another thread cannot leave the list half changed, so a poisoned lock is used.
    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Gap>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
