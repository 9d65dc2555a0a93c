//! Nothing prints or logs a secret or a body: not a public type, not an error, not an event of a run with failures.

mod run;
mod types;
