//! Examples of command lines, made from the table.

use http_core::{AnswerKind, BodyKind, Kind, Method, Operation, Param, Place};

use super::CommandLine;
use super::ways::{FILTER, Way, takes_filters};
use crate::inputs::{is_service, page_size};
use crate::words;

impl CommandLine {
    /// Command lines that call the operation: one with the required inputs, then some with common options.
    pub fn examples(&self, row: &'static Operation) -> Vec<Vec<String>> {
        let plain = self.command(row);
        let mut lines = vec![plain.clone()];
        let with = |more: &[&str]| {
            let mut line = plain.clone();
            line.extend(more.iter().map(|&word| word.to_owned()));
            line
        };
        if let Some(filter) = row.input("$filter") {
            lines.push(with(&["--filter", &value(filter), "--limit", "50"]));
        }
        if let Some(condition) = condition(row) {
            let flag = format!("--{FILTER}");
            if !plain.contains(&flag) {
                lines.push(with(&[&flag, &condition, "--limit", "50"]));
            }
        }
        if matches!(row.answer.kind, AnswerKind::Collection { .. }) {
            lines.push(with(&["--limit", "5", "-o", "csv"]));
        } else if row.http.body == BodyKind::Json {
            lines.extend(self.with_optional(row, &plain));
            lines.push(with(&["--dry-run"]));
        } else if is_service(row) {
            lines.push(with(&["-o", "json"]));
        }
        lines
    }

    /// The program, the words and the required inputs.
    fn command(&self, row: &'static Operation) -> Vec<String> {
        let mut line = vec![self.program.to_owned()];
        line.extend(words::parts(row.id).map(words::word));
        let ways = self.ways(row);
        for (param, way) in &ways {
            if *way == Way::Position {
                line.push(value(param));
            }
        }
        for (param, way) in &ways {
            if let Way::Option(name) = way
                && param.required
            {
                match condition(row).filter(|_| takes_filters(row, param)) {
                    Some(condition) => line.extend([format!("--{FILTER}"), condition]),
                    None => line.extend(option(param, name)),
                }
            }
        }
        let changes_nothing = !ways
            .iter()
            .any(|(param, _)| param.required && param.place == Place::Body);
        if row.http.method == Method::Patch && changes_nothing {
            line.extend(self.first_optional(row));
        }
        line
    }

    /// The line with one more option; `None` if the operation has no other.
    fn with_optional(&self, row: &'static Operation, plain: &[String]) -> Option<Vec<String>> {
        let option = self.first_optional(row);
        if option.is_empty() || plain.contains(option.first()?) {
            return None;
        }
        Some(plain.iter().cloned().chain(option).collect())
    }

    fn first_optional(&self, row: &'static Operation) -> Vec<String> {
        let size = page_size(row).map(|param| param.name);
        let found = self
            .ways(row)
            .into_iter()
            .find_map(|(param, way)| match way {
                Way::Option(name)
                    if !param.required
                        && param.place == Place::Body
                        && size != Some(param.name) =>
                {
                    Some(option(param, &name))
                }
                _ => None,
            });
        found.unwrap_or_default()
    }
}

/// The command line as text for a POSIX shell, with quotes where they are needed.
pub fn shown(line: &[String]) -> String {
    let words: Vec<_> = line.iter().map(|word| quoted(word)).collect();
    words.join(" ")
}

fn quoted(word: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:=,@+".contains(&byte);
    if !word.is_empty() && word.bytes().all(plain) {
        word.to_owned()
    } else if word.contains('\'') {
        format!(
            "\"{}\"",
            word.replace('\\', "\\\\")
                .replace('"', "\\\"")
                .replace('$', "\\$")
        )
    } else {
        format!("'{word}'")
    }
}

/// The condition of the example of the input `filters`, as `--filter` takes it.
fn condition(row: &'static Operation) -> Option<String> {
    let filters = row.inputs.iter().find(|param| takes_filters(row, param))?;
    let example = serde_json::from_str::<serde_json::Value>(filters.example).ok()?;
    let (field, operators) = example.as_object()?.iter().next()?;
    let (operator, values) = operators.as_object()?.iter().next()?;
    let text = |value: &serde_json::Value| {
        let text = value.as_str().map(str::to_owned);
        text.unwrap_or_else(|| value.to_string())
    };
    let values = match values.as_array() {
        Some(values) => values.iter().map(text).collect::<Vec<_>>().join(","),
        None => text(values),
    };
    Some(format!("{field} {operator} {values}"))
}

fn option(param: &Param, name: &str) -> Vec<String> {
    match param.kind {
        Kind::Bool => vec![format!("--{name}")],
        _ => vec![format!("--{name}"), value(param)],
    }
}

/// The example of the input. An input without one gets a value of its kind.
fn value(param: &Param) -> String {
    if !param.example.is_empty() {
        return param.example.to_owned();
    }
    let text = match param.kind {
        Kind::Integer => "1",
        Kind::Bool => "true",
        Kind::Time => "24h",
        Kind::Enum(known) | Kind::Flags(known) => known.first().copied().unwrap_or("value"),
        Kind::List => "first,second",
        Kind::Json => "{}",
        Kind::Bytes => "upload.bin",
        _ => "text",
    };
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_for_a_shell() {
        let line = ["a", "two words", "x eq 'y'", "", "$top"].map(str::to_owned);
        assert_eq!(shown(&line), "a 'two words' \"x eq 'y'\" '' '$top'");
    }
}
