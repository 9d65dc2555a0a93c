//! The rules of every call, one behaviour per file.

mod auth_refresh;
mod bodies;
mod hosts;
mod paging;
mod redaction;
mod resume;
mod retry;
mod retry_after;
mod throttle;
mod unknown_outcome;
mod waiting;

pub(crate) use paging::operations;
