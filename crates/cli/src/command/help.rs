//! Help texts, generated from the row so that they cannot drift from it.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use auth_core::http_core::{Operation, Paging, Status};
use clap::builder::StyledStr;
use operations::command_line::{finished_when, limits, shown};
use operations::{Catalog, words};

use crate::external;
use crate::ways::COMMAND_LINE;

const TITLE: Style = AnsiColor::Green.on_default().bold();

/// The text under the list of commands: what to do first, and the programs on `PATH` that are commands too.
pub(super) fn first_steps(name: &str, catalog: &Catalog) -> String {
    let mut text = "First steps:\n".to_owned();
    let mut line = |command: String, what: &str| {
        // Writing into a string cannot fail.
        let _ = writeln!(text, "  {:<43} {what}", format!("{name} {command}"));
    };
    let known = catalog.by_id("mde.alerts.list");
    if known.is_some() {
        line("--sandbox mde alerts list".to_owned(), "without a tenant");
    }
    line("auth login".to_owned(), "with one: signs in and keeps it");
    line("auth doctor".to_owned(), "what is wrong where that fails");
    if let Some(row) = known.or_else(|| catalog.operations().next()) {
        let command = words::command(row.id);
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
pub(super) const GENERAL: &str = "\
Options of every command (`defender --help` explains them):
  -o/--output, --schema, -n/--limit, --columns, --no-header, --csv-safe, --color, -q/--quiet,
  -v/--verbose, -p/--profile, --tenant, --cloud, --region, --portal, --ca-file, --dry-run,
  -y/--yes, --rate-limit, --timeout, --limits, --sandbox, --sandbox-seed, --devices, --data";

/// Method, path and status of the operation.
pub(super) fn call(row: &Operation) -> StyledStr {
    let mut text = format!("{} {}", row.method.as_str(), row.path);
    match row.status {
        Status::Ga => {}
        _ if !row.retired.is_empty() => {}
        Status::Preview => text.push_str("\nPreview: may change without notice."),
        Status::Legacy => {
            text.push_str("\nLegacy: still answers, but another operation replaces it.")
        }
        Status::Retired => text.push_str("\nRetired: the service may no longer answer."),
    }
    if !row.retired.is_empty() {
        text.push_str("\nRetired: the service no longer returns data here, so nothing is sent.");
    }
    text.into()
}

/// Examples, permissions, limits, filters, quirks and the source.
pub(super) fn details(row: &'static Operation) -> StyledStr {
    let mut text = String::new();
    // Nothing is sent for a row that has ended.
    if row.retired.is_empty() {
        let lines: Vec<_> = COMMAND_LINE
            .examples(row)
            .iter()
            .map(|line| shown(line))
            .collect();
        section(&mut text, "Examples", &lines.join("\n"));
    }
    section(
        &mut text,
        "Permissions (the least first)",
        &permissions(row),
    );
    section(&mut text, "Rate limit", &limits(row));
    if row.page_size > 0 {
        let most = row.page_size;
        let rows = match row.paging {
            Paging::None => format!("at most {most} rows, and no way to ask for more"),
            _ => format!("at most {most} rows on a page"),
        };
        section(&mut text, "Pages", &rows);
    }
    section(
        &mut text,
        "Filterable properties",
        &row.filterable.join(", "),
    );
    if let Some(default) = row.default_filter {
        let left_out = format!(
            "{}: {} is asked for unless --{} or a filter by {} is given",
            default.note, default.filter, default.flag, default.property
        );
        section(&mut text, "Left out", &left_out);
    }
    section(&mut text, "Finished when", &finished_when(row, "defender"));
    section(&mut text, "Instead", row.retired);
    section(&mut text, "Notes", row.help);
    section(&mut text, "Source", row.source);
    text.push_str(GENERAL);
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

fn permissions(row: &Operation) -> String {
    let mut lines = Vec::new();
    for (who, names) in [
        ("application", row.application),
        ("delegated", row.delegated),
    ] {
        if !names.is_empty() {
            lines.push(format!("{who}: {}", names.join(", ")));
        }
    }
    lines.join("\n")
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
