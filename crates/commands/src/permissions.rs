//! `permissions`: the command that prints what an application must be granted.

use clap::{ArgAction, Command};
use operations::permissions::Caller;
use operations::{Catalog, words};

use crate::options::valued;
use crate::spelling;
use terminal::program;

/// The examples name a command that the program has.
pub fn command(catalog: &Catalog) -> Command {
    let list = spelling::shown(catalog).map_or_else(
        || "PRODUCT GROUP VERB".to_owned(),
        |operation| words::command(operation.id),
    );
    Command::new("permissions")
        .after_help(
            program::examples(&[
                &format!("permissions --for '{list}'"),
                &format!("permissions --for '{list}' --manifest"),
            ]),
        )
        .arg(
            valued("for", "COMMAND")
                .action(ArgAction::Append)
                .required(true)
                .help(format!("A command such as '{list}', or the first words of several; may be repeated")),
        )
        .arg(
            valued("manifest", "application|delegated")
                .num_args(0..=1)
                .require_equals(true)
                .default_missing_value(Caller::Application.as_str())
                .value_parser(Caller::ALL.map(Caller::as_str))
                .help(
                    "Print requiredResourceAccess of an application's manifest [when given without a word: application]",
                ),
        )
}
