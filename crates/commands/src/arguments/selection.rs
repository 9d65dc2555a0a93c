//! The options that say which records of a list are wanted, and in which order.
//!
//! | option | lists |
//! | --- | --- |
//! | `--since`, `--until`, `--latest` | whose records have a time |
//! | `--severity` and others | that filter by a property or field whose values are words |
//! | `--sort`, `--watch` | all |
//!
//! Filters by words are named by the service, so an option may have the name of an input or of an option of every command; it gets a
//! prefix then, and a test walks all operations. Words are shown in the help and not checked by `clap`: the services add words.
//!
//! What an option does is decided by `operations::Filling`; here are its name, its form and its help.

use std::time::Duration;

use auth_core::http_core::{AnswerKind, Operation, Param, Record, SinceForm};
use clap::{Arg, ArgAction, value_parser};

use operations::SortKey;
use operations::command_line::{WordFilter, since_help, until_help};
use operations::time::duration;

use super::OpenWords;
use crate::options::valued;
use crate::spelling::{LATEST, SINCE, SORT, UNTIL, WATCH, word_filters};

/// The shortest time between two passes over a list. The services allow some calls a second for all programs together.
const SHORTEST: Duration = Duration::from_secs(5);

/// The options of a list that is read. Empty for any other operation.
pub(super) fn of(operation: &'static Operation) -> Vec<Arg> {
    if !operation.is_read() || !matches!(operation.answer.kind, AnswerKind::Collection { .. }) {
        return Vec::new();
    }
    let words = word_filters(operation).into_iter();
    let mut arguments: Vec<Arg> = words.map(|(filter, name)| of_words(filter, name)).collect();
    let mut watch = watch();
    if operation.list.record.and_then(Record::time).is_some() {
        arguments.extend(of_time(operation));
        watch = watch.conflicts_with(UNTIL);
    }
    arguments.push(
        valued(SORT, "KEY,-KEY")
            .allow_hyphen_values(true)
            .value_parser(SortKey::read)
            .help(
                "Sort by these members; - puts the greatest value first, a missing one comes last",
            ),
    );
    arguments.push(watch);
    arguments
}

/// `--watch`: the list is read until Ctrl-C.
fn watch() -> Arg {
    valued(WATCH, "TIME").value_parser(period).help(
        "Read the list again every TIME (30s, 5m; at least 5s) until Ctrl-C and print what is new or has changed, with `_change`; \
         --limit ends it after N records",
    )
}

/// A time between two passes.
fn period(text: &str) -> Result<Duration, String> {
    let time = duration(text)?;
    match time < SHORTEST {
        true => Err("a list is read every 5s at most".to_owned()),
        false => Ok(time),
    }
}

/// A filter by words, such as `--severity high,medium`.
fn of_words(filter: WordFilter, name: String) -> Arg {
    let help = format!(
        "Only with one of these words as `{}`: {}",
        filter.name(),
        filter.shown().join(", ")
    );
    Arg::new(name.clone())
        .long(name)
        .value_name("WORD")
        .action(ArgAction::Append)
        .value_delimiter(',')
        .value_parser(OpenWords(filter.shown()))
        .hide_possible_values(true)
        .help(help)
}

/// The options of a list whose records have a time.
fn of_time(operation: &Operation) -> [Arg; 3] {
    [
        valued(SINCE, "TIME").help(since_help(operation)),
        valued(UNTIL, "TIME").help(until_help(operation)),
        valued(LATEST, "N")
            .value_parser(value_parser!(u64).range(1..))
            .conflicts_with(SORT)
            .help("Only the N newest records, the newest first; instead of --limit"),
    ]
}

/// Whether `--since` sets an input of the operation.
pub(super) fn sets(operation: &Operation, param: &Param) -> bool {
    let since = operation.list.record.and_then(|record| record.since);
    since.is_some_and(|since| since.form == SinceForm::Input(param.name))
}
