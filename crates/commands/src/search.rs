//! Commands by their purpose: what `search` finds.
//!
//! The order is that of `operations::Catalog::search_commands`; this module adds the program's own commands, whose purposes only the
//! parser knows, and the lines to paste.

use clap::{Arg, ArgAction, Command};
use operations::command_line::shown;
use operations::{Catalog, FoundCommand};
use serde::Serialize;

use crate::spelling::command_line;
use terminal::program;

/// What the command is for, in one line.
pub const ABOUT: &str = "Find the command for a purpose, described in words of your own";

/// The command that searches.
pub fn command() -> Command {
    Command::new("search")
        .about(ABOUT)
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
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Hit {
    /// A line to paste. Its ids and values are examples, those of the help: the emulator accepts them.
    pub run: String,
    /// What it does, in one line.
    pub summary: String,
    /// The words of the command, without the program.
    pub command: String,
    /// The id of the operation. `None` for a command of the program itself.
    pub operation: Option<&'static str>,
    /// Whether it changes something.
    pub changes: bool,
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

/// The commands that fit the words, the best first. `verbs` are the program's own.
pub fn find(catalog: &Catalog, words: &str, verbs: impl Iterator<Item = Command>) -> Vec<Hit> {
    let own = verbs.flat_map(|verb| purposes(&verb));
    let found = catalog.search_commands(words, own).into_iter();
    found.map(Hit::of).collect()
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
