//! `docs/reference/schemas.md`: sources of the fields of other schemas, in a table for each kind of record.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::table::{code, codes, head, row};
use super::{PRINTED, list, texts};

/// The mappings, beside the command line that uses them.
const MAPPINGS: &str = "crates/operations/schemas";

const INTRODUCTION: &str = "\
`--schema` writes alerts and incidents in the field names of another schema; `--schema raw`, the default, writes them as the
service sends them. The record itself is always kept whole, as text, in the member named below. Other records are refused.

Only what is certain is mapped. A field that holds one thing (a host, a user, a file) is filled where the record names exactly
one; lists such as `related.hosts` hold them all. Words that a mapping does not know become the value after *else*. `[]` is every
element of a list, `[member=word]` those whose member is that word, `.` the element itself.
";

/// The mappings as they are, in the order of their names.
pub(super) fn read(root: &Path) -> Result<Vec<Value>, String> {
    let wrong = |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    ["ecs", "ocsf"]
        .iter()
        .map(|name| {
            let path = root.join(MAPPINGS).join(format!("{name}.json"));
            let text = fs::read_to_string(&path).map_err(|error| wrong(&path, &error))?;
            serde_json::from_str(&text).map_err(|error| wrong(&path, &error))
        })
        .collect()
}

pub(super) fn page(mappings: &[Value]) -> String {
    let mut text = PRINTED.replace("crates/reference", MAPPINGS);
    text.push_str(&format!(
        "\n# Schemas of alerts and incidents\n\n{INTRODUCTION}"
    ));
    for mapping in mappings {
        let (name, about) = (word(&mapping["name"]), word(&mapping["about"]));
        text.push_str(&format!(
            "\n## {about}\n\n`--schema {name}`; the record is in {}, a table shows {}.\n",
            code(&word(&mapping["raw"])),
            codes(texts(&mapping["columns"]).iter().map(String::as_str))
        ));
        for record in list(&mapping["records"]) {
            text.push_str(&format!("\n### {name}: {}\n\n", word(&record["about"])));
            let commands = texts(&record["operations"]);
            let commands: Vec<_> = commands
                .iter()
                .map(|id| {
                    code(&format!(
                        "defender {}",
                        id.replace('.', " ").replace('_', "-")
                    ))
                })
                .collect();
            text.push_str(&format!(
                "{}\n\n{}",
                commands.join(", "),
                head(&["Field", "From", "How"])
            ));
            lines(&mut text, "", &record["fields"]);
        }
    }
    text
}

/// A line for each rule, those of objects below their list.
fn lines(text: &mut String, prefix: &str, rules: &Value) {
    for rule in list(rules) {
        let to = format!("{prefix}{}", word(&rule["to"]));
        let inner = match rule["take"] == "each" {
            true => format!("{to}[]."),
            false => prefix.to_owned(),
        };
        let mut from = vec![word(&rule["from"])];
        from.extend(texts(&rule["also"]));
        let from: Vec<_> = from
            .iter()
            .filter(|path| !path.is_empty())
            .map(|path| code(path))
            .collect();
        text.push_str(&row(&[&code(&to), &from.join(", "), &how(rule)]));
        lines(text, &inner, &rule["fields"]);
        for item in list(&rule["list"]) {
            let items = format!("{to}[].");
            text.push_str(&row(&[
                &code(&items),
                &code(&word(&item["when"])),
                "an element, where it is there",
            ]));
            lines(text, &items, &item["fields"]);
        }
    }
}

fn how(rule: &Value) -> String {
    let mut parts = Vec::new();
    match (rule["form"].as_str(), rule["take"].as_str()) {
        (Some("time"), _) => parts.push("RFC 3339".to_owned()),
        (Some("milliseconds"), _) => parts.push("milliseconds since 1970".to_owned()),
        (Some("text"), _) => parts.push("as text".to_owned()),
        (Some("technique"), _) => parts.push("those without a dot, as a list".to_owned()),
        (Some("sub_technique"), _) => parts.push("with a dot".to_owned()),
        (Some("technique_of"), _) => parts.push("up to the dot".to_owned()),
        (_, Some("all")) => parts.push("all that differ, as a list".to_owned()),
        (_, Some("each")) => parts.push("an object of each".to_owned()),
        _ => {}
    }
    if let Some(words) = rule["words"].as_object() {
        let words: Vec<_> = words
            .iter()
            .map(|(word, value)| format!("{word}: {value}"))
            .collect();
        parts.push(words.join(", "));
    }
    if !rule["otherwise"].is_null() {
        parts.push(format!("else {}", rule["otherwise"]));
    }
    match (rule["from"].is_null(), rule["value"].is_null()) {
        (true, false) => parts.push(format!("always {}", rule["value"])),
        (false, false) => parts.push(format!("absent: {}", rule["value"])),
        _ => {}
    }
    for (member, says) in [
        ("when", "where there is"),
        ("when_not", "where there is no"),
        ("when_is", "where"),
    ] {
        if let Some(path) = rule[member].as_str() {
            parts.push(format!("{says} {}", code(path)));
        }
    }
    parts.join("; ")
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_rule_is_a_line_and_says_what_it_does() {
        let mapping = json!({"name": "x", "about": "X 1", "raw": "kept", "records": [{
            "operations": ["mde.machine_actions.list"], "about": "actions", "fields": [
                {"to": "a", "value": 1},
                {"to": "b", "from": "c", "words": {"low": 2}, "otherwise": 99, "value": 0},
                {"to": "d", "from": "e[]", "take": "each", "fields": [{"to": "f", "from": ".", "when": "g"}]},
            ],
        }]});
        let page = page(&[mapping]);
        for line in [
            "`defender mde machine-actions list`",
            "| `a` |  | always 1 |",
            "| `b` | `c` | low: 2; else 99; absent: 0 |",
            "| `d` | `e[]` | an object of each |",
            "| `d[].f` | `.` | where there is `g` |",
        ] {
            assert!(page.contains(line), "{line}\n{page}");
        }
    }
}
