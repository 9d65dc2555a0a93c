//! The integration suite: tests that need more than one crate.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::future_not_send,
    reason = "all of this is tests: what is not as expected ends them, and they stay on their thread"
)]

mod auth;
mod cli;
mod completion;
mod every_operation;
mod examples;
mod mdca;
mod mde;
mod openapi;
mod operations;
mod outside;
mod pipeline;
mod samples;
mod services;
mod spellings;
mod support;
mod tables;
mod third_party;
mod xdr;
