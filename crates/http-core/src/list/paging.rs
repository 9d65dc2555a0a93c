//! From one page to the next without losing or doubling a row.

mod boundary;
mod gap;
mod links;
mod peek;
mod plan;
mod progress;
mod typed;
mod unique;

pub use gap::{Gap, Gaps};
pub(crate) use peek::key_of;
pub(crate) use plan::PagePlan;
pub(crate) use progress::PageEnd;
pub use typed::{Items, Page, Pager, RawItems};

use crate::error::{Error, ErrorKind};

/// The pages of a list do not fit together.
fn paging(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Paging, message).with_hint(
        "the rows before it are whole, but the list is not: narrow the filter and ask again",
    )
}
