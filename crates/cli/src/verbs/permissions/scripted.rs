//! The operations that a script's commands call.

use auth_core::http_core::Operation;

use super::script::{self, Found};
use crate::argv;
use crate::catalog::Catalog;
use crate::command::{self, ALL_THAT_MATCH};
use crate::failure::{Failure, Result};
use crate::inputs;
use crate::invoke::polling;
use crate::text;
use crate::verbs::{Verb, api};
use crate::words;

/// What a script calls, and what of it cannot be told; both with their lines.
#[derive(Debug, Default)]
pub(super) struct Script {
    pub(super) rows: Vec<(usize, &'static Operation)>,
    pub(super) unread: Vec<(usize, String)>,
}

impl Script {
    pub(super) fn read(program: &'static str, catalog: &Catalog, path: &str) -> Result<Self> {
        let bytes = inputs::read_file(path).map_err(|error| {
            Failure::usage(format!("--from-script: `{path}` cannot be read: {error}"))
        })?;
        let text = text::decoded(&format!("--from-script: `{path}`"), bytes)?;
        let commands = script::commands(&text::with_plain_line_ends(text), program);
        if commands.is_empty() {
            return Err(Failure::usage(format!(
                "--from-script: `{path}` has no command of {program}"
            )));
        }
        let mut script = Self::default();
        for Found { line, words } in commands {
            let rows = match words {
                Some(words) => rows(program, catalog, &words),
                None => Err("a quote has no end".to_owned()),
            };
            match rows {
                Ok(rows) => script.rows.extend(rows.into_iter().map(|row| (line, row))),
                Err(why) => script.unread.push((line, why)),
            }
        }
        Ok(script)
    }
}

/// The operations that one command calls, or why that cannot be told.
fn rows(
    program: &'static str,
    catalog: &Catalog,
    line: &[String],
) -> Result<Vec<&'static Operation>, String> {
    let named: Vec<&str> = argv::words(line, 3)
        .into_iter()
        .map(|at| line[at].as_str())
        .collect();
    let resolved = catalog.resolve(&named);
    if let Some(row) = resolved.operation {
        return Ok(with_companions(catalog, row, line));
    }
    let verb = named.first().and_then(|word| Verb::named(word));
    match verb.filter(|_| resolved.product.is_none()) {
        Some(Verb::Hunt) => Ok(catalog.by_id("graph.hunting.run").into_iter().collect()),
        Some(Verb::Api) => {
            let tree = command::verb_tree(program, api::command());
            api::described(tree, catalog, line).map(|row| vec![row])
        }
        // The others call nothing, or whatever the token opens.
        Some(_) => Ok(Vec::new()),
        None if line.iter().any(|word| NO_CALL.contains(&word.as_str())) => Ok(Vec::new()),
        None => Err(unknown(&named)),
    }
}

/// Options that are answered without a call.
const NO_CALL: [&str; 4] = ["--help", "-h", "--version", "-V"];

fn unknown(named: &[&str]) -> String {
    let shown = named.join(" ");
    match named.iter().find(|word| word.contains('$')) {
        Some(word) => {
            format!("`{shown}`: what `{word}` stands for is not known before the script runs")
        }
        None => format!("there is no command `{shown}`"),
    }
}

/// A row, and those that its options call besides.
fn with_companions(
    catalog: &Catalog,
    row: &'static Operation,
    line: &[String],
) -> Vec<&'static Operation> {
    let has = |option: &str| {
        let long = format!("--{option}");
        let given = |word: &String| *word == long || word.starts_with(&format!("{long}="));
        line.iter().any(given)
    };
    let mut ids = Vec::new();
    if let Some((completion, ask)) = polling::followed(row) {
        ids.extend(has("wait").then_some(ask.id));
        let then = completion.then.filter(|_| has("download"));
        ids.extend(then.map(|then| then.ask.id));
    }
    let [product, group, _] = words::parts(row.id);
    let query = format!("{product}.{group}.query");
    if has(ALL_THAT_MATCH) {
        ids.push(&query);
    }
    let companions = ids.into_iter().filter_map(|id| catalog.by_id(id));
    std::iter::once(row).chain(companions).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::App;

    fn ids(line: &str) -> Result<Vec<&'static str>, String> {
        let catalog = App::built_in().catalog();
        let line: Vec<String> = line.split(' ').map(str::to_owned).collect();
        rows("defender", &catalog, &line).map(|rows| rows.iter().map(|row| row.id).collect())
    }

    #[test]
    fn commands_lead_to_their_operations() {
        for (line, expected) in [
            (
                "defender -o json mde devices list -n 5",
                &["mde.machines.list"][..],
            ),
            (
                "defender mde machines isolate $id --comment x --wait=1h",
                &["mde.machines.isolate", "mde.machine_actions.get"],
            ),
            (
                "defender mde machines collect-investigation-package $id --wait --download x.zip",
                &[
                    "mde.machines.collect_investigation_package",
                    "mde.machine_actions.get",
                    "mde.machine_actions.get_package_uri",
                ],
            ),
            (
                "defender mdca alerts close-benign --filter x --all-that-match",
                &["mdca.alerts.close_benign", "mdca.alerts.query"],
            ),
            ("defender hunt $query", &["graph.hunting.run"]),
            (
                "defender api PATCH /api/alerts/$id -f a=b",
                &["mde.alerts.update"],
            ),
            (
                "defender api /v1.0/security/incidents?$top=1",
                &["graph.incidents.list"],
            ),
            ("defender auth login", &[]),
            ("defender mde --help", &[]),
        ] {
            assert_eq!(ids(line).as_deref(), Ok(expected), "{line}");
        }
    }

    #[test]
    fn what_cannot_be_told_is_said() {
        for (line, expected) in [
            ("defender mde $group list", "`$group`"),
            ("defender mde alerts lst", "there is no command"),
            ("defender api GET /nowhere", "no operation has"),
        ] {
            let why = ids(line).unwrap_err();
            assert!(why.contains(expected), "{line}: {why}");
        }
    }
}
