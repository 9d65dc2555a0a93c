//! `defender operations`: all operations as records: command, inputs, call, permissions, limits, status.
//!
//! Sends nothing. `--search` orders by how well the description fits.

use clap::ArgMatches;
use operations::Description;

use crate::services::Services;
use commands::spelling::command_line;
use output::Sentences;
use terminal::{Console, Result, program};

/// An operation in a table: its command, then what it does.
const OPERATIONS: &Sentences = &Sentences {
    title: "command",
    status: None,
    lines: &[("", "summary"), ("path", "path")],
};

/// Prints the operations that begin with the words, that fit the search, or all; or OpenAPI documents.
pub(super) fn run(services: &Services, matches: &ArgMatches, console: &mut Console) -> Result<()> {
    if let Some(done) = super::openapi::run(services, matches, console) {
        return done;
    }
    let catalog = services.catalog();
    let limit = matches.get_one("limit").copied();
    let rows: Vec<_> = if let Some(text) = matches.get_one::<String>("search") {
        let found = catalog.search(text).into_iter();
        found.map(|found| found.operation).collect()
    } else if let Some(words) = matches.get_many::<String>("words") {
        let words: Vec<&str> = words.map(String::as_str).collect();
        let words = words.join(" ");
        let found = catalog.beginning_with(&words);
        if found.is_empty() {
            console.note(&format!(
                "no command begins with `{words}`; `{}` looks for it in their purposes",
                program::call(format!("search {words}"))
            ));
        }
        found
    } else {
        catalog.operations().collect()
    };
    console.print_sentences(
        limit,
        OPERATIONS,
        rows.into_iter()
            .map(|operation| Description::of(operation, &command_line())),
    )
}
