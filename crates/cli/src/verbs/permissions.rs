//! `defender permissions`: what an application must be granted for some commands.

mod manifest;
mod script;
mod scripted;

use std::collections::BTreeMap;

use auth_core::http_core::Operation;
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, ValueHint};
use serde::Serialize;

use self::manifest::Context;
use crate::catalog::Catalog;
use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::output::{Console, text_of};
use crate::words;

pub(super) fn command() -> Command {
    Command::new("permissions")
        .about("Show the least permission that commands need")
        .long_about(
            "Show the least permission that commands need: of commands that are named, of those in a shell script, or of \
             both. The script is read and not run; what cannot be told without running it is said on standard error, and \
             the command then ends with 3.",
        )
        .after_help(
            "Examples:\n  defender permissions --for 'mde alerts list' --for 'graph incidents'\n  \
             defender permissions --from-script nightly.sh -o table\n  \
             defender permissions --from-script nightly.sh --manifest",
        )
        .arg(
            Arg::new("for")
                .long("for")
                .value_name("COMMAND")
                .action(ArgAction::Append)
                .help("A command such as 'mde alerts list', or the beginning of several; may be repeated"),
        )
        .arg(
            Arg::new("from-script")
                .long("from-script")
                .value_name("FILE|-")
                .action(ArgAction::Append)
                .value_hint(ValueHint::FilePath)
                .help("A shell script with commands of this program; may be repeated"),
        )
        .group(
            ArgGroup::new("commands")
                .args(["for", "from-script"])
                .required(true)
                .multiple(true),
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

pub(super) fn run(
    program: &'static str,
    catalog: &Catalog,
    matches: &ArgMatches,
    console: &mut Console,
) -> Result<()> {
    let commands = matches.get_many::<String>("for").unwrap_or_default();
    let mut needed: BTreeMap<&str, Needed> = BTreeMap::new();
    for row in named(catalog, commands)? {
        needed.insert(row.id, Needed::of(row));
    }
    let mut unread = 0;
    for path in matches
        .get_many::<String>("from-script")
        .unwrap_or_default()
    {
        let script = scripted::Script::read(program, catalog, path)?;
        for (line, row) in &script.rows {
            let entry = needed.entry(row.id).or_insert_with(|| Needed::of(row));
            entry.used_at.push(format!("{path}:{line}"));
        }
        for (line, why) in &script.unread {
            console.warn(&format!("{path}:{line}: {why}"));
        }
        unread += script.unread.len();
    }
    match matches.get_one::<String>("manifest") {
        Some(word) => {
            let rows: Vec<_> = needed.values().map(|needed| needed.row).collect();
            let manifest = manifest::of(catalog, &rows, Context::named(word));
            console.object(&text_of(&manifest.object))?;
            for note in &manifest.notes {
                console.note(note);
            }
        }
        None => {
            let limit = matches.get_one("limit").copied();
            super::print_values(console, limit, needed.into_values())?;
        }
    }
    // What is missing was said.
    match unread {
        0 => Ok(()),
        _ => Err(Failure::silent(Exit::Attention)),
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
    /// The places in scripts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    used_at: Vec<String>,
    #[serde(skip)]
    row: &'static Operation,
}

impl Needed {
    fn of(row: &'static Operation) -> Self {
        Self {
            command: words::command(row.id),
            application: row.application.first().copied(),
            delegated: row.delegated.first().copied(),
            application_any_of: row.application,
            delegated_any_of: row.delegated,
            used_at: Vec::new(),
            row,
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
