//! Texts for help, made from the table.
//!
//! The table holds facts: numbers of calls and seconds, names of permissions, states. The functions here turn them into
//! lines for a person. They write plain text without width or color; a program wraps it. An empty text means that there
//! is nothing to say, and its section is left out.

use std::fmt::Write as _;

use http_core::{AnswerKind, Checks, Kind, Operation, Paging, Param, Place, Record, Status};

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
    /// end of what it starts, notes, replacement, call, source. Empty sections are left out, and examples of a retired
    /// operation.
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
        add("Instead", self.instead(operation));
        add("Notes", self.with_commands(operation.doc.help));
        add("Calls", call(operation));
        add("Source", operation.doc.source.to_owned());
        sections
    }

    /// The note for a call of a legacy operation, with the commands that the vendor recommends instead. `None` for other
    /// operations.
    ///
    /// ```
    /// use http_core::{Operation, Status};
    /// use operations::command_line::CommandLine;
    ///
    /// static OLD: Operation = Operation::get("x.machines.find", "/find")
    ///     .status(Status::Legacy)
    ///     .replaced_by(&["x.machines.find_by_ip"]);
    ///
    /// let note = CommandLine::new("x", &[]).legacy(&OLD);
    /// assert_eq!(note.as_deref(), Some("`x x machines find` is a legacy command; use `x x machines find-by-ip` instead"));
    /// ```
    pub fn legacy(&self, operation: &Operation) -> Option<String> {
        // A retired operation is refused, with the reason.
        if operation.doc.status != Status::Legacy || !operation.conduct.retired.is_empty() {
            return None;
        }
        let Self { program, .. } = self;
        let this = words::command(operation.id);
        Some(match self.replacements(operation).as_str() {
            "" => format!("`{program} {this}` is a legacy command; the vendor may end it"),
            others => format!("`{program} {this}` is a legacy command; use {others} instead"),
        })
    }

    /// What to call instead of an operation that is retired or replaced. Empty for others.
    fn instead(&self, operation: &Operation) -> String {
        if operation.conduct.retired.is_empty() {
            self.replacements(operation)
        } else {
            self.with_commands(operation.conduct.retired)
        }
    }

    /// The commands that replace an operation, joined by `or`.
    fn replacements(&self, operation: &Operation) -> String {
        let ids = operation.doc.replaced_by.iter();
        let commands: Vec<_> = ids
            .map(|id| format!("`{} {}`", self.program, words::command(id)))
            .collect();
        commands.join(" or ")
    }

    /// A text of the tables for a reader of the command line: an id in backticks becomes its command.
    fn with_commands(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for (at, part) in text.split('`').enumerate() {
            if at > 0 {
                shown.push('`');
            }
            // Every second part stands between backticks.
            match at % 2 == 1 && is_id(part) {
                true => {
                    shown.push_str(self.program);
                    shown.push(' ');
                    shown.push_str(&part.replace('.', " ").replace('_', "-"));
                }
                false => shown.push_str(part),
            }
        }
        shown
    }
}

/// Whether a text has the form of an id: three words in small letters, joined by dots.
fn is_id(text: &str) -> bool {
    let is_part = |part: &str| {
        let mut letters = part.bytes();
        !part.is_empty() && letters.all(|one| one.is_ascii_lowercase() || one == b'_')
    };
    text.split('.').count() == 3 && text.split('.').all(is_part)
}

/// The HTTP call of an operation: method and path.
///
/// ```
/// use http_core::Operation;
/// use operations::command_line::call;
///
/// static TAG: Operation = Operation::post("x.machines.tag", "/api/machines/{machine_id}/tags");
/// assert_eq!(call(&TAG), "POST /api/machines/{machine_id}/tags");
/// ```
pub fn call(operation: &Operation) -> String {
    format!("{} {}", operation.http.method.as_str(), operation.http.path)
}

/// The purpose of an operation in sentences: its summary, what is printed if the answer leads to files, and its status if that is
/// not general availability.
pub fn purpose(operation: &Operation) -> String {
    let mut text = format!("{}.", operation.doc.summary);
    if matches!(operation.answer.kind, AnswerKind::Files { .. }) {
        text.push_str(
            " Prints the rows of all files; --links prints the URLs of the files instead.",
        );
    }
    let status = support(operation);
    if !status.is_empty() {
        text.push_str("\n\n");
        text.push_str(status);
    }
    text
}

/// What the status of an operation means for a caller. Empty for general availability. A retired operation is not sent.
fn support(operation: &Operation) -> &'static str {
    match operation.doc.status {
        _ if !operation.conduct.retired.is_empty() => {
            "Retired: the service no longer returns data here, so nothing is sent."
        }
        Status::Preview => "Preview: may change without notice.",
        Status::Observed => {
            "Observed: other clients call this, but the vendor has no page for it. It may change without notice."
        }
        Status::Legacy => "Legacy: still answers, but the vendor recommends other operations.",
        Status::Retired => "Retired: the service may no longer answer.",
        _ => "",
    }
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
    fn ids_in_texts_become_commands() {
        let line = CommandLine::new("x", &[]);
        let text =
            line.with_commands("Use `mde.machines.find_by_ip`; `a.b` and mde.alerts.get stay.");
        assert_eq!(
            text,
            "Use `x mde machines find-by-ip`; `a.b` and mde.alerts.get stay."
        );
        assert_eq!(line.with_commands("odd ` mark"), "odd ` mark");
    }

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
