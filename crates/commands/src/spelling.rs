//! How the inputs of an operation are spelled as arguments, and the options that operations have besides them.
//!
//! An input keeps its name in kebab case: `IsolationType` is `--isolation-type`. If an option of every command has that name, the
//! input gets another one; `TAKEN` lists the names.

use std::sync::LazyLock;

use auth_core::http_core::{AnswerKind, Operation, Param};
use operations::Catalog;
use operations::command_line::{CommandLine, PAGE_SIZE, Way, WordFilter};

use crate::globals::{SWITCHES, VALUED};
use terminal::program;

/// Lets a change act on all records that match. Without it a filter without ids is refused.
pub const ALL_THAT_MATCH: &str = "all-that-match";

/// The file that says whether an export is complete.
pub const MANIFEST: &str = "manifest";

/// Lets a download overwrite a file.
pub const FORCE: &str = "force";

/// The file for the items of a change that failed.
pub const REJECTS: &str = "rejects";

/// Adds the data of another service to a record.
pub const ENRICH: &str = "enrich";

/// Records at or after a time.
pub const SINCE: &str = "since";

/// Records at or before a time.
pub const UNTIL: &str = "until";

/// So many of the newest records.
pub const LATEST: &str = "latest";

/// The order of a list.
pub const SORT: &str = "sort";

/// The time between two passes over a list.
pub const WATCH: &str = "watch";

/// The other options of commands of operations.
const OWN: [&str; 16] = [
    WATCH,
    SINCE,
    UNTIL,
    LATEST,
    SORT,
    ALL_THAT_MATCH,
    FORCE,
    MANIFEST,
    ENRICH,
    REJECTS,
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

/// The spelling of operations in this program, also for examples and the list of operations.
pub fn command_line() -> CommandLine {
    CommandLine::new(program::name(), &TAKEN)
}

/// The inputs of an operation, each with the way to give it: by position, by option, or by an option such as `--filter`.
pub fn inputs_of(operation: &'static Operation) -> Vec<(&'static Param, Way)> {
    command_line().ways(operation)
}

/// The id of the file of items among the parsed arguments.
pub const ITEMS: &str = "items file";

/// The filters by words of a list, each with its option.
pub fn word_filters(operation: &'static Operation) -> Vec<(WordFilter, String)> {
    command_line().word_filters(operation)
}

/// The id of the option of an input that is given by position as well.
pub fn named_id(param: &Param) -> String {
    format!("option {}", param.name)
}

/// The id of an input among the parsed arguments. It has a blank, so it differs from the ids of all options.
pub fn id(param: &Param) -> String {
    format!("input {}", param.name)
}

/// The operation in examples: the alerts of Defender for Endpoint, or the first list of a program without them.
pub fn shown(catalog: &Catalog) -> Option<&'static Operation> {
    let is_list =
        |operation: &&Operation| matches!(operation.answer.kind, AnswerKind::Collection { .. });
    let first = || {
        catalog
            .operations()
            .find(is_list)
            .or_else(|| catalog.operations().next())
    };
    catalog.by_id("mde.alerts.list").or_else(first)
}
