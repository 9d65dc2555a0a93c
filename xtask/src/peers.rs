//! `cargo xtask peers`: the vendor's own client libraries against the emulator.
//!
//! Our credentials and our emulator could share a mistake. The libraries `msal` and `azure-identity` for Python have no
//! part in either: they get tokens from the emulator, read alerts with them, and sign the assertion that ours is
//! compared with. They come from PyPI, so `cargo xtask ci` does not run this.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::{Outcome, no_arguments, python, workspace};

/// The installed packages. The cases were written with these versions.
const PACKAGES: [&str; 2] = ["msal>=1.39,<2", "azure-identity>=1.27,<2"];

/// The variables that the emulator prints; the last of them ends the list.
const LAST: &str = "DEFENDER_MDCA_API_TOKEN";

/// Installs the libraries, starts the emulator, runs the cases.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    no_arguments(arguments)?;
    workspace::check(workspace::cargo(&[
        "build",
        "--quiet",
        "--package",
        "defender",
    ])?)?;
    let root = workspace::root()?;
    let binary = binary()?;
    let folder = binary.with_file_name("peers");
    fs::create_dir_all(&folder).map_err(|error| format!("no {}: {error}", folder.display()))?;
    let python = python::environment(&folder.join("python"), &PACKAGES)?;
    let certificate = certificate(&root, &folder)?;
    let emulator = Emulator::start(
        &binary,
        &[
            "--tls".as_ref(),
            "--certificate".as_ref(),
            certificate.as_ref(),
        ],
    )?;
    let mut cases = Command::new(python);
    cases
        .arg(root.join("xtask/src/peers/peers.py"))
        .args([&certificate, &binary])
        .envs(emulator.variables.iter().cloned());
    workspace::check(cases)
}

/// The `defender` that lies beside this program.
pub(crate) fn binary() -> Result<PathBuf, String> {
    let own = std::env::current_exe().map_err(|error| format!("who am I? {error}"))?;
    Ok(own.with_file_name(format!("defender{}", std::env::consts::EXE_SUFFIX)))
}

/// Key and certificate in one file, which the libraries require.
fn certificate(root: &Path, folder: &Path) -> Result<PathBuf, String> {
    let data = root.join("crates/auth-core/testdata");
    let text = workspace::read(&data.join("key.pem"))? + &workspace::read(&data.join("leaf.pem"))?;
    let path = folder.join("certificate.pem");
    fs::write(&path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    Ok(path)
}

/// A running emulator. Dropping the value stops it.
pub(crate) struct Emulator {
    pub(crate) process: Child,
    pub(crate) variables: Vec<(String, String)>,
    /// Held open: the emulator writes to it.
    output: BufReader<ChildStdout>,
}

impl Emulator {
    /// Starts it with further options.
    pub(crate) fn start(binary: &Path, options: &[&OsStr]) -> Result<Self, String> {
        let mut command = Command::new(binary);
        command
            .args(["sandbox", "up", "--quiet"])
            .args(options)
            .stdout(Stdio::piped());
        let failed = |error: std::io::Error| format!("the emulator does not start: {error}");
        let mut process = command.spawn().map_err(failed)?;
        let output = process.stdout.take().ok_or("the emulator has no output")?;
        let mut emulator = Self {
            process,
            variables: Vec::new(),
            output: BufReader::new(output),
        };
        let mut line = String::new();
        while emulator
            .variables
            .last()
            .is_none_or(|(name, _)| name != LAST)
        {
            line.clear();
            if emulator.output.read_line(&mut line).map_err(failed)? == 0 {
                return Err("the emulator ended before it was up".to_owned());
            }
            emulator.variables.extend(variable(&line));
        }
        Ok(emulator)
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// `export NAME='VALUE'`; no value of the emulator holds a quote.
fn variable(line: &str) -> Option<(String, String)> {
    let (name, value) = line.trim().strip_prefix("export ")?.split_once('=')?;
    let value = value.strip_prefix('\'')?.strip_suffix('\'')?;
    Some((name.to_owned(), value.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_emulators_lines_are_read() {
        let read = variable("export AZURE_CLIENT_SECRET='a=b&c'\n");
        assert_eq!(
            read,
            Some(("AZURE_CLIENT_SECRET".to_owned(), "a=b&c".to_owned()))
        );
        assert_eq!(variable("the sandbox is up"), None);
    }
}
