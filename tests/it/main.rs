//! The integration suite: what needs more than one crate to be seen.

mod auth;
mod pipeline;
mod support;
