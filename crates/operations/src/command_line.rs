//! Operations on a command line: how each input is given, examples that work, texts for help.
//!
//! The words of a command are those of the id ([`words::command`](crate::words::command)). Parts of the path are given by
//! position, other inputs by an option with the name of the input.
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
mod texts;
mod ways;

pub use self::example::shown;
pub use self::texts::{
    FILTER_HELP, body_help, call, filter_help, finished_when, input_help, limits,
};
pub use self::ways::{FILTER, PAGE_SIZE, Way, takes_filters};

/// The spelling of operations for one program.
#[derive(Clone, Copy, Debug)]
pub struct CommandLine {
    program: &'static str,
    reserved: &'static [&'static str],
}

impl CommandLine {
    /// `program` is the first word of a command line. `reserved` are the names of options that inputs cannot have, without
    /// dashes; such an input gets the prefix `input-`.
    pub const fn new(program: &'static str, reserved: &'static [&'static str]) -> Self {
        Self { program, reserved }
    }
}
