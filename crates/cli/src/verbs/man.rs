//! `defender man`: manual pages of the program and its commands, for packages and for people who read without a browser.
//!
//! - stdout: the source of one page in roff; with `--write DIR` an object with the folder and the number of pages.
//! - `DIR` is laid out as `MANPATH` wants it, so `man -M DIR defender-mde-alerts-list` shows a page. Pages of an earlier version
//!   are replaced; other files stay.
//!
//! Sends nothing and needs no sign-in.

use std::ffi::OsString;
use std::fs;
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};

use auth_core::http_core::atomic_file::{self, Access};
use clap::{Arg, ArgAction, ArgMatches, Command};
use commands::man::Page;
use commands::options::file;
use operations::words::{parts, word};
use serde_json::json;

use crate::line::Line;
use crate::services::Services;
use terminal::{Console, Failure, Result, program};

pub(super) fn command() -> Command {
    Command::new("man")
        .about("Print the manual page of a command, or write the pages of all")
        .after_help(format!(
            "Examples:\n  {} | man -l -\n  {}\n  man {}-mde-alerts-list",
            program::call("man mde alerts list"),
            program::call("man --write ~/.local/share/man"),
            program::name()
        ))
        .arg(
            Arg::new("words")
                .value_name("WORDS")
                .action(ArgAction::Append)
                .num_args(0..)
                .help("The words of a command, such as `mde alerts list` [default: the program]"),
        )
        .arg(
            file("write", "DIR").conflicts_with("words").help(
                "Write the pages of all commands below this folder of manual pages, into man1",
            ),
        )
}

/// Prints a page, or writes all.
pub(super) fn run(services: &Services, matches: &ArgMatches, console: &mut Console) -> Result<()> {
    if let Some(folder) = matches.get_one::<PathBuf>("write") {
        return write(services, folder, matches.get_flag("dry-run"), console);
    }
    let words = matches.get_many::<String>("words").unwrap_or_default();
    let words: Vec<&str> = words.map(String::as_str).collect();
    let page = page(services, &words).ok_or_else(|| {
        commands::suggest::command(services.catalog(), &words, super::names(services))
    })?;
    if io::stdout().is_terminal() {
        console.note("this is the source of the page; add `| man -l -` to read it");
    }
    console.bytes(page.text.as_bytes())
}

/// Writes the pages of all commands.
fn write(services: &Services, folder: &Path, is_dry: bool, console: &mut Console) -> Result<()> {
    let all = all(services);
    let more = json!({"folder": folder.display().to_string(), "pages": all.len()});
    if is_dry {
        return super::would(
            console,
            "write the manual pages of all commands",
            &[folder],
            more,
        );
    }
    let failed =
        |error: io::Error| Failure::machine(&format!("--write: `{}`", folder.display()), &error);
    for page in &all {
        let place = folder.join(page.file());
        fs::create_dir_all(place.parent().unwrap_or(folder)).map_err(failed)?;
        atomic_file::replace(&place, page.text.as_bytes(), Access::Shared).map_err(failed)?;
    }
    console.value(&more)
}

/// The page of a command. `None` if there is no such command.
fn page(services: &Services, words: &[&str]) -> Option<Page> {
    let line = [program::name()].into_iter().chain(words.iter().copied());
    let line = line.map(OsString::from).collect();
    let tree = Line::read(program::name(), services.clone(), line).tree();
    Page::of(tree, words, program::version())
}

/// The pages of the program, its products, groups, operations and own commands.
fn all(services: &Services) -> Vec<Page> {
    let mut commands: Vec<Vec<String>> = vec![Vec::new()];
    let catalog = services.catalog();
    for product in catalog.products() {
        commands.push(vec![word(product)]);
        for group in catalog.groups(product) {
            commands.push(vec![word(product), word(group)]);
        }
    }
    commands.extend(
        catalog
            .operations()
            .map(|row| parts(row.id).map(word).to_vec()),
    );
    for verb in super::commands(services) {
        add(&mut commands, &[], &verb);
    }
    let pages = commands.iter().filter_map(|command| {
        let words: Vec<&str> = command.iter().map(String::as_str).collect();
        page(services, &words)
    });
    pages.collect()
}

/// Adds a command and those below it.
fn add(commands: &mut Vec<Vec<String>>, above: &[String], command: &Command) {
    let words = [above, &[command.get_name().to_owned()]].concat();
    for inner in command.get_subcommands() {
        add(commands, &words, inner);
    }
    commands.push(words);
}
