//! Examples of command lines, made from the table.
//!
//! An example must work when it is pasted. It has every required input, with the example value of the table or a value
//! of the right kind, and quotes where a shell needs them.

use http_core::{AnswerKind, BodyKind, Kind, Method, Operation, Param, Place};

use super::CommandLine;
use super::ways::{FILTER, Way, takes_filters};
use crate::inputs::{is_service, page_size};
use crate::items;
use crate::words;

impl CommandLine {
    /// Command lines that call the operation: one with the required inputs, then some with common options, such as a
    /// filter and a limit for a list or `--dry-run` for a change. Each is a list of words; [`shown`] joins them.
    pub fn examples(&self, operation: &'static Operation) -> Vec<Vec<String>> {
        let plain = self.command(operation);
        let mut lines: Vec<_> = self.of_a_file(operation).into_iter().collect();
        lines.push(plain.clone());
        let with = |more: &[&str]| {
            let mut line = plain.clone();
            line.extend(more.iter().map(|&word| word.to_owned()));
            line
        };
        if let Some(filter) = operation.input("$filter") {
            lines.push(with(&["--filter", &value(filter), "--limit", "50"]));
        }
        if let Some(condition) = condition(operation) {
            let flag = format!("--{FILTER}");
            if !plain.contains(&flag) {
                lines.push(with(&[&flag, &condition, "--limit", "50"]));
            }
        }
        if matches!(operation.answer.kind, AnswerKind::Collection { .. }) {
            lines.push(with(&["--limit", "5", "-o", "csv"]));
        } else if operation.http.body == BodyKind::Json {
            lines.extend(self.with_optional(operation, &plain));
            lines.push(with(&["--dry-run"]));
        } else if is_service(operation) {
            lines.push(with(&["-o", "json"]));
        }
        lines
    }

    /// The line that reads items from a file, for a change of many.
    fn of_a_file(&self, operation: &'static Operation) -> Option<Vec<String>> {
        items::one_of(operation)?;
        let words = words::parts(operation.id).map(words::word);
        let file = format!("{}.csv", words[1]);
        let line = std::iter::once(self.program.to_owned()).chain(words);
        let more = [file.as_str(), "--rejects", "rejects.ndjson"].map(str::to_owned);
        Some(line.chain(more).collect())
    }

    /// The program, the words of the command and the required inputs. A PATCH gets one more, because an empty one is
    /// refused.
    fn command(&self, operation: &'static Operation) -> Vec<String> {
        let mut line = vec![self.program.to_owned()];
        line.extend(words::parts(operation.id).map(words::word));
        let ways = self.ways(operation);
        for (param, way) in &ways {
            if *way == Way::Position {
                line.push(value(param));
            }
        }
        for (param, way) in &ways {
            if let Way::Option(name) = way
                && param.required
            {
                match condition(operation).filter(|_| takes_filters(operation, param)) {
                    Some(condition) => line.extend([format!("--{FILTER}"), condition]),
                    None => line.extend(option(param, name)),
                }
            }
        }
        let changes_nothing = !ways
            .iter()
            .any(|(param, _)| param.required && param.place == Place::Body);
        if operation.http.method == Method::Patch && changes_nothing {
            line.extend(self.first_optional(operation));
        }
        line
    }

    /// The line with one more option; `None` if the operation has no other.
    fn with_optional(
        &self,
        operation: &'static Operation,
        plain: &[String],
    ) -> Option<Vec<String>> {
        let option = self.first_optional(operation);
        if option.is_empty() || plain.contains(option.first()?) {
            return None;
        }
        Some(plain.iter().cloned().chain(option).collect())
    }

    /// The first optional input of the body with its example value. Empty if there is none.
    fn first_optional(&self, operation: &'static Operation) -> Vec<String> {
        let size = page_size(operation).map(|param| param.name);
        let found = self
            .ways(operation)
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
///
/// ```
/// use operations::command_line::shown;
///
/// let line = ["x", "alerts", "--filter", "status eq 'New'"].map(str::to_owned);
/// assert_eq!(shown(&line), "x alerts --filter \"status eq 'New'\"");
/// ```
pub fn shown(line: &[String]) -> String {
    let words: Vec<_> = line.iter().map(|word| quoted(word)).collect();
    words.join(" ")
}

/// A word in double quotes if it contains a single quote, in single quotes if it contains another special character.
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
                .replace('`', "\\`")
        )
    } else {
        format!("'{word}'")
    }
}

/// The example of the input `filters` as a condition for `--filter`.
fn condition(operation: &'static Operation) -> Option<String> {
    let filters = operation
        .inputs
        .iter()
        .find(|param| takes_filters(operation, param))?;
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
