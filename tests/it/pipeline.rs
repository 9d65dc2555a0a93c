//! The rules every call goes by, one behaviour a file.

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
