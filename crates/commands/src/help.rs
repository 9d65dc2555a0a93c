//! Help texts, generated from the operation so that they cannot drift from it.
//!
//! The first line is the purpose. `--help` adds examples, permissions, limits, filters and notes (`operations::command_line`).
//!
//! Colours are styles, so `--color never` and a redirected help have none.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use auth_core::http_core::Operation;
use clap::builder::StyledStr;
use operations::{Catalog, words};

use crate::external;
use crate::spelling::command_line;
use terminal::program;

const TITLE: Style = AnsiColor::Green.on_default().bold();

/// The text below the list of commands: first steps, and the programs on `PATH` that an unknown word would run.
pub(crate) fn first_steps(name: &str, catalog: &Catalog, has_sandbox: bool) -> String {
    let mut text = "First steps:\n".to_owned();
    let mut line = |command: String, what: &str| {
        // Writing into a string cannot fail.
        let _ = writeln!(text, "  {:<43} {what}", format!("{name} {command}"));
    };
    let shown = crate::spelling::shown(catalog).map(|operation| words::command(operation.id));
    if let Some(command) = shown.as_ref().filter(|_| has_sandbox) {
        line(format!("--sandbox {command}"), "try it without a tenant");
    }
    line("auth login".to_owned(), "sign in and keep the session");
    line("auth doctor".to_owned(), "why a sign-in fails");
    if let Some(command) = shown {
        line(format!("{command} --help"), "everything about one command");
    }
    line("search WORDS".to_owned(), "find the command for a purpose");
    line("operations".to_owned(), "list all operations");
    let programs = external::all(name);
    if !programs.is_empty() {
        let _ = write!(text, "\nPrograms on PATH:\n  {}", programs.join("\n  "));
    }
    text.trim_end().to_owned()
}

/// The names of the options of every command, for helps that do not explain them.
pub(crate) fn general() -> String {
    format!(
        "Options of every command (`{}` explains them):\n{GENERAL}",
        program::call("--help")
    )
}

/// Kept by hand for its line breaks; a test finds a missing option.
const GENERAL: &str =
    "  -o/--output, --schema, -n/--limit, --columns, --jq, --template, --no-header, --csv-safe, --color,
  -q/--quiet, -v/--verbose, --log-format, -p/--profile, --tenant, --cloud, --region, --portal,
  --ca-file, --dry-run, -y/--yes, --rate-limit, --timeout, --limits, --tenants, --outcomes,
  --max-errors, --deadline, --concurrency, --sandbox, --sandbox-seed, --devices, --data";

/// The sections below the options of an operation's command: examples, permissions, limits, filters, notes, source.
pub(crate) fn details(operation: &'static Operation) -> StyledStr {
    let mut text = String::new();
    for (title, content) in command_line().sections(operation) {
        section(&mut text, title, &content);
    }
    text.push_str(&general());
    text.into()
}

/// Adds a titled section with indented lines.
fn section(text: &mut String, title: &str, content: &str) {
    // Writing into a string cannot fail.
    let _ = writeln!(text, "{TITLE}{title}:{TITLE:#}");
    for line in content.lines() {
        let _ = writeln!(text, "  {line}");
    }
    text.push('\n');
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
}
