//! How a list is read: pages, filters, and what its records are.

use super::{DefaultFilter, FilterField, Record};

/// How a list is paged, filtered and followed.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Listing {
    /// How the next page is asked for.
    pub paging: Paging,
    /// The most records the service puts into one answer; 0 where none is documented.
    pub page_size: u32,
    /// The member by which a record that comes twice is known; empty where records are not compared.
    pub unique_by: &'static str,
    /// Properties that `$filter` may name; empty where none are documented.
    pub filterable: &'static [&'static str],
    /// The fields of the input `filters` and what each can be asked; empty where there is no such input.
    pub filter_fields: &'static [FilterField],
    /// What a command line asks for by default. Calls of this crate never add it.
    pub default_filter: Option<&'static DefaultFilter>,
    /// What the records are: their key, version and times.
    pub record: Option<&'static Record>,
}

impl Listing {
    pub(super) const fn new() -> Self {
        Self {
            paging: Paging::None,
            page_size: 0,
            unique_by: "",
            filterable: &[],
            filter_fields: &[],
            default_filter: None,
            record: None,
        }
    }
}

/// How the next page of a list is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Paging {
    /// One answer holds everything.
    None,
    /// `@odata.nextLink` until it is absent; where `$top` was sent and no link comes, `$skip` is raised instead.
    NextLink,
    /// `$skip` is raised by the rows received until a page comes back short; a next link wins where one comes.
    Skip,
    /// `skip` and `limit` while the answer says `hasNext`.
    SkipLimit,
    /// `filters` is replaced by the answer's `nextQueryFilters` while it says `hasNext`.
    Scan,
    /// Ordered by a time, oldest first: each page is asked for from the time of the last row on, that time included,
    /// and rows that come again are dropped. A caller's own `$orderby` or `$skip` makes it a [`NextLink`](Self::NextLink).
    TimeBoundary {
        /// The time that moves whenever a record is made or changed.
        property: &'static str,
    },
}

impl Paging {
    /// The kind as the reference tables spell it.
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
