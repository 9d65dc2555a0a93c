//! `defender man`: manual pages of the program and its commands, for packages and for people who read without a browser.
//!
//! - stdout: the source of one page in roff; with `--write DIR` an object with the folder and the number of pages.
//! - `DIR` is laid out as `MANPATH` wants it, so `man -M DIR defender-mde-alerts-list` shows a page. Pages of an earlier version
//!   are replaced; other files stay.
//!
//! Sends nothing and needs no sign-in.

use std::ffi::OsString;
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use commands::man::{Page, all_words};
use commands::suggest;
use commands::typed::Typed;
use serde_json::json;

use crate::services::Services;
use terminal::{Console, Failure, Result, program};

/// Prints a page, or writes all.
pub(super) fn run(services: &Services, matches: &ArgMatches, console: &mut Console) -> Result<()> {
    if let Some(folder) = matches.get_one::<PathBuf>("write") {
        return write(services, folder, matches.get_flag("dry-run"), console);
    }
    let words = matches.get_many::<String>("words").unwrap_or_default();
    let words: Vec<&str> = words.map(String::as_str).collect();
    let page = page(services, &words);
    let unknown = || suggest::command(services.catalog(), &words, super::names(services));
    let page = page.ok_or_else(unknown)?;
    if io::stdout().is_terminal() {
        console.note("this is the source of the page; add `| man -l -` to read it");
    }
    console.bytes(page.text.as_bytes())
}

/// Writes the pages of all commands.
fn write(services: &Services, folder: &Path, is_dry: bool, console: &mut Console) -> Result<()> {
    let all = all_words(services.catalog(), super::commands(services));
    let more = json!({"folder": folder.display().to_string(), "pages": all.len()});
    if is_dry {
        let what = "write the manual pages of all commands";
        return console.would(what, &[folder], more);
    }
    for words in &all {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let written = page(services, &words).map_or(Ok(()), |page| page.write(folder));
        written.map_err(|error| {
            Failure::machine(&format!("--write: `{}`", folder.display()), &error)
        })?;
    }
    console.value(&more)
}

/// The page of a command. `None` for words that name no command.
fn page(services: &Services, words: &[&str]) -> Option<Page> {
    let line = [program::name()].into_iter().chain(words.iter().copied());
    let typed = Typed::read(line.map(OsString::from).collect(), services.catalog());
    let verb = super::Verb::of(&typed, services);
    let tree = super::tree(program::name(), services, &typed, verb);
    Page::of(tree, words, program::version())
}
