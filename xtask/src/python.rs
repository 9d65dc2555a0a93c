//! A virtual environment of Python, with packages from PyPI.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{out, workspace};

/// The folder of programs in a virtual environment, and the name of the system's Python.
const PROGRAMS: &str = if cfg!(windows) { "Scripts" } else { "bin" };
const SYSTEM: &str = if cfg!(windows) { "python" } else { "python3" };

/// The interpreter of the environment in a folder. Creates the environment unless it can import the modules.
/// Packages may have versions. A module has the name of its package, with a dot for a hyphen.
pub(crate) fn environment(folder: &Path, packages: &[&str]) -> Result<PathBuf, String> {
    let python = folder.join(PROGRAMS).join("python");
    let modules: Vec<String> = packages.iter().map(|package| module(package)).collect();
    let import = format!("import {}", modules.join(", "));
    if succeeds(Command::new(&python).args(["-c", &import])) {
        return Ok(python);
    }
    out::note(&format!(
        "==> {} into {}",
        packages.join(", "),
        folder.display()
    ));
    let mut create = Command::new(SYSTEM);
    create.args(["-m", "venv"]).arg(folder);
    workspace::check(create)
        .map_err(|message| format!("{message}; Python 3.9 or newer is needed"))?;
    let mut install = Command::new(&python);
    install
        .args(["-m", "pip", "install", "--quiet"])
        .arg("--disable-pip-version-check")
        .args(packages);
    workspace::check(install)?;
    Ok(python)
}

/// The module of a package: `azure-identity>=1.27` is imported as `azure.identity`.
fn module(package: &str) -> String {
    let name = package.split(['<', '>', '=']).next().unwrap_or(package);
    name.replace('-', ".")
}

/// Whether a program runs and succeeds.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_imported_by_its_modules_name() {
        assert_eq!(module("azure-identity>=1.27,<2"), "azure.identity");
        assert_eq!(module("requests"), "requests");
    }
}
