//! `schema`: which operation is meant by the words of a command or of a group.

use auth_core::http_core::Operation;
use clap::{Arg, ArgAction, Command};
use operations::Catalog;

use crate::options::flag;
use crate::suggest;
use terminal::{Result, program};

/// What the command is for, in one line.
pub const ABOUT: &str = "Print the JSON Schema of the records of a command, or of its inputs";

/// The command that prints a JSON Schema.
pub fn command() -> Command {
    Command::new("schema")
        .about(ABOUT)
        .after_help(program::examples(&[
            "schema mde alerts",
            "schema graph incidents get > incident.schema.json",
            "schema mde machines isolate --inputs",
        ]))
        .arg(
            Arg::new("words")
                .value_name("WORDS")
                .action(ArgAction::Append)
                .num_args(2..=3)
                .required(true)
                .help(
                    "A command such as `mde alerts get`, or a group, whose list or record is meant",
                ),
        )
        .arg(flag("inputs").help("Print the schema of the inputs, as programs give them by name"))
}

/// The operation of the words. A group stands for its list, or else for what gets one record.
///
/// # Errors
/// A usage error with what may be meant.
pub fn meant(catalog: &Catalog, words: &[&str]) -> Result<&'static Operation> {
    let resolved = catalog.resolve(words);
    let of_group = resolved
        .product
        .zip(resolved.group)
        .filter(|_| words.len() == 2);
    let usual = of_group.and_then(|(product, group)| {
        let named = |verb: &str| catalog.by_id(&format!("{product}.{group}.{verb}"));
        named("list").or_else(|| named("get"))
    });
    resolved
        .operation
        .or(usual)
        .ok_or_else(|| suggest::operation(catalog, words))
}
