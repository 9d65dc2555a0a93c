//! Operations on a command line: options and positions of inputs, working examples, texts for help.
//!
//! The words of a command are those of the id ([`words::command`](crate::words::command)). Parts of the path are given
//! by position, other inputs by an option with the name of the input. Everything is computed from the table, so a new
//! operation has a command, help and examples without further code, and all programs spell the same input in the same
//! way.
//!
//! This module builds texts and names; it does not parse a command line. A program feeds [`CommandLine::ways`] to its
//! parser.
//!
//! ```
//! use http_core::{Operation, Param};
//! use operations::command_line::{CommandLine, Way, shown};
//!
//! static TAG: Operation = Operation::post("x.machines.tag", "/api/machines/{machine_id}/tags")
//!     .inputs(&[Param::path("machine_id").example("1e5b"), Param::query("tenant").required()]);
//!
//! let line = CommandLine::new("x", &["tenant"]);
//! let ways: Vec<_> = line.ways(&TAG).into_iter().map(|(_, way)| way).collect();
//! assert_eq!(ways, [Way::Position, Way::Option("input-tenant".to_owned())]);
//! let example = shown(&line.examples(&TAG)[0]);
//! assert_eq!(example, "x x machines tag 1e5b --input-tenant text");
//! ```

mod example;
mod given;
mod texts;
mod ways;
mod words;

pub use self::example::shown;
pub use self::texts::{
    FILTER_HELP, body_help, call, filter_help, finished_when, input_help, limits, purpose,
    since_help, until_help,
};
pub use self::ways::{FILTER, PAGE_SIZE, Way, takes_filters};
pub use self::words::WordFilter;

/// How operations are spelled on the command line of one program. Copying it is free.
#[derive(Clone, Copy, Debug)]
pub struct CommandLine {
    program: &'static str,
    reserved: &'static [&'static str],
}

impl CommandLine {
    /// `program` is the first word of a command line. `reserved` are the options of the program itself, without dashes;
    /// an input with such a name gets the prefix `input-`.
    pub const fn new(program: &'static str, reserved: &'static [&'static str]) -> Self {
        Self { program, reserved }
    }
}
