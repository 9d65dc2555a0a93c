//! From one page to the next, without losing or repeating a row.
//!
//! `plan` asks one question after each page: what comes next, and is the list still sound? The
//! answer depends on the paging of the operation:
//!
//! - `links`: next links, checked and put onto the configured base.
//! - `boundary`: lists ordered by the time of the last change, read from boundary to boundary.
//! - `page_size`: how many rows a page can hold, which tells a full page from a last one.
//! - `progress`: guards against lists that repeat or never end.
//! - `unique`: rows that come again because pages shift.
//! - `gap`: what is known to be missing.
//! - `typed`: the streams that callers read.
//!
//! The services lose rows silently in many ways; each guard names the one it is for. A gap that can
//! be located is reported in [`Gaps`] and the list goes on; a contradiction that cannot (the same
//! page twice, a link that leads back) is [`ErrorKind::Paging`].

mod boundary;
mod gap;
mod links;
mod page_size;
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

/// An error for pages that do not fit together.
fn paging(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Paging, message).with_hint(
        "the rows before it are complete, but the list is not: narrow the filter and try again",
    )
}
