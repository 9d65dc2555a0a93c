//! `cargo xtask package`: packs each published crate, and checks it with nothing but the files of its package.
//!
//! The packages are unpacked into a workspace of their own below the target folder, where they find each other by path.
//! So nothing must be published first, and no network is needed. Each crate is checked alone with its default features:
//! a feature of a dependency that it needs and does not name is missing there, and in no larger selection. Then all are
//! checked at once with all features and their examples. Nothing is linked, and the checks share the artifacts of
//! dependencies with each other and with `cargo clippy`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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

/// Packs, unpacks and checks.
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
        "--no-verify",
        "--offline",
        "--allow-dirty",
        "--quiet",
    ])?;
    for package in others {
        command.args(["--exclude", &text(&package["name"])]);
    }
    workspace::check(command)?;
    let target = PathBuf::from(text(&metadata["target_directory"]));
    let packages: Vec<Package> = published
        .iter()
        .map(|package| Package::of(package))
        .collect();
    let unpacked = Unpacked::of(&packages, target)?;
    for package in &packages {
        let check = unpacked.check(&["--package", &package.name])?;
        workspace::check(check)?;
    }
    let all = [
        "--workspace",
        "--all-features",
        "--lib",
        "--bins",
        "--examples",
    ];
    workspace::check(unpacked.check(&all)?)?;
    out::line(&format!(
        "package: {} crates are packed, and compile from their packages",
        packages.len()
    ));
    Ok(())
}

/// The name of a package, and that of its archive and folder without an end.
struct Package {
    name: String,
    folder: String,
}

impl Package {
    fn of(package: &Value) -> Self {
        let name = text(&package["name"]);
        Self {
            folder: format!("{name}-{}", text(&package["version"])),
            name,
        }
    }
}

/// The workspace of the unpacked packages.
struct Unpacked {
    folder: PathBuf,
    target: PathBuf,
}

impl Unpacked {
    /// Unpacks. The lock file and the profiles are those of this workspace, so that dependencies are the same.
    fn of(packages: &[Package], target: PathBuf) -> Result<Self, String> {
        let root = workspace::root()?;
        let archives = target.join("package");
        let folder = archives.join("unpacked");
        let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(failed)?;
        }
        fs::create_dir_all(&folder).map_err(failed)?;
        for package in packages {
            // The files get the date of now (`m`). The packed date is always the same, and cargo would not notice a change.
            let mut tar = Command::new("tar");
            tar.arg("-xmzf")
                .arg(archives.join(format!("{}.crate", package.folder)))
                .arg("-C")
                .arg(&folder);
            workspace::check(tar)?;
        }
        let ours = workspace::read(&root.join("Cargo.toml"))?;
        fs::write(folder.join("Cargo.toml"), manifest(packages, &ours)?).map_err(failed)?;
        fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).map_err(failed)?;
        Ok(Self { folder, target })
    }

    fn check(&self, selection: &[&str]) -> Result<Command, String> {
        let mut check = workspace::cargo(&["check", "--offline", "--quiet"])?;
        check
            .args(selection)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &self.target)
            .arg("--config")
            .arg(workspace::root()?.join(".cargo/config.toml"));
        Ok(check)
    }
}

/// The manifest of a workspace of packages, with the profiles of another manifest.
fn manifest(packages: &[Package], ours: &str) -> Result<String, String> {
    let profiles = ours
        .find("[profile.")
        .map(|at| &ours[at..])
        .ok_or("the manifest of the workspace has no profile")?;
    let mut text =
        "[workspace]\nresolver = \"3\"\nmembers = [\"*\"]\n\n[patch.crates-io]\n".to_owned();
    for Package { name, folder } in packages {
        text.push_str(&format!("{name} = {{ path = \"{folder}\" }}\n"));
    }
    Ok(format!("{text}\n{profiles}"))
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

    #[test]
    fn unpacked_packages_are_built_as_they_are_here() {
        let package = Package::of(&json!({"name": "a", "version": "0.1.0"}));
        let ours = "[workspace]\nmembers = [\"crates/*\"]\n\n[profile.dev]\ndebug = false\n";
        assert_eq!(
            manifest(&[package], ours).unwrap(),
            "[workspace]\nresolver = \"3\"\nmembers = [\"*\"]\n\n[patch.crates-io]\na = { path = \"a-0.1.0\" }\n\n\
             [profile.dev]\ndebug = false\n"
        );
        assert!(manifest(&[], "[workspace]\n").is_err());
    }
}
