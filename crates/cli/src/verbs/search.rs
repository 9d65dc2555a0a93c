//! `defender search`: finds the command for a purpose.
//!
//! Sends nothing and needs no sign-in. The texts of all operations and verbs are compared with the words, the best first.
//!
//! - stdout: a record for each command: what it is for, and a line to paste. A table is two lines for each command, so that the
//!   line is never cut.
//! - stderr: how many more commands fit.
//! - Exit code 0 also if nothing fits: an empty list is an answer.
//!
//! The order is that of `operations::Catalog::search_commands`; this module adds the verbs, whose purposes only the parser knows.

use clap::{Arg, ArgAction, ArgMatches, Command};
use operations::FoundCommand;
use operations::command_line::shown;
use output::Sentences;
use serde::Serialize;

use crate::services::Services;
use commands::spelling::command_line;
use terminal::{Console, Result, program};

/// A command in a table: the line to paste, then what it does.
const HITS: &Sentences = &Sentences {
    title: "run",
    status: None,
    lines: &[("", "summary")],
};

/// Number of commands without `--limit`. A person reads no more.
const SHOWN: u64 = 10;

pub(super) fn command() -> Command {
    Command::new("search")
        .about("Find the command for a purpose, described in words of your own")
        .after_help(program::examples(&[
            "search installed software of a device",
            "search isolate -n 3",
            "search who signed in -o json",
        ]))
        .arg(
            Arg::new("words")
                .value_name("WORDS")
                .action(ArgAction::Append)
                .num_args(1..)
                .required(true)
                .help("What the command is to do; the best ten are printed, or as many as --limit says"),
        )
}

/// A command that fits.
#[derive(Serialize)]
struct Hit {
    /// A line to paste. Its ids and values are examples, those of the help: the emulator accepts them.
    run: String,
    /// What it does, in one line.
    summary: String,
    /// The words of the command, without the program.
    command: String,
    /// The id of the operation. `None` for a command of the program itself.
    operation: Option<&'static str>,
    /// Whether it changes something.
    changes: bool,
}

impl Hit {
    /// The command with the first example of its help. A verb has none that is known here, so its words are the line.
    fn of(found: FoundCommand) -> Self {
        let example = found.operation.and_then(|operation| {
            let examples = command_line().examples(operation);
            examples.first().map(|line| shown(line))
        });
        Self {
            run: example.unwrap_or_else(|| program::call(&found.command)),
            summary: found.summary,
            command: found.command,
            operation: found.operation.map(|operation| operation.id),
            changes: found
                .operation
                .is_some_and(|operation| !operation.is_read()),
        }
    }
}

/// Prints the commands that fit the words.
pub(super) fn run(services: &Services, matches: &ArgMatches, console: &mut Console) -> Result<()> {
    let words = matches.get_many::<String>("words").unwrap_or_default();
    let words: Vec<&str> = words.map(String::as_str).collect();
    let most = matches.get_one("limit").copied().unwrap_or(SHOWN);
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let own = super::commands(services).flat_map(|verb| purposes(&verb));
    let found = services.catalog().search_commands(&words.join(" "), own);
    let more = found.len().saturating_sub(most);
    let hits: Vec<_> = found.into_iter().take(most).map(Hit::of).collect();
    if hits.is_empty() {
        console.note(&format!(
            "no command has these words; `{}` lists all",
            program::call("operations")
        ));
    }
    super::print_sentences(console, None, HITS, hits.iter())?;
    if more > 0 {
        console.note(&format!(
            "{more} more commands share a word with this; -n prints more"
        ));
    }
    Ok(())
}

/// The words and the purpose of a verb, or of each of its commands.
fn purposes(verb: &Command) -> Vec<(String, String)> {
    let about = |command: &Command| {
        command
            .get_about()
            .map(ToString::to_string)
            .unwrap_or_default()
    };
    let name = verb.get_name();
    let mut all = vec![(name.to_owned(), about(verb))];
    let inner = verb.get_subcommands();
    all.extend(inner.map(|one| (format!("{name} {}", one.get_name()), about(one))));
    all
}
