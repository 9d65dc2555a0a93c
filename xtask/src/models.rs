//! `cargo xtask models`: entities of Microsoft Graph in the tables against the models of the official SDKs.
//!
//! The SDKs are generated from the metadata of the services, so they tell what no page says: members, types and words.
//! Their wheels are read as archives and not installed. What differs is listed with a reason in `peers/models.json`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Outcome, no_arguments, out, python, workspace};

/// The SDKs for v1.0 and beta. The list of differences belongs to these versions.
const WHEELS: [(&str, &str); 2] = [("msgraph-sdk", "1.65.0"), ("msgraph-beta-sdk", "1.66.0")];

/// Fetches the wheels unless they are there, and compares.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    no_arguments(arguments)?;
    let root = workspace::root()?;
    let folder = root.join("target/models");
    fs::create_dir_all(&folder).map_err(|error| format!("no {}: {error}", folder.display()))?;
    let python = python::environment(&folder.join("python"), &["pip"])?;
    let mut compare = Command::new(&python);
    compare.arg(root.join("xtask/src/peers/models.py"));
    for (package, version) in WHEELS {
        compare.arg(wheel(&python, &folder, package, version)?);
    }
    compare
        .arg(root.join("crates/reference"))
        .arg(root.join("xtask/src/peers/models.json"));
    workspace::check(compare)
}

/// The wheel of a package, from PyPI if it is not in the folder.
fn wheel(python: &Path, folder: &Path, package: &str, version: &str) -> Result<PathBuf, String> {
    let name = package.replace('-', "_");
    let path = folder.join(format!("{name}-{version}-py3-none-any.whl"));
    if path.is_file() {
        return Ok(path);
    }
    out::note(&format!(
        "==> {package} {version} into {}",
        folder.display()
    ));
    let mut download = Command::new(python);
    download
        .args(["-m", "pip", "download", "--quiet", "--no-deps"])
        .args(["--disable-pip-version-check", "--only-binary", ":all:"])
        .arg(format!("{package}=={version}"))
        .arg("--dest")
        .arg(folder);
    workspace::check(download)?;
    Ok(path)
}
