//! `cargo xtask docs [--check]`: the pages of `docs/reference`, from the operation tables, and checks that each promise of
//! the pages with promises names an existing guard.

mod coverage;
mod operations;
mod permissions;
mod promises;
mod schemas;
mod table;

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::{Outcome, out, workspace};

/// The folder of the tables, with a folder for each product.
const TABLES: &str = "crates/reference";

/// The folder of the pages.
const PAGES: &str = "docs/reference";

/// Writes the pages, or with `--check` compares them with what would be written.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let check = match arguments {
        [] => false,
        ["--check"] => true,
        other => {
            return Err(format!(
                "docs takes --check and nothing else, not {other:?}"
            ));
        }
    };
    let root = workspace::root()?;
    let operations = read_operations(&root.join(TABLES))?;
    let found = coverage::Found::read(&root)?;
    let pages = [
        ("coverage.md", coverage::page(&operations, &found)?),
        ("operations.md", operations::page(&operations)),
        ("permissions.md", permissions::page(&operations)),
        ("schemas.md", schemas::page(&schemas::read(&root)?)),
    ];
    let folder = root.join(PAGES);
    if !check {
        fs::create_dir_all(&folder)
            .map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
    }
    let mut drifted = Vec::new();
    for (name, text) in &pages {
        let path = folder.join(name);
        if fs::read_to_string(&path).is_ok_and(|present| present == *text) {
            continue;
        }
        if check {
            drifted.push(format!("{PAGES}/{name} is not what the tables say"));
        } else {
            fs::write(&path, text)
                .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
            out::line(&format!("docs: wrote {PAGES}/{name}"));
        }
    }
    if !drifted.is_empty() {
        return Err(format!("{}\nrun `cargo xtask docs`", drifted.join("\n")));
    }
    let (promises, wrong) = promises::check(&root)?;
    if !wrong.is_empty() {
        return Err(wrong.join("\n"));
    }
    out::line(&format!(
        "docs: {} operations, {} pages up to date, {promises} promises guarded",
        operations.len(),
        pages.len()
    ));
    Ok(())
}

/// One operation as the pages need it.
#[derive(Debug)]
struct Operation {
    /// `<product>.<group>.<verb>`.
    id: String,
    summary: String,
    method: String,
    path: String,
    host: String,
    status: String,
    application: Vec<String>,
    delegated: Vec<String>,
    /// Calls and the seconds of the window they are counted in.
    limits: Vec<(u64, u64)>,
    path_parameters: Vec<String>,
    /// The records that the command leaves out, and the option that includes them.
    left_out: Option<(String, String)>,
    /// The names of the members of the operation, and of those of its inputs.
    members: Vec<String>,
    input_members: Vec<String>,
    effect: String,
    source: String,
    /// Kinds of evidence beside the source.
    evidence: Vec<String>,
}

/// The names of the members of an object.
fn names(value: &Value) -> Vec<String> {
    let members = value.as_object().into_iter().flatten();
    members.map(|(name, _)| name.clone()).collect()
}

impl Operation {
    fn has(&self, member: &str) -> bool {
        self.members.iter().any(|name| name == member)
    }

    fn has_input(&self, member: &str) -> bool {
        self.input_members.iter().any(|name| name == member)
    }

    fn effect(&self) -> &str {
        &self.effect
    }

    fn read(value: &Value) -> Result<Self, String> {
        let text = |name: &str| {
            value[name]
                .as_str()
                .map(str::to_owned)
                .ok_or_else(|| format!("an operation has no `{name}`: {}", value["id"]))
        };
        let operation = Self {
            id: text("id")?,
            summary: text("summary")?,
            method: text("method")?,
            path: text("path")?,
            host: text("host")?,
            status: text("status")?,
            application: texts(&value["permissions"]["application"]),
            delegated: texts(&value["permissions"]["delegated"]),
            limits: list(&value["limits"])
                .filter_map(|limit| Some((limit["calls"].as_u64()?, limit["seconds"].as_u64()?)))
                .collect(),
            path_parameters: list(&value["params"])
                .filter(|parameter| parameter["place"] == "path")
                .filter_map(|parameter| parameter["name"].as_str().map(str::to_owned))
                .collect(),
            left_out: value["default_filter"]["note"].as_str().and_then(|note| {
                let flag = value["default_filter"]["flag"].as_str()?;
                Some((note.to_owned(), flag.to_owned()))
            }),
            members: names(value),
            input_members: list(&value["params"]).flat_map(names).collect(),
            effect: value["effect"]
                .as_str()
                .or_else(|| value["effect"]["kind"].as_str())
                .unwrap_or_default()
                .to_owned(),
            source: value["source"].as_str().unwrap_or_default().to_owned(),
            evidence: texts(&value["evidence"]),
        };
        if operation.id.split('.').count() == 3 {
            Ok(operation)
        } else {
            Err(format!("`{}` is not product.group.verb", operation.id))
        }
    }

