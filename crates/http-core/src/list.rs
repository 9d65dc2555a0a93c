//! Lists: the rows of a page as they arrive, and the way from one page to the next.

pub(crate) mod continuation;
pub(crate) mod paging;
pub mod rows;
