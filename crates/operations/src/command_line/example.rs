//! Examples of command lines, made from the table.

use http_core::filters::FilterKind;
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
        if row.input("$filter").is_some() {
            let filter = filter(row);
            lines.push(with(&["--filter", &filter, "--limit", "50"]));
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

/// A condition on ids, or else on the first field.
fn condition(row: &'static Operation) -> Option<String> {
    let named = row
        .list
        .filter_fields
        .iter()
        .find(|field| field.name == "id");
    let field = named.or_else(|| row.list.filter_fields.first())?;
    let value = match field.kind {
        FilterKind::Bool => "true",
        FilterKind::Integer => "1",
        _ => "ID",
    };
    Some(format!("{} eq {value}", field.name))
}

fn option(param: &Param, name: &str) -> Vec<String> {
    match param.kind {
        Kind::Bool => vec![format!("--{name}")],
        _ => vec![format!("--{name}"), value(param)],
    }
}

/// A valid value of an input.
fn value(param: &Param) -> String {
    let name = param.name.to_ascii_lowercase();
    let text = match param.kind {
        Kind::Integer => "1",
        Kind::Bool => "true",
        Kind::Time => "24h",
        Kind::Enum(known) | Kind::Flags(known) => known.first().copied().unwrap_or("value"),
        Kind::List => "first,second",
        Kind::Json if !param.example.is_empty() => param.example,
        Kind::Json => "{}",
        Kind::Bytes => "upload.bin",
        _ => return text(&name),
    };
    text.to_owned()
}

fn text(name: &str) -> String {
    let text = match name {
        "comment" => "Ticket 4711",
        "query" => "DeviceInfo | take 5",
        "machine_id" | "machineid" => "1e5bc9d7e413ddd7902c2932e418702b84d0cc07",
        "cve_id" => "CVE-2024-3094",
        "ip" => "203.0.113.7",
        "domain" => "contoso.example",
        // A hash: the example has the first documented type.
        "indicatorvalue" | "sha1" => "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "upload_url" => "https://storage.example/upload?sig=abc",
        name if name.ends_with("url") => "https://contoso.example/hook",
        name if name.ends_with("email") || name.ends_with("emailaddress") => "ada@contoso.example",
        name if name.contains("period") => "P30D",
        name if name.ends_with("name") => "example",
        name if name.ends_with("id") => "d1f2a3",
        name if name.contains("title") => "Example",
        _ => "text",
    };
    text.to_owned()
}

/// A filter by a property that the service can filter by.
fn filter(row: &Operation) -> String {
    let has = |name: &str| {
        row.list
            .filterable
            .iter()
            .any(|known| known.eq_ignore_ascii_case(name))
    };
    let known = [
        ("severity", "severity eq 'High'"),
        ("healthStatus", "healthStatus eq 'Active'"),
        ("status", "status eq 'New'"),
    ];
    if let Some((_, filter)) = known.iter().find(|(name, _)| has(name)) {
        return (*filter).to_owned();
    }
    let property = row.list.filterable.first().copied().unwrap_or("id");
    format!("{property} eq 'value'")
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
