//! `cargo xtask package`: packs each published crate, and builds it from the package.
//!
//! Cargo resolves crates that are packed together in the workspace and not on the registry, so nothing must be published
//! first and no network is needed.

use std::path::Path;

use serde_json::Value;

use crate::{Outcome, no_arguments, out, workspace};

/// Names that are taken on the registry: cargo would resolve them to other packages.
const TAKEN: [&str; 4] = ["http-core", "reference", "sandbox", "cli"];

/// Fields of the manifest that the registry shows.
const SHOWN: [&str; 6] = [
    "description",
    "license",
    "repository",
    "homepage",
    "documentation",
    "readme",
];

/// Files that every package must contain.
const FILES: [&str; 3] = ["README.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// Packs and builds.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    no_arguments(arguments)?;
    let output = workspace::cargo(&["metadata", "--no-deps", "--format-version", "1"])?
        .output()
        .map_err(|error| format!("cannot run cargo metadata: {error}"))?;
    let metadata: Value = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("cargo metadata is not JSON: {error}"))?;
    let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
    let (published, others): (Vec<_>, Vec<_>) =
        packages.iter().partition(|package| is_published(package));
    let problems: Vec<String> = published
        .iter()
        .flat_map(|package| missing(package))
        .collect();
    if !problems.is_empty() {
        return Err(problems.join("\n"));
    }
    // Packs uncommitted changes, too, so that a change can be tried before its commit.
    let mut command = workspace::cargo(&[
        "package",
        "--workspace",
        "--offline",
        "--allow-dirty",
        "--quiet",
    ])?;
    for package in others {
        command.args(["--exclude", &text(&package["name"])]);
    }
    workspace::check(command)?;
    out::line(&format!(
        "package: {} crates are packed and build",
        published.len()
    ));
    Ok(())
}

fn is_published(package: &Value) -> bool {
    package["publish"]
        .as_array()
        .is_none_or(|registries| !registries.is_empty())
}

/// Missing fields and files of a published package, one line each.
fn missing(package: &Value) -> Vec<String> {
    let name = text(&package["name"]);
    let mut problems = Vec::new();
    if TAKEN.contains(&name.as_str()) {
        problems.push(format!(
            "{name}: the name belongs to others; choose another, or `publish = false`"
        ));
    }
    for member in SHOWN {
        if text(&package[member]).is_empty() {
            problems.push(format!("{name}: `{member}` is missing in its manifest"));
        }
    }
    if package["metadata"]["docs"]["rs"]["all-features"] != Value::Bool(true) {
        problems.push(format!(
            "{name}: [package.metadata.docs.rs] does not document all features"
        ));
    }
    let manifest = text(&package["manifest_path"]);
    let folder = Path::new(&manifest).parent().unwrap_or(Path::new(""));
    for file in FILES {
        if !folder.join(file).is_file() {
            problems.push(format!("{name}: {file} is missing in its folder"));
        }
    }
    problems
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_package_with_a_name_of_others_and_nothing_to_show_is_reported() {
        let bare = json!({"name": "cli", "manifest_path": "/nowhere/Cargo.toml"});
        let problems = missing(&bare);
        assert_eq!(
            problems.len(),
            1 + SHOWN.len() + 1 + FILES.len(),
            "{problems:?}"
        );
    }

    #[test]
    fn a_package_that_is_kept_here_is_not_packed() {
        assert!(is_published(&json!({"publish": null})));
        assert!(is_published(&json!({"publish": ["crates-io"]})));
        assert!(!is_published(&json!({"publish": []})));
    }
}
