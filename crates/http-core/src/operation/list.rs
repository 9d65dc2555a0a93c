//! How a list is paged.

/// How the next page of a list is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