    fn product(&self) -> &str {
        self.id.split('.').next().unwrap_or_default()
    }

    fn group(&self) -> &str {
        self.id.split('.').nth(1).unwrap_or_default()
    }

    fn verb(&self) -> &str {
        self.id.split('.').nth(2).unwrap_or_default()
    }

    /// The command: the parts of the id, then the path parameters in their order.
    fn command(&self) -> String {
        let mut words = format!("defender {}", self.id.replace('.', " ").replace('_', "-"));
        for parameter in &self.path_parameters {
            words.push(' ');
            words.push_str(&parameter.to_uppercase());
        }
        words
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn texts(value: &Value) -> Vec<String> {
    list(value)
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

/// The operations of every table below a folder, by product and id.
fn read_operations(folder: &Path) -> Result<Vec<Operation>, String> {
    let entries = fs::read_dir(folder)
        .map_err(|error| format!("cannot list {}: {error}", folder.display()))?;
    let mut operations = Vec::new();
    for entry in entries {
        let path = entry
            .map_err(|error| format!("cannot list {}: {error}", folder.display()))?
            .path()
            .join("operations.json");
        if path.is_file() {
            let table: Value = serde_json::from_str(&workspace::read(&path)?)
                .map_err(|error| format!("{} is not JSON: {error}", path.display()))?;
            for value in list(&table) {
                operations.push(Operation::read(value)?);
            }
        }
    }
    if operations.is_empty() {
        return Err(format!("no operations.json below {}", folder.display()));
    }
    operations.sort_by(|a, b| {
        (rank(a.product()), a.product(), &a.id).cmp(&(rank(b.product()), b.product(), &b.id))
    });
    Ok(operations)
}

/// The vendor's names of the services. Other services come after these, by their own names.
const TITLES: &[(&str, &str)] = &[
    ("mde", "Microsoft Defender for Endpoint"),
    ("mdca", "Microsoft Defender for Cloud Apps"),
    ("xdr", "Microsoft Defender XDR"),
    ("graph", "Microsoft Graph security"),
];

fn rank(product: &str) -> usize {
    TITLES
        .iter()
        .position(|(word, _)| *word == product)
        .unwrap_or(TITLES.len())
}

fn title(product: &str) -> &str {
    TITLES
        .iter()
        .find(|(word, _)| *word == product)
        .map_or(product, |(_, title)| *title)
}

/// The first lines of every page.
const PRINTED: &str =
    "<!-- Printed by `cargo xtask docs` from crates/reference; do not edit. -->\n";

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    pub(super) fn operation() -> Operation {
        Operation::read(&json!({
            "id": "mde.machine_actions.get",
            "summary": "Get one action",
            "method": "GET",
            "path": "/api/machineactions/{machine_action_id}",
            "host": "mde",
            "status": "ga",
            "permissions": {"application": ["Machine.Read.All", "Machine.ReadWrite.All"], "delegated": ["Machine.Read"]},
            "limits": [{"calls": 100, "seconds": 60}, {"calls": 1500, "seconds": 3600}],
            "params": [{"name": "machine_action_id", "place": "path"}, {"name": "$top", "place": "query"}],
        }))
        .unwrap()
    }

    pub(super) fn operation_of(id: &str) -> Operation {
        let mut value = json!({"summary": "", "method": "", "path": "", "host": "", "status": ""});
        value["id"] = id.into();
        Operation::read(&value).unwrap()
    }

    #[test]
    fn the_command_is_made_of_the_id_and_the_path() {
        assert_eq!(
            operation().command(),
            "defender mde machine-actions get MACHINE_ACTION_ID"
        );
    }

    #[test]
    fn a_row_without_an_address_is_refused() {
        let message = Operation::read(&json!({"id": "a.b.c", "summary": "x"})).unwrap_err();
        assert!(message.contains("`method`"), "{message}");
    }

    #[test]
    fn an_id_of_two_parts_is_refused() {
        let mut value = json!({"summary": "", "method": "", "path": "", "host": "", "status": ""});
        value["id"] = json!("mde.alerts");
        assert!(Operation::read(&value).is_err());
    }

    #[test]
    fn an_unknown_product_comes_last_under_its_own_word() {
        assert_eq!(title("mdo"), "mdo");
        assert!(rank("mdo") > rank("graph"));
    }
}
