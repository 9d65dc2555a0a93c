//! Tests of the integration suite that name an operation: by id, constant, builder or command.

use std::collections::BTreeMap;
use std::path::Path;

use super::super::Operation;
use super::{dense, sources};

/// Every test with everything that it names.
pub(super) struct Suite(Vec<Test>);

struct Test {
    /// The module: `mde::alerts`.
    module: String,
    /// Its own text and that of the helpers and constants of its file.
    text: String,
    /// The same without white space.
    dense: String,
}

/// A function or constant of a file.
struct Part {
    name: String,
    text: String,
    is_test: bool,
}

impl Suite {
    pub(super) fn read(folder: &Path) -> Result<Self, String> {
        let mut tests = Vec::new();
        for (name, text) in sources(folder)? {
            let module = name.trim_end_matches(".rs").replace('/', "::");
            tests.extend(tests_of(&module, &text));
        }
        Ok(Self(tests))
    }

    /// The modules with tests that name the operation, and how many of them do.
    pub(super) fn of(&self, operation: &Operation) -> BTreeMap<String, usize> {
        let names = Names::of(operation);
        let mut modules = BTreeMap::new();
        for test in &self.0 {
            if names.are_in(test) {
                *modules.entry(test.module.clone()).or_default() += 1;
            }
        }
        modules
    }
}

/// How an operation is written in a test.
struct Names {
    /// Texts that match anywhere.
    whole: Vec<String>,
    /// Texts that match whole words only: the constant and, in the text with blanks, the command.
    constant: String,
    command: String,
    /// The calls on a handle, which products share: only in tests of the product's own folder.
    call: String,
    folder: String,
}

impl Names {
    fn of(operation: &Operation) -> Self {
        let (product, group, verb) = (operation.product(), operation.group(), operation.verb());
        let [group_word, verb_word] = [group, verb].map(|word| word.replace('_', "-"));
        Self {
            whole: vec![
                format!("\"{}\"", operation.id),
                format!("\"{product}\",\"{group_word}\",\"{verb_word}\""),
                format!(".{product}().{group}().{verb}("),
            ],
            constant: format!("{product}_api::{group}::{}", verb.to_uppercase()),
            command: format!("{product} {group_word} {verb_word}"),
            call: format!(".{group}().{verb}("),
            folder: if product == "graph" {
                "xdr::graph".to_owned()
            } else {
                product.to_owned()
            },
        }
    }

    fn are_in(&self, test: &Test) -> bool {
        self.whole.iter().any(|name| test.dense.contains(name))
            || has_word(&test.text, &self.constant)
            || has_word(&test.text, &self.command)
            || self.folder == folder_of(&test.module) && test.dense.contains(&self.call)
    }
}

/// The test folder of a product. The folder of Graph is inside that of Defender XDR.
fn folder_of(module: &str) -> &str {
    match module.strip_prefix("xdr::graph") {
        Some(_) => "xdr::graph",
        None => module.split("::").next().unwrap_or_default(),
    }
}

/// Whether a text contains a name as a whole word.
fn has_word(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let behind = text[at + name.len()..].chars().next();
        behind.is_none_or(|c| !(c.is_alphanumeric() || c == '_' || c == '-'))
    })
}

fn tests_of(module: &str, text: &str) -> Vec<Test> {
    let parts = parts(text);
    let tests = parts.iter().filter(|part| part.is_test);
    tests
        .map(|test| {
            let text = with_helpers(test, &parts);
            // A verb that is a keyword of Rust is a raw identifier.
            let dense = dense(&text).replace(".r#", ".");
            Test {
                module: module.to_owned(),
                dense: calls_on_handles(&text, &dense) + &dense,
                text,
            }
        })
        .collect()
}

