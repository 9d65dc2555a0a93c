//! Lists: splitting a page into rows as it arrives, and getting from one page to the next.
//!
//! Two layers. `rows` turns one HTTP body into rows in constant memory. `paging` decides what the
//! next page is and whether the list is still consistent: no row lost, none returned twice, and an
//! end in finite time. [`Rows`](rows::Rows) joins them.

pub(crate) mod continuation;
pub(crate) mod paging;
pub mod rows;
