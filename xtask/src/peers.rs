//! `cargo xtask peers`: others' client libraries against the emulator.
//!
//! Our credentials, our clients and our emulator could share a mistake. These libraries have no part in any of them: `msal` and
//! `azure-identity` get tokens and sign the assertion that ours is compared with; Microsoft's Graph SDK, `msticpy` and
//! `mde-client` call the services under the vendor's host names, which lead to the emulator within their processes
//! (`peers/vendor.py`). They come from PyPI, so `cargo xtask ci` does not run this.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::{Outcome, no_arguments, out, python, workspace};

/// Scripts that share an environment of Python.
struct Peers {
    /// Folder of the environment.
    folder: &'static str,
    /// The oldest Python that the packages run on, and names of interpreters that may be of that version.
    python: (u8, u8),
    interpreters: &'static [&'static str],
    /// What is installed. The versions are those the cases were written with.
    packages: &'static [&'static str],
    /// In `xtask/src/peers`.
    scripts: &'static [&'static str],
}

/// A script that sends more queries in a minute than the services allow. Its emulator has no limits.
const UNLIMITED: &str = "msticpy_queries.py";

const PEERS: [Peers; 3] = [
    Peers {
        folder: "python",
        python: (3, 9),
        interpreters: &[],
        packages: &["msal>=1.39,<2", "azure-identity>=1.27,<2"],
        scripts: &["peers.py"],
    },
    Peers {
        folder: "hunters",
        python: (3, 10),
        interpreters: &["python3.13", "python3.12", "python3.11", "python3.10"],
        packages: &[
            "msgraph-sdk>=1.65,<2 as msgraph",
            "azure-identity>=1.27,<2",
            "aiohttp>=3,<4",
            "msticpy>=3.0.2,<4",
        ],
        scripts: &["graph_sdk.py", "msticpy_drivers.py", UNLIMITED],
    },
    Peers {
        folder: "newest",
        python: (3, 14),
        interpreters: &["python3.14"],
        packages: &["mde-client>=0.4,<0.5 as mde_client"],
        scripts: &["mde_cases.py"],
    },
];

/// The variables that the emulator prints; the last of them ends the list.
const LAST: &str = "DEFENDER_MDCA_API_TOKEN";

/// Installs the libraries, starts the emulator, runs the cases of all, and fails if one of them failed.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    no_arguments(arguments)?;
    let binary = workspace::built_program()?;
    let root = workspace::root()?;
    let folder = binary.with_file_name("peers");
    fs::create_dir_all(&folder).map_err(|error| format!("no {}: {error}", folder.display()))?;
    let certificate = certificate(&root, &folder)?;
    let mut failed = Vec::new();
    for peers in &PEERS {
        let (major, minor) = peers.python;
        let Some(system) = python::at_least(peers.python, peers.interpreters) else {
            let scripts = peers.scripts.join(", ");
            out::note(&format!(
                "==> {scripts}: skipped, no Python {major}.{minor} or newer"
            ));
            continue;
        };
        let python = python::environment_by(system, &folder.join(peers.folder), peers.packages)?;
        for script in peers.scripts {
            if let Err(message) = cases(&python, script, &binary, &certificate) {
                failed.push(message);
            }
        }
    }
    match failed.is_empty() {
        true => Ok(()),
        false => Err(failed.join("\n")),
    }
}

/// Runs a script against an emulator of its own: what one peer changes, another does not find.
fn cases(python: &Path, script: &str, binary: &Path, certificate: &Path) -> Outcome {
    let mut options: Vec<&OsStr> = vec![
        "--tls".as_ref(),
        "--certificate".as_ref(),
        certificate.as_ref(),
    ];
    if script == UNLIMITED {
        options.push("--no-limits".as_ref());
    }
    let emulator = Emulator::start(binary, &options)?;
    let mut cases = Command::new(python);
    cases
        .arg(workspace::root()?.join("xtask/src/peers").join(script))
        .args([certificate, binary])
        .envs(emulator.variables.iter().cloned());
    workspace::check(cases)
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
