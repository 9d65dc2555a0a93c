//! A new product is a new folder: no existing file has to change.
//!
//! The test uses a copy of the workspace with the same target folder, so that dependencies are built once. The copy
//! stays below that folder and is updated before each run.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Folders that are not copied.
const LEFT_OUT: &[&str] = &["target", ".git"];

/// Every file below a folder, by its path inside it.
fn files(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let entry = entry.unwrap();
            let (path, kind) = (entry.path(), entry.file_type().unwrap());
            let name = entry.file_name();
            if kind.is_dir() && !LEFT_OUT.iter().any(|left_out| name == *left_out) {
                folders.push(path);
            } else if kind.is_file() {
                let inside = path.strip_prefix(root).unwrap().to_path_buf();
                found.insert(inside, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// Makes a folder contain exactly these files. An unchanged file keeps its date, so that cargo does not rebuild.
fn bring_up_to_date(copy: &Path, sources: &BTreeMap<PathBuf, Vec<u8>>) {
    fs::create_dir_all(copy).unwrap();
    let mut old = files(copy);
    for (path, bytes) in sources {
        if old.remove(path).as_ref() == Some(bytes) {
            continue;
        }
        let path = copy.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    for path in old.keys() {
        fs::remove_file(copy.join(path)).unwrap();
    }
    // An empty folder left behind would be taken for a crate without a manifest.
    for package in ["demo-api", FEATURES] {
        let package = copy.join("crates").join(package);
        if package.exists() {
            fs::remove_dir_all(package).unwrap();
        }
    }
}

/// The package of [`write_features`].
pub(crate) const FEATURES: &str = "features-of-the-tests";

/// Adds a package to the workspace in a folder. Selected beside another package, it gives the dependencies the features that they have
/// in a build of all tests here, so that they are not compiled again. It has no library, so it is not built itself.
pub(crate) fn write_features(folder: &Path, here: &Path) {
    let package = folder.join("crates").join(FEATURES);
    fs::create_dir_all(&package).unwrap();
    let crates = here.join("crates").display().to_string();
    let manifest = format!(
        r#"[package]
name = "{FEATURES}"
edition = "2024"

[[test]]
name = "none"
path = "none.rs"

[dependencies]
defender = {{ path = '{crates}/cli' }}
defender-lake = {{ path = '{crates}/lake' }}
insta = {{ version = "*", features = ["filters"] }}
mockito = "*"
tokio = {{ version = "*", features = ["test-util"] }}
"#
    );
    fs::write(package.join("Cargo.toml"), manifest).unwrap();
    fs::write(package.join("none.rs"), "").unwrap();
}

/// The tests that cargo reports as passed.
pub(crate) fn passed(output: &str) -> usize {
    output.matches(" ... ok").count()
}

struct Copy {
    root: PathBuf,
    target: PathBuf,
}

impl Copy {
    fn cargo(&self, arguments: &[&str]) -> Output {
        let mut command = cargo(&self.root, arguments);
        // Crates of the same name at the same place in their workspaces share their files in the target folder. Other
        // settings for the crates of the workspace, not for those of the registry, keep them apart.
        command
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_PROFILE_DEV_DEBUG", "none");
        run(command)
    }
}

/// Cargo in a folder of its own, without the network.
pub(crate) fn cargo(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_NET_OFFLINE", "true");
    // The variables that describe the package of this test would describe another one there.
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// Runs a command that must succeed.
pub(crate) fn run(mut command: Command) -> Output {
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{command:?}:\n{}\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

/// The target folder. This program is in its `<profile>/deps`.
pub(crate) fn target_folder() -> PathBuf {
    let program = std::env::current_exe().unwrap();
    program.ancestors().nth(3).unwrap().to_path_buf()
}

#[test]
fn a_new_product_adds_files_and_changes_none() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let target = target_folder();
    let copy = Copy {
        root: target.join("third-party"),
        target,
    };
    bring_up_to_date(&copy.root, &files(here));
    let before = files(&copy.root);

    copy.cargo(&["xtask", "new-product", "demo"]);
    copy.cargo(&["xtask", "generate", "--check", "demo"]);
    copy.cargo(&["xtask", "layers"]);

    let after = files(&copy.root);
    let touched = |path: &&PathBuf| before.get(*path) != after.get(*path);
    let mut changed: Vec<_> = before.keys().filter(touched).collect();
    changed.retain(|path| path.as_path() != Path::new("Cargo.lock"));
    assert!(changed.is_empty(), "{changed:?} changed");
    let mut added = after.keys().filter(|path| !before.contains_key(*path));
    let stray = added.find(|path| !path.starts_with("crates/demo-api"));
    assert_eq!(stray, None);
    assert!(after.len() > before.len());

    write_features(&copy.root, &copy.root);
    let tests = ["test", "--package", "demo-api", "--package", FEATURES];
    for kind in ["--lib", "--doc"] {
        let output = copy.cargo(&[&tests[..], &[kind]].concat());
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(passed(&text) >= 1, "{kind}: tests ran:\n{text}");
    }
}
