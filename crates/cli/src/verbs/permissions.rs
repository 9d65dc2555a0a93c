//! `defender permissions`: what an application must be granted for some commands.

mod manifest;

use auth_core::http_core::Operation;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;

use self::manifest::Context;
use crate::catalog::Catalog;
use crate::failure::{Failure, Result};
use crate::output::{Console, text_of};
use crate::words;

pub(super) fn command() -> Command {
    Command::new("permissions")
        .about("Show the least permission that commands need")
        .after_help(
            "Examples:\n  defender permissions --for 'mde alerts list' --for 'graph incidents'\n  \
             defender permissions --for 'mde machines' --manifest",
        )
        .arg(
            Arg::new("for")
                .long("for")
                .value_name("COMMAND")
                .action(ArgAction::Append)
                .required(true)
                .help("A command such as 'mde alerts list', or the first words of several; may be repeated"),
        )
        .arg(
            Arg::new("manifest")
                .long("manifest")
                .value_name("application|delegated")
                .num_args(0..=1)
                .require_equals(true)
                .default_missing_value(Context::Application.as_str())
                .value_parser(Context::ALL.map(Context::as_str))
                .help(
                    "Print requiredResourceAccess of an application's manifest [when given without a word: application]",
                ),
        )
}

pub(super) fn run(catalog: &Catalog, matches: &ArgMatches, console: &mut Console) -> Result<()> {
    let commands = matches.get_many::<String>("for").unwrap_or_default();
    let rows = named(catalog, commands)?;
    match matches.get_one::<String>("manifest") {
        Some(word) => {
            let manifest = manifest::of(catalog, &rows, Context::named(word));
            console.object(&text_of(&manifest.object))?;
            for note in &manifest.notes {
                console.note(note);
            }
            Ok(())
        }
        None => {
            let limit = matches.get_one("limit").copied();
            super::print_values(console, limit, rows.into_iter().map(Needed::of))
        }
    }
}

/// The rows of commands, each once.
pub(super) fn named<'a>(
    catalog: &Catalog,
    commands: impl Iterator<Item = &'a String>,
) -> Result<Vec<&'static Operation>> {
    let mut rows: Vec<&'static Operation> = Vec::new();
    for command in commands {
        let found = of(catalog, command);
        if found.is_empty() {
            return Err(Failure::usage(format!("there is no command `{command}`"))
                .with_hint("`defender operations` lists them"));
        }
        rows.extend(found);
    }
    rows.sort_by_key(|row| row.id);
    rows.dedup_by_key(|row| row.id);
    Ok(rows)
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

impl Needed {
    fn of(row: &'static Operation) -> Self {
        Self {
            command: words::command(row.id),
            application: row.application.first().copied(),
            delegated: row.delegated.first().copied(),
            application_any_of: row.application,
            delegated_any_of: row.delegated,
        }
    }
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
