//! `doctor`: the command that compares the answers of the services with the tables.

use clap::{ArgAction, Command};
use operations::words::parts;
use operations::{Catalog, words};

use crate::options::valued;
use crate::spelling;
use terminal::program;

/// The options. The example names a product that the program has.
pub fn command(catalog: &Catalog) -> Command {
    let [product, group, _] =
        spelling::shown(catalog).map_or(["PRODUCT", "GROUP", ""], |operation| parts(operation.id));
    let group = words::word(group);
    Command::new("doctor")
        .long_about(
            "Check that the services answer as this program expects: one small read of each operation that needs no id, as \
             far as the token reaches. Reported are refusals with the missing permissions, members and words that the tables \
             lack, and members of the tables that the answer lacks. Nothing is changed, the documented budgets are kept, and \
             no value of a record is shown, except for new words.\n\nExit code 0 if every answer is as described, 3 \
             otherwise. Operations that the token does not open are not called and are no fault: `auth doctor` explains the \
             sign-in.",
        )
        .after_help(
            program::examples(&[
                "doctor -o table",
                &format!("doctor --product {product}"),
                &format!("doctor --for '{product} {group}' -o json"),
            ]),
        )
        .arg(
            valued("product", "PRODUCT")
                .action(ArgAction::Append)
                .help(format!("Only the operations of a product, such as {product}; may be repeated")),
        )
        .arg(
            valued("for", "COMMAND")
                .action(ArgAction::Append)
                .help(format!("Only commands that begin with these words, such as '{product} {group}'; may be repeated")),
        )
}
