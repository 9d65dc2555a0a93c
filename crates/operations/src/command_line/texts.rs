//! Texts for help, made from the table.
//!
//! The table holds facts: numbers of calls and seconds, names of permissions, states. The functions here turn them into
//! lines for a person. They write plain text without width or color; a program wraps it. An empty text means that there
//! is nothing to say, and its section is left out.

use std::fmt::Write as _;

use http_core::{Checks, Kind, Operation, Paging, Param, Place, Record, Status};

use super::CommandLine;
use super::example::shown;
use crate::time::{FORMS, FORMS_AHEAD};
use crate::words;

/// How to see the end of what the operation starts, in lines with commands of `program`. Empty if it starts nothing.
pub fn finished_when(operation: &Operation, program: &str) -> String {
    let Some(completion) = operation.action.completion else {
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
            "`{program} {}` shows that {ended}{} is {}",
            words::command(ask.id),
            completion.state,
            alternatives(completion.succeeded)
        ),
        format!("It failed where it is {}", alternatives(completion.failed)),
    ];
    if let Some(then) = completion.then {
        let command = words::command(then.ask.id);
        lines.push(format!("Then `{program} {command}` returns its results"));
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

/// The rate limits of the operation: `100 calls a minute, 1500 an hour`. Empty if none is documented. Names the budget
/// if other operations share it.
///
/// ```
/// use http_core::{Operation, RateLimit};
/// use operations::command_line::limits;
///
/// static LIST: Operation = Operation::get("x.alerts.list", "/api/alerts")
///     .limits(&[RateLimit::per_minute(100), RateLimit::new(1, 300)]);
/// assert_eq!(limits(&LIST), "100 calls a minute, 1 call in 5 minutes");
/// ```
pub fn limits(operation: &Operation) -> String {
    let limits: Vec<_> = operation
        .conduct
        .limits
        .iter()
        .map(ToString::to_string)
        .collect();
    let mut text = limits.join(", ");
    if !text.is_empty() && operation.conduct.limit_class != operation.id {
        let _ = write!(
            text,
            "; shared by the operations of {}",
            operation.conduct.limit_class
        );
    }
    text
}

impl CommandLine {
    /// The sections of the help of an operation, as title and lines: examples, permissions, limits, pages, filters, the
    /// end of what it starts, notes, source. Empty sections are left out, and examples of a retired operation.
    pub fn sections(&self, operation: &'static Operation) -> Vec<(&'static str, String)> {
        let mut sections = Vec::new();
        let mut add = |title: &'static str, content: String| {
            if !content.is_empty() {
                sections.push((title, content));
            }
        };
        if operation.conduct.retired.is_empty() {
            let lines: Vec<_> = self
                .examples(operation)
                .iter()
                .map(|line| shown(line))
                .collect();
            add("Examples", lines.join("\n"));
        }
        add("Permissions (the least first)", permissions(operation));
        add("Rate limit", limits(operation));
        if operation.list.page_size > 0 {
            let most = operation.list.page_size;
            let rows = match operation.list.paging {
                Paging::None => format!("at most {most} rows, without further pages"),
                _ => format!("at most {most} rows on a page"),
            };
            add("Pages", rows);
        }
        add(
            "Filterable properties",
            operation.list.filterable.join(", "),
        );
        if let Some(default) = operation.list.default_filter {
            let left_out = format!(
                "{}: `{}` is added unless --{} or a filter by {} is given",
                default.note, default.filter, default.flag, default.property
            );
            add("Left out", left_out);
        }
        add("Finished when", finished_when(operation, self.program));
        add("Instead", operation.conduct.retired.to_owned());
        add("Notes", operation.doc.help.to_owned());
        add("Source", operation.doc.source.to_owned());
        sections
    }
}

/// The HTTP call of an operation, and its status if that is not general availability. A retired operation is not sent.
pub fn call(operation: &Operation) -> String {
    let mut text = format!("{} {}", operation.http.method.as_str(), operation.http.path);
    match operation.doc.status {
        _ if !operation.conduct.retired.is_empty() => {}
        Status::Preview => text.push_str("\nPreview: may change without notice."),
        Status::Observed => text.push_str(
            "\nObserved: other clients call this, but the vendor has no page for it. It may change without notice.",
        ),
        Status::Legacy => {
            text.push_str("\nLegacy: still answers, but another operation replaces it.")
        }
        Status::Retired => text.push_str("\nRetired: the service may no longer answer."),
        _ => {}
    }
    if !operation.conduct.retired.is_empty() {
        text.push_str("\nRetired: the service no longer returns data here, so nothing is sent.");
    }
    text
}

