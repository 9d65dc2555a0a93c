//! `docs/reference/coverage.md`: evidence, builder, command, emulator and tests of each operation.

mod behind;
mod emulator;
mod tests_of;

use std::collections::BTreeMap;
use std::path::Path;

use super::table::{code, head, row};
use super::{Operation, PRINTED, title};
use crate::workspace;

const COLUMNS: &[&str] = &[
    "Operation",
    "Evidence",
    "Builder",
    "Command",
    "Emulator",
    "Tests",
];

/// Findings for the operations, by id.
pub(super) struct Found {
    builders: BTreeMap<String, String>,
    emulator: emulator::Emulator,
    tests: tests_of::Suite,
}

impl Found {
    pub(super) fn read(root: &Path) -> Result<Self, String> {
        Ok(Self {
            builders: crate::generate::builders(root)?,
            emulator: emulator::Emulator::read(&root.join("crates/sandbox/src/products"))?,
            tests: tests_of::Suite::read(&root.join("tests/it"))?,
        })
    }
}

/// # Errors
///
/// What is wrong with the evidence of operations.
pub(super) fn page(operations: &[Operation], found: &Found) -> Result<String, String> {
    let faults = behind::faults(operations);
    if !faults.is_empty() {
        return Err(faults.join("\n"));
    }
    let mut text = format!("{PRINTED}\n# Coverage\n\n{INTRODUCTION}");
    text.push_str(&evidence(operations));
    text.push_str(&members(operations));
    let (mut product, mut group) = ("", "");
    for operation in operations {
        if operation.product() != product {
            product = operation.product();
            group = "";
            text.push_str(&format!("\n## {}\n", title(product)));
        }
        if operation.group() != group {
            group = operation.group();
            text.push_str(&format!("\n### {product} {}\n\n", group.replace('_', "-")));
            text.push_str(&head(COLUMNS));
        }
        text.push_str(&line(operation, found));
    }
    Ok(text)
}

/// How many operations have which evidence, and how many are of which status.
fn evidence(operations: &[Operation]) -> String {
    let mut text = format!(
        "\n## What stands behind the {} operations\n\n",
        operations.len()
    );
    text.push_str(&head(&["Evidence", "Means", "Operations"]));
    for (kind, means) in behind::KINDS {
        let has = operations
            .iter()
            .filter(|one| behind::of(one).contains(kind));
        text.push_str(&row(&[kind, means, &has.count().to_string()]));
    }
    text.push_str(&format!("\n{}", head(&["Status", "Operations"])));
    for status in ["ga", "preview", "observed", "legacy", "retired"] {
        let has = operations.iter().filter(|one| one.status == status);
        text.push_str(&row(&[&code(status), &has.count().to_string()]));
    }
    text
}

const INTRODUCTION: &str = "\
What stands behind each operation. Evidence: what is known of it from outside, by the source and the `evidence` of its table
entry; which operations of Defender for Endpoint the `$metadata` of that service declares was noted for the observed ones
alone. Emulator: *plain* where the tables alone tell how it answers, *by hand* where it has
behaviour of its own. Tests: the modules of the integration suite that name the operation, its builder or its command, with
the number of their tests. Beside these every operation is called with all that it requires by
`every_operation::every_operation_is_taken_by_the_service`, and every list that needs no input is read and decoded by
`every_operation::lists::every_record_decodes_into_its_type`; each command takes the examples of its own help, and each
documented answer is decoded and written back without loss by the product crate's own tests. The examples run against the
emulator in `every_operation::examples`.

";

/// The members that describe the meaning of an operation.
const MEANING: &[(&str, &str)] = &[
    ("effect", "what it does to the tenant"),
    ("target", "the record that it changes"),
    ("batch", "the input that holds several items"),
    ("verdicts", "where a success says that a part failed"),
    ("action", "how an action is found again"),
    ("completion", "how an action ends"),
    ("record", "what a list holds"),
    ("columns", "what is read first"),
    ("default_filter", "what a list leaves out by default"),
    ("joins", "where more is told"),
    ("checks", "what a body must agree on"),
    (
        "example_end",
        "where an example of help cannot succeed at once",
    ),
    ("role", "the role permission that a person needs"),
    ("denied", "what to do about a 403"),
    ("retired", "what to call instead"),
    ("help", "what a user must know"),
    ("note", "facts for maintainers"),
];

/// How many operations have which member.
fn members(operations: &[Operation]) -> String {
    let mut text = String::from("\n## What the operations say\n\n");
    text.push_str(&head(&["Member", "Says", "Operations"]));
    let mut line = |name: &str, says: &str, count: usize| {
        text.push_str(&row(&[&code(name), says, &count.to_string()]));
    };
    for (name, says) in MEANING {
        let has = operations.iter().filter(|operation| operation.has(name));
        line(name, says, has.count());
    }
    for kind in ["read", "additive", "reversible", "irreversible", "unknown"] {
        let is = operations
            .iter()
            .filter(|operation| operation.effect() == kind);
        line("effect", kind, is.count());
    }
    for (name, says) in [
        ("constant", "an input with one value"),
        ("example", "an input with a value that the emulator accepts"),
        ("flags", "an input of several words in one text"),
        ("help", "an input with a description"),
        ("note", "an input with facts for maintainers"),
    ] {
        let has = operations
            .iter()
            .filter(|operation| operation.has_input(name));
        line(name, says, has.count());
    }
    text
}

fn line(operation: &Operation, found: &Found) -> String {
    let builder = found.builders.get(&operation.id);
    let tests: Vec<_> = found
        .tests
        .of(operation)
        .iter()
        .map(|(module, count)| format!("{module} ({count})"))
        .collect();
    row(&[
        &code(&operation.id),
        &behind::of(operation).join(", "),
        &builder.map_or_else(|| "-".to_owned(), |name| code(name)),
        &code(&operation.command()),
        if found.emulator.is_by_hand(operation) {
            "by hand"
        } else {
            "plain"
        },
        &if tests.is_empty() {
            "-".to_owned()
        } else {
            tests.join(", ")
        },
    ])
}

/// The Rust files below a folder, each with its path from there and its text.
fn sources(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        let entries = std::fs::read_dir(&next)
            .map_err(|error| format!("cannot list {}: {error}", next.display()))?;
        for entry in entries {
            let path = entry.map_err(|error| error.to_string())?.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let name = path.strip_prefix(folder).unwrap_or(&path);
                let name = name.to_string_lossy().replace('\\', "/");
                found.push((name, workspace::read(&path)?));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A text without its white space.
fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
