//! `defender permissions`: what an application must be granted for some commands.

use auth_core::http_core::Operation;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;

use crate::catalog::Catalog;
use crate::failure::{Failure, Result};
use crate::output::Console;
use crate::words;

pub(super) fn command() -> Command {
    Command::new("permissions")
        .about("Show the least permission that commands need")
        .arg(
            Arg::new("for")
                .long("for")
                .value_name("COMMAND")
                .required(true)
                .action(ArgAction::Append)
                .help("A command such as 'mde alerts list', or the beginning of several; may be repeated"),
        )
}

pub(super) fn run(catalog: &Catalog, matches: &ArgMatches, console: &mut Console) -> Result<()> {
    let mut rows: Vec<&'static Operation> = Vec::new();
    for command in matches.get_many::<String>("for").unwrap_or_default() {
        let found = of(catalog, command);
        if found.is_empty() {
            return Err(Failure::usage(format!("there is no command `{command}`"))
                .with_hint("`defender operations` lists them"));
        }
        rows.extend(found);
    }
    rows.sort_by_key(|row| row.id);
    rows.dedup_by_key(|row| row.id);
    let values = rows.into_iter().map(|row| Needed {
        command: words::command(row.id),
        application: row.application.first().copied(),
        delegated: row.delegated.first().copied(),
        application_any_of: row.application,
        delegated_any_of: row.delegated,
    });
    super::print_values(console, matches.get_one("limit").copied(), values)
}

/// What a command needs: the least, and everything that will do.
#[derive(Serialize)]
struct Needed {
    command: String,
    application: Option<&'static str>,
    delegated: Option<&'static str>,
    application_any_of: &'static [&'static str],
    delegated_any_of: &'static [&'static str],
}

/// The rows whose commands begin with these words.
fn of(catalog: &Catalog, command: &str) -> Vec<&'static Operation> {
    let named: Vec<_> = command
        .split_whitespace()
        .filter(|word| *word != "defender")
        .collect();
    let begins = |row: &&'static Operation| {
        let mut pairs = named.iter().zip(words::parts(row.id));
        !named.is_empty() && named.len() <= 3 && pairs.all(|(word, part)| words::means(word, part))
    };
    catalog.operations().filter(begins).collect()
}