/// The permissions, a line for each kind of caller. A user may also need a role permission in the portal.
fn permissions(operation: &Operation) -> String {
    let mut lines = Vec::new();
    for (who, names) in [
        ("application", operation.access.application),
        ("delegated", operation.access.delegated),
    ] {
        if !names.is_empty() {
            let role = match operation.access.role {
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

/// The help of an input; `None` if there is nothing to say beyond its name. Inputs of the kind time say which forms
/// they accept, and inputs in the path are named.
pub fn input_help(param: &Param) -> Option<String> {
    match (param.kind, param.help) {
        (Kind::Time, "") if param.until => Some(format!("When it ends: {FORMS_AHEAD}")),
        (Kind::Time, "") => Some(format!("A time: {FORMS}")),
        (_, "") if param.place == Place::Path => {
            Some(format!("The {}", param.name.replace('_', " ")))
        }
        (_, "") => None,
        (_, help) => Some(help.to_owned()),
    }
}

/// The short help of [`FILTER`](super::FILTER).
pub const FILTER_HELP: &str =
    "A condition, such as 'severity eq 1,2' or 'date gte_ndays 7'; all must hold";

/// The long help of [`FILTER`](super::FILTER), with the fields of an operation.
pub fn filter_help(operation: &Operation) -> String {
    let fields: Vec<_> = operation
        .list
        .filter_fields
        .iter()
        .map(|field| format!("{} ({})", field.name, field.operators.join(", ")))
        .collect();
    format!(
        "{FILTER_HELP}. Separate values with commas, of which one must match; write a range as FROM..TO. Fields and their \
         operators: {}",
        fields.join("; ")
    )
}

/// The help of the option for the records from a time on.
pub fn since_help(operation: &Operation) -> String {
    let since = operation.list.record.and_then(|record| record.since);
    range_help(operation, "after", since.is_some()) + &format!(": {FORMS}")
}

/// The help of the option for the records until a time.
pub fn until_help(operation: &Operation) -> String {
    let since = operation.list.record.and_then(|record| record.since);
    let is_sent = since.is_some_and(|since| since.takes_until());
    range_help(operation, "before", is_sent)
}

fn range_help(operation: &Operation, side: &str, is_sent: bool) -> String {
    let time = operation.list.record.and_then(Record::time);
    let mut help = format!(
        "Only records whose `{}` is at or {side} this time",
        time.unwrap_or_default()
    );
    if !is_sent {
        help.push_str("; compared here, while the list is read");
    }
    help
}

/// The help of the option for a whole JSON body. Other options override its members.
pub fn body_help(operation: &Operation) -> String {
    let mut help = "The whole body; options override its members".to_owned();
    if operation.http.open_body {
        help.push_str(". Undocumented members are allowed");
    }
    if takes_times(operation) {
        help.push_str(". Times may be written as options take them: 7d, today");
    }
    help
}

/// Whether the body has members with times.
fn takes_times(operation: &Operation) -> bool {
    let mut members = operation
        .inputs
        .iter()
        .filter(|param| param.place == Place::Body);
    members.any(|param| {
        let in_items = |checks: &Checks| !checks.until.is_empty();
        param.kind == Kind::Time || param.checks.is_some_and(in_items)
    })
}

#[cfg(test)]
mod tests {
    use http_core::RateLimit;

    use super::*;

    #[test]
    fn limits_read_like_sentences() {
        static OPERATION: Operation = Operation::get("t.a.b", "/a").limits(&[
            RateLimit::per_minute(100),
            RateLimit::new(1, 300),
            RateLimit::new(7, 45),
        ]);
        assert_eq!(
            limits(&OPERATION),
            "100 calls a minute, 1 call in 5 minutes, 7 calls in 45 seconds"
        );
    }
}
