//! Help texts, generated from the row so that they cannot drift from it.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use auth_core::http_core::{Operation, Paging, RateLimit, Status};
use clap::builder::StyledStr;

use super::example::{examples, shown};

const TITLE: Style = AnsiColor::Green.on_default().bold();

/// What stands under the list of commands.
pub(super) const FIRST_STEPS: &str = "\
First steps:
  defender --sandbox mde alerts list          without a tenant
  defender auth login                         with one: signs in and keeps it
  defender auth doctor                        what is wrong where that fails
  defender mde alerts list --help             everything about one command
  defender operations                         every operation there is";

/// Stands for the options of every command where they are not explained.
pub(super) const GENERAL: &str = "\
Options of every command (`defender --help` explains them):
  -o/--output, --schema, -n/--limit, --columns, --no-header, --csv-safe, --color, -q/--quiet,
  -v/--verbose, -p/--profile, --tenant, --cloud, --region, --portal, --ca-file, --dry-run,
  -y/--yes, --rate-limit, --timeout, --limits, --sandbox, --sandbox-seed, --devices, --data";

/// What the command calls.
pub(super) fn call(row: &Operation) -> StyledStr {
    let mut text = format!("{} {}", row.method.as_str(), row.path);
    match row.status {
        Status::Ga => {}
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
    let lines: Vec<_> = examples(row).iter().map(|line| shown(line)).collect();
    section(&mut text, "Examples", &lines.join("\n"));
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
    section(&mut text, "Finished when", row.long_running);
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

/// `100 calls a minute, 1500 an hour`.
pub(crate) fn limits(row: &Operation) -> String {
    let limits: Vec<_> = row.limits.iter().map(limit).collect();
    let mut text = limits.join(", ");
    if !text.is_empty() && row.limit_class != row.id {
        let _ = write!(text, "; shared by the operations of {}", row.limit_class);
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
