//! Completes a command line in a shell.
//!
//! The script of `completion` runs this program with the words typed so far. The words before the cursor name the branch of
//! commands that is built, so an answer takes a few milliseconds. Nothing is sent, and no secret is read.
//!
//! | word | candidates |
//! | --- | --- |
//! | a command or an option | those of the branch |
//! | a value with known words | these words |
//! | `-p`, `profile NAME` | the profiles of `config.toml` |
//! | `--columns` | the members that the operation's lists show first |
//! | `hunt` | ready hunts by `@NAME`, files |
//! | `hunt schema` | the documented tables |

use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::process::ExitCode;

use auth_core::http_core::Operation;
use auth_core::settings::profiles::{Config, Folders};
use clap::{Arg, Command};
use clap_complete::engine::{
    ArgValueCompleter, CompletionCandidate, PathCompleter, ValueCompleter,
};
use clap_complete::env::Shells;
use xdr_api::hunting::TABLES;

use crate::keys::KEYS;
use crate::line::Line;
use crate::services::Services;
use crate::verbs;
use crate::verbs::completion::VARIABLE;

/// Completes the command line behind `--`, if a script asks for it. `None`: the command runs as usual.
pub(crate) fn answer(
    name: &'static str,
    services: Services,
    arguments: &[OsString],
) -> Option<ExitCode> {
    let shell = std::env::var(VARIABLE).ok()?;
    let words = arguments.get(2..).filter(|_| arguments[1] == "--")?;
    let shells = Shells::builtins();
    let adapter = shells.completer(&shell)?;
    let cursor = std::env::var("_CLAP_COMPLETE_INDEX").ok();
    let cursor = cursor.and_then(|text| text.parse().ok());
    let cursor: usize = cursor.unwrap_or_else(|| words.len().saturating_sub(1));
    // The word at the cursor is incomplete: `list` may become `list-alerts`.
    let before = words.get(..cursor).unwrap_or(words);
    let line = Line::read(name, services, before.to_vec());
    let mut tree = with_values(line.tree(), line.operation());
    let folder = std::env::current_dir().ok();
    let mut out = std::io::stdout().lock();
    let written = adapter.write_complete(&mut tree, words.to_vec(), folder.as_deref(), &mut out);
    let flushed = written.and_then(|()| out.flush());
    Some(flushed.map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS))
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
        .mut_arg("columns", |argument| {
            values(argument, move || columns.clone())
        });
    if tree.find_subcommand("hunt").is_some() {
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
    hunt.mut_arg("file", |argument| {
        argument.add(ArgValueCompleter::new(hunts_or_files))
    })
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
        found.extend(PathCompleter::file().complete(current));
    }
    found
}

/// An argument with candidates that are looked up when they are needed.
fn values(argument: Arg, known: impl Fn() -> Vec<(String, String)> + Send + Sync + 'static) -> Arg {
    argument.add(ArgValueCompleter::new(move |current: &OsStr| {
        beginning_with(current, known())
    }))
}

/// The values, each with its meaning, that begin with the text at the cursor.
fn beginning_with(current: &OsStr, known: Vec<(String, String)>) -> Vec<CompletionCandidate> {
    let current = current.to_string_lossy();
    let found = known
        .into_iter()
        .filter(|(value, _)| value.starts_with(&*current));
    found
        .map(|(value, meaning)| {
            CompletionCandidate::new(value).help((!meaning.is_empty()).then(|| meaning.into()))
        })
        .collect()
}

/// The profiles of `config.toml`. None if it cannot be read: a TAB prints no error.
fn profiles() -> Vec<(String, String)> {
    let config = Folders::of_process()
        .ok()
        .and_then(|folders| Config::read(folders.config_file(), KEYS).ok());
    let names = config.map(|config| config.names()).unwrap_or_default();
    names
        .into_iter()
        .map(|name| (name, String::new()))
        .collect()
}
