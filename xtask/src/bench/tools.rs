//! Programs and packages that the measurement needs.

use std::path::PathBuf;
use std::process::Command;

use crate::{out, python, workspace};

/// Packages of the scripts.
const PACKAGES: [&str; 2] = ["requests", "trustme"];

/// The measured programs, and the tools of the measurement.
#[derive(Debug)]
pub(super) struct Tools {
    /// Where pages, certificate and Python's packages are kept.
    pub(super) folder: PathBuf,
    pub(super) scripts: PathBuf,
    pub(super) python: PathBuf,
    pub(super) defender: PathBuf,
    pub(super) rows: PathBuf,
}

impl Tools {
    /// Builds our programs as they are released, and a Python of its own with the packages.
    pub(super) fn prepare() -> Result<Self, String> {
        build(&["--package", "defender", "--bin", "defender"])?;
        build(&["--package", "mde-api", "--example", "rows"])?;
        let target = target_folder()?;
        let folder = target.join("bench");
        Ok(Self {
            scripts: workspace::root()?.join("xtask/bench"),
            python: python::environment(&folder.join("python"), &PACKAGES)?,
            defender: target.join("release/defender"),
            rows: target.join("release/examples/rows"),
            folder,
        })
    }

    pub(super) fn script(&self, name: &str) -> String {
        self.scripts.join(name).display().to_string()
    }
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
