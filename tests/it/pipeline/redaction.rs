//! No public type, error or log event contains a secret or a body.

mod run;
mod types;
