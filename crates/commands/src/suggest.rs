//! What may be meant by an unknown command or option.
//!
//! People bring words from other tools: `whoami`, `ls`, `--format`. These have an entry in a table by their meaning. Any other
//! word gets a suggestion only if it is a typing error of a known one: a guess that is far off costs more time than none.
//!
//! | word | suggestion |
//! | --- | --- |
//! | in the tables of `operations::words` | by its meaning |
//! | of an operation, in another place or with another verb | `Catalog::meant` |
//! | spelled nearly like a verb of the program | that verb |
//! | any other | how to search |

use clap::Command;
use clap::error::{ContextKind, ContextValue};
use operations::Catalog;
use operations::words::{commands_like, nearest, options_like};

use terminal::{Failure, program};

/// Most commands in a suggestion. Words such as `get` name hundreds.
const SHOWN: usize = 5;

/// The failure for words that name no command. `verbs` are the first words of the program's own commands.
///
/// The meaning goes before the spelling: `act` is a word of people, and no typing error of a command.
pub fn command(
    catalog: &Catalog,
    words: &[&str],
    verbs: impl Iterator<Item = &'static str>,
) -> Failure {
    let verbs: Vec<_> = verbs.collect();
    let mut meant = by_meaning(words.first().copied());
    // A program of others may lack it.
    meant.retain(|command| exists(catalog, &verbs, command));
    if !meant.is_empty() {
        return unknown(words, &meant);
    }
    let meant = catalog.meant(words);
    if !meant.is_empty() {
        return unknown(words, &meant);
    }
    let near = words
        .first()
        .and_then(|word| nearest(word, verbs.iter().copied()));
    let near: Vec<_> = near.map(str::to_owned).into_iter().collect();
    unknown(words, &near)
}

/// Whether the words are a verb of the program, a group of operations or an operation.
fn exists(catalog: &Catalog, verbs: &[&str], command: &str) -> bool {
    let words: Vec<_> = command.split(' ').collect();
    let resolved = catalog.resolve(&words);
    let is_operation = words.len() < 3 || resolved.operation.is_some();
    let first = words.first().copied().unwrap_or_default();
    first == "--version" || verbs.contains(&first) || (resolved.group.is_some() && is_operation)
}

/// The failure for words that name no operation, where only an operation is of use.
pub fn operation(catalog: &Catalog, words: &[&str]) -> Failure {
    unknown(words, &catalog.meant(words))
}

/// The failure for unknown words, with the commands that may be meant.
fn unknown(words: &[&str], meant: &[String]) -> Failure {
    let failure = Failure::usage(format!("unknown command `{}`", words.join(" ")));
    if meant.is_empty() {
        return failure.with_hint(format!(
            "`{}` finds commands by their purpose, `{}` lists all",
            program::call("search WORDS"),
            program::call("operations")
        ));
    }
    let shown: Vec<_> = meant
        .iter()
        .take(SHOWN)
        .map(|command| format!("`{}`", program::call(command)))
        .collect();
    let more = if meant.len() > SHOWN { ", …" } else { "" };
    failure.with_hint(format!("do you mean {}{more}", shown.join(", ")))
}

/// The commands that the table has for a first word.
fn by_meaning(word: Option<&str>) -> Vec<String> {
    let commands = word.map_or(&[][..], commands_like);
    commands.iter().map(|&command| command.to_owned()).collect()
}

/// The failure for an unknown option that the table has. Without an entry, the parser's message stays if it suggests nothing or a
/// word that is near; a suggestion that is far off is left out.
pub fn option(error: &clap::Error, tree: &Command, words: &[&str]) -> Option<Failure> {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.as_str()),
        _ => None,
    };
    let given = text(ContextKind::InvalidArg)?;
    let name = given.strip_prefix("--")?;
    let failure = Failure::usage(format!("unknown option `{given}`"));
    let known = options(tree, words);
    let mut names = options_like(name).iter();
    let meant = names.find(|meant| known.iter().any(|option| option == *meant));
    if let Some(meant) = meant {
        return Some(failure.with_hint(format!("do you mean `--{meant}`")));
    }
    let suggested = text(ContextKind::SuggestedArg)?.trim_start_matches('-');
    let is_near = nearest(name, [suggested]).is_some();
    (!is_near).then(|| failure.with_hint("--help lists the options of the command"))
}

/// The long options of the command that the words name.
fn options(tree: &Command, words: &[&str]) -> Vec<String> {
    let mut command = tree;
    for word in words {
        match command.find_subcommand(word) {
            Some(inner) => command = inner,
            None => break,
        }
    }
    // Options of every command belong to the root.
    let arguments = command.get_arguments().chain(tree.get_arguments());
    arguments
        .filter_map(|argument| argument.get_long().map(str::to_owned))
        .collect()
}
