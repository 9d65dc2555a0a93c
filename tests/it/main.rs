//! The integration suite: what needs more than one crate to be seen.

mod auth;
mod cli;
mod every_operation;
mod mde;
mod pipeline;
mod rows;
mod samples;
mod support;
mod third_party;
