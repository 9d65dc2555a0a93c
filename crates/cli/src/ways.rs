//! The options of operations, apart from their inputs.

use std::sync::LazyLock;

use auth_core::http_core::{Operation, Param};
use operations::command_line::{CommandLine, PAGE_SIZE, Way};

use crate::globals::{SWITCHES, VALUED};
use crate::program;

/// The option that lets a change act on more than named records.
pub(crate) const ALL_THAT_MATCH: &str = "all-that-match";

/// The option for the file with the account of an export.
pub(crate) const MANIFEST: &str = "manifest";

/// The option that lets a download replace a file.
pub(crate) const FORCE: &str = "force";

/// The option that adds the data of another service to a record.
pub(crate) const ENRICH: &str = "enrich";

/// The other options of commands of operations.
const OWN: [&str; 10] = [
    ALL_THAT_MATCH,
    FORCE,
    MANIFEST,
    ENRICH,
    PAGE_SIZE,
    "wait",
    "download",
    "links",
    "body",
    "help",
];

/// Names that inputs cannot have: an input with one of them is spelled differently.
static TAKEN: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let general = VALUED.split(' ').chain(SWITCHES.split(' '));
    general.chain(OWN).chain(["version"]).collect()
});

/// How operations are spelled by this program.
pub(crate) fn command_line() -> CommandLine {
    CommandLine::new(program::name(), &TAKEN)
}

/// How each input of an operation is given.
pub(crate) fn ways(operation: &'static Operation) -> Vec<(&'static Param, Way)> {
    command_line().ways(operation)
}

/// The id of an input among the parsed arguments, which differs from the ids of general options.
pub(crate) fn id(param: &Param) -> String {
    format!("input {}", param.name)
}
