//! The integration suite: what needs more than one crate to be seen.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::future_not_send,
    reason = "all of this is tests: they may fail where they stand, say aloud what they did not check, and run on one thread"
)]

mod auth;
mod cli;
mod every_operation;
mod mde;
mod pipeline;
mod rows;
mod samples;
mod support;
mod third_party;
