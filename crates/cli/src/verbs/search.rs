//! `defender search`: finds the command for a purpose.
//!
//! Sends nothing and needs no sign-in. The texts of all operations and verbs are compared with the words, the best first.
//!
//! - stdout: a record for each command: what it is for, and a line to paste. A table is two lines for each command, so that the
//!   line is never cut.
//! - stderr: how many more commands fit.
//! - Exit code 0 also if nothing fits: an empty list is an answer.
//!
//! What is found and in which order is decided by `commands::search`.

use clap::ArgMatches;
use commands::search::find;
use output::Sentences;

use crate::services::Services;
use terminal::{Console, Result, program};

/// A command in a table: the line to paste, then what it does.
const HITS: &Sentences = &Sentences {
    title: "run",
    status: None,
    lines: &[("", "summary")],
};

/// Number of commands without `--limit`. A person reads no more.
const SHOWN: u64 = 10;

/// Prints the commands that fit the words.
pub(super) fn run(services: &Services, matches: &ArgMatches, console: &mut Console) -> Result<()> {
    let words = matches.get_many::<String>("words").unwrap_or_default();
    let words: Vec<&str> = words.map(String::as_str).collect();
    let most = matches.get_one("limit").copied().unwrap_or(SHOWN);
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let found = find(
        services.catalog(),
        &words.join(" "),
        super::commands(services),
    );
    let more = found.len().saturating_sub(most);
    let hits: Vec<_> = found.into_iter().take(most).collect();
    if hits.is_empty() {
        console.note(&format!(
            "no command has these words; `{}` lists all",
            program::call("operations")
        ));
    }
    console.print_sentences(None, HITS, hits.iter())?;
    if more > 0 {
        console.note(&format!(
            "{more} more commands share a word with this; -n prints more"
        ));
    }
    Ok(())
}
