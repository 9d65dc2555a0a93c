//! The values of a command line that only this machine knows, for completions.
//!
//! | word | candidates |
//! | --- | --- |
//! | `-p`, `profile NAME` | the profiles of `config.toml` |
//! | `--tenants`, `--tenant` | names, ids and tags of the tenants file |
//! | `--columns` | the members that the operation's lists show first |
//! | `hunt` | ready hunts by `@NAME`, files |
//! | `hunt schema` | the documented tables |

use std::ffi::{OsStr, OsString};
use std::process::ExitCode;

use auth_core::http_core::Operation;
use clap::Command;
use commands::completion::{CompletionCandidate, beginning_with, files, looked_up, values};
use xdr_api::hunting::TABLES;

use crate::line::Line;
use crate::services::Services;
use crate::verbs;
use commands::profile::names as profiles;
use commands::tenants;

/// Completes the command line behind `--`, if a script asks for it. `None`: the command runs as usual.
pub(crate) fn answer(
    name: &'static str,
    services: Services,
    arguments: &[OsString],
) -> Option<ExitCode> {
    commands::completion::answer(arguments, |before| {
        let line = Line::read(name, services, before);
        with_values(line.tree(), line.operation())
    })
}

/// The tree with the values that only this machine knows.
///
/// They are attached here and not where the arguments are made: a command that runs needs none of them.
fn with_values(mut tree: Command, operation: Option<&'static Operation>) -> Command {
    let columns: Vec<_> = operation
        .into_iter()
        .flat_map(|operation| operation.answer.columns)
        .map(|column| (column.member.to_owned(), String::new()))
        .collect();
    tree = tree
        .mut_arg("profile", |argument| values(argument, profiles))
        .mut_arg("tenants", |argument| {
            looked_up(argument, tenants::selections)
        })
        .mut_arg("tenant", |argument| values(argument, tenants::ids))
        .mut_arg("columns", |argument| {
            values(argument, move || columns.clone())
        });
    // Without a word the verbs have no options.
    let has_query = |hunt: &Command| hunt.get_arguments().any(|one| one.get_id() == "file");
    if tree.find_subcommand("hunt").is_some_and(has_query) {
        tree = tree.mut_subcommand("hunt", hunt);
    }
    if tree.find_subcommand("profile").is_some() {
        tree = tree.mut_subcommand("profile", |profile| {
            profile.mut_subcommands(|verb| {
                let has_name = verb.get_arguments().any(|one| one.get_id() == "name");
                match has_name {
                    true => verb.mut_arg("name", |argument| values(argument, profiles)),
                    false => verb,
                }
            })
        });
    }
    tree
}

/// `hunt`, with the names of ready hunts and tables.
fn hunt(hunt: Command) -> Command {
    let tables = || {
        TABLES
            .iter()
            .map(|table| ((*table).to_owned(), String::new()))
            .collect()
    };
    hunt.mut_arg("file", |argument| looked_up(argument, hunts_or_files))
        .mut_subcommand("schema", |schema| {
            schema.mut_arg("tables", |argument| values(argument, tables))
        })
}

/// Ready hunts after `@`, else files. An empty word gets both, so that a person learns that there are hunts.
fn hunts_or_files(current: &OsStr) -> Vec<CompletionCandidate> {
    let hunts = || {
        let all = verbs::hunts().into_iter();
        all.map(|(name, title)| (format!("@{name}"), title))
            .collect()
    };
    let mut found = beginning_with(current, hunts());
    if current.is_empty() || found.is_empty() {
        found.extend(files(current));
    }
    found
}
