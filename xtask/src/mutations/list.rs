//! The list of mistakes.

use std::path::Path;

use serde_json::Value;

use crate::{Outcome, workspace};

const LIST: &str = "xtask/mutations.json";

/// A mistake, as a small edit, and the tests that must fail with it.
pub(super) struct Mutation {
    /// The mistake, in one line.
    pub(super) mistake: String,
    /// The file to edit, from the workspace's root.
    pub(super) file: String,
    /// The text to replace. It occurs once.
    pub(super) find: String,
    pub(super) replace: String,
    /// The package with the tests.
    pub(super) package: String,
    /// Each must fail. Empty: the mistake must not compile.
    pub(super) tests: Vec<String>,
}

/// Reads the list.
pub(super) fn read(root: &Path) -> Result<Vec<Mutation>, String> {
    let text = workspace::read(&root.join(LIST))?;
    let list: Value =
        serde_json::from_str(&text).map_err(|error| format!("{LIST} is not readable: {error}"))?;
    let rows = list.as_array().ok_or(format!("{LIST} is no list"))?;
    rows.iter()
        .map(|row| mutation(row).ok_or_else(|| format!("{LIST}: a member is missing in {row}")))
        .collect()
}

fn mutation(row: &Value) -> Option<Mutation> {
    let text = |name: &str| row.get(name)?.as_str().map(str::to_owned);
    let file = text("file")?;
    let own = file.strip_prefix("crates/")?.split('/').next()?.to_owned();
    let tests = row.get("tests")?.as_array()?;
    let tests: Option<_> = tests
        .iter()
        .map(|test| test.as_str().map(str::to_owned))
        .collect();
    Some(Mutation {
        mistake: text("mistake")?,
        find: text("find")?,
        replace: text("replace")?,
        package: text("package").unwrap_or(own),
        file,
        tests: tests?,
    })
}

/// Checks that every edit fits exactly one place, changes something, and names existing tests.
pub(super) fn check(root: &Path, mutations: &[Mutation]) -> Outcome {
    let mut problems = Vec::new();
    let files = workspace::files(root)?;
    for one in mutations {
        let text = workspace::read(&root.join(&one.file))?;
        let count = text.matches(&one.find).count();
        if count != 1 {
            problems.push(format!(
                "{}: in {} its text stands {count} times, not once",
                one.mistake, one.file
            ));
        }
        if one.find == one.replace {
            problems.push(format!("{}: the edit changes nothing", one.mistake));
        }
        for test in &one.tests {
            let name = test.rsplit("::").next().unwrap_or(test);
            let folder = format!("crates/{}/src/", one.package);
            let mut sources = files.iter().filter(|file| file.starts_with(&folder));
            let head = format!("fn {name}(");
            if !sources.any(|file| {
                workspace::read(&root.join(file)).is_ok_and(|text| text.contains(&head))
            }) {
                problems.push(format!("{}: there is no test {test}", one.mistake));
            }
        }
    }
    match problems.is_empty() {
        true => Ok(()),
        false => Err(format!(
            "{LIST} does not fit the sources:\n  {}",
            problems.join("\n  ")
        )),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_list_fits_and_says_everything_once() {
        let root = workspace::root().unwrap();
        let mutations = read(&root).unwrap();
        check(&root, &mutations).unwrap();
        let mistakes: BTreeSet<_> = mutations.iter().map(|one| &one.mistake).collect();
        assert_eq!(mistakes.len(), mutations.len());
    }

    #[test]
    fn an_edit_that_fits_nowhere_and_a_test_that_is_gone_are_told() {
        let root = workspace::root().unwrap();
        let row = serde_json::json!({
            "mistake": "none", "file": "crates/auth-core/src/token/cache.rs", "find": "no such text here",
            "replace": "", "tests": ["cache::tests::no_such_test"],
        });
        let problems = check(&root, &[mutation(&row).unwrap()]).unwrap_err();
        assert!(problems.contains("stands 0 times"), "{problems}");
        assert!(
            problems.contains("no test cache::tests::no_such_test"),
            "{problems}"
        );
    }
}