/// Replaces named handles by their definitions: with `let alerts = client.alerts();`,
/// `alerts.list(` becomes `.alerts().list(`.
fn calls_on_handles(text: &str, dense: &str) -> String {
    let mut calls = String::new();
    for line in text.lines() {
        let binding = line.trim().strip_prefix("let ");
        let Some((name, made)) = binding.and_then(|rest| rest.split_once(" = ")) else {
            continue;
        };
        let Some((_, group)) = made
            .strip_suffix("();")
            .and_then(|made| made.rsplit_once('.'))
        else {
            continue;
        };
        let named = format!("{name}.");
        for (at, _) in dense.match_indices(&named) {
            let rest = &dense[at + named.len()..];
            if let Some(end) = rest.find('(')
                && !dense[..at].ends_with(is_of_word)
            {
                calls.push_str(&format!(".{group}().{}(", &rest[..end]));
            }
        }
    }
    calls
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The text of a test and of all parts of its file that it uses.
fn with_helpers(test: &Part, parts: &[Part]) -> String {
    let mut whole = test.text.clone();
    let mut taken = vec![test.name.as_str()];
    loop {
        let next = parts.iter().find(|part| {
            !part.is_test && !taken.contains(&part.name.as_str()) && names(&whole, &part.name)
        });
        let Some(part) = next else {
            return whole;
        };
        taken.push(&part.name);
        whole.push('\n');
        whole.push_str(&part.text);
    }
}

/// Whether a text contains a word.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        !text[..at].ends_with(is_of_word) && !text[at + name.len()..].starts_with(is_of_word)
    })
}

/// The functions and constants of a file: each from its first line to the next line that begins at the margin and
/// ends it.
fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut is_test = false;
    let mut open: Option<Part> = None;
    for line in text.lines() {
        if let Some(part) = &mut open {
            part.text.push_str(line);
            part.text.push('\n');
            let ended = line.starts_with('}')
                || line.starts_with("];")
                || part.text.trim_end().ends_with(';') && !part.text.contains('{');
            if ended {
                parts.extend(open.take());
            }
            continue;
        }
        if line.starts_with("#[tokio::test") || line.starts_with("#[test") {
            is_test = true;
        }
        let Some(name) = name_of(line) else {
            continue;
        };
        let part = Part {
            name,
            text: format!("{line}\n"),
            is_test: std::mem::take(&mut is_test),
        };
        if line.ends_with(';') || line.ends_with('}') {
            parts.push(part);
        } else {
            open = Some(part);
        }
    }
    parts.extend(open);
    parts
}

/// The name that a line at the margin begins to define.
fn name_of(line: &str) -> Option<String> {
    let line = line
        .strip_prefix("pub(crate) ")
        .or_else(|| line.strip_prefix("pub(super) "))
        .unwrap_or(line);
    let line = line.strip_prefix("async ").unwrap_or(line);
    let rest = ["fn ", "const ", "static "]
        .iter()
        .find_map(|word| line.strip_prefix(word))?;
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_'))?;
    Some(rest[..end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
const ISOLATE: &str = "mde.machines.isolate";

async fn begin(client: &Client) {
    client.machines().isolate("m", "c")
        .send()
}

#[tokio::test(start_paused = true)]
async fn first() {
    begin(&client).await;
}

#[test]
fn second() {
    assert_eq!(count(ISOLATE), 1);
    run("mde alerts list --limit 1");
    mde_api::alerts::LIST_FILES;
    let alerts = client.alerts();
    alerts.get_user("a").send();
}
"#;

    #[test]
    fn operations_are_found_in_tests_and_what_they_lead_to() {
        let suite = Suite(tests_of("mde::machines", FILE));
        let of = |id: &str| {
            let found = suite.of(&super::super::super::tests::operation_of(id));
            found.get("mde::machines").copied().unwrap_or_default()
        };
        assert_eq!(of("mde.machines.isolate"), 2);
        assert_eq!(of("mde.alerts.list"), 1);
        assert_eq!(of("mde.alerts.list_files"), 1);
        assert_eq!(of("mde.alerts.get_user"), 1);
        assert_eq!(of("mde.alerts.get"), 0);
        assert_eq!(of("graph.machines.isolate"), 0);
    }
}
