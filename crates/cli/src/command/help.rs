//! Help texts, generated from the row so that they cannot drift from it.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use auth_core::http_core::{Operation, Paging, RateLimit, Status};
use clap::builder::StyledStr;
use operations::{Catalog, words};

use super::example::{examples, shown};
use crate::{external, program};

const TITLE: Style = AnsiColor::Green.on_default().bold();

/// The text under the list of commands: what to do first, and the programs on `PATH` that are commands too.
pub(super) fn first_steps(name: &str, catalog: &Catalog, has_sandbox: bool) -> String {
    let mut text = "First steps:\n".to_owned();
    let mut line = |command: String, what: &str| {
        // Writing into a string cannot fail.
        let _ = writeln!(text, "  {:<43} {what}", format!("{name} {command}"));
    };
    let shown = program::shown(catalog).map(|row| words::command(row.id));
    if let Some(command) = shown.as_ref().filter(|_| has_sandbox) {
        line(format!("--sandbox {command}"), "without a tenant");
    }
    line("auth login".to_owned(), "with one: signs in and keeps it");
    line("auth doctor".to_owned(), "what is wrong where that fails");
    if let Some(command) = shown {
        line(format!("{command} --help"), "everything about one command");
    }
    line("operations".to_owned(), "every operation there is");
    let programs = external::all(name);
    if !programs.is_empty() {
        let _ = write!(text, "\nPrograms on PATH:\n  {}", programs.join("\n  "));
    }
    text.trim_end().to_owned()
}

/// Stands for the options of every command where they are not explained.
pub(super) fn general() -> String {
    format!(
        "Options of every command (`{}` explains them):\n{GENERAL}",
        program::call("--help")
    )
}

const GENERAL: &str =
    "  -o/--output, --schema, -n/--limit, --columns, --no-header, --csv-safe, --color, -q/--quiet,
  -v/--verbose, -p/--profile, --tenant, --cloud, --region, --portal, --ca-file, --dry-run,
  -y/--yes, --rate-limit, --timeout, --limits, --sandbox, --sandbox-seed, --devices, --data";

/// Method, path and status of the operation.
pub(super) fn call(row: &Operation) -> StyledStr {
    let mut text = format!("{} {}", row.http.method.as_str(), row.http.path);
    match row.doc.status {
        _ if !row.conduct.retired.is_empty() => {}
        Status::Preview => text.push_str("\nPreview: may change without notice."),
        Status::Legacy => {
            text.push_str("\nLegacy: still answers, but another operation replaces it.")
        }
        Status::Retired => text.push_str("\nRetired: the service may no longer answer."),
        _ => {}
    }
    if !row.conduct.retired.is_empty() {
        text.push_str("\nRetired: the service no longer returns data here, so nothing is sent.");
    }
    text.into()
}

/// Examples, permissions, limits, filters, quirks and the source.
pub(super) fn details(row: &'static Operation) -> StyledStr {
    let mut text = String::new();
    // Nothing is sent for a row that has ended.
    if row.conduct.retired.is_empty() {
        let lines: Vec<_> = examples(row).iter().map(|line| shown(line)).collect();
        section(&mut text, "Examples", &lines.join("\n"));
    }
    section(
        &mut text,
        "Permissions (the least first)",
        &permissions(row),
    );
    section(&mut text, "Rate limit", &limits(row));
    if row.list.page_size > 0 {
        let most = row.list.page_size;
        let rows = match row.list.paging {
            Paging::None => format!("at most {most} rows, and no way to ask for more"),
            _ => format!("at most {most} rows on a page"),
        };
        section(&mut text, "Pages", &rows);
    }
    section(
        &mut text,
        "Filterable properties",
        &row.list.filterable.join(", "),
    );
    if let Some(default) = row.list.default_filter {
        let left_out = format!(
            "{}: {} is asked for unless --{} or a filter by {} is given",
            default.note, default.filter, default.flag, default.property
        );
        section(&mut text, "Left out", &left_out);
    }
    section(&mut text, "Finished when", &finished_when(row));
    section(&mut text, "Instead", row.conduct.retired);
    section(&mut text, "Notes", row.doc.help);
    section(&mut text, "Source", row.doc.source);
    text.push_str(&general());
    text.into()
}

fn section(text: &mut String, title: &str, content: &str) {
    if content.is_empty() {
        return;
    }
    // Writing into a string cannot fail.
    let _ = writeln!(text, "{TITLE}{title}:{TITLE:#}");
    for line in content.lines() {
        let _ = writeln!(text, "  {line}");
    }
    text.push('\n');
}

/// How the end of what the operation starts is seen.
fn finished_when(row: &Operation) -> String {
    let Some(completion) = row.action.completion else {
        return String::new();
    };
    let Some(ask) = completion.ask else {
        return completion.note.to_owned();
    };
    let ended = match completion.ended {
        "" => String::new(),
        member => format!("{member} is set, or "),
    };
    let mut lines = vec![
        format!(
            "`{}` shows that {ended}{} is {}",
            program::call(words::command(ask.id)),
            completion.state,
            alternatives(completion.succeeded)
        ),
        format!("It failed where it is {}", alternatives(completion.failed)),
    ];
    if let Some(then) = completion.then {
        let command = program::call(words::command(then.ask.id));
        lines.push(format!("Then `{command}` gives what it left behind"));
    }
    if !completion.note.is_empty() {
        lines.push(completion.note.to_owned());
    }
    lines.join("\n")
}

/// `A`, `A or B`, `A, B or C`.
fn alternatives(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn permissions(row: &Operation) -> String {
    let mut lines = Vec::new();
    for (who, names) in [
        ("application", row.access.application),
        ("delegated", row.access.delegated),
    ] {
        if !names.is_empty() {
            let role = match row.access.role {
                role if who == "delegated" && !role.is_empty() => {
                    format!(", with the role permission '{role}'")
                }
                _ => String::new(),
            };
            lines.push(format!("{who}: {}{role}", names.join(", ")));
        }
    }
    lines.join("\n")
}

/// `100 calls a minute, 1500 an hour`.
pub(crate) fn limits(row: &Operation) -> String {
    let limits: Vec<_> = row.conduct.limits.iter().map(limit).collect();
    let mut text = limits.join(", ");
    if !text.is_empty() && row.conduct.limit_class != row.id {
        let _ = write!(
            text,
            "; shared by the operations of {}",
            row.conduct.limit_class
        );
    }
    text
}

fn limit(limit: &RateLimit) -> String {
    let window = match limit.seconds {
        1 => "a second".to_owned(),
        60 => "a minute".to_owned(),
        3600 => "an hour".to_owned(),
        86_400 => "a day".to_owned(),
        seconds if seconds % 60 == 0 => format!("in {} minutes", seconds / 60),
        seconds => format!("in {seconds} seconds"),
    };
    let calls = if limit.calls == 1 { "call" } else { "calls" };
    format!("{} {calls} {window}", limit.calls)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::globals;

    #[test]
    fn every_general_option_is_named() {
        for argument in globals::arguments() {
            let name = argument.get_long().unwrap();
            assert!(GENERAL.contains(&format!("--{name}")), "{name}");
        }
    }

    #[test]
    fn limits_read_like_sentences() {
        static ROW: Operation = Operation::get("t.a.b", "/a").limits(&[
            RateLimit::per_minute(100),
            RateLimit::new(1, 300),
            RateLimit::new(7, 45),
        ]);
        assert_eq!(
            limits(&ROW),
            "100 calls a minute, 1 call in 5 minutes, 7 calls in 45 seconds"
        );
    }
}
