//! Programs and packages that the measurement needs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::collect_trial::{DELTALAKE, PYARROW};
use crate::{out, python, workspace};

/// Packages of the scripts.
const PACKAGES: [&str; 4] = ["requests", "trustme", DELTALAKE, PYARROW];

/// The tools of the measurement.
#[derive(Debug)]
pub(super) struct Tools {
    /// Where pages, certificate and Python's packages are kept.
    pub(super) folder: PathBuf,
    pub(super) scripts: PathBuf,
    pub(super) python: PathBuf,
}

/// The measured programs, as they are released.
#[derive(Debug)]
pub(super) struct Programs {
    pub(super) defender: PathBuf,
    pub(super) rows: PathBuf,
}

/// The measured programs that write a lake.
#[derive(Debug)]
pub(super) struct LakePrograms {
    pub(super) defender: PathBuf,
    pub(super) commits: PathBuf,
}

impl Tools {
    /// Creates a Python of its own with the packages.
    pub(super) fn prepare() -> Result<Self, String> {
        let folder = target_folder()?.join("bench");
        Ok(Self {
            scripts: workspace::root()?.join("xtask/bench"),
            python: python::environment(&folder.join("python"), &PACKAGES)?,
            folder,
        })
    }

    pub(super) fn script(&self, name: &str) -> String {
        self.scripts.join(name).display().to_string()
    }
}

impl Programs {
    pub(super) fn build() -> Result<Self, String> {
        let target = target_folder()?;
        build(&["--package", "defender", "--bin", "defender"])?;
        build(&["--package", "mde-api", "--example", "rows"])?;
        Ok(Self {
            defender: target.join("release/defender"),
            rows: target.join("release/examples/rows"),
        })
    }
}

impl LakePrograms {
    /// Builds them, except for a `defender` of the caller.
    pub(super) fn build(tools: &Tools, defender: Option<&str>) -> Result<Self, String> {
        let target = target_folder()?;
        build(&["--package", "defender-lake", "--example", "commits"])?;
        Ok(Self {
            defender: match defender {
                Some(path) => PathBuf::from(path),
                None => build_with_lake(tools, &target)?,
            },
            commits: target.join("release/examples/commits"),
        })
    }
}

/// Builds `defender` with the feature `lake`. It is copied: the build without the feature has the same path.
fn build_with_lake(tools: &Tools, target: &Path) -> Result<PathBuf, String> {
    build(&[
        "--package",
        "defender",
        "--bin",
        "defender",
        "--features",
        "lake",
    ])?;
    let path = tools.folder.join("defender-with-lake");
    fs::copy(target.join("release/defender"), &path)
        .map_err(|error| format!("cannot copy to {}: {error}", path.display()))?;
    Ok(path)
}

/// Whether a program can be run.
pub(super) fn is_there(program: &str) -> bool {
    python::succeeds(Command::new(program).arg("--version"))
}

fn build(what: &[&str]) -> Result<(), String> {
    out::note(&format!("==> cargo build --release {}", what.join(" ")));
    let mut command = workspace::cargo(&["build", "--release"])?;
    command.args(what);
    workspace::check(command)
}

fn target_folder() -> Result<PathBuf, String> {
    let output = workspace::cargo(&["metadata", "--no-deps", "--format-version", "1"])?
        .output()
        .map_err(|error| format!("cannot run cargo metadata: {error}"))?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("cargo metadata is not JSON: {error}"))?;
    metadata["target_directory"]
        .as_str()
        .map(PathBuf::from)
        .ok_or_else(|| "cargo metadata names no target folder".to_owned())
}
