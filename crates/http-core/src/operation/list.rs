//! How a list is paged and filtered.
//!
//! The services page in five ways, and some of them lose or repeat records without an error. The
//! documented facts stand here; the code that reads a list completely in spite of them is in
//! `list::paging`.

use super::{DefaultFilter, FilterField, FilterProperty, Record};

/// How a list is paged and filtered, and what its records are.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Listing {
    /// How the next page is requested. Default: [`Paging::None`].
    pub paging: Paging,
    /// Maximum number of records per answer; 0 if none is documented. A full page is a sign that
    /// more records may follow.
    pub page_size: u32,
    /// The member that identifies a record, so that a record listed twice is returned once. Empty
    /// (default): records are not compared by key.
    pub unique_by: &'static str,
    /// Properties that `$filter` accepts. Empty: unknown, and not checked.
    pub filterable: &'static [&'static str],
    /// Those of the filterable properties whose values can be checked.
    pub filter_types: &'static [FilterProperty],
    /// Fields of the input `filters`, with their operators. Empty if the list has no such input.
    pub filter_fields: &'static [FilterField],
    /// A filter that a command line adds by default. Calls of this crate never add it.
    pub default_filter: Option<&'static DefaultFilter>,
    /// Key, version and times of the records.
    pub record: Option<&'static Record>,
}

impl Listing {
    pub(super) const fn new() -> Self {
        Self {
            paging: Paging::None,
            page_size: 0,
            unique_by: "",
            filterable: &[],
            filter_types: &[],
            filter_fields: &[],
            default_filter: None,
            record: None,
        }
    }
}

/// How the next page of a list is requested.
///
/// ```
/// use http_core::{Operation, Paging};
///
/// static EVENTS: Operation = Operation::get("shop.events.list", "/events")
///     .collection("value")
///     .paging(Paging::TimeBoundary { property: "lastUpdateDateTime" })
///     .unique_by("id");
/// assert_eq!(EVENTS.list.paging.as_str(), "time_boundary");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Paging {
    /// One answer holds everything.
    None,
    /// Follow `@odata.nextLink` until it is absent. Defender for Endpoint sends no link if `$top`
    /// was sent; `$skip` is raised by the number of records instead, until a page is not full.
    NextLink,
    /// Raise `$skip` by the number of records received until a page is not full. A next link is
    /// followed if one comes.
    Skip,
    /// Raise `skip` by the records received while the answer holds `hasNext: true` (Cloud Apps).
    SkipLimit,
    /// Replace `filters` by the answer's `nextQueryFilters` while it holds `hasNext: true` (Cloud
    /// Apps, `isScan`). Its pages may hold fewer records than the limit, or none.
    Scan,
    /// Order by a time, oldest first, and request each page from the time of the last record on,
    /// that time included. Records that come again are dropped. Reads lists whose `$skip` is
    /// limited, such as Graph alerts (500).
    ///
    /// A `$orderby`, `$skip` or `$skiptoken` of the caller turns it into
    /// [`NextLink`](Self::NextLink).
    TimeBoundary {
        /// The time that moves whenever a record is created or changed.
        property: &'static str,
    },
}

impl Paging {
    /// The spelling in the reference tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::NextLink => "next_link",
            Self::Skip => "skip",
            Self::SkipLimit => "skip_limit",
            Self::Scan => "scan",
            Self::TimeBoundary { .. } => "time_boundary",
        }
    }
}
