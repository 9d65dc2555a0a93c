//! The options of operations, apart from their inputs.

use auth_core::http_core::{Operation, Param};
use operations::command_line::{CommandLine, PAGE_SIZE, Way};

use crate::program;

/// The option that lets a change act on more than named records.
pub(crate) const ALL_THAT_MATCH: &str = "all-that-match";

/// The option for the file with the account of an export.
pub(crate) const MANIFEST: &str = "manifest";

/// The option that lets a download replace a file.
pub(crate) const FORCE: &str = "force";

/// The option that adds the data of another service to a record.
pub(crate) const ENRICH: &str = "enrich";

/// Names that inputs cannot have. A test compares them with the options of every command.
const TAKEN: &[&str] = &[
    ALL_THAT_MATCH,
    "output",
    "schema",
    "limit",
    "columns",
    "no-header",
    "csv-safe",
    "color",
    "quiet",
    "verbose",
    "profile",
    "tenant",
    "cloud",
    "region",
    "portal",
    "ca-file",
    "limits",
    "dry-run",
    "yes",
    "rate-limit",
    "timeout",
    "sandbox",
    "sandbox-seed",
    "devices",
    "data",
    "help",
    "version",
    PAGE_SIZE,
    "wait",
    "download",
    "links",
    FORCE,
    MANIFEST,
    ENRICH,
    "body",
];

/// How operations are spelled by this program.
pub(crate) fn command_line() -> CommandLine {
    CommandLine::new(program::name(), TAKEN)
}

/// How each input of an operation is given.
pub(crate) fn ways(operation: &'static Operation) -> Vec<(&'static Param, Way)> {
    command_line().ways(operation)
}

/// The id of an input among the parsed arguments, which differs from the ids of general options.
pub(crate) fn id(param: &Param) -> String {
    format!("input {}", param.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::globals;

    #[test]
    fn names_of_general_options_are_taken() {
        for argument in globals::arguments() {
            let name = argument.get_long().unwrap();
            assert!(TAKEN.contains(&name), "{name}");
        }
    }
}
