//! What a command line owes to whoever calls it: streams, questions, signals, failures and exit codes.
//!
//! | for | is |
//! | --- | --- |
//! | the two streams, the format and questions | [`Console`], [`Settings`] |
//! | why a command failed, and what to do about it | [`Failure`] |
//! | what a command is doing, on one line | [`Console::wait`], [`Doing`] |
//! | how a command ends, for scripts | [`Exit`] |
//! | Ctrl-C, SIGTERM and SIGHUP | [`Signals`] |
//! | the log of the libraries | [`log`] |
//! | several sources that write side by side | [`Shared`] |
//! | the name of the program in texts | [`program`] |
//! | the browser of this machine | [`browser`] |
//!
//! The crate knows no command, no operation by name and no product. Records are written by the crate `output`; here they
//! meet the streams of the process.
//!
//! ```
//! use terminal::{Exit, Failure};
//!
//! let failure = Failure::usage("`--since` takes a time").with_hint("such as 24h or 2026-11-01");
//! assert_eq!(failure.exit(), Exit::Usage);
//! assert_eq!(failure.hint(), Some("such as 24h or 2026-11-01"));
//! ```

pub mod browser;
mod console;
mod exit;
mod failure;
pub mod log;
pub mod program;
mod progress;
mod shared;
pub mod signals;

pub use console::{Console, Settings, ask_secret, json_lines, show};
pub use exit::{Exit, Failures};
pub use failure::{Failure, Result};
pub use progress::Doing;
pub use shared::{Shared, SharedList};
pub use signals::Signals;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
